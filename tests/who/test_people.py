"""Persons: names without titles, one actor a person, the roles said of them."""

from __future__ import annotations

import pytest

from sumber.model import Document
from sumber.pipeline import read_document
from tests.who.conftest import Who


@pytest.mark.parametrize(
    ("lang", "text", "name", "role"),
    [
        ("id", "Menteri Pertahanan Peru, Raul Quispe, menemui wartawan.", "Raul Quispe", "Menteri Pertahanan Peru"),
        ("id", "Juru bicara junta, Kolonel Aung Thurein, membantah tuduhan itu.", "Aung Thurein", "Juru bicara junta"),
        ("id", "Perdana Menteri Malta Joseph Zahra mengundurkan diri.", "Joseph Zahra", "Perdana Menteri Malta"),
        ("id", "Laksamana Muda Teguh Ardiansyah membuka latihan itu.", "Teguh Ardiansyah", "Laksamana Muda"),
        ("id", "Grace Okello, ketua serikat guru, menolak tawaran itu.", "Grace Okello", "ketua serikat guru"),
        ("en", "Defence Minister Anatol Dubovik left on Monday.", "Anatol Dubovik", "Defence Minister"),
        ("en", "An Indian army spokesman, Col. Arvind Rao, denied it.", "Arvind Rao", "Indian army spokesman"),
        ("en", "Ana Tkach, an adviser to Peru's president, left.", "Ana Tkach", "adviser to Peru's president"),
        ("en", "Mr. Ahmad Salim met Gen. Paul Abeso in Libreville.", "Paul Abeso", "Gen."),
        ("en", "Deputy Prime Minister Farrukh Saidov resigned.", "Farrukh Saidov", "Deputy Prime Minister"),
    ],
)  # fmt: skip
def test_a_role_beside_a_name(who: Who, lang: str, text: str, name: str, role: str) -> None:
    found = who(text, lang)
    actor = found.one(name)
    assert actor.name == name
    assert actor.kind == "person"
    assert actor.roles[0].role == role


def test_an_office_comes_before_a_rank(who: Who) -> None:
    actor = who("Panglima militer Libya, Jenderal Omar Farah, bertolak ke Kairo.", "id").one("Omar Farah")
    assert [role.role for role in actor.roles] == ["Panglima militer Libya", "Jenderal"]
    assert actor.sectors == ("MIL",)


def test_the_role_is_a_mention_of_the_person(who: Who) -> None:
    found = who("Juru bicara Kremlin Andrei Belozerov membantah kabar itu.", "id")
    assert found.words(found.one("Andrei Belozerov")) == ["Juru bicara Kremlin", "Andrei Belozerov"]


def test_a_role_knows_whose_it_is(who: Who) -> None:
    found = who("Juru bicara Kementerian Luar Negeri Prancis, Claire Morel, mengecam vonis itu.", "id")
    person, ministry = found.one("Claire Morel"), found.one("Kementerian Luar Negeri Prancis")
    assert person.roles[0].of == ministry.id
    assert (ministry.kind, ministry.country, ministry.sectors) == ("organization", "FRA", ("GOV",))
    assert (person.country, person.sectors) == ("FRA", ("GOV",))


def test_one_actor_a_person_whatever_form_the_name_has(who: Who) -> None:
    text = (
        "Perdana Menteri Samoa Tavita Leota memecat dua menteri.\n"
        "Leota menuduh keduanya menerima suap. Tavita Leota akan berpidato Jumat."
    )
    found = who(text, "id")
    assert found.people() == ["Tavita Leota"]
    assert found.words(found.one("Tavita Leota")).count("Leota") == 1


def test_two_persons_with_one_surname_stay_two(who: Who) -> None:
    text = "President Ana Solis met Governor Pedro Solis in Leon. Ana Solis left at noon."
    assert sorted(who(text, "en").people()) == ["Ana Solis", "Pedro Solis"]


def test_a_medium_behind_its_descriptor_is_no_person(who: Who) -> None:
    found = who("Menurut surat kabar Hangang Daily, kesepakatan itu gagal.", "id")
    assert found.people() == []
    assert found.one("Hangang Daily").sectors == ("JRN",)


def test_a_body_before_its_leader_is_no_person(who: Who) -> None:
    found = who("Nothing changed, Citizens First leader Thokozani Mbewe told reporters in Blantyre.", "en")
    assert found.people() == ["Thokozani Mbewe"]


def test_whose_lawyer_and_who_is_the_lawyer(who: Who) -> None:
    text = (
        "Polisi menangkap Hasan Basri Nur di Medan. Pengacara Nur menolak penahanan itu.\n"
        "Pengacara Dewi Lestari Putri juga datang."
    )
    found = who(text, "id")
    lawyer, client = found.one("Pengacara Nur"), found.one("Hasan Basri Nur")
    assert lawyer is not client
    assert lawyer.roles[0].of == client.id
    assert "Pengacara" in found.words(found.one("Dewi Lestari Putri"))


def test_names_in_bylines_credits_and_furniture_are_left_out(who: Who) -> None:
    text = (
        "Gempa Guncang Lembata, Warga Mengungsi\n"
        "Warga berkumpul di lapangan, Senin (4/3/2024). (AFP/Rafael Ortega)\n\n"
        "LEMBATA, Kabar Timur - Gubernur Nusa Tenggara Timur Yohanes Lado meminta warga tenang.\n\n"
        "Penulis: Maria Hurit\nEditor: Agus Salim\nBaca juga: Profil Yohanes Lado\n"
    )
    assert who(text, "id", plain=False).people() == ["Yohanes Lado"]


def test_nobody_stands_in_the_title_alone(who: Who) -> None:
    text = "Kisah Ratna Dewi di Tengah Banjir\n\nJAKARTA, Kabar Timur - Polisi menutup jalan di Jakarta Timur, Senin.\n"
    assert who(text, "id", plain=False).people() == []


def test_a_name_taken_for_a_place_is_a_person_where_it_acts_on_one() -> None:
    """Names no table of places has, in the part of a person; a river stays none."""
    for text, lang in (("Hisham Farouk met Kwame Asantewaa in Geneva on Friday.", "en"),
                       ("Yoseph Wanimbo membantah Hisham Farouk, Sabtu (2/3/2024).", "id")):  # fmt: skip
        doc = read_document(Document("d", text, lang=lang, plain=True, published="2024-06-05"))
        assert "Hisham Farouk" in {actor.name for actor in doc._.findings.actors if actor.kind == "person"}
    doc = read_document(Document("d", "Sungai Naf membentang 60 kilometer.", lang="id", plain=True))
    assert not [actor for actor in doc._.findings.actors if actor.kind == "person"]
