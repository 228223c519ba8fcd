"""Parties from events told before: deliveries, `the proposal`; bare verbs behind the pronoun of who acts."""

from __future__ import annotations

from collections.abc import Callable

from sumber.model import Event, Record


def _countries(record: Record, ids: tuple[str, ...]) -> set[str | None]:
    return {actor.country for actor in record.actors if actor.id in ids}


def _one(record: Record, name: str) -> Event:
    found = [event for event in record.events if event.type == name]
    assert found, [(event.type, event.rule) for event in record.events]
    return found[-1]


def test_delivery_has_the_parties_of_the_deal(code: Callable[..., Record]) -> None:
    text = "Peru telah menerima enam helikopter dari Swedia, Kamis. Dua helikopter lainnya bakal dikapalkan pada Juni."
    record = code(text, "id", "2024-02-02")
    event = _one(record, "COOPERATE")
    assert event.status == "planned"
    assert _countries(record, event.actors) == {"SWE"}
    assert _countries(record, event.recipients) == {"PER"}


def test_the_proposal_points_back(code: Callable[..., Record]) -> None:
    text = "Turkey offered to host a summit. Egypt turned the proposal down on Tuesday."
    record = code(text, "en", "2024-02-02")
    assert _countries(record, _one(record, "REJECT").recipients) == {"TUR"}


def test_bare_verb_behind_a_pronoun(code: Callable[..., Record]) -> None:
    text = '"Bila sanksi diperluas, perusahaan Inggris akan kami sita," kata Presiden Georgia Ilia Beridze.'
    record = code(text, "id", "2024-02-02")
    event = _one(record, "COERCE")
    assert event.status == "threatened"
    assert _countries(record, event.actors) == {"GEO"}
