"""Tolls: the figures of events and the running totals, by who says so. Nothing is averaged, added up or dropped."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Query
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel

from sumber.merge.tolls import Figure
from sumber.merge.views import view_tolls
from sumber.serve.charts import AskedOf, Format, Limit
from sumber.serve.desk import Desk, DeskOf
from sumber.serve.tables import BYTE_ORDER_MARK, CSV, csv_file, kept_as
from sumber.serve.toll_rows import COLUMNS, TollEvent, TollSeries, series_lines, series_row, toll_lines, toll_row
from sumber.store import Asked, Corpus, write_csv

router = APIRouter(tags=["tolls"])

What = Literal[
    "killed", "injured", "missing", "arrested", "abducted", "displaced", "released", "sentenced", "participants"
]
#: Crowds dwarf the dead: they are shown only where they are asked for.
USUAL = tuple(kind for kind in get_args(What) if kind != "participants")
NEWEST = 150  # reports of running totals that one view reads, newest first
AT_ONCE = 200  # events that are read at a time where all of them are written out

WhatOf = Annotated[What | None, Query(description="else all but participants")]
Place = Annotated[str | None, Query(pattern=r"^-?\d{1,15}(\.\d{1,6})?:E[0-9a-f]{12}\.e\d{1,6}$")]


class Tolls(BaseModel):
    """Events with figures, the greatest first. ``after`` asks for the next page; ``waiting`` articles are not merged
    yet and take no part. ``langs`` are the languages of the documents."""

    tolls: list[TollEvent]
    langs: dict[str, str]
    after: str | None
    waiting: int


class Totals(BaseModel):
    """Running totals. ``cut`` is true where only the newest reports of them were read: a narrower filter finds more.
    ``langs`` are the languages of the documents."""

    totals: list[TollSeries]
    langs: dict[str, str]
    cut: bool


@router.get("/tolls", response_model=Tolls, responses=CSV)
def tolls(
    desk: DeskOf,
    asked: AskedOf,
    what: WhatOf = None,
    limit: Limit = 25,
    after: Place = None,
    format: Format = "json",
) -> Tolls | Response:
    """The figures of single events; as CSV all of them."""
    if format == "csv":
        lines = _all_lines(desk, asked, what)
        return StreamingResponse(lines, media_type="text/csv; charset=utf-8", headers=kept_as("tolls.csv"))
    return desk.kept(("tolls", asked, what, limit, after), lambda: _tolls(desk, asked, what, limit, after))


@router.get("/tolls/totals", response_model=Totals, responses=CSV)
def totals(
    desk: DeskOf,
    asked: AskedOf,
    what: WhatOf = None,
    format: Format = "json",
) -> Totals | Response:
    """Running totals over time, by who counts."""
    found = desk.kept(("totals", asked, what), lambda: _totals(desk, asked, what))
    return csv_file("totals.csv", COLUMNS, series_lines(found.totals)) if format == "csv" else found


def _kinds(what: What | None) -> tuple[str, ...]:
    return (what,) if what else USUAL


def _tolls(desk: Desk, asked: Asked, what: What | None, limit: int, after: str | None) -> Tolls:
    kinds = _kinds(what)
    number, _, name = (after or "").partition(":")
    with desk.corpus() as corpus:
        page = corpus.counts.tolls(asked, kinds, limit + 1, (float(number), name) if after else None)
        events = [event for event, _greatest in page[:limit]]
        reports = _reports(corpus, asked, events)

        def wanted(figure: Figure) -> bool:
            return figure.what in kinds and f"{figure.document}.{figure.event}" in reports

        documents = sorted({report.partition(".")[0] for report in reports})
        view = view_tolls(corpus, documents, wanted)
        langs = _langs(corpus, documents)
        waiting = corpus.documents.waiting()
    order = {event: place for place, event in enumerate(events)}
    rows = sorted((toll_row(toll) for toll in view.events), key=lambda row: order[row.event])
    last = f"{page[limit - 1][1]:f}:{page[limit - 1][0]}" if len(page) > limit else None
    return Tolls(tolls=rows, langs=langs, after=last, waiting=waiting)


def _reports(corpus: Corpus, asked: Asked, events: list[str]) -> set[str]:
    """All reports of events, but for those that a coder refused."""
    reports = set(corpus.events.members(events))
    if asked.refused:
        return reports
    return reports - {name for name, row in corpus.review.standing(reports).items() if row["state"] == "refused"}


def _totals(desk: Desk, asked: Asked, what: What | None) -> Totals:
    kinds = _kinds(what)
    with desk.corpus() as corpus:
        told = corpus.counts.with_totals(asked, kinds, NEWEST + 1)
        chosen = set(told[:NEWEST])

        def wanted(figure: Figure) -> bool:
            report = f"{figure.document}.{figure.event}" if figure.event else ""
            return figure.total and figure.what in kinds and (figure.document, report) in chosen

        documents = sorted({document for document, _report in chosen})
        view = view_tolls(corpus, documents, wanted)
        langs = _langs(corpus, documents)
    return Totals(totals=[series_row(one) for one in view.totals], langs=langs, cut=len(told) > NEWEST)


def _langs(corpus: Corpus, documents: list[str]) -> dict[str, str]:
    return {key: heading["lang"] for key, heading in corpus.documents.headings(documents).items()}


def _all_lines(desk: Desk, asked: Asked, what: What | None) -> Iterator[str]:
    yield BYTE_ORDER_MARK + ",".join(COLUMNS) + "\r\n"
    after: str | None = None
    while True:
        page = _tolls(desk, asked, what, AT_ONCE, after)
        file = io.StringIO()
        write_csv(toll_lines(page.tolls), file, COLUMNS)
        yield file.getvalue().split("\r\n", 1)[1]
        if page.after is None:
            return
        after = page.after
