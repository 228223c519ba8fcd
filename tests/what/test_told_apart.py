"""Words that look like a deed, a denial or a call and are none, and arms that change hands."""

from __future__ import annotations

import pytest

from sumber.model import Document, Record
from sumber.pipeline import code_document


def _coded(text: str, lang: str) -> Record:
    return code_document(Document("d", text, lang=lang, plain=True, published="2024-05-03"))


def _countries(record: Record, ids: tuple[str, ...]) -> list[str | None]:
    return [actor.country for actor in record.actors if actor.id in ids]


@pytest.mark.parametrize(
    "text",
    [
        "The director of a rights group called on President Kenya Moraa to protect villagers.",
        "The opposition leader called on Prime Minister Vibol Chea to resign.",
    ],
)
def test_to_call_on_an_office_is_to_ask_it(text: str) -> None:
    (event,) = _coded(text, "en").events
    assert event.type == "REQUEST"
    assert event.recipients


def test_what_was_told_to_an_agency_is_no_demand() -> None:
    text = "The pact was signed in Ankara by Mali and Niger, two officials told Reuters on condition of anonymity."
    assert "REQUEST" not in {event.type for event in _coded(text, "en").events}


@pytest.mark.parametrize(
    ("lang", "text", "actor", "recipient"),
    [
        ("en", "Turkey will export 48 of its KAAN fighter jets to Indonesia, officials said.", "TUR", "IDN"),
        ("en", "Egypt bought an air defence system from Germany.", "EGY", "DEU"),
        ("id", "Indonesia membeli sistem pertahanan udara dari Turki.", "IDN", "TUR"),
    ],
)
def test_arms_change_hands(lang: str, text: str, actor: str, recipient: str) -> None:
    record = _coded(text, lang)
    event = next(one for one in record.events if one.type == "COOPERATE")
    assert _countries(record, event.actors) == [actor]
    assert _countries(record, event.recipients) == [recipient]


def test_to_dismiss_criticism_denies_no_deed() -> None:
    text = (
        "The Greek foreign minister criticised the sale, saying Athens would raise it at a NATO meeting. "
        "A spokeswoman for Turkey's defence ministry dismissed the criticism."
    )
    record = _coded(text, "en")
    assert all(event.status != "denied" for event in record.events)
    reject = next(event for event in record.events if event.type == "REJECT")
    assert _countries(record, reject.recipients) == ["GRC"]
