"""Names of offices that a conjunction runs through, who holds them, and other descriptions of a person."""

from __future__ import annotations

import pytest

from tests.who.conftest import Who


@pytest.mark.parametrize(
    ("lang", "text", "holder", "role"),
    [
        (
            "id", "Menteri Energi dan Sumber Daya Mineral Joko Pratama menolak usul itu.",
            "Joko Pratama", "Menteri Energi dan Sumber Daya Mineral",
        ),
        (
            "id", "Menteri Koordinator Bidang Politik, Hukum, dan Keamanan Rudi Hartanto menemui para rektor.",
            "Rudi Hartanto", "Menteri Koordinator Bidang Politik, Hukum, dan Keamanan",
        ),
        (
            "id", "Deputi Penindakan dan Eksekusi KPK Bima Anggara mengatakan uang itu disita.",
            "Bima Anggara", "Deputi Penindakan dan Eksekusi KPK",
        ),
        (
            "id", "Ketua Komisi VII DPR Rina Suryani mengecam penangkapan itu.",
            "Rina Suryani", "Ketua Komisi VII DPR",
        ),
        (
            "en", "Energy and Mineral Resources Minister Joko Pratama rejected the plan.",
            "Joko Pratama", "Energy and Mineral Resources Minister",
        ),
        (
            "en", "Coordinating Minister for Political, Legal and Security Affairs Rudi Hartanto resigned on Monday.",
            "Rudi Hartanto", "Coordinating Minister for Political, Legal and Security Affairs",
        ),
    ],
)  # fmt: skip
def test_a_long_office_is_one_and_keeps_its_holder(who: Who, lang: str, text: str, holder: str, role: str) -> None:
    found = who(text, lang)
    person = found.one(holder)
    assert person.kind == "person"
    assert role in [text[one.start : one.end] for one in person.roles]
    assert person.sectors


@pytest.mark.parametrize(
    ("lang", "text", "parties"),
    [
        ("id", "Menteri Pertahanan dan Panglima TNI bertemu di Cilangkap.", ["Menteri Pertahanan", "Panglima TNI"]),
        (
            "id", "Kementerian Luar Negeri dan Kementerian Pertahanan menolak usul itu.",
            ["Kementerian Luar Negeri", "Kementerian Pertahanan"],
        ),
        ("id", "Kementerian Pertahanan dan Pindad menandatangani kontrak.", ["Kementerian Pertahanan", "Pindad"]),
        ("en", "The Ministry of Defence and the army rejected the plan.", ["The Ministry of Defence", "the army"]),
    ],
)  # fmt: skip
def test_two_offices_stay_two(who: Who, lang: str, text: str, parties: list[str]) -> None:
    found = who(text, lang)
    assert len({found.one(words).id for words in parties}) == 2


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        (
            "Presiden Budi Raharjo membatalkan kunjungannya. Mantan Danjen Kopassus itu memerintahkan TNI berjaga.",
            "Mantan Danjen Kopassus itu", "Budi Raharjo",
        ),
        (
            "KPK menetapkan Gubernur Riau Anwar Lamato sebagai tersangka. Politisi Partai NasDem itu ditahan.",
            "Politisi Partai NasDem itu", "Anwar Lamato",
        ),
    ],
)  # fmt: skip
def test_another_description_means_who_was_just_named(who: Who, text: str, words: str, person: str) -> None:
    found = who(text, "id")
    assert found.one(words).name == person


@pytest.mark.parametrize(
    "text",
    [
        "Presiden Budi Raharjo mengkritik parlemen. Ketua parlemen itu menolak.",
        "Menteri Keuangan Sari Dewi tiba. Gubernur Bank Indonesia itu menolak.",
        "Dubes Rusia Ivan Petrov tiba. Presiden Indonesia itu memujinya.",
    ],
)
def test_another_office_or_country_is_somebody_else(who: Who, text: str) -> None:
    found = who(text, "id")
    second = next(actor for actor in found.actors if any(" itu" in words for words in found.words(actor)))
    assert all("itu" in words for words in found.words(second))


def test_a_namesake_abroad_is_another_body(who: Who) -> None:
    found = who("The Kenya National Commission on Human Rights counted 39 dead.", "en")
    assert found.one("Kenya National Commission on Human Rights").country == "KEN"


@pytest.mark.parametrize(
    ("lang", "text", "words", "kind"),
    [
        ("en", "A militia attacked a village near Goma.", "A militia", "group"),
        ("en", "A rebel was shot near Goma.", "A rebel", "person"),
        ("id", "Sebuah kelompok menyerang desa itu.", "Sebuah kelompok", "group"),
        ("id", "Seorang milisi ditembak.", "Seorang milisi", "person"),
    ],
)
def test_a_word_for_many_is_no_person(who: Who, lang: str, text: str, words: str, kind: str) -> None:
    assert who(text, lang).one(words).kind == kind


def test_the_embassy_is_of_its_owner_wherever_it_stands(who: Who) -> None:
    text = (
        "Pemerintah Australia, melalui Kedutaan Besarnya di Jakarta, menawarkan 500.000 dollar Australia kepada Fiji."
    )
    found = who(text, "id")
    assert found.one("Kedutaan Besarnya").country == "AUS"
    assert found.at("Australia", 1) == []  # a currency is nobody


def test_who_sits_in_a_town_is_not_its_state(who: Who) -> None:
    found = who("The London-based Observatory for Peace said 12 fighters died.", "en")
    assert all(actor.kind != "state" for actor in found.actors)


def test_two_sides_of_some_kind_are_not_the_two_sides(who: Who) -> None:
    found = who("KPK menahan dua pejabat Kementerian Kesehatan dan dua pihak swasta.", "id")
    assert found.words(found.one("dua pihak swasta")) == ["dua pihak swasta"]


def test_a_name_that_is_a_country_stays_with_its_office(who: Who) -> None:
    found = who("Israel's Defence Minister Israel Katz warned Hezbollah.", "en")
    assert found.one("Israel Katz").country == "ISR"
    assert found.words(found.one("Israel")) == ["Israel"]
