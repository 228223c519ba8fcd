"""The sentence of a document that shows best why it was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sumber.codebook import entries
from sumber.store.search.roots import LANGUAGES

#: Signs that no text holds after decoding stand around each word found.
OPEN, CLOSE = "\x02", "\x03"
_LONGEST = 420  # characters that are shown
_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n+")

Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words as they stand in the text from ``start`` on; ``marks`` are within ``text``. ``before`` and ``after``: there
    is more of the sentence on that side."""

    text: str
    start: int
    marks: Marks
    before: bool
    after: bool


def unmarked(marked: str) -> tuple[str, Marks]:
    """A text without the signs, and the places that stood between them."""
    parts: list[str] = []
    marks: list[tuple[int, int]] = []
    size = 0
    for piece in marked.split(OPEN):
        inside, closed, outside = piece.partition(CLOSE)
        if closed:
            marks.append((size, size + len(inside)))
        parts += [inside, outside]
        size += len(inside) + len(outside)
    return "".join(parts), tuple(marks)


def best_passage(text: str, marks: Sequence[tuple[int, int]], title: str = "") -> Passage:
    """The sentence with the most different words found, the first of equals, rather than the title, which is shown
    anyway; of a text without any, its beginning."""
    bounds = _sentences(text)
    best, most = bounds[0], 0.0
    for start, end in bounds:
        inside: float = len({text[a:b].lower() for a, b in marks if start <= a < end})
        if inside and text[start:end] in title:
            inside = 0.5
        if inside > most:
            best, most = (start, end), inside
    start, end = best
    first = next((a for a, _ in marks if start <= a < end), start)
    if end - start <= _LONGEST:
        return _passage(text, start, end, marks, False, False)
    begin = start if first - start < _LONGEST // 2 else text.rfind(" ", start, first - _LONGEST // 4) + 1
    stop = text.rfind(" ", begin + 1, min(end, begin + _LONGEST))
    stop = stop if stop > first else min(end, begin + _LONGEST)
    return _passage(text, begin, stop, marks, begin > start, stop < end)


def _passage(text: str, start: int, end: int, marks: Sequence[tuple[int, int]], before: bool, after: bool) -> Passage:
    inside = tuple((a - start, min(b, end) - start) for a, b in marks if start <= a < end)
    return Passage(text[start:end], start, inside, before, after)


def _sentences(text: str) -> list[tuple[int, int]]:
    """Sentences as a reader sees them, blanks around them left out; at least one."""
    cuts = [0]
    for match in _END.finditer(text):
        if "\n" in match.group() or not _abbreviation().search(text[max(0, match.start() - 15) : match.end()]):
            cuts.append(match.end())
    cuts.append(len(text))
    found = []
    for start, end in pairwise(cuts):
        words = text[start:end]
        if words.strip():
            found.append((start + len(words) - len(words.lstrip()), start + len(words.rstrip())))
    return found or [(0, min(len(text), _LONGEST))]


@cache
def _abbreviation() -> re.Pattern[str]:
    """An initial or an abbreviation with its full stop, at the end of what is looked at."""
    known = {
        str(word).rstrip(".")
        for lang in LANGUAGES
        for words in entries(lang, "abbreviations.yaml").values()
        for word in words
    }
    return re.compile(r"\b(?:[A-Z]|" + "|".join(map(re.escape, sorted(known))) + r")\.\s+$")
