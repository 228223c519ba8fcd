"""The country of whom the text gives none of their own: earlier mentions, the state spoken of, the scene."""

from __future__ import annotations

import pytest

from tests.who.conftest import Who


@pytest.mark.parametrize(
    ("lang", "text", "words", "country", "how", "evidence"),
    [
        (
            "en", "Niger's military government left. Togo offered to mediate. The junta rejected the offer.",
            "The junta", "NER", "again", "Niger",
        ),
        (
            "id", "Pemerintah militer Niger pergi. Togo menawarkan mediasi. Junta itu menolak tawaran itu.",
            "Junta itu", "NER", "again", "Niger",
        ),
        (
            "en", "Chile condemned the raid. Foreign Ministry spokeswoman Paula Rojas demanded an apology from Peru.",
            "Paula Rojas", "CHL", "of", "Chile",
        ),
        (
            "id", "Cile mengecam serangan itu. Juru bicara Kementerian Luar Negeri Paula Rojas mendesak Peru.",
            "Paula Rojas", "CHL", "of", "Cile",
        ),
        (
            "en", "Niger hit back, expelling two diplomats. Colonel Ali Seyni, who heads the junta, threatened Benin.",
            "Ali Seyni", "NER", "of", "Niger",
        ),
        (
            "id", "Niger membalas dengan mengusir diplomat. Kolonel Ali Seyni, yang memimpin junta, mengancam Benin.",
            "Ali Seyni", "NER", "of", "Niger",
        ),
        (
            "en", 'The report was denied by Sudan\'s Defence Ministry. "There is no truce," spokesman Omar Adam said.',
            "Omar Adam", "SDN", "office", "Sudan",
        ),
        (
            "en", "Ana Diaz met South Korean Vice Defence Minister Park Min-jun in Quito.",
            "Park Min-jun", "KOR", "modifier", "South Korean",
        ),
    ],
)  # fmt: skip
def test_what_stands_around_tells_the_country(
    who: Who, lang: str, text: str, words: str, country: str, how: str, evidence: str
) -> None:
    found = who(text, lang)
    actor = found.one(words)
    assert actor.country == country
    assert actor.rule is not None
    assert actor.rule.endswith("." + how)
    assert actor.country_evidence is not None
    assert found.text[slice(*actor.country_evidence)] == evidence


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "Peru and Chile signed the treaty. The army withdrew.", "The army"),
        ("id", "Peru dan Cile meneken perjanjian. Tentara itu mundur.", "Tentara itu"),
        ("en", "Peru sent a note. Chile was silent, two defence officials said.", "two defence officials"),
    ],
)  # fmt: skip
def test_no_country_where_two_could_be_meant(who: Who, lang: str, text: str, words: str) -> None:
    assert who(text, lang).one(words).country is None


SCENE = """Protests in Honduras

TEGUCIGALPA, Honduras (AP) — Police fired tear gas at students in Tegucigalpa on Monday.

Brazil condemned the violence. Foreign Ministry spokesman Luis Prado urged restraint. Brazil sent a note. The police
arrested 20 people.
"""


def test_a_foreign_ministry_speaks_from_its_own_capital_and_police_belong_to_the_scene(who: Who) -> None:
    found = who(SCENE, "en", plain=False)
    assert found.one("Luis Prado").country == "BRA"
    assert found.one("The police").country == "HND"


@pytest.mark.parametrize(
    ("lang", "text", "leader", "name", "country"),
    [
        (
            "en", "President Elif Demir met Kenyan President Joseph Kamau. The Turkish leader promised drones.",
            "The Turkish leader", "Elif Demir", "TUR",
        ),
        (
            "id", "Presiden Elif Demir menemui Presiden Kenya Joseph Kamau. Pemimpin Turki itu menjanjikan bantuan.",
            "Pemimpin Turki itu", "Elif Demir", "TUR",
        ),
    ],
)  # fmt: skip
def test_the_leader_of_a_state(who: Who, lang: str, text: str, leader: str, name: str, country: str) -> None:
    actor = who(text, lang).one(leader)
    assert (actor.name, actor.country) == (name, country)


def test_an_intelligence_chief_is_not_the_leader_named_before(who: Who) -> None:
    found = who("Turkish leader Elif Demir met Egypt's intelligence chief in Ankara.", "en")
    assert "Egypt's intelligence chief" not in found.words(found.one("Elif Demir"))


def test_rebels_paired_with_a_government_are_of_its_country(who: Who) -> None:
    text = "The Malian government and the Movement for Azawad (FLA) met in Algiers. The FLA freed two soldiers."
    assert who(text, "en").one("FLA", 1).country == "MLI"


def test_an_abbreviation_of_another_language(who: Who) -> None:
    found = who("The Patriotic Movement for Return (MPR) denied it. The MPR freed a nurse.", "en")
    assert found.one("MPR", 1) is found.one("Patriotic Movement for Return")


def test_the_group_is_the_fighters_and_not_the_united_nations(who: Who) -> None:
    text = "Fighters from the Dawn Brigade attacked Chad. The United Nations condemned it. In 2019 the group took Ati."
    group = who(text, "en").one("the group")
    assert group.name == "Dawn Brigade"
    assert group.sectors == ("REB",)
    text = "Pejuang dari Brigade Fajar menyerang Chad. PBB mengecam serangan itu. Pada 2019 kelompok itu menculik guru."
    assert "Brigade Fajar" in who(text, "id").one("kelompok itu").name


@pytest.mark.parametrize(
    ("lang", "text", "words", "countries"),
    [
        ("en", "Burundi accused Rwanda of a raid. Neither side has commented.", "Neither side", {"BDI", "RWA"}),
        ("id", "Burundi menuduh Rwanda. Kedua kubu bertemu. Semua pihak menahan diri.", "Semua pihak", {"BDI", "RWA"}),
        ("en", "Mali and Togo met. Both sides agreed. The African Union urged them to disarm.", "them", {"MLI", "TGO"}),
    ],
)  # fmt: skip
def test_both_sides_and_them_are_the_parties_named_before(
    who: Who, lang: str, text: str, words: str, countries: set[str]
) -> None:
    assert {actor.country for actor in who(text, lang).at(words)} == countries


def test_a_name_behind_an_office_that_ends_like_a_town(who: Who) -> None:
    found = who("Student leader Alma London told reporters that police had fired first.", "en")
    assert found.people() == ["Alma London"]
    assert found.at("London") == []


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "Moroccan envoys held their first meeting with President Sato.", "Sato"),
        ("en", "President Sato arrived in Cairo on Tuesday.", "Sato"),
        ("id", "Presiden Sato tiba di Kairo, Selasa.", "Sato"),
    ],
)
def test_who_is_met_or_arrives_need_not_be_at_home(who: Who, lang: str, text: str, name: str) -> None:
    assert who(text, lang).one(name).country is None


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Young Algerians blocked roads on Sunday.", "Algerians", "DZA"),
        ("Thousands of Iraqi Kurds marched in Kirkuk.", "Kurds", "IRQ"),
        ("Tunisian Christians marched in Sfax.", "Christians", "TUN"),
    ],
)
def test_people_are_civilians_and_not_their_state(who: Who, text: str, words: str, country: str) -> None:
    actor = next(actor for actor in who(text, "en").actors if words in actor.name)
    assert (actor.kind, actor.country, actor.sectors[0]) == ("group", country, "CVL")
