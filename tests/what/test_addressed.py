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
        ("en", "Kenyan officials are failing the refugees, a rights group complained on Monday.", "KEN"),
        ("en", "Eritrea threatened to close its embassy unless Djibouti released two fishermen.", "DJI"),
        ("id", "Turki mengancam akan menutup kedutaannya kecuali Siprus membebaskan dua nelayan.", "CYP"),
        ("en", "Albania agreed to lift curbs on exports of grain to Serbia.", "SRB"),
        ("id", "Iran sepakat mencabut pembatasan ekspor gandum ke Serbia.", "SRB"),
        ("en", "Australia has offered to send troops to help the Philippine army.", "PHL"),
        ("id", "Australia menawarkan pengiriman pasukan untuk membantu tentara Filipina.", "PHL"),
        ("en", "Thousands of Basques marched in Bilbao calling for independence from Spain.", "ESP"),
        ("en", "Togo called for Ghana to release the fishermen.", "GHA"),
        ("en", "Malta pushed for U.S. help in the dispute.", "USA"),
        ("en", "Cuba's refusal to engage with the Colombian government drew criticism.", "COL"),
        ("en", "The Kenyan president reneged on his commitment to the Ugandan people.", "UGA"),
        ("en", "Lithuanian ministers demanded the withdrawal of Russian forces from Georgia.", "RUS"),
        ("id", "Menteri luar negeri Lituania menuntut penarikan pasukan Rusia dari Georgia.", "RUS"),
        ("en", "Chilean students protested on Monday against killings by Peruvian soldiers.", "PER"),
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
        ("en", "The armies of Brazil and Argentina held an exercise in October.", {"BRA", "ARG"}),
        ("en", "The talks between Oman and Qatar were held on Monday.", {"OMN", "QAT"}),
        ("en", "Syrian government shelling killed a Turkish soldier, Turkey's Defence Ministry announced.", {"SYR"}),
    ],
)
def test_states_that_share_a_noun_are_all_parties(lang: str, text: str, countries: set[str]) -> None:
    record, event = _coded(text, lang)
    assert _countries(record, event.actors) == countries


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The United Nations rejected a call for its peacekeeping forces to be deployed in Haiti."),
        ("en", "The garment union threatened to strike if two prisoners are not freed."),
        ("en", "Hungarian and Romanian officials agreed that their countries should help Moldovan refugees."),
    ],
)
def test_what_is_the_speakers_own_or_only_spoken_of_receives_nothing(lang: str, text: str) -> None:
    _, event = _coded(text, lang)
    assert event.recipients == ()


@pytest.mark.parametrize(
    ("lang", "text", "country"),
    [
        ("en", "The Mauritian foreign minister arrived in Lusaka on Monday.", "ZMB"),
        ("id", "Menteri Luar Negeri Turki tiba di Kigali, Selasa.", "RWA"),
        ("en", "Russian forces shelled Kharkiv on Monday.", "UKR"),
        ("id", "Pasukan Rusia menembaki Kharkiv, Senin.", "UKR"),
        ("id", "Inggris mengirim bantuan gandum ke Kharkiv.", "UKR"),
        ("en", "The British prime minister has cancelled a visit to Washington.", "USA"),
    ],
)
def test_a_foreign_place_stands_for_its_state(lang: str, text: str, country: str) -> None:
    record, event = _coded(text, lang)
    assert _countries(record, event.recipients) == {country}
    host = next(actor for actor in record.actors if actor.id in event.recipients)
    assert [record.text[word.start : word.end] for word in host.mentions] == [host.name]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The Indonesian president arrived in Surabaya on Monday."),
        ("en", "Syrian forces shelled Idlib on Monday."),
        ("en", "The governor arrived in Surabaya on Monday."),
    ],
)
def test_a_place_at_home_stands_for_nobody(lang: str, text: str) -> None:
    _, event = _coded(text, lang)
    assert event.recipients == ()


@pytest.mark.parametrize(
    ("lang", "text", "crowd"),
    [
        ("en", "Thousands of teachers marched in Nairobi. Police dispersed the march with tear gas.", "EDU"),
        ("id", "Ribuan guru berunjuk rasa di Baghdad. Polisi membubarkan aksi itu dengan gas air mata.", "EDU"),
    ],
)
def test_who_breaks_up_a_march_acts_on_the_marchers(lang: str, text: str, crowd: str) -> None:
    record = code_document(Document("d", text, lang=lang, plain=True, published="2024-05-03"))
    (assault,) = [event for event in record.events if event.type == "ASSAULT"]
    assert [a.sectors for a in record.actors if a.id in assault.recipients] == [(crowd,)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("id", "Ribuan guru kontrak mogok mengajar demi menuntut status pegawai tetap."),
        ("en", "Police dispersed the march with tear gas."),
    ],
)
def test_nobody_is_made_a_recipient_by_a_word_alone(lang: str, text: str) -> None:
    _, event = _coded(text, lang)
    assert event.recipients == ()
