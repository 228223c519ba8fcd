"""The word knowledge of this room, from ``codebook/<lang>/layout.yaml``, in the form that the rules ask for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sumber.codebook import entries
from sumber.model import BlockKind

_GROUP = re.compile(r"\(\?P<\w+>")
_LINK = 200  # characters of a related link behind a paragraph: what is longer has text behind it


@dataclass(frozen=True, slots=True)
class LinePattern:
    """A whole line that is known by its wording."""

    kind: BlockKind
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """What lines of furniture are made of in one language and those that stand on its pages too. All lower case.

    There is one for a language, so one is equal to itself only: to hash all the words at each look-up took long.
    """

    lines: tuple[LinePattern, ...]
    any_line: re.Pattern[str]  # takes what one of the lines takes
    related: re.Pattern[str]  # a header, with what follows it as group `rest`
    related_alone: frozenset[str]
    inline_related: re.Pattern[str]  # a related link at the end of a paragraph
    call_verbs: re.Pattern[str]
    call_objects: re.Pattern[str]
    home: frozenset[str]
    sections: frozenset[str]
    label: re.Pattern[str]  # "Editor: ", "Penulis : "
    label_words: frozenset[str]
    label_bare: re.Pattern[str]  # "Editor Dian Lestari"
    by: re.Pattern[str]
    credit: re.Pattern[str]
    photo: re.Pattern[str]
    photo_start: re.Pattern[str]
    photo_words: re.Pattern[str]
    photo_cues: re.Pattern[str]
    dates: frozenset[str]
    stamp_words: frozenset[str]
    months: re.Pattern[str]
    weekdays: re.Pattern[str]
    not_places: frozenset[str]
    inside: frozenset[str]
    joins: frozenset[str]
    join: re.Pattern[str]


@cache
def phrases(lang: str) -> Phrases:
    """The phrases for pages in `lang`. Raises CodebookError where the codebook has no such language."""
    tables = [entries(lang, "layout.yaml")]
    tables += [entries(other, "layout.yaml") for other in tables[0].get("also", [])]

    def words(*path: str) -> list[str]:
        found: list[str] = []
        for table in tables:
            value: Any = table
            for key in path:
                value = value[key]
            found += [word.lower() for word in value]
        return found

    known = [entry for table in tables for entry in table["lines"]]
    related = _any(words("related"))
    links = _any(word for word in words("related") if " " in word)
    return Phrases(
        lines=tuple(LinePattern(entry["kind"], re.compile(entry["pattern"], re.I)) for entry in known),
        any_line=re.compile("|".join(f"(?:{_GROUP.sub('(?:', entry['pattern'])})" for entry in known), re.I),
        related=re.compile(rf"\W{{0,3}}(?P<header>{related})\b\s*(?P<mark>[:>|–—-]*)\s*(?P<rest>.*)", re.I),
        related_alone=frozenset(words("related") + words("lists")),
        inline_related=re.compile(
            rf"(?<=[.!?\"”’)\]])\s+[(\[]?(?P<link>(?:{links})\s*:\s.{{3,{_LINK}}})$",
            re.I,
        ),
        call_verbs=re.compile(rf"\W{{0,2}}(?:{_any(words('calls', 'verbs'))})\b", re.I),
        call_objects=re.compile(rf"\b(?:{_any(words('calls', 'objects'))})\b", re.I),
        home=frozenset(words("home")),
        sections=frozenset(words("sections")),
        label=re.compile(rf"\W{{0,2}}(?:{_any(words('labels'))})(?:\s+[^\W\d]+)?\s*[:|]\s*(?P<rest>\S.*)?", re.I),
        label_words=frozenset(word for label in words("labels") for word in label.split()),
        label_bare=re.compile(rf"(?:{_any(w for w in words('labels') if len(w) > 4)})\s+(?P<rest>[A-Z].*)", re.I),
        by=re.compile(rf"(?:{_any(words('by'))})\s+(?P<rest>\S.*)", re.I),
        credit=re.compile(rf"[(\[]?\s*(?:{_any(words('credits'))})\s*[:/]\s*(?P<rest>\S.*?)\s*[)\]]?", re.I),
        photo=re.compile(rf"[(\[]?(?:{_any(words('photo'))})\b\s*(?:[:|/]|\s[-–—]\s)\s*(?P<rest>\S.*)", re.I),
        photo_start=re.compile(rf"(?:{_any(words('photo'))})\b", re.I),
        photo_words=re.compile(rf"(?<!\w)(?:{_any(words('photo_words'))})(?!\w)", re.I),
        photo_cues=re.compile(rf"(?<!\w)(?:{_any(words('photo_cues'))})(?!\w)", re.I),
        dates=frozenset(words("weekdays") + words("months")),
        stamp_words=frozenset(words("clock") + words("stamp_words")),
        months=re.compile(_any(words("months")), re.I),
        weekdays=re.compile(_any(words("weekdays")), re.I),
        not_places=frozenset(words("not_places")),
        inside=frozenset(words("inside")),
        joins=frozenset(words("joins")),
        join=re.compile(rf"\s+(?:{_any(words('joins'))})\s+", re.I),
    )


def _any(words: Iterable[str]) -> str:
    """An alternation, longest first, in which any run of blanks matches any other."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered)
