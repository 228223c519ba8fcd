"""Tolls in the form in which the pages and the CSV have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from pydantic import BaseModel

from sumber.merge.tolls import Difference, Figure, Range, Series
from sumber.merge.views import EventToll

COLUMNS = (
    "event", "running", "what", "who", "min", "max", "approx", "since", "as_of", "origin", "via", "outlet", "published",
    "words", "part", "upheld", "contradicted_by", "superseded", "report", "document",
)  # fmt: skip


class TollFigure(BaseModel):
    """One figure of one report. ``min`` and ``max`` are people, null where the text leaves them open; ``day`` is the
    ISO day up to which it counts; ``origin`` who says so; ``via`` the media between, nearest to the reader first.
    ``upheld`` is false where its source denies, asks for or expects it."""

    report: str | None
    document: str
    what: str
    who: str | None
    min: float | None
    max: float | None
    approx: bool
    since: str | None
    as_of: str | None
    day: str | None
    published: str | None
    outlet: str | None
    origin: str
    via: list[str]
    words: str
    part: bool
    upheld: bool


class TollRange(BaseModel):
    """How far the figures for one thing lie apart; ``who`` is empty for the whole toll, ``origins`` are distinct
    sources."""

    what: str
    who: str
    min: float | None
    max: float | None
    highest: float | None
    origins: int


class TollDifference(BaseModel):
    """Two figures, by their places in the list, of which both cannot hold, or the second came after the first."""

    kind: Literal["contradiction", "superseded"]
    a: int
    b: int


class TollEvent(BaseModel):
    """An event (``E…``) with its figures, the greatest first among events; ``told`` is its first report in words."""

    event: str
    told: str
    figures: list[TollFigure]
    ranges: list[TollRange]
    differences: list[TollDifference]


class TollSeries(BaseModel):
    """A running total by one origin, oldest first; ``subject`` are countries (ISO 3166-1 alpha-3) it is about."""

    what: str
    who: str
    subject: list[str]
    origin: str
    since: str | None
    figures: list[TollFigure]


def toll_row(toll: EventToll) -> TollEvent:
    """An event's toll; figures by the day they count to."""
    listed = sorted(toll.figures, key=lambda one: (one.day or "~", one.document, one.quantity))
    places = {figure: number for number, figure in enumerate(listed)}
    differences = [_difference(one, places) for one in toll.differences]
    ranges = [_range(one) for one in toll.ranges]
    return TollEvent(
        event=toll.event, told=toll.told, figures=[_figure(f) for f in listed], ranges=ranges, differences=differences
    )


def series_row(series: Series) -> TollSeries:
    """A running total."""
    return TollSeries(
        what=series.what,
        who=series.who,
        subject=list(series.subject),
        origin=series.origin,
        since=series.since,
        figures=[_figure(figure) for figure in series.figures],
    )


def toll_lines(tolls: Iterable[TollEvent]) -> Iterator[dict[str, Any]]:
    """The lines of the CSV for single events: a figure a line, with how many others contradict it."""
    for toll in tolls:
        against = [sum(n in (d.a, d.b) for d in _of(toll, "contradiction")) for n in range(len(toll.figures))]
        gone = {d.a for d in _of(toll, "superseded")}
        for number, figure in enumerate(toll.figures):
            yield {**_line(figure, toll.event, False), "contradicted_by": against[number], "superseded": number in gone}


def series_lines(series: Iterable[TollSeries]) -> Iterator[dict[str, Any]]:
    """The lines of the CSV for running totals."""
    for one in series:
        yield from (_line(figure, "", True) for figure in one.figures)


def _of(toll: TollEvent, kind: str) -> Sequence[TollDifference]:
    return [one for one in toll.differences if one.kind == kind]


def _line(figure: TollFigure, event: str, running: bool) -> dict[str, Any]:
    return {**figure.model_dump(), "via": " < ".join(figure.via), "event": event, "running": running}


def _figure(figure: Figure) -> TollFigure:
    same = {name: getattr(figure, name) for name in TollFigure.model_fields if name not in ("report", "via")}
    report = f"{figure.document}.{figure.event}" if figure.event else None
    return TollFigure(report=report, via=list(figure.via), **same)


def _range(one: Range) -> TollRange:
    return TollRange(**{name: getattr(one, name) for name in TollRange.model_fields})


def _difference(one: Difference, places: dict[Figure, int]) -> TollDifference:
    return TollDifference(kind=one.kind, a=places[one.a], b=places[one.b])
