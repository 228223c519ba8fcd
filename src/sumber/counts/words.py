"""The words of `counted.yaml` in the form the room looks them up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from sumber.codebook import entries

_LISTS = (
    "counting", "subset", "tellers", "crowd", "goods", "distance", "percent", "never", "not_after", "ends", "more",
    "classifiers", "be",
)  # fmt: skip
#: Endings of plurals, and what the singular has for them.
_PLURALS = (("ies", "y"), ("es", ""), ("s", ""), ("men", "man"), ("children", "child"), ("wives", "wife"))


@dataclass(frozen=True, slots=True)
class Deed:
    """What befalls the people counted, and where they stand: before the word, after it, or (state) either."""

    what: str
    side: str


@dataclass(frozen=True, slots=True)
class CountedWords:
    """The lists of one language; all words lower case."""

    deeds: dict[tuple[str, ...], tuple[Deed, ...]]
    longest: int
    tolls: dict[str, str]
    counting: frozenset[str]
    subset: frozenset[str]
    people: frozenset[str]
    tellers: frozenset[str]
    crowd: frozenset[str]
    goods: frozenset[str]
    distance: frozenset[str]
    percent: frozenset[str]
    never: frozenset[str]
    not_after: frozenset[str]
    strong: tuple[str, ...]
    ends: frozenset[str]
    bounds: frozenset[tuple[str, ...]]
    aside: tuple[tuple[str, ...], ...]
    more: frozenset[str]
    classifiers: frozenset[str]
    be: frozenset[str]
    joins: frozenset[str]

    def kind(self, noun: str) -> str | None:
        """``people``, ``crowd``, ``goods`` or ``distance``; ``None`` for a noun in none of the lists."""
        for form in forms(noun):
            for kind in ("crowd", "people", "goods", "distance"):
                if form in getattr(self, kind):
                    return kind
        return None


def low(token: Token) -> str:
    """A token's text in lower case."""
    return token.text.lower()


def forms(word: str) -> list[str]:
    """A word and what it may be a plural or a reduplication of, lower case."""
    word = word.lower()
    found = [word]
    half, dash, rest = word.partition("-")
    if dash and half == rest:
        found.append(half)
    found += [word[: -len(end)] + new for end, new in _PLURALS if word.endswith(end) and len(word) > len(end) + 1]
    if word.endswith("nya"):
        found.append(word[:-3])
    return found


def _lower(words: Iterable[Any]) -> frozenset[str]:
    return frozenset(str(word).lower() for word in words)


def _role_nouns(lang: str) -> set[str]:
    """Head nouns of the roles that persons and groups bear: the first word in Indonesian, the last in English."""
    nouns: set[str] = set()
    for entry in entries(lang, "roles.yaml"):
        if entry.get("kind") in ("person", "group") and not entry.get("thing"):
            for phrase in (entry["role"], *entry.get("also", ())):
                words = str(phrase).lower().split()
                nouns.add(words[0] if lang == "id" else words[-1])
    return nouns


@cache
def counted_words(lang: str) -> CountedWords:
    """The words of a language, its role nouns counted among those for people."""
    table = entries(lang, "counted.yaml")
    bounds: dict[str, list[str]] = entries(lang, "numerals.yaml")["bounds"]
    deeds: dict[tuple[str, ...], list[Deed]] = {}
    for what, sides in table["deeds"].items():
        for side, words in sides.items():
            for word in words:
                deeds.setdefault(tuple(str(word).lower().split()), []).append(Deed(what, side))
    lists = {name: _lower(table[name]) for name in _LISTS}
    return CountedWords(
        deeds={words: tuple(found) for words, found in deeds.items()},
        longest=max(map(len, deeds)),
        tolls={phrase: what for what, phrases in table["tolls"].items() for phrase in phrases},
        people=_lower(table["people"]) | _role_nouns(lang) - lists["goods"],
        strong=tuple(table["strong"]),
        joins=_lower(table["and"]),
        aside=tuple(tuple(phrase.split()) for phrase in table["aside"]),
        bounds=frozenset(tuple(phrase.split()) for phrases in bounds.values() for phrase in phrases),
        **lists,
    )
