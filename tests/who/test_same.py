"""Who is meant again: definite roles, pronouns, the clitic, possessives, several at once."""

from __future__ import annotations

import pytest

from tests.who.conftest import Who


@pytest.mark.parametrize(
    ("lang", "text", "again", "name"),
    [
        ("id", "Menteri Kesehatan Kenya Jane Otieno tiba. Menteri itu menemui perawat.", "Menteri itu", "Jane Otieno"),
        ("id", "Kepala junta Niger, Ali Seyni, bicara. Pemimpin junta itu mundur.", "Pemimpin junta itu", "Ali Seyni"),
        ("id", "Gubernur Petro Hnatiuk tiba di Sumy. Ia memerintahkan evakuasi.", "Ia", "Petro Hnatiuk"),
        ("id", '"Kami menunggu," kata Wali Kota Ines Prado. Jembatan itu rusak, ujarnya.', "nya", "Ines Prado"),
        ("id", "Laksamana Surya Atmaja membuka latihan. Menurutnya, tujuh kapal ikut serta.", "nya", "Surya Atmaja"),
        ("en", "Health Minister Jane Otieno arrived. The minister met nurses.", "The minister", "Jane Otieno"),
        ("en", "Governor Petro Hnatiuk flew to Sumy. He ordered an evacuation.", "He", "Petro Hnatiuk"),
        ("en", "Police chief Jane Mwale met Mayor Adam Phiri. She denied the claim.", "She", "Jane Mwale"),
    ],
)  # fmt: skip
def test_a_person_again(who: Who, lang: str, text: str, again: str, name: str) -> None:
    assert who(text, lang).one(again).name == name


def test_no_minister_before_no_antecedent(who: Who) -> None:
    found = who("Wakil Menteri Pertanian Togo Kofi Mensah tiba. Presiden menolak usul itu.", "id")
    assert found.one("Presiden").name == "presiden"
    assert found.people() == ["Kofi Mensah"]


def test_an_indefinite_role_is_somebody_new(who: Who) -> None:
    found = who("Menteri Energi Irak Salim Hadi tiba di Basra. Seorang menteri mengundurkan diri.", "id")
    assert found.one("Seorang menteri").name == "seorang menteri"


def test_the_unnamed_gets_a_name_later(who: Who) -> None:
    text = (
        "Sembilan orang tewas, kata seorang ahli bedah di Homs. "
        '"Semua tertembak," kata ahli bedah itu, Karim Saleh, Senin.'
    )
    found = who(text, "id")
    assert "seorang ahli bedah" in found.words(found.one("Karim Saleh"))


def test_an_abbreviation_in_brackets(who: Who) -> None:
    text = "Partai oposisi Samoa, Gerakan Rakyat Maju (GRM), menolak hasil pemilu. Ketua GRM Tavita Leota menggugat."
    found = who(text, "id")
    party = found.one("Gerakan Rakyat Maju")
    assert party is found.one("GRM", 1)
    assert party.sectors[0] == "OPP"
    assert found.one("Tavita Leota").roles[0].of == party.id
    assert found.one("Tavita Leota").sectors[0] == "OPP"


def test_a_bare_body_is_the_one_named_before(who: Who) -> None:
    found = who("Koalisi pimpinan Mesir mengebom Benghazi. Koalisi akan menyelidiki serangan itu.", "id")
    assert found.one("Koalisi", 1) is found.one("Koalisi pimpinan Mesir")


def test_the_officers_are_the_three_police_officers(who: Who) -> None:
    found = who("Rebels freed three police officers in Arauca. The officers were seized in May.", "en")
    assert found.one("The officers") is found.one("three police officers")


def test_they_are_the_group_that_is_the_subject(who: Who) -> None:
    found = who("Dua pelaut Filipina ditahan polisi di Batam. Mereka dibebaskan pada Senin.", "id")
    assert found.one("Mereka") is found.one("Dua pelaut Filipina")


def test_both_stand_for_each_of_two(who: Who) -> None:
    found = who("Menteri Luar Negeri Peru Raul Quispe bertemu Presiden Cile Ana Solis. Keduanya membahas gas.", "id")
    assert {actor.name for actor in found.at("Keduanya")} == {"Raul Quispe", "Ana Solis"}


@pytest.mark.parametrize(
    ("lang", "text", "both", "countries"),
    [
        ("id", "Mali dan Togo meneken perjanjian. Kedua negara membuka perbatasan.", "Kedua negara", {"MLI", "TGO"}),
        ("id", "Peru, Cile, dan Ekuador berlatih. Ketiga negara puas.", "Ketiga negara", {"PER", "CHL", "ECU"}),
        ("en", "India and Pakistan clashed. China urged both countries to talk.", "both countries", {"IND", "PAK"}),
    ],
)  # fmt: skip
def test_collectives_stand_for_their_members(who: Who, lang: str, text: str, both: str, countries: set[str]) -> None:
    assert {actor.country for actor in who(text, lang).at(both)} == countries


def test_it_said_is_the_body(who: Who) -> None:
    found = who("Russia's Defence Ministry denied aiming at civilians. It said the strike hit a barracks.", "en")
    assert found.one("It").name == "Russia's Defence Ministry"


def test_a_possessive_leads_to_its_owner(who: Who) -> None:
    found = who("Polisi menangkap aktivis Bayu Santoso di Hanoi. Pengacaranya menolak dakwaan itu.", "id")
    assert found.one("Pengacaranya").roles[0].of == found.one("Bayu Santoso").id
    found = who("Belarus will not send soldiers, its Defence Minister Anatol Dubovik said.", "en")
    assert found.one("Anatol Dubovik").country == "BLR"


def test_the_same_text_gives_the_same_actors(who: Who) -> None:
    text = "Mali dan Togo bertemu di Dakar. Kedua negara sepakat. Menteri Luar Negeri Mali Issa Diop memuji Togo."
    assert who(text, "id").actors == who(text, "id").actors


@pytest.mark.parametrize(
    ("lang", "text", "again", "name"),
    [
        ("id", "Milisi menyerang konvoi. Sebelas orang tewas. Mereka menembaki truk itu.", "Mereka", "Milisi"),
        ("en", "Rebels attacked a convoy. Eleven people were killed. They fired at the trucks.", "They", "Rebels"),
    ],
)
def test_the_dead_do_nothing_more(who: Who, lang: str, text: str, again: str, name: str) -> None:
    assert who(text, lang).one(again).name.lower() == name.lower()
