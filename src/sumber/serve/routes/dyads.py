"""Who does what to whom: pairs of actors with what they do together and against each other, in all and over time."""

from __future__ import annotations

from collections import Counter
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
from sumber.store import Among, Asked, Level, Unit

router = APIRouter(tags=["dyads"])

LONGEST = 500  # characters of a name
LevelOf = Annotated[Level, Query(description="by country (ISO 3166-1 alpha-3) or by the name of the party")]
Party = Annotated[str, Query(min_length=1, max_length=LONGEST)]


class DyadPair(BaseModel):
    """What ``a`` did to ``b``, in events; ``mutual`` of them were done together, and stand in both directions.
    ``period`` is the first day of the unit, null for events without a day, empty for all time."""

    a: str
    b: str
    period: str | None
    cooperation: int
    conflict: int
    mutual: int


class DyadMatrix(BaseModel):
    """The pairs among the most frequent actors (``rows``) and recipients (``columns``), the most frequent first."""

    level: Level
    rows: list[str]
    columns: list[str]
    cells: list[DyadPair]


class DyadCourse(BaseModel):
    """One pair over time."""

    a: str
    b: str
    periods: list[DyadPair]


@router.get("/dyads", response_model=DyadMatrix, responses=CSV)
def dyads(
    desk: DeskOf,
    asked: AskedOf,
    level: LevelOf = "country",
    size: Annotated[int, Query(ge=1, le=60, description="rows and columns at most")] = 16,
    unit: Annotated[Unit | None, Query(description="CSV only: a row for each unit of time")] = None,
    format: Format = "json",
) -> DyadMatrix | Response:
    """The matrix of actors and recipients."""
    found = desk.kept(("dyads", asked, level, size), lambda: _matrix(desk, asked, level, size))
    if format == "json":
        return found
    cells = found.cells if unit is None else _over_time(desk, asked, level, (found.rows, found.columns), unit)
    return csv_file("dyads.csv", tuple(DyadPair.model_fields), (cell.model_dump() for cell in cells))


@router.get("/dyads/course", response_model=DyadCourse, responses=CSV)
def course(
    desk: DeskOf,
    asked: AskedOf,
    a: Party,
    b: Party,
    level: LevelOf = "country",
    unit: Unit = "month",
    format: Format = "json",
) -> DyadCourse | Response:
    """One pair over time."""
    periods = _over_time(desk, asked, level, ([a], [b]), unit)
    if format == "csv":
        return csv_file("dyad.csv", tuple(DyadPair.model_fields), (one.model_dump() for one in periods))
    return DyadCourse(a=a, b=b, periods=periods)


@router.get("/dyads/events", response_model=ChartEvents, responses=CSV)
def dyad_events(
    desk: DeskOf,
    asked: AskedOf,
    a: Party,
    b: Party,
    level: LevelOf = "country",
    limit: Limit = 50,
    after: After = None,
    format: Format = "json",
) -> ChartEvents | Response:
    """The events of one pair, by day."""
    among = Among(pair=(level, a, b))
    if format == "csv":
        return events_as_csv(desk, asked, among, "dyad-events")
    return list_events(desk, asked, among, limit, after)


def _matrix(desk: Desk, asked: Asked, level: Level, size: int) -> DyadMatrix:
    with desk.corpus() as corpus:
        if level == "country":  # few enough to be counted in one pass
            cells = corpus.counts.pairs(asked, level, conflict_types())
            rows, columns = (_most(cells, side, size) for side in ("a", "b"))
            cells = [cell for cell in cells if cell["a"] in rows and cell["b"] in columns]
        else:
            rows, columns = corpus.counts.sides(asked, level, size)
            cells = corpus.counts.pairs(asked, level, conflict_types(), (rows, columns))
    return DyadMatrix(level=level, rows=rows, columns=columns, cells=[DyadPair(**cell) for cell in cells])


def _most(cells: list[dict[str, Any]], side: str, size: int) -> list[str]:
    counts: Counter[str] = Counter()
    for cell in cells:
        counts[cell[side]] += cell["cooperation"] + cell["conflict"]
    return sorted(counts, key=lambda name: (-counts[name], name))[:size]


def _over_time(
    desk: Desk, asked: Asked, level: Level, sides: tuple[list[str], list[str]], unit: Unit
) -> list[DyadPair]:
    with desk.corpus() as corpus:
        found = corpus.counts.pairs(asked, level, conflict_types(), sides, unit)
    return [DyadPair(**row) for row in found]
