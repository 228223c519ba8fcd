"""The table of places: what a name may denote, and how names are compared."""

from __future__ import annotations

import pytest

from sumber.where.gazetteer import country_spot, spots
from sumber.where.keys import fold

KNOWN = [
    ("id", "Moskow", 524901, "RUS"),
    ("en", "Moscow", 524901, "RUS"),
    ("id", "Yangon", 1298824, "MMR"),
    ("id", "Wina", 2761369, "AUT"),
    ("id", "Kairo", 360630, "EGY"),
    ("id", "Yerusalem", 281184, "ISR"),
    ("id", "Damaskus", 170654, "SYR"),
    ("id", "Jalur Gaza", 281132, "PSE"),
    ("id", "Papua Pegunungan", 12503512, "IDN"),
    ("id", "Papua Barat Daya", 12503510, "IDN"),
    ("en", "Kyiv", 703448, "UKR"),
    ("en", "New Delhi", 1261481, "IND"),
]


@pytest.mark.parametrize(("lang", "name", "geonameid", "country"), KNOWN)
def test_first_bearer_of_a_name(lang: str, name: str, geonameid: int, country: str) -> None:
    first = spots(name, lang)[0]
    assert (first.geonameid, first.country) == (geonameid, country)
    assert first.lat is not None
    assert first.lon is not None


@pytest.mark.parametrize("name", ["Laut China Selatan", "Timur Tengah", "Sahel", "Selat Malaka", "Kashmir"])
def test_places_of_no_one_country(name: str) -> None:
    assert spots(name, "id")[0].country is None


def test_a_name_borne_in_several_countries() -> None:
    assert {"MLI", "BFA"} <= {spot.country for spot in spots("Gao", "id")}
    assert spots("Qwertzuiop", "en") == ()


def test_countries_have_an_id_and_no_point() -> None:
    mali = country_spot("MLI")
    assert (mali.name, mali.geonameid, mali.lat, mali.precision) == ("Mali", 2453866, None, "country")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sana'a", "Sanaa"), ("Al-Jawf", "al Jawf"), ("Léré", "LERE"), ("N\u2019Djamena", "Ndjamena"), ("Łódź", "Lodz")],
)
def test_spellings_that_count_as_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)
