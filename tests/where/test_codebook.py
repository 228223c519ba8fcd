"""The hand tables keep to their schema, and cover what they promise."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from sumber.codebook import entries
from sumber.tend.kinds import COUNTRY, ORGANIZATION
from sumber.where.gazetteer import spots

LANGUAGES = ("id", "en")


def countries() -> list[dict[str, Any]]:
    return list(entries("actors", "countries.yaml"))


def organizations() -> list[dict[str, Any]]:
    return list(entries("actors", "organizations.yaml"))


def test_every_state_has_names_in_both_languages() -> None:
    assert len({entry["iso3"] for entry in countries() if not entry.get("de_facto")}) >= 240
    for entry in countries():
        assert re.fullmatch("[A-Z]{3}", entry["iso3"])
        assert all(entry[lang]["names"] for lang in LANGUAGES), entry["iso3"]
        assert list(COUNTRY.faults(entry)) == [], entry["iso3"]


def test_english_adjectives_are_there_for_the_states() -> None:
    without = {
        entry["iso3"]
        for entry in countries()
        if "adjectives" not in entry["en"] and not {"state", "de_facto"} & set(entry)
    }
    # The Central African Republic, the Congo of Brazzaville and Dominica share theirs with others.
    assert without == {"CAF", "COG", "DMA", "HKG", "SLB"}


def test_no_name_means_two_states() -> None:
    for lang in LANGUAGES:
        names = Counter(name for entry in countries() for name in entry[lang]["names"] if isinstance(name, str))
        assert [name for name, count in names.items() if count > 1] == []


def test_organizations_keep_their_schema() -> None:
    assert len(organizations()) >= 250
    for entry in organizations():
        assert list(ORGANIZATION.faults(entry)) == [], entry["name"]
        assert entry["country"] is None or re.fullmatch("[A-Z]{3}", entry["country"])
        assert entry["sectors"]
    names = Counter(entry["name"] for entry in organizations())
    assert max(names.values()) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_hand_places_resolve_to_themselves(lang: str) -> None:
    for entry in entries("places", "extra.yaml"):
        for name in entry[lang]:
            assert entry["name"] in {spot.name for spot in spots(name, lang)}, name


def test_common_words_are_words() -> None:
    words = entries("places", "common.yaml")
    assert all(isinstance(word, str) and word == word.lower() for key in words for word in words[key])
    assert not set(words["never"]) & set(words["guarded"])
