"""Where: places with their events, as the articles' gazetteer has them. No coordinate is moved or made up."""

from __future__ import annotations

from collections import defaultdict
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import BaseModel

from sumber.serve.charts import (
    After,
    AskedOf,
    ChartEvents,
    Format,
    Limit,
    conflict_types,
    events_as_csv,
    list_events,
)
from sumber.serve.desk import Desk, DeskOf
from sumber.serve.tables import CSV, csv_file
from sumber.store import Among, Asked

router = APIRouter(tags=["places"])

MOST = 1_500  # dots that a map can bear
_EXACT = "city"


class MapSite(BaseModel):
    """A place with its events. ``precision``: city (a point), area (a province, a river), country. ``lat`` and ``lon``
    are degrees (WGS 84), null where the gazetteer has none; only those of a city say where something happened."""

    site: str
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    events: int
    conflict: int


class MapLand(BaseModel):
    """A country (ISO 3166-1 alpha-3) with the events in it: ``events`` in all, ``vague`` of them placed no closer than
    the country or a part of it."""

    country: str
    events: int
    conflict: int
    vague: int


class MapPlaces(BaseModel):
    """MapPlaces and countries, those with most events first. ``left_out`` places beyond the first 1,500 are counted in
    their countries and listed in the CSV."""

    sites: list[MapSite]
    lands: list[MapLand]
    left_out: int


@router.get("/places", response_model=MapPlaces, responses=CSV)
def places(desk: DeskOf, asked: AskedOf, format: Format = "json") -> MapPlaces | Response:
    """The places of events."""
    found = desk.kept(("places", asked), lambda: _places(desk, asked))
    if format == "csv":
        return csv_file("places.csv", tuple(MapSite.model_fields), found)
    return MapPlaces(
        sites=[MapSite(**row) for row in found[:MOST]], lands=_lands(found), left_out=max(0, len(found) - MOST)
    )


@router.get("/places/events", response_model=ChartEvents, responses=CSV)
def place_events(
    desk: DeskOf,
    asked: AskedOf,
    site: Annotated[str | None, Query(max_length=500)] = None,
    country: Annotated[str | None, Query(pattern="^[A-Z]{3}$")] = None,
    limit: Limit = 50,
    after: After = None,
    format: Format = "json",
) -> ChartEvents | Response:
    """The events of one place or country, by day; of all where none is named."""
    among = Among(site=site, country=country) if site or country else None
    if format == "csv":
        return events_as_csv(desk, asked, among, "place-events")
    return list_events(desk, asked, among, limit, after)


def _places(desk: Desk, asked: Asked) -> list[dict[str, Any]]:
    with desk.corpus() as corpus:
        return corpus.counts.places(asked, conflict_types())


def _lands(rows: list[dict[str, Any]]) -> list[MapLand]:
    counted: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in rows:
        if row["country"]:
            told = counted[row["country"]]
            told[0] += row["events"]
            told[1] += row["conflict"]
            told[2] += row["events"] if row["precision"] != _EXACT or row["lat"] is None else 0
    lands = [MapLand(country=one, events=all_, conflict=c, vague=v) for one, (all_, c, v) in counted.items()]
    return sorted(lands, key=lambda land: (-land.events, land.country))
