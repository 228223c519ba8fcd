"""The table of cities and areas (``codebook/places/places.tsv.gz``) and the hand table that outranks it.

The table is kept as one block of bytes and searched by bisection: it loads in the time it takes to unpack.
"""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from importlib import resources
from typing import Any, NamedTuple

from sumber.codebook import entries
from sumber.where.countries import country_geonameid, country_names, lookup
from sumber.where.keys import fold
from sumber.where.names import Names

KEPT = 20_000  # looked-up names kept, a few megabytes


class Spot(NamedTuple):
    """What a name may denote. ``kind``: P settlement, 1 and 2 area of that level, A other area, C country, B building.

    ``by_hand``: from the codebook's own tables, which outrank the gazetteer. ``admin1`` is GeoNames' code of its
    first-level area. ``lat`` and ``lon`` are WGS 84 degrees.
    """

    name: str
    geonameid: int | None
    country: str | None
    lat: float | None
    lon: float | None
    kind: str
    population: int = 0
    admin1: str = ""
    by_hand: bool = False

    @property
    def precision(self) -> str:
        """``city``, ``area`` or ``country``, as in the contract."""
        return {"P": "city", "B": "city", "C": "country"}.get(self.kind, "area")


@lru_cache(maxsize=KEPT)
def spots(name: str, lang: str) -> tuple[Spot, ...]:
    """All that `name` may denote, the hand tables first; empty where it is unknown. Countries are `country_spot`'s."""
    key = fold(name)
    by_hand = list(_hand(lang).get(key, ()))
    known = {spot.geonameid for spot in by_hand}
    capital = lookup(name, lang)
    if capital is not None and capital.kind == "capital" and capital.geonameid not in known:
        row = _row(capital.geonameid) if capital.geonameid else None
        if row is not None:
            by_hand.append(row._replace(by_hand=True))
            known.add(capital.geonameid)
    return (*by_hand, *(spot for number in _numbers(key) if number not in known and (spot := _row(number))))


def hand_matches(text: str, lang: str) -> list[tuple[int, int]]:
    """Where `text` holds names of the hand table, as (start, end)."""
    return [(start, end) for start, end, _ in _hand_names(lang).find(text)]


def hand_countries(text: str, lang: str) -> list[tuple[int, str]]:
    """The countries of places by hand that `text` names, as (start, ISO alpha-3), without those of country words."""
    found = []
    for start, end, _ in _hand_names(lang).find(text):
        word = lookup(text[start:end], lang)
        spot = _hand(lang)[fold(text[start:end])][0]
        if spot.country is not None and word is None:
            found.append((start, spot.country))
    return found


@cache
def country_spot(iso3: str) -> Spot:
    """A country as a place; it has no coordinates, since no point would be right."""
    names = country_names(iso3, "en")
    return Spot(names[0] if names else iso3, country_geonameid(iso3), iso3, None, None, "C", by_hand=True)


@cache
def _hand_names(lang: str) -> Names[None]:
    return Names((name, None) for entry in entries("places", "extra.yaml") for name in entry.get(lang, ()))


@cache
def _hand(lang: str) -> dict[str, tuple[Spot, ...]]:
    found: dict[str, list[Spot]] = {}
    for entry in entries("places", "extra.yaml"):
        spot = _hand_spot(entry)
        for key in dict.fromkeys(fold(name) for name in entry.get(lang, ())):
            found.setdefault(key, []).append(spot)
    return {key: tuple(spots) for key, spots in found.items()}


def _hand_spot(entry: dict[str, Any]) -> Spot:
    number = entry["geonameid"]
    row = _row(number) if number else None
    kind = {"city": "P", "area": "A"}[entry["precision"]]
    return Spot(
        entry["name"],
        number,
        entry["iso3"],
        entry.get("lat", row.lat if row else None),
        entry.get("lon", row.lon if row else None),
        row.kind if row else kind,
        row.population if row else 0,
        row.admin1 if row else "",
        by_hand=True,
    )


@cache
def _table() -> tuple[bytes, int]:
    """The unpacked table and where its second part begins."""
    packed = resources.files("sumber.codebook").joinpath("places", "places.tsv.gz").read_bytes()
    table = gzip.decompress(packed)
    return table, table.index(b"\n\n") + 2


@lru_cache(maxsize=KEPT)
def _numbers(key: str) -> tuple[int, ...]:
    table, middle = _table()
    line = _find_line(table, key.encode(), middle, len(table))
    return tuple(int(number) for number in line[1].split()) if line else ()


@lru_cache(maxsize=KEPT)
def _row(number: int) -> Spot | None:
    table, middle = _table()
    line = _find_line(table, str(number).encode(), 0, middle - 1)
    if line is None:
        return None
    _, name, country, admin1, lat, lon, population, kind = line
    return Spot(
        name,
        number,
        country,
        float(lat) if lat else None,
        float(lon) if lon else None,
        kind,
        int(population),
        admin1,
    )


def _find_line(table: bytes, key: bytes, low: int, high: int) -> list[str] | None:
    """The fields of the line that begins with `key` and a tab, in the part of the table from `low` to `high`."""
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        start = max(start, low)
        end = table.find(b"\n", start)
        line_key, _, _ = table[start:end].partition(b"\t")
        if line_key == key:
            return table[start:end].decode().split("\t")
        if line_key < key:
            low = end + 1
        else:
            high = start
    return None
