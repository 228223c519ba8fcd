"""The small words of a language by which noun phrases are built, and the table that matches phrases of words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sumber.codebook import entries
from sumber.errors import CodebookError
from sumber.parse import find_tokens

Order = Literal["before", "after"]


class WordTable:
    """WordTable of one or more tokens with what each means; the longest match wins."""

    def __init__(self, items: Iterable[tuple[str, Any]]) -> None:
        self._table: dict[str, dict[tuple[str, ...], Any]] = {}
        self._lengths: dict[str, list[int]] = {}  # of the phrases that begin with a word, the longest first
        for phrase, value in items:
            words = tuple(phrase[start:end].lower() for start, end in find_tokens(phrase))
            if not words:
                raise CodebookError(f"a phrase without a word: {phrase!r}")
            self._table.setdefault(words[0], {}).setdefault(words, value)
        for first, found in self._table.items():
            self._lengths[first] = sorted({len(words) for words in found}, reverse=True)
        self._lasts = frozenset(words[-1] for found in self._table.values() for words in found)

    def opens(self, word: str) -> bool:
        """True where a phrase begins with the word."""
        return word in self._table

    def match(self, words: list[str], start: int) -> tuple[int, Any] | None:
        """The longest phrase that begins at ``start`` as (end, value)."""
        found = self._table.get(words[start])
        if found is None:
            return None
        for length in self._lengths[words[start]]:
            phrase = tuple(words[start : start + length])
            if phrase in found:
                return start + len(phrase), found[phrase]
        return None

    def ends(self, words: list[str], end: int, longest: int = 4) -> int | None:
        """The start of the longest phrase that ends at ``end``, or ``None``."""
        if end < 1 or words[end - 1] not in self._lasts:
            return None
        for start in range(max(0, end - longest), end):
            found = self._table.get(words[start])
            if found is not None and tuple(words[start:end]) in found:
                return start
        return None


@dataclass(frozen=True)
class Grammar:
    """The small words of one language, from ``who_grammar.yaml``."""

    order: Order
    definite: WordTable
    indefinite: WordTable
    several: WordTable
    quantifying: WordTable
    classifier: WordTable
    of: WordTable
    at: WordTable
    place_before: WordTable
    relative: frozenset[str]
    anonymity: frozenset[str]
    copula: frozenset[str]
    local: frozenset[str]
    conjunctions: frozenset[str]
    prefixes: WordTable
    speech_before: WordTable
    not_name: frozenset[str]
    never: frozenset[str]
    body_words: frozenset[str]
    place_nouns: frozenset[str]
    possessor: frozenset[str]
    counts: dict[str, int]
    leads: frozenset[str]
    abroad: frozenset[str]
    seat: frozenset[str]
    stays: frozenset[str]
    based: frozenset[str]
    fields: frozenset[str]
    within: frozenset[str]
    organs: frozenset[str]
    ages: frozenset[str]
    facing: frozenset[str]
    arrives: frozenset[str]
    heads: frozenset[str]
    every: frozenset[str]
    kinds: dict[str, str]
    determiners: frozenset[str]

    def kin(self, gloss: str) -> str:
        """The institution that a sense names: army, troops and soldiers are one."""
        return self.kinds.get(gloss, gloss)

    def determines(self, word: str) -> bool:
        """True for a determiner of one word."""
        return word in self.determiners


@cache
def grammar(lang: str) -> Grammar:
    """The small words of a language."""
    raw = entries(lang, "who_grammar.yaml")

    def phrases(key: str) -> WordTable:
        return WordTable((str(word), True) for word in raw[key])

    def words(key: str) -> frozenset[str]:
        return frozenset(raw[key])

    return Grammar(
        order=raw["order"],
        definite=phrases("definite"),
        indefinite=phrases("indefinite"),
        several=phrases("several"),
        quantifying=phrases("quantifying"),
        classifier=phrases("classifier"),
        of=phrases("of"),
        at=phrases("at"),
        place_before=phrases("place_before"),
        prefixes=WordTable((word, tuple(value.get("sectors", ()))) for word, value in raw["prefixes"].items()),
        speech_before=phrases("speech_before"),
        relative=words("relative"),
        anonymity=words("anonymity"),
        copula=words("copula"),
        local=words("local"),
        conjunctions=words("and"),
        not_name=words("not_name"),
        never=words("never"),
        body_words=words("body_words"),
        place_nouns=words("place_nouns"),
        possessor=words("possessor"),
        counts=dict(raw["counts"]),
        leads=words("leads"),
        abroad=words("abroad"),
        seat=words("seat"),
        stays=words("stays"),
        based=words("based"),
        fields=words("fields"),
        within=words("within"),
        organs=words("organs"),
        ages=words("ages"),
        facing=words("facing"),
        arrives=words("arrives"),
        heads=words("heads"),
        every=words("every"),
        determiners=words("definite") | words("indefinite") | words("several"),
        kinds={gloss: kin for kin, glosses in raw["institutions"].items() for gloss in glosses},
    )
