"""The text cut into lines, and the few things one can ask of a line without knowing a language."""

from __future__ import annotations

import re
from dataclasses import dataclass

BYTE_ORDER_MARK = "\ufeff"
_LINE = re.compile("[^\n\r\v\f\x85\u2028\u2029]+")
_CLOSERS = "\"'”’»)]"
_AFTER = re.escape(_CLOSERS + "(“")  # what may follow a full stop, a bracket opened by mistake included
_ENDS = re.compile(r"[.…][\s" + _AFTER + r"]*$")
_ENDS_LOUD = re.compile(r"[.…!?][\s" + _AFTER + r"]*$")
_INITIALS = re.compile(r"\b[A-Z]\.(?:[A-Z]\.)+$")  # "in U.S." ends no sentence
_NO_SIGN = re.compile(r"[\W_]+")
_ADJACENT = re.compile(r"[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*")
_WRAP_LEAST, _WRAP_MOST, _WRAP_RAGGED = 45, 110, 24  # characters of a line in a paragraph that is set to a width
_WRAP_STOPS = 0.4  # share of its lines that may end with a full stop
_BODY_WORDS = 8
_LONG_WORDS = 30


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the blanks at its ends; ``start`` and ``end`` are offsets into the text."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def cut_lines(text: str) -> list[Line]:
    """All lines that are not blank, a paragraph broken into lines of equal length as one.

    A byte order mark at the head of the text is a line of its own.
    """
    return _unwrapped(_cut(text), text)


def _cut(text: str) -> list[Line]:
    lines = []
    for found in _LINE.finditer(text):
        start, words = found.start(), found.group()
        if start == 0 and words.startswith(BYTE_ORDER_MARK):
            lines.append(Line(0, 1, BYTE_ORDER_MARK))
            start, words = 1, words[1:]
        stripped = words.strip()
        if stripped:
            begin = start + len(words) - len(words.lstrip())
            lines.append(Line(begin, begin + len(stripped), stripped))
    return lines


def _unwrapped(lines: list[Line], text: str) -> list[Line]:
    out: list[Line] = []
    group: list[Line] = []
    for line in lines:
        if group and not _ADJACENT.fullmatch(text, group[-1].end, line.start):
            out += _joined(group, text)
            group = []
        group.append(line)
    return out + _joined(group, text)


def _joined(group: list[Line], text: str) -> list[Line]:
    """One line for a group of adjacent ones that are a paragraph set to a width, else the group as it is."""
    widths = [len(line.text) for line in group[:-1]]
    wrapped = (
        bool(widths)
        and min(widths) >= _WRAP_LEAST
        and max(widths) <= _WRAP_MOST
        and max(widths) - min(widths) <= _WRAP_RAGGED
        and len(group[-1].text) <= max(widths) + _WRAP_RAGGED
        and any(line.text[0].islower() for line in group[1:])
        and sum(bool(_ENDS_LOUD.search(line.text)) for line in group[:-1]) <= _WRAP_STOPS * len(widths)
    )
    if not wrapped:
        return group
    start, end = group[0].start, group[-1].end
    return [Line(start, end, text[start:end])]


def folded(words: str) -> str:
    """Letters and digits only, case folded: two lines that say the same have the same form."""
    return _NO_SIGN.sub("", words.casefold())


def ends_sentence(words: str) -> bool:
    """True where a line ends as a sentence does: with a full stop, quoted or not."""
    return bool(_ENDS.search(words)) and not _INITIALS.search(words)


def is_body_like(line: Line) -> bool:
    """True for what reads as running text: a sentence of some length, or a long line however it ends."""
    count = line.words
    if count >= _LONG_WORDS:
        return True
    closed = ends_sentence(line.text) or (line.text[-1] in _CLOSERS and bool(_ENDS_LOUD.search(line.text)))
    return closed and count >= _BODY_WORDS


def is_headline_like(line: Line) -> bool:
    """True for what could be a headline or a link to one: not too long, and no sentence with its full stop."""
    return line.words <= 25 and len(line.text) <= 180 and not ends_sentence(line.text) and line.text[-1] not in ",;:"
