"""The word lists of the codebook that this room reads: abbreviations, function words, forms of words."""

from __future__ import annotations

from functools import cache
from typing import Any

from sumber.codebook import entries

LANGUAGES = ("id", "en")


def read_table(lang: str, name: str) -> dict[str, Any]:
    """The table `name`.yaml of one language. Raises CodebookError when the codebook has none."""
    table: dict[str, Any] = entries(lang, f"{name}.yaml")
    return table


@cache
def abbreviations() -> dict[str, frozenset[str]]:
    """Abbreviations of all languages by kind: `title` stands before a name, `other` may end a sentence."""
    merged: dict[str, set[str]] = {"title": set(), "other": set()}
    for lang in LANGUAGES:
        for kind, words in read_table(lang, "abbreviations").items():
            merged[kind].update(words)
    return {kind: frozenset(words) for kind, words in merged.items()}


@cache
def function_words(lang: str) -> frozenset[str]:
    """The commonest function words of a language, lower case."""
    return frozenset(read_table(lang, "language")["function_words"])


@cache
def affixes(lang: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How words of a language typically begin and end."""
    table = read_table(lang, "language")
    return tuple(table["beginnings"]), tuple(table["endings"])


@cache
def sentence_openers() -> frozenset[str]:
    """Function words of all languages: what most often opens a sentence after an abbreviation."""
    return frozenset().union(*(function_words(lang) for lang in LANGUAGES))
