"""Counting events: over time, by pairs, by places, by toll. One question is asked of all charts; each event is counted
once, as its first report tells it, unless every report is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    case,
    func,
    literal,
    or_,
    select,
    union_all,
)

from sumber.store import schema
from sumber.store.corpus_schema import reports
from sumber.store.count_schema import dated, dyads, located, repeats, sites, tallies
from sumber.store.pack import Row
from sumber.store.pages import page
from sumber.store.query import Filter, Members, event_members, event_question, judged
from sumber.store.review_schema import standing

Unit = Literal["day", "week", "month", "year"]
Level = Literal["country", "name"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which events are counted. ``reports`` counts every report of an event, else the first alone; ``refused`` counts
    also what a coder refused; ``begun`` leaves out what began before the time that is asked for and lasts into it."""

    wanted: Filter = field(default_factory=Filter)
    reports: bool = False
    refused: bool = False
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Among:
    """Events of one mark of a chart: of a place, of a country, of a pair."""

    site: str | None = None
    country: str | None = None
    pair: tuple[Level, str, str] | None = None


class CountTables:
    """One transaction's view of the counts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_day(self, asked: Asked) -> list[tuple[str, str, int]]:
        """Events by the day they begin and by type; those without a day under `schema.UNDATED`, which comes last."""
        e = dated.c
        query = _counted(select(e.day, e.type, func.count()), dated, asked).group_by(e.day, e.type)
        return [(row[0], row[1], row[2]) for row in self._connection.execute(query)]

    def outlets(self) -> list[tuple[str, str]]:
        """Each outlet with the day of its first article, oldest first."""
        d = schema.documents.c
        first = func.min(d.published)
        query = select(d.outlet, first).where(d.outlet.is_not(None), d.published.is_not(None)).group_by(d.outlet)
        return [(row[0], row[1]) for row in self._connection.execute(query.order_by(first, d.outlet))]

    def sides(self, asked: Asked, level: Level, limit: int) -> tuple[list[str], list[str]]:
        """Who did most and to whom most was done, at most ``limit`` of each, the most frequent first."""
        found = []
        for side in (dyads.c.a, dyads.c.b):
            query = _counted(select(side, func.count()), dyads, asked).where(dyads.c.level == level)
            query = query.group_by(side).order_by(func.count().desc(), side).limit(limit)
            found.append([row[0] for row in self._connection.execute(query)])
        return found[0], found[1]

    def pairs(
        self,
        asked: Asked,
        level: Level,
        conflict: Iterable[str],
        sides: tuple[Sequence[str], Sequence[str]] | None = None,
        unit: Unit | None = None,
    ) -> list[Row]:
        """Pairs with their events: ``a``, ``b``, ``period`` (the first day of a unit, null without a day; empty for all
        time), ``cooperation``, ``conflict`` (of the types ``conflict``), ``mutual``; only those of some sides."""
        has_day = dyads.c.day < schema.UNDATED
        period = case((has_day, _bucket(dyads.c.day, unit)), else_=None) if unit else literal("")
        hostile = func.sum(case((dyads.c.type.in_(list(conflict)), 1), else_=0))
        told = (
            dyads.c.a,
            dyads.c.b,
            period.label("period"),
            (func.count() - hostile).label("cooperation"),
            hostile.label("conflict"),
            func.sum(dyads.c.mutual).label("mutual"),
        )
        query = _counted(select(*told), dyads, asked).where(dyads.c.level == level)
        if sides is not None:
            query = query.where(dyads.c.a.in_(sides[0]), dyads.c.b.in_(sides[1]))
        by = [dyads.c.a, dyads.c.b, *([period] if unit else [])]
        query = query.group_by(*by).order_by(*by)
        return [dict(row._mapping) for row in self._connection.execute(query)]

    def places(self, asked: Asked, conflict: Iterable[str]) -> list[Row]:
        """Places with their events, those with most first: the columns of `sites`, ``events`` and how many of them are
        of the types ``conflict``."""
        hostile = func.sum(case((located.c.type.in_(list(conflict)), 1), else_=0)).label("conflict")
        told = select(located.c.site, func.count().label("events"), hostile)
        counted = _counted(told, located, asked).group_by(located.c.site).subquery()
        query = select(sites, counted.c.events, counted.c.conflict).join(counted, counted.c.site == sites.c.site)
        query = query.order_by(counted.c.events.desc(), sites.c.site)
        return [dict(row._mapping) for row in self._connection.execute(query)]

    def listed(
        self, asked: Asked, among: Among | None = None, limit: int | None = None, after: str | None = None
    ) -> Iterator[Row]:
        """The events themselves, by day, then document, then place in the text: those of one mark where one is given.

        Raises StoreError where no event is called ``after``.
        """
        e, d = schema.events, schema.documents
        question = event_question(asked.wanted)
        members = question.members + ((_among(among),) if among is not None else ())
        asks = replace(question, members=members, conditions=(*question.conditions, *_each(e, asked)))
        columns = (*e.columns, d.c.outlet, d.c.published, d.c.title, d.c.lang, d.c.uri)
        for row in page(self._connection, asks, columns, e.join(d, d.c.key == e.c.document), limit, after):
            yield {**row._mapping, "event": f"{row.document}.{row.id}", "from": row.begin, "to": row.until}

    def tolls(
        self, asked: Asked, kinds: Sequence[str], limit: int, after: tuple[float, str] | None = None
    ) -> list[tuple[str, float]]:
        """Merged events with a count of one of these kinds and its greatest number, the greatest first; after that of
        another page's last. Running totals are left out, and an event is found by any of its reports."""
        e, asked = schema.events, replace(asked, reports=True)
        greatest = func.coalesce(func.max(tallies.c.greatest), -1.0)
        source = tallies.join(e, e.c.row == tallies.c.event).join(reports, reports.c.name == tallies.c.report)
        query = select(reports.c.merged, greatest).select_from(source)
        query = query.where(tallies.c.running.is_(False), tallies.c.what.in_(kinds), *_every(e, asked))
        query = query.group_by(reports.c.merged)
        if after is not None:
            query = query.having(or_(greatest < after[0], (greatest == after[0]) & (reports.c.merged > after[1])))
        query = query.order_by(greatest.desc(), reports.c.merged).limit(limit)
        return [(row[0], row[1]) for row in self._connection.execute(query)]

    def with_totals(self, asked: Asked, kinds: Sequence[str], limit: int) -> list[tuple[str, str]]:
        """Merged documents that may hold running totals of these kinds, newest first, with the report ``DOC.eN`` that
        tells it; empty for a total that belongs to no event, which only an open filter finds."""
        told = select(tallies.c.document, tallies.c.report).distinct()
        query = told.join(reports, reports.c.document == tallies.c.document)
        query = query.where(tallies.c.running, tallies.c.what.in_(kinds))
        chosen = _counted(select(schema.events.c.row), schema.events, replace(asked, reports=True))
        found = tallies.c.event.in_(chosen)
        query = query.where(or_(found, tallies.c.event.is_(None)) if asked.wanted == Filter() else found)
        query = query.order_by(tallies.c.issued.desc(), tallies.c.document, tallies.c.report).limit(limit)
        return [(row[0], row[1]) for row in self._connection.execute(query)]


def _counted(query: Select[Any], table: Table, asked: Asked) -> Select[Any]:
    """The rows of a table that are asked for, each event once where that is asked."""
    return query.where(*_every(table, asked))


def _every(table: Table, asked: Asked) -> list[ColumnElement[bool]]:
    number = table.c.row if table is schema.events else table.c.event
    named = [
        # A sum is no column to SQLite: it reads the table in its order and looks numbers up in the list.
        (number + 0).in_(union_all(*members.rows) if len(members.rows) > 1 else members.rows[0])
        for members in event_members(asked.wanted)
    ]
    return [*judged(asked.wanted, table), *named, *_each(table, asked)]


def _each(table: Table, asked: Asked) -> list[ColumnElement[bool]]:
    number = table.c.row if table is schema.events else table.c.event
    found: list[ColumnElement[bool]] = []
    if asked.begun and asked.wanted.since:
        found.append(table.c.day >= asked.wanted.since)
    if not asked.reports and table is not schema.events:
        found.append(table.c.again.is_(False))
    elif not asked.reports:
        found.append(~select(repeats.c.event).where(repeats.c.event == number).exists())
    if not asked.refused:
        e = schema.events.c
        refused = select(e.row).join(standing, standing.c.report == schema.report_name)
        refused = refused.where(standing.c.state == "refused", standing.c.document == e.document)
        found.append((number + 0).not_in(refused))
    return found


def _among(mark: Among) -> Members:
    number = schema.events.c.row
    if mark.pair is not None:
        level, a, b = mark.pair
        rows = select(dyads.c.event).where(dyads.c.level == level, dyads.c.a == a, dyads.c.b == b)
        return Members((rows,), rows.where(dyads.c.event == number).exists())
    if mark.site is not None:
        rows = select(located.c.event).where(located.c.site == mark.site)
        return Members((rows,), rows.where(located.c.event == number).exists())
    rows = select(schema.events.c.row).where(schema.events.c.place_country == mark.country)
    return Members((rows,), schema.events.c.place_country == mark.country)


def _bucket(day: ColumnElement[str], unit: Unit) -> ColumnElement[str]:
    if unit == "week":
        return func.date(day, "weekday 0", "-6 days")  # the Monday
    if unit == "month":
        return func.substr(day, 1, 7).concat("-01")
    return func.substr(day, 1, 4).concat("-01-01") if unit == "year" else day + ""
