"""Reading and writing releases, and which events of the corpus a filter asks for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, func, insert, literal, select

from sumber.store import schema
from sumber.store.corpus_schema import reports
from sumber.store.pack import Row, as_json, chunks
from sumber.store.pages import page
from sumber.store.query import Filter, event_question
from sumber.store.review_schema import released, releases, standing


class ReleaseTables:
    """One transaction's view of the releases."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def chosen(self, wanted: Filter) -> dict[str, list[str]]:
        """The events of the corpus with a report that passes a filter, or that somebody judged (a coder may have
        mended what the filter asks for): event → those reports. The first published come first; a report that is not
        merged yet is an event of its own."""
        e = schema.events.c
        name = schema.report_name
        merged = func.coalesce(reports.c.merged, literal("E").concat(name))
        source = schema.events.outerjoin(reports, reports.c.name == name)
        columns: list[Any] = [e.issued, e.document, e.row, e.id, merged.label("event")]
        found = [tuple(row) for row in page(self._connection, event_question(wanted), columns, source)]
        judged = select(*columns).select_from(source.join(standing, standing.c.report == name))
        found += [tuple(row) for row in self._connection.execute(judged)]
        events: dict[str, list[str]] = {}
        for _issued, document, _row, number, event in sorted(set(found)):
            events.setdefault(event, []).append(f"{document}.{number}")
        return events

    def listed(self) -> list[Row]:
        """All releases, the newest first, with the number of events in each."""
        count = select(func.count()).where(released.c.release == releases.c.row).scalar_subquery()
        query = select(releases, count.label("events")).order_by(releases.c.row.desc())
        return [_unpacked(row._mapping) for row in self._connection.execute(query)]

    def named(self, name: str) -> Row | None:
        """One release by its name."""
        return next((row for row in self.listed() if row["name"] == name), None)

    def digests(self, release: int) -> dict[str, str]:
        """The events of a release with the digests of their rows."""
        query = select(released.c.event, released.c.digest).where(released.c.release == release)
        return {row.event: row.digest for row in self._connection.execute(query.order_by(released.c.event))}

    def data(self, digests: Mapping[str, str]) -> dict[str, Row]:
        """The rows of events as they were released under these digests. A row that goes out again as it was is kept
        once only."""
        found: dict[str, Row] = {}
        for part in chunks(digests):
            query = select(released.c.event, released.c.digest, released.c.data)
            for row in self._connection.execute(query.where(released.c.event.in_(part), released.c.data != "")):
                if digests[row.event] == row.digest:
                    found[row.event] = json.loads(row.data)
        return found

    def add(self, release: Row, rows: Iterable[tuple[str, str, str]]) -> None:
        """Keep a release (name, at, coder, choice, digest, note) with its rows: event, digest, data."""
        values = {**release, "choice": as_json(release["choice"])}
        number = self._connection.execute(insert(releases).values(**values)).lastrowid
        for part in chunks(rows):
            known = self._known([(event, digest) for event, digest, _data in part])
            packed = [
                {"release": number, "event": event, "digest": digest, "data": "" if (event, digest) in known else data}
                for event, digest, data in part
            ]
            self._connection.execute(insert(released), packed)

    def _known(self, pairs: list[tuple[str, str]]) -> set[tuple[str, str]]:
        query = select(released.c.event, released.c.digest)
        query = query.where(released.c.event.in_([event for event, _digest in pairs]), released.c.data != "")
        return {(row.event, row.digest) for row in self._connection.execute(query)} & set(pairs)


def _unpacked(row: Any) -> Row:
    return {**row, "choice": json.loads(row["choice"])}
