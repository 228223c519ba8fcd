"""What the words around a name or a role tell: places, ages, parts of bodies, where a group fights."""

from __future__ import annotations

import pytest

from sumber.model import Actor, Document, Record
from sumber.pipeline import code_document


def _coded(text: str, lang: str) -> Record:
    return code_document(Document("d", text, lang=lang, plain=True, published="2024-05-03"))


def _called(record: Record, words: str) -> Actor:
    def told(actor: Actor) -> bool:
        return any(record.text[one.start : one.end].lower() == words.lower() for one in actor.mentions)

    return next(actor for actor in record.actors if told(actor))


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        (
            "Serangan ke Rafah, Jalur Gaza, menewaskan 20 orang, Rabu. Warga Gaza mengungsi.\n\n"
            "Di Tel Aviv, ratusan kerabat sandera berunjuk rasa. Polisi menangkap 14 orang.", "Polisi", "ISR",
        ),
        (
            "Polisi Kamboja menahan 58 pekerja di Sihanoukville, Kamboja, Rabu.\n\n"
            "Di Batam, seorang pedagang mengadu.", "seorang pedagang", "IDN",
        ),
    ],
)  # fmt: skip
def test_a_sentence_that_opens_with_a_place_is_about_people_there(text: str, words: str, country: str) -> None:
    assert _called(_coded(text, "id"), words).country == country


@pytest.mark.parametrize(
    ("lang", "text", "name", "role"),
    [
        ("id", "Polisi menahan Andi Fajar (20), mahasiswa teknik, pada Senin.", "Andi Fajar", "mahasiswa teknik"),
        ("id", "Hal itu diungkap Mohammed Idris, 24 tahun, nelayan Aceh.", "Mohammed Idris", "nelayan Aceh"),
        ("en", "Police in Honduras shot Kevin Matute, 21, a student, on Friday.", "Kevin Matute", "student"),
    ],
)  # fmt: skip
def test_an_age_does_not_part_a_name_from_what_is_said_of_it(lang: str, text: str, name: str, role: str) -> None:
    assert role in [one.role for one in _called(_coded(text, lang), name).roles]


def test_a_town_behind_a_body_is_no_first_name() -> None:
    text = "Direktur Lembaga Bantuan Hukum (LBH) Jambi Fikri Ramadhan mengatakan 23 warga terluka di Jambi."
    assert _called(_coded(text, "id"), "Fikri Ramadhan").name == "Fikri Ramadhan"


def test_an_organ_of_an_international_body_is_international() -> None:
    record = _coded("Badan PBB untuk Tanah Gersang (BTG) menyalurkan beras ke Aceh.", "id")
    actor = _called(record, "Badan PBB untuk Tanah Gersang")
    assert (actor.country, actor.sectors[:1]) == (None, ("IGO",))


def test_those_who_are_not_those_named_before() -> None:
    record = _coded("Nelayan Aceh memberi makan mereka yang meminta air.", "id")
    assert "mereka" not in [record.text[m.start : m.end] for a in record.actors for m in a.mentions]


def test_a_word_for_a_gang_before_a_name_is_a_name() -> None:
    record = _coded("Juru bicara Kementerian Luar Negeri China Geng Wenbin membantah laporan itu.", "id")
    assert _called(record, "Geng Wenbin").country == "CHN"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Juru bicara Kemlu Rusia membantah laporan itu.", "Kemlu Rusia", "RUS"),
        ("KPU Korea Selatan menolak gugatan itu.", "KPU Korea Selatan", "KOR"),
        ("Kemlu membantah laporan itu di Jakarta.", "Kemlu", "IDN"),
    ],
)
def test_a_short_name_before_a_country_is_its_body(text: str, words: str, country: str) -> None:
    assert _called(_coded(text, "id"), words).country == country
