"""What all charts share: which events they are asked to count, and their data as CSV."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Annotated, Literal, get_args

from fastapi import Depends, Query
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel

from sumber.model import EVENT_TYPES
from sumber.model.event import EventType, Status
from sumber.serve.desk import Desk
from sumber.serve.tables import BYTE_ORDER_MARK, kept_as
from sumber.store import Among, Asked, Filter, write_csv
from sumber.what.plover import type_cards

Format = Literal["json", "csv"]
Group = Literal["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]
GROUPS: tuple[Group, ...] = get_args(Group)
LISTED = 1_000  # events that are read at a time where all of them are written out
Name = Annotated[str | None, Query(max_length=200)]
LIST_COLUMNS = (
    "event", "from", "to", "type", "modes", "status", "background", "actors", "recipients", "place", "place_country",
    "said_by", "via", "how_many", "sentence", "outlet", "published", "title", "uri",
)  # fmt: skip


class ChartEvent(BaseModel):
    """One event of a list, by its name ``DOC.eN``. ``from`` and ``to`` are ISO days; ``lang`` is the article's."""

    event: str
    document: str
    begin: str | None
    until: str | None
    type: str
    modes: str
    status: str
    background: bool
    actors: str
    recipients: str
    place: str | None
    place_country: str | None
    said_by: str | None
    how_many: str
    sentence: str
    outlet: str | None
    published: str | None
    title: str | None
    lang: str


class ChartEvents(BaseModel):
    """Events of a chart's mark, by day. ``after`` asks for the next page; it is null at the end."""

    events: list[ChartEvent]
    after: str | None


def _asked(
    type: Annotated[EventType | None, Query()] = None,
    actor: Name = None,
    recipient: Name = None,
    place: Name = None,
    since: date | None = None,
    until: date | None = None,
    status: Annotated[Status | None, Query()] = None,
    said_by: Name = None,
    background: Annotated[bool, Query(description="also history retold")] = True,
    reports: Annotated[bool, Query(description="count every report of an event, not the first alone")] = False,
    refused: Annotated[bool, Query(description="also what a coder refused")] = False,
    begun: Annotated[bool, Query(description="without what began before `since`")] = False,
) -> Asked:
    """The question that is asked of a chart. Names match in part; a country is given as ISO 3166-1 alpha-3."""
    wanted = Filter(
        type=type,
        actor=actor,
        recipient=recipient,
        place=place,
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
        status=status,
        said_by=said_by,
        background=background,
    )
    return Asked(wanted, reports, refused, begun)


AskedOf = Annotated[Asked, Depends(_asked)]
Limit = Annotated[int, Query(ge=1, le=200)]
After = Annotated[str | None, Query(max_length=40)]


@cache
def group_of() -> dict[str, Group]:
    """The group of each type: PLOVER's quads by name."""
    return {name: GROUPS[type_cards()[name].quad - 1] for name in EVENT_TYPES}


@cache
def conflict_types() -> tuple[str, ...]:
    """The types that are conflict, verbal or material."""
    return tuple(name for name, group in group_of().items() if group.endswith("conflict"))


def list_events(desk: Desk, asked: Asked, among: Among | None, limit: int, after: str | None) -> ChartEvents:
    """A page of events."""
    with desk.corpus() as corpus:
        rows = list(corpus.counts.listed(asked, among, limit + 1, after))
    last = rows[limit - 1]["event"] if len(rows) > limit else None
    return ChartEvents(events=[ChartEvent(**row) for row in rows[:limit]], after=last)


def events_as_csv(desk: Desk, asked: Asked, among: Among | None, name: str) -> Response:
    """All events of a list as a file, read as it is sent."""
    return StreamingResponse(
        _pieces(desk, asked, among), media_type="text/csv; charset=utf-8", headers=kept_as(f"{name}.csv")
    )


def _pieces(desk: Desk, asked: Asked, among: Among | None) -> Iterator[str]:
    yield BYTE_ORDER_MARK + ",".join(LIST_COLUMNS) + "\r\n"
    after: str | None = None
    while True:
        with desk.corpus() as corpus:
            rows = list(corpus.counts.listed(asked, among, LISTED, after))
        file = io.StringIO()
        write_csv(rows, file, LIST_COLUMNS)
        yield file.getvalue().split("\r\n", 1)[1]
        if len(rows) < LISTED:
            return
        after = rows[-1]["event"]
