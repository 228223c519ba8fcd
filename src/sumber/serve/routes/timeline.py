"""Events over time: counts by group and unit, or, where they are few, each event with its days."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import BaseModel

from sumber.serve.bins import Unit, binned, unit_for
from sumber.serve.charts import (
    GROUPS,
    After,
    AskedOf,
    ChartEvent,
    ChartEvents,
    Format,
    Group,
    Limit,
    events_as_csv,
    group_of,
    list_events,
)
from sumber.serve.desk import Desk, DeskOf
from sumber.serve.tables import CSV, csv_file
from sumber.store import UNDATED, Asked

router = APIRouter(tags=["timeline"])

FEW = 300  # events that are drawn one by one


class TimeBin(BaseModel):
    """The events that begin in one unit of time, by group of types."""

    start: str
    verbal_cooperation: int = 0
    material_cooperation: int = 0
    verbal_conflict: int = 0
    material_conflict: int = 0


class OutletJoined(BaseModel):
    """An outlet and the day of its first article here: more events from then on may be no more than more articles."""

    outlet: str
    first: str


class Timeline(BaseModel):
    """Events over time. ``bins`` count events where they begin, from ``first`` to ``last``; ``earlier`` of all began
    before the time that is asked for and last into it. ``events`` are the events one by one where they are at most
    300, else empty."""

    total: int
    undated: int
    earlier: int
    first: str | None
    last: str | None
    unit: Unit
    bins: list[TimeBin]
    outlets: list[OutletJoined]
    events: list[ChartEvent]
    groups: dict[str, Group]


@router.get("/timeline", response_model=Timeline, responses=CSV)
def timeline(
    desk: DeskOf,
    asked: AskedOf,
    unit: Annotated[Unit | None, Query(description="else the one that suits the time")] = None,
    format: Format = "json",
) -> Timeline | Response:
    """Counts of events by group of types and unit of time."""
    found = desk.kept(("timeline", asked, unit), lambda: _timeline(desk, asked, unit))
    if format == "csv":
        rows = [{"unit": found.unit, **one.model_dump()} for one in found.bins]
        return csv_file("timeline.csv", ("start", "unit", *GROUPS), rows)
    return found


@router.get("/timeline/events", response_model=ChartEvents, responses=CSV)
def timeline_events(
    desk: DeskOf,
    asked: AskedOf,
    limit: Limit = 50,
    after: After = None,
    format: Format = "json",
) -> ChartEvents | Response:
    """The events themselves, by day."""
    if format == "csv":
        return events_as_csv(desk, asked, None, "events")
    return list_events(desk, asked, None, limit, after)


def _timeline(desk: Desk, asked: Asked, unit: Unit | None) -> Timeline:
    with desk.corpus() as corpus:
        counts = corpus.counts.by_day(asked)
        total = sum(count for _day, _type, count in counts)
        few = list(corpus.counts.listed(asked, None, FEW)) if total <= FEW else []
        outlets = corpus.counts.outlets()
    since = asked.wanted.since or ""
    dated = [row for row in counts if since <= row[0] < UNDATED]
    undated = sum(count for day, _type, count in counts if day == UNDATED)
    days = [day for day, _type, _count in dated]
    first, last = min(days, default=None), max(days, default=None)
    fitting: Unit = unit or (unit_for(first, last) if first and last else "day")
    groups = group_of()
    bins = binned(((day, groups[kind], count) for day, kind, count in dated), fitting)
    return Timeline(
        total=total,
        undated=undated,
        earlier=total - undated - sum(count for _day, _type, count in dated),
        first=first,
        last=last,
        unit=fitting,
        bins=[TimeBin(start=start, **told) for start, told in bins],
        outlets=[OutletJoined(outlet=outlet, first=day) for outlet, day in outlets if _within(day, first, last)],
        events=[ChartEvent(**row) for row in few],
        groups=groups,
    )


def _within(day: str, first: str | None, last: str | None) -> bool:
    return first is not None and last is not None and first < day <= last
