"""Quotations: where quotation marks open and close, whatever their kind, and however badly they are paired.

A mark is read by its shape and by the blanks around it; where the two differ (a closing mark used to open), the blanks
win. Every paragraph starts anew: a quotation left open at its end goes on in the next paragraph when that opens with
a mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

_OPENING = "“„«‟❝"
_CLOSING = "”»❞"
_EITHER = '"＂'
_DOUBLE = frozenset(_OPENING + _CLOSING + _EITHER)
_SINGLE_OPEN = frozenset("‘‚‹'`")
_SINGLE_CLOSE = frozenset("’›'´")
_BEFORE_OPENING = frozenset("([{—–-:/")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-…/")
_SPEECH_END = frozenset(",.!?…")
_LONGEST = 2000  # characters of a quotation over paragraphs that are not each opened by a mark


@dataclass(frozen=True, slots=True)
class Quote:
    """Characters [start, end) with their marks.

    `open_ended`: there is no closing mark; `goes_on`: the next paragraph continues it.
    """

    start: int
    end: int
    paragraph: int
    open_ended: bool = False
    goes_on: bool = False


def find_quotes(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Quote, ...]:
    """All quotations of the paragraphs (start, end), in text order; they do not overlap."""
    found: list[Quote] = []
    behind = 0
    for number, (start, end) in enumerate(paragraphs):
        if end <= behind:
            continue
        begin = max(start, behind)
        here = _double(text, begin, end, number) or _single(text, begin, end, number)
        if here and here[-1].open_ended:
            behind = _closed_later(text, here[-1].start, paragraphs[number + 1 :])
            if behind:
                here[-1] = Quote(here[-1].start, behind, number)
            elif not text[here[-1].start + 1 : end].strip():
                here.pop()  # a mark behind the last word that no later one answers
        found += here
    for i, quote in enumerate(found):
        if quote.open_ended:
            follows = i + 1 < len(found) and found[i + 1].paragraph == quote.paragraph + 1
            leads = follows and not text[paragraphs[quote.paragraph + 1][0] : found[i + 1].start].strip()
            found[i] = replace(quote, goes_on=leads, end=quote.end if leads else _mend(text, quote))
    return tuple(found)


def _closed_later(text: str, opened: int, later: Sequence[tuple[int, int]]) -> int:
    """Where a quotation left open ends, when the next mark of the later paragraphs closes one; else 0.

    Texts printed one sentence a line have one quotation over many lines.
    """
    for start, end in later:
        if start - opened > _LONGEST:
            return 0
        for i, width in _marks(text, start, end):
            return i + width if i > start and _closes(text, i, width, start, end) else 0
    return 0


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The double quotation marks as (position, width); of three single marks in a row the first two are one."""
    behind = start
    for i in range(start, end):
        width = 2 if text[i : i + 2] in ("''", "``") and i + 2 <= end else 1
        if i >= behind and (text[i] in _DOUBLE or width == 2):
            behind = i + width
            yield i, width


def _double(text: str, start: int, end: int, number: int) -> list[Quote]:
    found: list[Quote] = []
    opened: int | None = None
    for i, width in _marks(text, start, end):
        shape = _shape(text, i, width, start, end)
        if opened is None:
            dangles = i + width >= end and i > start and text[i - 1].isspace()  # it opens what the next line says
            if (shape != "close" or dangles) and not (text[i] in _EITHER and i > start and text[i - 1].isdigit()):
                opened = i
            elif shape == "close" and i > start and text[i - 1] in _SPEECH_END:
                begin = _sentence_start(text, found[-1].end if found else start, i - 1)
                if len(text[begin:i].split()) >= 3:
                    found.append(Quote(begin, i + width, number))
        elif shape == "open" and text[i] in _OPENING:  # never closed: it ends where the next one begins
            found.append(Quote(opened, _last_word(text, opened, i), number))
            opened = i
        elif i > opened + width:
            found.append(Quote(opened, i + width, number))
            opened = None
    if opened is not None:
        found.append(Quote(opened, _last_word(text, opened, end), number, open_ended=True))
    return found


def _sentence_start(text: str, start: int, end: int) -> int:
    """Where the sentence that a mark closes begins, for a quotation whose opening mark was forgotten."""
    for i in range(end - 1, start, -1):
        if text[i].isspace() and text[i - 1] in ".!?" and text[i - 2 : i - 1].islower():
            return i + 1
    while start < end and (text[start].isspace() or text[start] in _AFTER_CLOSING):
        start += 1
    return start


def _shape(text: str, i: int, width: int, start: int, end: int) -> str:
    before = text[i - 1] if i > start else " "
    after = text[i + width] if i + width < end else " "
    opens = before.isspace() or before in _BEFORE_OPENING
    closes = after.isspace() or after in _AFTER_CLOSING
    if opens != closes:
        return "open" if opens else "close"
    if text[i] in _OPENING or text[i] == "`":
        return "open"
    return "close" if text[i] in _CLOSING else "either"


def _closes(text: str, i: int, width: int, start: int, end: int) -> bool:
    """True where the mark ends an open quotation: by its shape, or slid to the next word (``…, ”kata Rahman``)."""
    if _shape(text, i, width, start, end) == "close":
        return True
    slid = text[i] in _CLOSING and text[i + width : min(i + width + 1, end)].islower()
    return slid and text[start:i].rstrip().endswith(tuple(_SPEECH_END))


def _single(text: str, start: int, end: int, number: int) -> list[Quote]:
    """Single marks, only where they enclose speech: three words, closed behind a stop (’ is an apostrophe too)."""
    found: list[Quote] = []
    opened: int | None = None
    for i in range(start, end):
        if text[i] in _SINGLE_OPEN and opened is None and (i == start or text[i - 1].isspace()):
            opened = i
        elif text[i] in _SINGLE_CLOSE and opened is not None and text[i - 1] in _SPEECH_END:
            if (i + 1 >= end or not text[i + 1].isalnum()) and len(text[opened:i].split()) >= 3:
                found.append(Quote(opened, i + 1, number))
            opened = None
    return found


def _last_word(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _mend(text: str, quote: Quote) -> int:
    """Where a quotation without its closing mark ends: with its sentence, as nothing else is known."""
    for i in range(quote.start + 1, quote.end - 1):
        if text[i] in ".!?" and text[i + 1].isspace() and text[i - 1].islower():
            return i + 1
    return quote.end


def is_speech(text: str, quote: Quote) -> bool:
    """Words somebody spoke as a sentence, not a single expression set in marks."""
    inner = text[quote.start + 1 : quote.end].rstrip("\"”»’'“ ")
    words = inner.split()
    return len(words) >= 4 or (bool(words) and inner[-1] in _SPEECH_END and len(words) >= 1)
