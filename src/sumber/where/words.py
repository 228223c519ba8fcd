"""The words around place names, from ``codebook/places/position.yaml`` and ``common.yaml``, ready for look-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sumber.codebook import entries
from sumber.where.names import Names

Cue = Literal["city", "area"]


class CuePhrases:
    """Phrases of up to four words, each with the kind of place that it shows."""

    def __init__(self, cues: Mapping[str, Cue]) -> None:
        self._cues = {tuple(phrase.split()): cue for phrase, cue in cues.items()}
        self._firsts = frozenset(words[0] for words in self._cues)
        self._lasts = frozenset(words[-1] for words in self._cues)

    def of(self, word: str) -> Cue | None:
        """The cue of a phrase of one word."""
        return self._cues.get((word,))

    def ending(self, words: Sequence[str], end: int) -> tuple[int, Cue] | None:
        """The longest phrase that ends before ``words[end]``: its length in words and its cue."""
        if end < 1 or words[end - 1] not in self._lasts:
            return None
        found = ((length, self._cues.get(tuple(words[end - length : end]))) for length in range(min(4, end), 0, -1))
        return next(((length, cue) for length, cue in found if cue), None)

    def starting(self, words: Sequence[str], start: int) -> tuple[int, Cue] | None:
        """The longest phrase that begins at ``words[start]``: its length in words and its cue."""
        if start >= len(words) or words[start] not in self._firsts:
            return None
        lengths = range(min(4, len(words) - start), 0, -1)
        found = ((length, self._cues.get(tuple(words[start : start + length]))) for length in lengths)
        return next(((length, cue) for length, cue in found if cue), None)


@dataclass(frozen=True, slots=True)
class PositionWords:
    """The words of one language; phrases are tuples of lower-case words."""

    locative: frozenset[str]
    not_locative: frozenset[tuple[str, ...]]
    before: CuePhrases
    after: CuePhrases
    side: frozenset[str]
    passed: frozenset[str]
    part: frozenset[str]
    joins: frozenset[str]
    struck: frozenset[tuple[str, ...]]
    institution_before: frozenset[tuple[str, ...]]
    institution_after: frozenset[str]
    goes_on: frozenset[str]


@cache
def position_words(lang: str) -> PositionWords:
    """The words of position of a language."""
    words = entries("places", "position.yaml")[lang]
    return PositionWords(
        frozenset(words["locative"]),
        frozenset(tuple(phrase.split()) for phrase in words["not_locative"]),
        _phrases(words["area"], words["city"]),
        _phrases(words["area_after"], words["city_after"]),
        frozenset(words["side"]),
        frozenset(words["passed"]),
        frozenset(words["part"]),
        frozenset(words["joins"]),
        frozenset(tuple(phrase.split()) for phrase in words["struck"]),
        frozenset(tuple(phrase.split()) for phrase in words["institution_before"]),
        frozenset(words["institution_after"]),
        frozenset(words["goes_on"]),
    )


def _phrases(areas: Sequence[str], cities: Sequence[str]) -> CuePhrases:
    return CuePhrases({**dict.fromkeys(areas, "area"), **dict.fromkeys(cities, "city")})


@cache
def common_words() -> tuple[frozenset[str], frozenset[str]]:
    """Words that are never a place, and words that are one only right after a preposition of place."""
    words = entries("places", "common.yaml")
    return frozenset(words["never"]), frozenset(words["guarded"])


@cache
def words_inside() -> frozenset[str]:
    """Small words inside names of places: "Rio de Janeiro"."""
    return frozenset(entries("places", "common.yaml")["inside"])


@cache
def organization_names(lang: str) -> Names[str]:
    """The names of known organisations, which hide the places inside them."""
    organizations = entries("actors", "organizations.yaml")
    return Names((alias, entry["name"]) for entry in organizations for alias in entry.get(lang, ()))
