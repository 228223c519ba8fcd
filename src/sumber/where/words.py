"""The words around place names, from ``codebook/places/position.yaml`` and ``common.yaml``, ready for look-up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sumber.codebook import entries
from sumber.where.names import Names

Cue = Literal["city", "area"]
Phrases = dict[tuple[str, ...], Cue]


@dataclass(frozen=True, slots=True)
class PositionWords:
    """The words of one language; phrases are tuples of lower-case words."""

    locative: frozenset[str]
    not_locative: frozenset[tuple[str, ...]]
    before: Phrases
    after: Phrases
    side: frozenset[str]
    joins: frozenset[str]
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
        {**_phrases(words["area"], "area"), **_phrases(words["city"], "city")},
        {**_phrases(words["area_after"], "area"), **_phrases(words["city_after"], "city")},
        frozenset(words["side"]),
        frozenset(words["joins"]),
        frozenset(tuple(phrase.split()) for phrase in words["institution_before"]),
        frozenset(words["institution_after"]),
        frozenset(words["goes_on"]),
    )


def _phrases(phrases: Sequence[str], cue: Cue) -> Phrases:
    return {tuple(phrase.split()): cue for phrase in phrases}


def phrase_ending(words: Sequence[str], end: int, phrases: Phrases) -> tuple[int, Cue] | None:
    """The longest phrase that ends before ``words[end]``: its length in words and its cue."""
    for length in range(min(4, end), 0, -1):
        cue = phrases.get(tuple(words[end - length : end]))
        if cue:
            return length, cue
    return None


def phrase_starting(words: Sequence[str], start: int, phrases: Phrases) -> tuple[int, Cue] | None:
    """The longest phrase that begins at ``words[start]``: its length in words and its cue."""
    for length in range(min(4, len(words) - start), 0, -1):
        cue = phrases.get(tuple(words[start : start + length]))
        if cue:
            return length, cue
    return None


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
