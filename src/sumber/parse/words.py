"""The word lists of the codebook that this room reads: abbreviations, function words, forms of words."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

LANGUAGES = ("id", "en")


@cache
def read_table(lang: str, name: str) -> dict[str, Any]:
    """The table `name`.yaml of one language. Raises FileNotFoundError when the codebook has none."""
    source = resources.files("sumber.codebook").joinpath(lang, f"{name}.yaml")
    loaded = yaml.load(source.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return dict(loaded)


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
def sentence_openers() -> frozenset[str]:
    """Function words of all languages: what most often opens a sentence after an abbreviation."""
    return frozenset().union(*(function_words(lang) for lang in LANGUAGES))
