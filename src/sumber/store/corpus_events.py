"""Reading and writing which reports tell one event: reports, links, decisions of people, tombstones."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, Table, bindparam, delete, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from sumber.store import schema
from sumber.store.corpus_schema import blocks, decisions, links, misses, profiles, reports, tombstones
from sumber.store.pack import Row, as_json, chunks
from sumber.store.repeats import clear_repeats, insert_repeats


class EventTables:
    """One transaction's view of the events."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put_reports(self, rows: Sequence[Row], keys: Sequence[tuple[str, str]]) -> None:
        """Enter reports (name, document, sight) or replace their sights, and their blocks (block, report) anew."""
        names = [row["name"] for row in rows]
        for part in chunks(names):
            self._connection.execute(delete(blocks).where(blocks.c.report.in_(part)))
        if rows:
            statement = upsert(reports)
            statement = statement.on_conflict_do_update(
                index_elements=["name"], set_={"sight": statement.excluded.sight}
            )
            packed = [{**row, "sight": as_json(row["sight"]), "merged": f"E{row['name']}"} for row in rows]
            self._connection.execute(statement, packed)
        if keys:
            self._connection.execute(insert(blocks), [{"block": block, "report": name} for block, name in keys])

    def of_documents(self, documents: Iterable[str]) -> list[str]:
        """Names of the reports of some documents."""
        found: list[str] = []
        for part in chunks(documents):
            found += self._connection.execute(select(reports.c.name).where(reports.c.document.in_(part))).scalars()
        return found

    def neighbours(self, names: Iterable[str]) -> set[tuple[str, str]]:
        """Pairs (one of these, any other report) that share a block."""
        found: set[tuple[str, str]] = set()
        other = blocks.alias()
        for part in chunks(names):
            query = select(blocks.c.report, other.c.report).join(other, other.c.block == blocks.c.block)
            query = query.where(blocks.c.report.in_(part), other.c.report != blocks.c.report)
            found |= {(row[0], row[1]) for row in self._connection.execute(query.distinct())}
        return found

    def sights(self, names: Iterable[str]) -> dict[str, Row]:
        """The sights of reports."""
        found: dict[str, Row] = {}
        for part in chunks(names):
            query = select(reports.c.name, reports.c.sight).where(reports.c.name.in_(part))
            found |= {name: json.loads(sight) for name, sight in self._connection.execute(query)}
        return found

    def replace_links(self, names: Iterable[str], rows: Sequence[Row], missed: Sequence[Row]) -> None:
        """All links of some reports anew, and the pairs that were nearly joined."""
        for table, fresh in ((links, rows), (misses, missed)):
            for part in chunks(names):
                self._connection.execute(delete(table).where(or_(table.c.a.in_(part), table.c.b.in_(part))))
            if fresh:
                self._connection.execute(insert(table), fresh)

    def links(self, names: Iterable[str]) -> list[Row]:
        """The links of some reports."""
        return self._pairs(links, names)

    def misses(self, names: Iterable[str]) -> list[Row]:
        """The pairs of some reports that were nearly joined."""
        return self._pairs(misses, names)

    def _pairs(self, table: Table, names: Iterable[str]) -> list[Row]:
        found: dict[tuple[str, str], Row] = {}
        for part in chunks(names):
            for side in (table.c.a, table.c.b):
                for row in self._connection.execute(select(table).where(side.in_(part))):
                    found[row.a, row.b] = dict(row._mapping)
        return [found[pair] for pair in sorted(found)]

    def all_links(self) -> Iterator[tuple[str, str, float]]:
        """All links: a, b, points."""
        for row in self._connection.execute(select(links.c.a, links.c.b, links.c.points)):
            yield row[0], row[1], row[2]

    def all_misses(self) -> Iterator[tuple[str, str, float, float]]:
        """All pairs that were nearly joined: a, b, points, points that are missing."""
        for row in self._connection.execute(select(misses.c.a, misses.c.b, misses.c.points, misses.c.lacking)):
            yield row[0], row[1], row[2], row[3]

    def all_merged(self) -> Iterator[tuple[str, str, str]]:
        """All reports: name, event, story."""
        told = self._connection.execute(select(profiles.c.document, profiles.c.story))
        stories = {row[0]: row[1] for row in told}  # joined here it takes a third of the time
        for row in self._connection.execute(select(reports.c.name, reports.c.merged, reports.c.document)):
            yield row[0], row[1], stories[row[2]]

    def merged(self, names: Iterable[str]) -> dict[str, str]:
        """The event that each report tells."""
        found: dict[str, str] = {}
        for part in chunks(names):
            query = select(reports.c.name, reports.c.merged).where(reports.c.name.in_(part))
            found |= {row.name: row.merged for row in self._connection.execute(query)}
        return found

    def members(self, events: Iterable[str]) -> list[str]:
        """The reports of some events."""
        found: list[str] = []
        for part in chunks(events):
            found += self._connection.execute(select(reports.c.name).where(reports.c.merged.in_(part))).scalars()
        return sorted(found)

    def stories_of(self, names: Iterable[str]) -> dict[str, str]:
        """The story of the document of each report."""
        found: dict[str, str] = {}
        for part in chunks(names):
            query = select(reports.c.name, profiles.c.story).where(reports.c.name.in_(part))
            query = query.join_from(reports, profiles, profiles.c.document == reports.c.document)
            found |= {row.name: row.story for row in self._connection.execute(query)}
        return found

    def lines(self, names: Iterable[str]) -> dict[str, Row]:
        """What a list shows of each report: its event's row, with outlet, day, title and language of the document."""
        wanted = set(names)
        e, d = schema.events.c, schema.documents.c
        columns = (e.document, e.id, e.type, e.status, e.begin, e.until, e.place, e.actors, e.recipients, e.sentence)
        query = select(*columns, d.outlet, d.published, d.title, d.lang).join_from(schema.events, schema.documents)
        found: dict[str, Row] = {}
        for part in chunks({name.partition(".")[0] for name in wanted}):
            for row in self._connection.execute(query.where(e.document.in_(part))):
                if (name := f"{row.document}.{row.id}") in wanted:
                    found[name] = {**row._mapping, "name": name}
        return found

    def set_merged(self, events: Mapping[str, str]) -> None:
        """Say which event each report tells."""
        change = update(reports).where(reports.c.name == bindparam("report")).values(merged=bindparam("event"))
        if events:
            rows = [{"report": name, "event": event} for name, event in events.items()]
            self._connection.execute(change, rows)
            insert_repeats(self._connection, events)

    def decisions(self, documents: Iterable[str]) -> list[Row]:
        """What people decided on reports of the documents, oldest first."""
        found: dict[int, Row] = {}
        for part in chunks(documents):
            touching = select(decisions).where(or_(decisions.c.a.in_(part), decisions.c.b.in_(part)))
            found |= {row.row: dict(row._mapping) for row in self._connection.execute(touching)}
        return [found[number] for number in sorted(found)]

    def last_decisions(self, before: int | None, limit: int) -> list[Row]:
        """Decisions, newest first; those older than the one in row ``before``."""
        query = select(decisions).order_by(decisions.c.row.desc()).limit(limit)
        if before is not None:
            query = query.where(decisions.c.row < before)
        return [dict(row._mapping) for row in self._connection.execute(query)]

    def decision(self, row: int) -> Row | None:
        """One decision."""
        found = self._connection.execute(select(decisions).where(decisions.c.row == row)).first()
        return dict(found._mapping) if found else None

    def decide(self, row: Row) -> int:
        """Keep one decision; earlier ones of the same pair stay as history. Gives its row."""
        return int(self._connection.execute(insert(decisions).values(**row)).lastrowid)

    def bury(self, rows: Sequence[Row]) -> None:
        """Leave tombstones (id, merged_into, reason, at)."""
        for row in rows:
            statement = upsert(tombstones).values(**row)
            self._connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=row))

    def raise_up(self, names: Iterable[str]) -> None:
        """Ids that are in use again need no tombstone."""
        for part in chunks(names):
            self._connection.execute(delete(tombstones).where(tombstones.c.id.in_(part)))

    def tombstone(self, name: str) -> Row | None:
        """What became of an id that is no more."""
        row = self._connection.execute(select(tombstones).where(tombstones.c.id == name)).first()
        return dict(row._mapping) if row else None

    def clear(self) -> None:
        """Forget the links and reports; decisions and tombstones stay."""
        for table in (misses, links, blocks, reports):
            self._connection.execute(delete(table))
        clear_repeats(self._connection)
