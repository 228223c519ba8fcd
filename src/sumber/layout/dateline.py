"""The dateline: place, day and medium at the head of the first paragraph.

    BAMAKO, LENTERADUNIA.COM -      Analisadaily.com, Yangon -      YANGON (AFP) -      MOSCOW, Oct 3 (Reuters) —
    Jakarta, Kompas -               Yangon:                         SAMAWAH, Pelita Timur.

The head up to a dash, colon or full stop is cut into pieces, and each piece must be a day, a medium or a name; one
piece that is none of them, and it is no dateline. How much else must speak for it depends on the mark it ends with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sumber.codebook import entries
from sumber.layout.lines import Line, folded
from sumber.layout.media import bare_name, find_medium, has_name_word, is_domain
from sumber.layout.phrases import Phrases

PieceKind = Literal["place", "medium", "agency", "day"]

_LONGEST = 110  # characters
_COLON_WORDS = 20
_MARK = re.compile(
    r"(?P<dash>\s*--+\s*|\s+[-–—―]+\s*|(?<=[)\w])[–—―]\s*|(?<=[)\w])-\s+)|(?P<bar>\s*\|\s*(?=[^|]{20}))|(?P<colon>\s?:\s+)"
    r"|(?P<stop>(?<=/)\.?\s+|\.\s+)"
)
_CUT = re.compile(r"[,()|;\[\]]|(?<!\d)/(?!\d)|(?<=\w{4})\.(?=\s)|\s[-–—]+\s")  # no cut in "St. Petersburg"
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_OPENERS = "\"'“‘«([¿¡"


@dataclass(frozen=True, slots=True)
class Dateline:
    """Offsets into the text: ``end`` is where the dateline itself ends, ``body`` where the paragraph begins."""

    start: int
    end: int
    body: int
    place: tuple[int, int] | None
    agencies: tuple[tuple[int, int], ...]
    outlet: str | None
    strong: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    text: str
    kind: PieceKind
    bracketed: bool


def find_dateline(line: Line, known: Phrases, outlet: str | None) -> Dateline | None:
    """The dateline that a line begins with. `outlet` is the publishing medium where it is known already."""
    head = line.text[:_LONGEST]
    # A dash ends a dateline for certain; a colon or full stop may stand inside it ("Oct. 3", "St. Petersburg").
    marks = sorted(_MARK.finditer(head), key=lambda mark: (mark.lastgroup not in ("dash", "bar"), mark.start()))
    for number, mark in enumerate(marks):
        pieces = _held(line, mark, known, outlet)
        if pieces is None:
            continue
        # "RIGA - June 18 (LETA) - ": a second dash ends it where only day and media stand before it.
        further = marks[number + 1] if len(marks) > number + 1 and marks[number + 1].lastgroup == "dash" else None
        longer = _held(line, further, known, outlet) if further else None
        if longer and further and all(piece.kind != "place" for piece in longer if piece.start >= mark.end()):
            return _dateline(line, longer, further)
        return _dateline(line, pieces, mark)
    return None


def _held(line: Line, mark: re.Match[str], known: Phrases, outlet: str | None) -> list[_Piece] | None:
    """The pieces of the head up to a mark, where they are a dateline that this mark ends."""
    rest = line.text[mark.end() :].lstrip()
    if mark.start() == 0 or len(rest) < 20:
        return None
    pieces = _pieces(line.text[: mark.start()], known, outlet)
    return pieces if pieces is not None and _holds(pieces, mark, rest, known) else None


def _holds(pieces: list[_Piece], mark: re.Match[str], rest: str, known: Phrases) -> bool:
    """Whether the pieces are a dateline, given the mark that ends them and the text after it."""
    kinds = {piece.kind for piece in pieces}
    places = [piece for piece in pieces if piece.kind == "place"]
    if not (places or kinds & {"medium", "agency"}) or len(pieces) > 6 or len(places) > 3:
        return False
    if not (rest[0].isupper() or rest[0].isdigit() or rest[0] in _OPENERS):
        return False
    if places and known.not_places & set(places[0].text.lower().split()):
        return False
    capitals = bool(places) and places[0].text.isupper() and len(places[0].text) > 2
    if mark["stop"]:
        return _is_sourced(pieces) or (
            capitals and len(pieces) > 1 and len(places) <= 2 and not places[-1].text.isupper()
        )
    if mark["colon"]:
        alone = len(pieces) == 1 and bool(places) and len(places[0].text.split()) <= 3
        alone = alone and len(rest.split()) >= _COLON_WORDS  # "Yangon: " but not the headline "Obama: We Are Ready."
        printed = any(piece.kind == "medium" and is_domain(piece.text) for piece in pieces)  # "Colombo, Suluh.id: "
        return alone or ("agency" in kinds and capitals) or (printed and len(pieces) == 2 and _short(places))
    return capitals or _is_sourced(pieces) or "day" in kinds or (len(places) <= 2 and _short(places))


def _is_sourced(pieces: list[_Piece]) -> bool:
    return any(piece.kind in ("medium", "agency") for piece in pieces)


def _short(places: list[_Piece]) -> bool:
    return all(len(place.text.split()) <= 3 for place in places)


def _dateline(line: Line, pieces: list[_Piece], mark: re.Match[str]) -> Dateline:
    capitals = [piece for piece in pieces if piece.kind == "place" and piece.text.isupper()]
    places = capitals or [piece for piece in pieces if piece.kind == "place" and not piece.bracketed]
    media = [piece.text for piece in pieces if piece.kind == "medium"]
    if not media and mark["stop"] and len(places) == 1:
        # "SAMAWAH, Pelita Timur. ": after the place a name that no country has is the paper's.
        media = [p.text for p in pieces if p.kind == "place" and p is not places[0] and not _is_country(p.text)]
    place = places[0] if places else None
    end = mark.end() - len(mark.group()) + len(mark.group().rstrip())
    return Dateline(
        start=line.start,
        end=line.start + end,
        body=line.start + len(line.text) - len(line.text[mark.end() :].lstrip()),
        place=(line.start + place.start, line.start + place.end) if place else None,
        agencies=tuple((line.start + p.start, line.start + p.end) for p in pieces if p.kind == "agency"),
        outlet=media[0] if media else None,
        strong=bool(capitals) or _is_sourced(pieces) or len(pieces) > 1,
    )


def _pieces(head: str, known: Phrases, outlet: str | None) -> list[_Piece] | None:
    """The pieces of a dateline's head, or ``None`` where one of them is nothing that stands in a dateline."""
    days = [found.span() for found in _day(known).finditer(head)]
    blanked = list(head)
    for start, end in days:
        blanked[start:end] = " " * (end - start)
    pieces = [_Piece(start, end, head[start:end], "day", False) for start, end in days]
    for start, end in _stretches("".join(blanked)):
        words = head[start:end]
        bracketed = head[:start].count("(") > head[:start].count(")")
        kind = _kind(words, known, outlet, bracketed)
        if kind is None:
            return None
        pieces.append(_Piece(start, end, words, kind, bracketed))
    return sorted(pieces, key=lambda piece: piece.start)


def _stretches(head: str) -> Iterator[tuple[int, int]]:
    """What stands between commas, brackets, slashes and full stops, without the blanks about it."""
    edges = [0, *(edge for found in _CUT.finditer(head) for edge in found.span()), len(head)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        words = head[start:end]
        if words.strip(" ./"):
            begin = start + len(words) - len(words.lstrip(" ./"))
            yield begin, begin + len(words.strip(" ./"))


def _kind(words: str, known: Phrases, outlet: str | None, bracketed: bool) -> PieceKind | None:
    medium = find_medium(words)
    if medium is not None and medium.is_agency:
        return "agency"
    if medium is not None or is_domain(words) or (outlet and bare_name(words) == bare_name(outlet)):
        return "medium"
    parts = words.split()
    named = all(part[0].isupper() or part.lower() in known.inside or "-" in part for part in parts)
    if (
        words.lower() in known.dates
        or not named
        or not parts[0][0].isalpha()
        or not all(_WORD.fullmatch(part) for part in parts)
        or len(parts) > 5
    ):
        return None
    if has_name_word(words) or (bracketed and not _is_country(words)):
        return "medium"
    return "place" if sum(part.lower() not in known.inside for part in parts) <= 3 else None


@cache
def _day(known: Phrases) -> re.Pattern[str]:
    """Days as datelines write them: "Oct 3", "3 Oktober 2021", "Rabu (23/6)", "5/7", "July 5, 2022"."""
    month, weekday = f"(?:{known.months.pattern})", f"(?:{known.weekdays.pattern})"
    forms = (
        rf"\b{weekday}\b,?\s*\(?\d{{1,2}}[/-]\d{{1,2}}(?:[/-]\d{{2,4}})?\)?",
        rf"\b{month}\b\.?\s+\d{{1,2}}\b(?:st|nd|rd|th)?(?:,?\s+\d{{4}}\b)?",
        rf"\b(?:{weekday}\b,?\s+)?\d{{1,2}}\s+{month}\b\.?(?:,?\s+\d{{4}}\b)?",
        r"\(?\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b\)?",
        rf"\b{weekday}\b",
    )
    return re.compile("|".join(forms), re.I)


def _is_country(words: str) -> bool:
    return folded(words) in _countries()


@cache
def _countries() -> frozenset[str]:
    found: set[str] = set()
    states: list[dict[str, Any]] = entries("actors", "countries.yaml")
    for state in states:
        for language in ("id", "en"):
            names = state.get(language, {}).get("names", [])
            found |= {folded(form) for name in names for form in (name if isinstance(name, dict) else [name])}
    return frozenset(found)
