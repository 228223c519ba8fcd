"""What happens in the made-up news: affairs in real places, each with a handful of deeds that several articles tell."""

from __future__ import annotations

import datetime
import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from random import Random
from typing import Any

import yaml

from sumber.codebook import entries

FIRST, DAYS = datetime.date(2019, 1, 1), 2_400
COLUMNS = 8
LARGEST = 60  # articles of one affair; how many have n falls with the square of n
A_COUNTRY = 6  # places of each country
BUSY = 60  # countries in the news, the first ones most
SYLLABLES = ("ba", "ker", "tan", "mi", "sul", "re", "dor", "pen", "ga", "lis", "nu", "ja", "tok", "sa", "hu", "lam")
STATUSES = ("actual",) * 14 + ("planned", "alleged", "denied", "requested")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer; degrees are WGS 84."""

    name: str
    geonameid: int
    country: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that happened. ``kind`` is its entry in the words, None for a running total since ``day``."""

    kind: Mapping[str, Any] | None
    spot: Spot
    day: datetime.date
    count: int
    status: str
    background: bool


@dataclass(frozen=True, slots=True)
class Plot:
    """An affair: its country, the other one that has to do with it, its people by their part, its deeds."""

    country: str
    other: str
    people: Mapping[str, str]
    day: datetime.date
    deeds: tuple[Deed, ...]
    articles: int


@cache
def words() -> dict[str, Any]:
    """The words the news is made of."""
    found: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))
    return found


@cache
def country_names() -> dict[str, dict[str, str]]:
    """The name of each country in both languages."""
    listed = [e for e in entries("actors", "countries.yaml") if not e.get("de_facto")]
    return {e["iso3"]: {lang: next(iter(e[lang]["names"])) for lang in ("id", "en")} for e in listed}


@cache
def spots() -> dict[str, list[Spot]]:
    """The largest towns of each country that has as many as are wanted."""
    packed = resources.files("sumber.codebook").joinpath("places", "places.tsv.gz").read_bytes()
    found: dict[str, list[tuple[int, Spot]]] = {}
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        parts = line.split("\t")  # below the table of places stands that of their names, which has two columns
        if len(parts) != COLUMNS:
            continue
        number, name, country, _area, lat, lon, people, kind = parts
        if kind == "P" and country in country_names():
            spot = Spot(name, int(number), country, float(lat), float(lon))
            found.setdefault(country, []).append((int(people or 0), spot))
    largest = {iso3: sorted(listed, key=lambda one: -one[0])[:A_COUNTRY] for iso3, listed in found.items()}
    return {iso3: [spot for _, spot in listed] for iso3, listed in largest.items() if len(listed) == A_COUNTRY}


def plots(seed: int, articles: int) -> Iterator[Plot]:
    """Affairs with so many articles in all, in the order of their days; the same for the same seed and number."""
    rng = Random(seed)
    sizes: list[int] = []
    while sum(sizes) < articles:
        sizes += rng.choices(range(1, LARGEST + 1), [1 / n**2 for n in range(1, LARGEST + 1)])
    sizes[-1] -= sum(sizes) - articles
    busy = rng.sample(sorted(spots()), BUSY)
    weights = [1 / (rank + 3) for rank in range(BUSY)]
    people = {country: [_person(rng) for _ in range(40)] for country in busy}
    for number, size in enumerate(sizes):
        country, other = rng.choices(busy, weights, k=2)
        day = FIRST + datetime.timedelta(DAYS * number // len(sizes))
        chosen = dict(zip(words()["parties"], rng.choices(people[country], k=len(words()["parties"])), strict=True))
        deeds = tuple(_deed(rng, country, day) for _ in range(rng.randint(4, 9)))
        yield Plot(country, other, chosen, day, deeds, size)


def _person(rng: Random) -> str:
    return " ".join("".join(rng.choices(SYLLABLES, k=rng.randint(2, 3))).title() for _ in range(2))


def _deed(rng: Random, country: str, day: datetime.date) -> Deed:
    background = rng.random() < 0.12
    back = rng.randint(200, 2_000) if background else rng.randint(0, 2)
    kind = None if rng.random() < 0.06 else rng.choice(words()["deeds"])
    count = int(rng.paretovariate(0.9)) + 1
    spot = rng.choices(spots()[country], range(A_COUNTRY, 0, -1))[0]
    return Deed(kind, spot, day - datetime.timedelta(back), min(count, 90_000), rng.choice(STATUSES), background)
