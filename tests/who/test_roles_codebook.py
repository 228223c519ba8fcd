"""Every role of the codebook, by its own example: an actor with that head and that sector."""

from __future__ import annotations

from typing import Any

import pytest

from sumber.codebook import entries
from sumber.parse import find_tokens
from sumber.tend.kinds import ROLE
from sumber.who.words import role_named, roles
from tests.who.conftest import Who

LANGUAGES = ("id", "en")
ENTRIES = [(lang, entry) for lang in LANGUAGES for entry in entries(lang, "roles.yaml")]


def _roles_in(words: str, lang: str) -> set[str]:
    """The roles whose forms stand in a mention."""
    tokens = [words[start:end].lower() for start, end in find_tokens(words)]
    matches = (roles(lang).match(tokens, i) for i in range(len(tokens)))
    return {match[1].role for match in matches if match}


@pytest.mark.parametrize(("lang", "entry"), ENTRIES, ids=[f"{lang}-{entry['role']}" for lang, entry in ENTRIES])
def test_the_example_has_its_actor(who: Who, lang: str, entry: dict[str, Any]) -> None:
    found = who(entry["example"], lang)
    hits = [
        actor
        for actor in found.actors
        for mention, words in zip(actor.mentions, found.words(actor), strict=True)
        if mention.how == "role" and entry["role"] in _roles_in(words, lang)
    ]
    assert hits, [actor.name for actor in found.actors]
    if entry["sectors"] and not entry.get("inherit"):
        assert any(set(entry["sectors"]) & set(actor.sectors) for actor in hits)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_codebook_keeps_to_its_schema(lang: str) -> None:
    listed = entries(lang, "roles.yaml")
    assert len(listed) >= 250
    for entry in listed:
        assert list(ROLE.faults(entry)) == [], entry


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_form_stands_under_two_roles(lang: str) -> None:
    seen: dict[str, str] = {}
    for entry in entries(lang, "roles.yaml"):
        for form in (entry["role"], *entry.get("also", ())):
            assert seen.setdefault(form, entry["role"]) == entry["role"], form


@pytest.mark.parametrize("lang", LANGUAGES)
def test_titles_name_roles_of_the_codebook(lang: str) -> None:
    for entry in entries(lang, "titles.yaml")["titles"]:
        if entry["role"] is not None:
            assert role_named(lang, entry["role"]).kind == "person"
