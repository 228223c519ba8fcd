"""Reading and writing which reports tell one event: reports, links, decisions of people, tombstones."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from sumber.store.corpus_documents import Row, as_json, chunks
from sumber.store.corpus_schema import blocks, decisions, links, reports, tombstones
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

    def replace_links(self, names: Iterable[str], rows: Sequence[Row]) -> None:
        """All links of some reports anew."""
        for part in chunks(names):
            self._connection.execute(delete(links).where(or_(links.c.a.in_(part), links.c.b.in_(part))))
        if rows:
            self._connection.execute(insert(links), rows)

    def links(self, names: Iterable[str]) -> list[Row]:
        """The links of some reports."""
        found: dict[tuple[str, str], Row] = {}
        for part in chunks(names):
            for side in (links.c.a, links.c.b):
                for row in self._connection.execute(select(links).where(side.in_(part))):
                    found[row.a, row.b] = dict(row._mapping)
        return [found[pair] for pair in sorted(found)]

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

    def decide(self, row: Row) -> None:
        """Keep one decision; earlier ones of the same pair stay as history."""
        self._connection.execute(insert(decisions).values(**row))

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
        for table in (links, blocks, reports):
            self._connection.execute(delete(table))
        clear_repeats(self._connection)
