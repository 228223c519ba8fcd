"""The trigger files keep to their schema, and their examples hold the words they are examples of."""

from __future__ import annotations

import re
from typing import Any

import pytest

from sumber.codebook import tree
from sumber.model import EVENT_TYPES
from sumber.what.inflect import verb_forms
from sumber.what.plover import context_names, frames, type_cards

LANGUAGES = ("id", "en")
FORM_KEYS = ("verb", "active", "passive", "noun")
LIST_KEYS = ("modes", "contexts", "active", "passive", "noun", "object", "not_object", "subject", "recipient",
             "actors", "recipients")  # fmt: skip
KEYS = {"rule", "verb", "particle", "frame", "needs", "needs_actor", "status", "example", *LIST_KEYS}
NEEDS = {"any", "human", "state", "armed"}
FEWEST_ENTRIES = 900  # a language
FEWEST_OF_A_TYPE = 14

Entry = dict[str, Any]
ENTRIES = [
    pytest.param(lang, stem, entry, id=f"{lang}-{entry.get('rule')}.{stem}")
    for lang in LANGUAGES
    for stem, entries in tree(lang, "triggers").items()
    for entry in entries
]


def _words(entry: Entry, key: str) -> list[str]:
    value = entry.get(key)
    return [] if value is None else value if isinstance(value, list) else [value]


def _surface(entry: Entry, lang: str) -> set[str]:
    """Every form the example may show: verbs inflected, English nouns in both numbers, id nouns as they stand."""
    found = {form for key in FORM_KEYS[1:] for form in _words(entry, key)}
    for verb in _words(entry, "verb"):
        found |= set(verb_forms(verb))
    if lang == "en":
        for noun in _words(entry, "noun"):
            found |= {f"{noun}s", f"{noun}es", f"{noun[:-1]}ies"}
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_type_has_a_file_with_enough_entries(lang: str) -> None:
    files = tree(lang, "triggers")
    assert {stem.upper() for stem in files} == set(EVENT_TYPES)
    assert sum(map(len, files.values())) >= FEWEST_ENTRIES
    assert {stem: len(entries) for stem, entries in files.items() if len(entries) < FEWEST_OF_A_TYPE} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_rules_are_unique_within_their_type(lang: str) -> None:
    for stem, entries in tree(lang, "triggers").items():
        rules = [entry["rule"] for entry in entries]
        assert sorted({rule for rule in rules if rules.count(rule) > 1}) == [], stem


@pytest.mark.parametrize("lang", LANGUAGES)
def test_examples_are_not_used_twice(lang: str) -> None:
    examples = [entry["example"] for entries in tree(lang, "triggers").values() for entry in entries]
    assert sorted({text for text in examples if examples.count(text) > 1}) == []


@pytest.mark.parametrize(("lang", "stem", "entry"), ENTRIES)
def test_entry_keeps_to_the_schema(lang: str, stem: str, entry: Entry) -> None:
    assert set(entry) <= KEYS
    assert re.fullmatch(r"[a-z][a-z-]*", entry["rule"])
    assert any(entry.get(key) for key in FORM_KEYS)
    assert all(isinstance(entry[key], list) for key in LIST_KEYS if key in entry)
    for key in (*LIST_KEYS, "verb", "particle"):
        # an unquoted on, off, no or yes is a truth value in YAML, not a word
        assert all(isinstance(word, str) and word for word in _words(entry, key)), key
    assert set(_words(entry, "modes")) <= set(type_cards()[stem.upper()].modes)
    assert set(_words(entry, "contexts")) <= set(context_names())
    assert entry.get("frame", "directed") in frames()
    assert {entry[key] for key in ("needs", "needs_actor") if key in entry} <= NEEDS


@pytest.mark.parametrize(("lang", "stem", "entry"), ENTRIES)
def test_forms_are_lower_case(lang: str, stem: str, entry: Entry) -> None:
    for key in (*FORM_KEYS, "object", "not_object", "subject", "particle"):
        assert [word for word in _words(entry, key) if word != word.lower()] == [], key
    assert not (lang == "en" and (entry.get("active") or entry.get("passive"))), "English has verb"
    assert not (lang == "id" and entry.get("verb")), "Indonesian has active and passive"


@pytest.mark.parametrize(("lang", "stem", "entry"), ENTRIES)
def test_example_holds_a_form_and_the_parties(lang: str, stem: str, entry: Entry) -> None:
    example = entry["example"]
    assert example.lstrip('"“‘').strip()[0].isupper()
    assert example.endswith((".", '."', ".”"))
    text = " ".join(re.findall(r"[\w'-]+", example.lower()))
    found = [form for form in _surface(entry, lang) if re.search(rf"\b{re.escape(form)}", text)]
    assert found, sorted(_surface(entry, lang))
    for key in ("actors", "recipients"):
        assert [word for word in _words(entry, key) if word not in example] == [], key
