"""The trigger files keep to their schema, and their examples hold the words they are examples of."""

from __future__ import annotations

from typing import Any

import pytest

from sumber.codebook import tree
from sumber.model import EVENT_TYPES
from sumber.what.plover import type_cards
from sumber.what.schema import LISTS, broken, careless

LANGUAGES = ("id", "en")
FEWEST_ENTRIES = 900  # a language
FEWEST_OF_A_TYPE = 14

Entry = dict[str, Any]
ENTRIES = [
    pytest.param(lang, stem, entry, id=f"{lang}-{entry.get('rule')}.{stem}")
    for lang in LANGUAGES
    for stem, entries in tree(lang, "triggers").items()
    for entry in entries
]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_type_has_a_file_with_enough_entries(lang: str) -> None:
    files = tree(lang, "triggers")
    assert {stem.upper() for stem in files} == set(EVENT_TYPES)
    assert sum(map(len, files.values())) >= FEWEST_ENTRIES
    assert {stem: len(entries) for stem, entries in files.items() if len(entries) < FEWEST_OF_A_TYPE} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_examples_are_not_used_twice(lang: str) -> None:
    examples = [entry["example"] for entries in tree(lang, "triggers").values() for entry in entries]
    assert sorted({text for text in examples if examples.count(text) > 1}) == []


@pytest.mark.parametrize(("lang", "stem", "entry"), ENTRIES)
def test_entry_keeps_to_the_schema(lang: str, stem: str, entry: Entry) -> None:
    assert list(broken(entry, type_cards()[stem.upper()])) == []
    assert list(careless(entry, lang)) == []


@pytest.mark.parametrize(("lang", "stem", "entry"), ENTRIES)
def test_entry_is_written_like_the_others(lang: str, stem: str, entry: Entry) -> None:
    """The package's own style, which a user's folder need not keep."""
    assert all(isinstance(entry[key], list) for key in LISTS if key in entry and key != "particle")
    assert entry["example"].lstrip('"“‘').strip()[0].isupper()
    assert entry["example"].endswith((".", '."', ".”"))
