"""Meetings in which words were spoken, and deeds told only to say since when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sumber.model import Record


def _names(record: Record, ids: tuple[str, ...]) -> set[str]:
    return {actor.name for actor in record.actors if actor.id in ids}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "id",
            '"Kapal itu sudah berlayar," kata Menteri Perdagangan Kenya Jane Otieno kepada Menteri Pertanian Togo'
            " Kofi Mensah dalam pertemuan di Nairobi, Selasa.",
        ),
        (
            "en",
            "“The ship has sailed,” Kenyan Trade Minister Jane Otieno told Togolese Farm Minister Kofi Mensah during"
            " a meeting in Nairobi on Tuesday.",
        ),
    ],
)
def test_those_who_speak_are_those_who_met(code: Callable[..., Record], lang: str, text: str) -> None:
    record = code(text, lang, "2024-05-03")
    met = [event for event in record.events if event.type == "CONSULT"]
    assert [_names(record, event.actors) for event in met] == [{"Jane Otieno", "Kofi Mensah"}]
    assert met[0].recipients == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "Ini kunjungan kedua Jenderal Somé sejak ia merebut kekuasaan. Ia bertemu Presiden Ruto di Nairobi."),
        ("en", "It is General Somé's second trip since he seized power. He met President Ruto in Nairobi."),
    ],
)
def test_since_when_is_history(code: Callable[..., Record], lang: str, text: str) -> None:
    record = code(text, lang, "2024-05-03")
    history = {event.type: (event.background, event.begin) for event in record.events}
    assert history["COERCE"] == (True, None)
    assert history["CONSULT"][0] is False


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("id", "Togo menuduh tentara Mali menembaki desa itu.", "tentara"),
        ("en", "Togo accused the Malian army of shelling the village.", "army"),
    ],
)
def test_the_accused_is_who_did_it(code: Callable[..., Record], lang: str, text: str, who: str) -> None:
    record = code(text, lang, "2024-05-03")
    deeds = [event for event in record.events if event.type == "ASSAULT"]
    assert deeds
    assert all(who in " ".join(_names(record, event.actors)).lower() for event in deeds)
    assert all(event.status != "actual" for event in deeds)
