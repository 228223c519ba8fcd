"""Number words and figures to values, in both languages. `counts` reads its numerals with this too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from sumber.codebook import entries

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_WORDS = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of a language by what they do to the number before them."""

    add: dict[str, int]
    teen: dict[str, int]
    times: dict[str, int]
    scale: dict[str, int]
    link: frozenset[str]
    article: bool
    group: str

    @property
    def pattern(self) -> str:
        """A regular expression for a number: a figure or words, with scale words after either."""
        first = _choice([*self.add, *self.times, *self.scale])
        every = _choice([*self.add, *self.teen, *self.times, *self.scale])
        # "two hundred and six" is one number, "seven and five" two
        after = "|".join(rf"(?<={word})" for word in (*self.times, *self.scale))
        links = rf"(?:(?:{after}) (?:{_choice(self.link)}))?" if self.link else ""
        words = rf"(?:{first})(?:{links}[ -](?:{every})\b)*"
        article = rf"(?:a (?={_choice([*self.times, *self.scale])}))?" if self.article else ""
        return rf"(?:\d+(?:[.,]\d+)*(?:[ -](?:{_choice(self.scale)})\b)*|{article}{words})"


def _choice(words: Any) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def number_words(lang: str) -> NumberWords:
    """The number words of the codebook's `numerals.yaml`."""
    table = entries(lang, "numerals.yaml")
    kinds = {kind: dict(table[kind] or {}) for kind in ("add", "teen", "times", "scale")}
    return NumberWords(**kinds, link=frozenset(table["link"]), article="a" in table["one"], group=table["group"])


def read_figure(figure: str, lang: str, scaled: bool = False) -> int | float:
    """The value of a figure with separators.

    Three digits after one separator are a group in either language, whichever mark is used (1.200, 1,200), unless a
    scale word follows and the mark is the language's decimal one (1.234 billion).
    """
    marks = [mark for mark in figure if mark in ".,"]
    if not marks:
        return int(figure)
    tail = figure[figure.rindex(marks[-1]) + 1 :]
    decimal = len(tail) != 3 or (scaled and marks[-1] != number_words(lang).group and len(marks) == 1)
    if decimal and marks.count(marks[-1]) == 1:
        whole = re.sub(r"\D", "", figure[: figure.rindex(marks[-1])])
        return float(f"{whole or 0}.{tail}")
    return int(re.sub(r"\D", "", figure))


def read_number(words: str, lang: str) -> int | float | None:
    """The value of a number as written, ``None`` where the words are no number."""
    table = number_words(lang)
    pieces = [match.group() for match in _WORDS.finditer(words.lower())]
    total: int | float = 0
    group: int | float = 0
    current: int | float = 0
    seen = False
    for index, piece in enumerate(pieces):
        if _FIGURE.fullmatch(piece):
            scaled = index + 1 < len(pieces) and pieces[index + 1] in table.scale
            current += read_figure(piece, lang, scaled)
        elif piece in table.add:
            current += table.add[piece]
        elif piece in table.teen:
            current += table.teen[piece]
        elif piece in table.times:
            group += (current or 1) * table.times[piece]
            current = 0
        elif piece in table.scale:
            total += ((group + current) or 1) * table.scale[piece]
            group = current = 0
        elif piece not in table.link and not (table.article and piece == "a"):
            return None
        seen = seen or piece not in table.link
    value = total + group + current
    if not seen:
        return None
    return int(value) if value == int(value) else round(value, 6)
