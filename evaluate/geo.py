"""Places: GeoVirus (Gritta et al. 2018), names found without help and the countries they lie in."""

from __future__ import annotations

import gzip
import json
import math
from functools import cache
from importlib import resources
from pathlib import Path

from evaluate.coding import Scores, code, lines
from sumber.model import Document

#: Articles of the gold's names that lie in no one country.
NO_COUNTRY = frozenset(
    {"Africa", "Americas", "Antarctica", "Asia", "Europe", "North_America", "Oceania", "South_America"}
)


def geovirus(shared: Path, folder: Path, workers: int) -> Scores:
    """229 Wikinews texts on epidemics. A name counts as found where ours and the gold's touch; its country is right
    where it is the country of the town in our table that is nearest to the gold's point; continents, and points with no
    town within six degrees, are left out of that."""
    gold = list(lines(shared / "data" / "geo" / "geovirus_en.jsonl.gz"))
    documents = [Document(row["id"], row["text"], lang="en", plain=True) for row in gold]
    records = [json.loads(line) for line in code(documents, workers).split("\n") if line]
    wanted = given = hits = right = located = 0
    for row, record in zip(gold, records, strict=True):
        wanted += len(row["toponyms"])
        given += len(record["places"])
        for name in row["toponyms"]:
            ours = [p for p in record["places"] if p["start"] < name["e"] and p["end"] > name["s"]]
            hits += bool(ours)
            country = country_at(name["lat"], name["lon"])
            if ours and country is not None and name["page"].rpartition("/")[2] not in NO_COUNTRY:
                located += 1
                right += any(place["country"] == country for place in ours)
    precision, recall = hits / given, hits / wanted
    return {"place F1": 2 * precision * recall / (precision + recall), "country of those found": right / located}


def country_at(latitude: float, longitude: float) -> str | None:
    """The country of the town nearest to a point (ISO 3166-1 alpha-3)."""
    near = [town for cell in _around(latitude, longitude) for town in _grid().get(cell, ())]
    best = min(near, default=None, key=lambda town: _square(town, latitude, longitude))
    return best[2] if best else None


def _square(town: tuple[float, float, str], latitude: float, longitude: float) -> float:
    east = (town[1] - longitude + 180) % 360 - 180
    return (town[0] - latitude) ** 2 + (east * math.cos(math.radians(latitude))) ** 2


def _around(latitude: float, longitude: float) -> list[tuple[int, int]]:
    y, x = math.floor(latitude), math.floor(longitude)
    return [(y + i, (x + j + 180) % 360 - 180) for i in range(-6, 7) for j in range(-6, 7)]


@cache
def _grid() -> dict[tuple[int, int], list[tuple[float, float, str]]]:
    found: dict[tuple[int, int], list[tuple[float, float, str]]] = {}
    packed = resources.files("sumber.codebook").joinpath("places", "places.tsv.gz").read_bytes()
    for line in gzip.decompress(packed).decode().partition("\n\n")[0].split("\n"):
        _, _, country, _, lat, lon, _, kind = line.split("\t")
        if kind == "P" and country:
            cell = math.floor(float(lat)), math.floor(float(lon))
            found.setdefault(cell, []).append((float(lat), float(lon), country))
    return found
