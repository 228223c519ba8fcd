"""Whom a word of speech is for where it has no party of its own, and nouns that two states share."""

from __future__ import annotations

import pytest

from sumber.model import Document, Event, Record
from sumber.pipeline import code_document


def _coded(text: str, lang: str) -> tuple[Record, Event]:
    record = code_document(Document("d", text, lang=lang, plain=True, published="2024-05-03"))
    assert record.events, text
    return record, record.events[0]


def _countries(record: Record, ids: tuple[str, ...]) -> set[str | None]:
    return {actor.country for actor in record.actors if actor.id in ids}


@pytest.mark.parametrize(
    ("lang", "text", "country"),
    [
        ("en", "Cyprus demanded that Turkey withdraw its survey ship.", "TUR"),
        ("id", "Siprus menuntut agar Turki menarik kapal surveinya.", "TUR"),
        ("en", "Serbia rejected an Australian ultimatum on Thursday.", "AUS"),
    ],
)
def test_a_demand_or_refusal_is_for_whom_it_names(lang: str, text: str, country: str) -> None:
    record, event = _coded(text, lang)
    assert _countries(record, event.recipients) == {country}


@pytest.mark.parametrize(
    ("lang", "text", "countries"),
    [
        ("en", "Hungarian and Romanian officials agreed on Wednesday to share water.", {"HUN", "ROU"}),
        ("id", "Pasukan Rusia dan Belarus menggelar latihan bersama.", {"RUS", "BLR"}),
        ("en", "Hungarian officials agreed on Wednesday to share water.", {"HUN"}),
    ],
)
def test_states_that_share_a_noun_are_all_parties(lang: str, text: str, countries: set[str]) -> None:
    record, event = _coded(text, lang)
    assert _countries(record, event.actors) == countries
