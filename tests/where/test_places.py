"""Which words of an article are places, and which place is meant. No model is used: see conftest."""

from __future__ import annotations

import pytest

from tests.where.conftest import Find

FOUND = [
    ("id", "Lima orang tewas dalam serangan di Gao, Mali, Selasa.", ["Gao MLI", "Mali MLI"]),
    ("id", "Ia tiba di Naypyidaw, Myanmar, Minggu.", ["Naypyidaw MMR", "Myanmar MMR"]),
    ("id", "Bom meledak di Al-Hazm, ibu kota Provinsi Al-Jawf, Yaman.", ["Al-Hazm YEM", "Al-Jawf YEM", "Yaman YEM"]),
    ("id", "Pasukan ditarik dari Suriah utara dan Irak.", ["Suriah SYR", "Irak IRQ"]),
    ("id", "Warga lari dari Lyman dan Izium, Ukraina.", ["Lyman UKR", "Izium UKR", "Ukraina UKR"]),
    ("id", "Mereka bertemu di Wina.", ["Wina AUT"]),
    ("id", "Presiden berpidato di Gedung Putih, Washington.", ["Gedung Putih USA", "Washington USA"]),
    ("id", "Polisi menahan warga di Desa Wadas, Kabupaten Purworejo.", ["Wadas IDN", "Kabupaten Purworejo IDN"]),
    ("en", "Police used tear gas in Paris, Texas, on Tuesday.", ["Paris USA", "Texas USA"]),
    ("en", "The army left the Ukrainian town of Lozova.", ["Lozova UKR"]),
    ("en", "Gunmen struck in the village of Ogossagou in central Mali.", ["Ogossagou MLI", "Mali MLI"]),
    ("en", "Shells fell in Ukraine's Donetsk region.", ["Donetsk UKR"]),
    ("en", "A crowd gathered in Tbilisi, Georgia.", ["Tbilisi GEO", "Georgia GEO"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "places"), FOUND)
def test_found(find: Find, lang: str, text: str, places: list[str]) -> None:
    assert [f"{text[p.start : p.end]} {p.country}" for p in find(text, lang)] == places


APPOSED = [
    ("en", "They hit Kaiga Sola, a town on the Chadian shore.", {"Kaiga Sola": "PER"}, ["Kaiga Sola TCD"]),
    ("en", "They hit Kaiga Sola, a trader in the town.", {"Kaiga Sola": "PER"}, []),
    ("id", "Mereka menemui Rantau Budi, warga desa itu.", {"Rantau Budi": "PER"}, []),
    (
        "en", "They raided Tungar Maje, a village in Zamfara state.", {"Tungar Maje": "LOC"},
        ["Tungar Maje NGA", "Zamfara NGA"],
    ),
    ("en", "A raid on Tungar Maje killed six in Nigeria.", {"Tungar Maje": "LOC"}, ["Tungar Maje None", "Nigeria NGA"]),
    ("en", "He lives near Cox's Bazar, Bangladesh.", {}, ["Cox's Bazar BGD", "Bangladesh BGD"]),
    (
        "id", "Banjir melanda Rantau Kermas, sebuah desa di Kabupaten Merangin, Jambi.", {"Rantau Kermas": "LOC"},
        ["Rantau Kermas IDN", "Kabupaten Merangin IDN", "Jambi IDN"],
    ),
    (
        "id", "Kapal itu berlayar dari Pelabuhan Tanjung Priok, Jakarta Utara, ke Medan dan Padang.",
        {"Pelabuhan Tanjung Priok": "LOC", "Jakarta Utara": "LOC"},
        ["Tanjung Priok IDN", "Jakarta Utara IDN", "Medan IDN", "Padang IDN"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "entities", "places"), APPOSED)
def test_a_name_in_no_table_is_placed_by_what_is_said_of_it(
    find: Find, lang: str, text: str, entities: dict[str, str], places: list[str]
) -> None:
    assert [f"{text[p.start : p.end]} {p.country}" for p in find(text, lang, entities)] == places


def test_what_holds_an_area_is_one(find: Find) -> None:
    (_regency, province) = find("Banjir melanda warga di Kabupaten Merangin, Jambi.")
    assert (province.name, province.precision) == ("Jambi", "area")


NOT_PLACES = [
    ("id", "Korban dibawa ke RS Grestelina."),
    ("id", "Moskow mengatakan akan memasok senjata kepada Myanmar."),
    ("id", "Lima orang ditahan, kata Gubernur Jakarta."),
    ("id", "Menurut Washington Post, AS akan menjatuhkan sanksi."),
    ("id", "Ia mengajar di Universitas Indonesia."),
    ("id", "Data itu dari Bank Indonesia."),
    ("id", "Ia menolak Perjanjian Paris."),
    ("en", "Bamako blamed Paris for the attack."),
    ("en", "According to Ukraine, troops withdrew."),
    ("en", "He spoke to The Washington Post in March."),
    ("en", "The ambassador to Russia resigned."),
    ("en", "Russian and Ukrainian officials met."),
]


@pytest.mark.parametrize(("lang", "text"), NOT_PLACES)
def test_not_found(find: Find, lang: str, text: str) -> None:
    assert find(text, lang) == []


def test_moskow_is_moscow(find: Find) -> None:
    (place,) = find("Ia berangkat ke Moskow, Senin.")
    assert (place.name, place.geonameid, place.country, place.precision) == ("Moscow", 524901, "RUS", "city")
    assert place.rule == "where/gazetteer.known"


def test_dateline_in_capitals(find: Find) -> None:
    text = "BAMAKO, KABARKINI.COM - Mali menerima helikopter."
    (place,) = find(text, kind="dateline", dateline="BAMAKO")
    assert (text[place.start : place.end], place.name, place.country) == ("BAMAKO", "Bamako", "MLI")


def test_the_country_of_the_article_decides(find: Find) -> None:
    malian = "Militer Mali mengirim pasukan ke Gao. Mali menuduh pemberontak."
    burkinabe = "Militer Burkina Faso mengirim pasukan ke Gao. Burkina Faso menuduh pemberontak."
    assert [p.country for p in find(malian)] == ["MLI"]
    assert [p.country for p in find(burkinabe)] == ["BFA"]


def test_one_name_means_one_place(find: Find) -> None:
    first, _, second = find("Hujan turun di Alexandria, Mesir. Di Alexandria, sekolah tutup.")
    assert first.geonameid == second.geonameid
    assert first.country == "EGY"


def test_a_name_inside_a_person_is_no_place(find: Find) -> None:
    text = "Ia berbicara dengan Sydney Mombasa di Nairobi."
    assert [p.name for p in find(text, entities={"Sydney Mombasa": "PER"})] == ["Nairobi"]


def test_a_small_town_of_a_country_not_spoken_of_stays_open(find: Find) -> None:
    text = "Tentara Peru menembak dua orang di Limbe, kata pemerintah Peru."
    (place,) = find(text, entities={"Limbe": "LOC"})
    assert place.geonameid is None


def test_unknown_location_takes_the_country_that_is_stated(find: Find) -> None:
    text = "Mereka tiba di Zzyxara, Mali."
    place = find(text, entities={"Zzyxara": "LOC"})[0]
    assert (place.name, place.geonameid, place.country, place.lat) == ("Zzyxara", None, "MLI", None)
    assert place.rule == "where/unresolved.stated"


def test_nothing_in_an_empty_text(find: Find) -> None:
    assert find("") == []


def test_ids_follow_the_text(find: Find) -> None:
    places = find("Dari Kabul ke Kandahar, lalu ke Teheran.")
    assert [p.id for p in places] == ["p1", "p2", "p3"]
    assert [p.start for p in places] == sorted(p.start for p in places)
