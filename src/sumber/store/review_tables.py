"""Reading and writing what coders decided: judgements, reversals, where each event stands, how much is left to do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from sumber.store import schema
from sumber.store.pack import Row, as_json, chunks
from sumber.store.review_schema import judgements, reversals, standing, workload

#: Batches that begin so were carried over from an earlier text of the same page, by no act of their coder.
CARRIED = "carried:"
_PACKED = ("machine", "value", "evidence")


class ReviewTables:
    """One transaction's view of the review."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def batch_rows(self, batch: str) -> list[int]:
        """The rows of one batch: none where it was never sent."""
        query = select(judgements.c.row).where(judgements.c.batch == batch).order_by(judgements.c.row)
        return list(self._connection.execute(query).scalars())

    def owner(self, batch: str) -> str | None:
        """The coder of a batch, ``None`` where it was never sent."""
        query = select(judgements.c.coder).where(judgements.c.batch == batch).limit(1)
        return self._connection.execute(query).scalar()

    def add(self, rows: Sequence[Row]) -> None:
        """Keep judgements, in their order."""
        # That there is nothing is something to say, and no lack of a value.
        for part in chunks({**row, **{name: as_json(row[name]) for name in _PACKED}} for row in rows):
            self._connection.execute(insert(judgements), part)

    def reverse(self, batch: str, undone: bool, coder: str, at: str) -> None:
        """Take a batch back, or restore it."""
        self._connection.execute(insert(reversals).values(batch=batch, undone=undone, coder=coder, at=at))

    def undone(self, batches: Iterable[str]) -> set[str]:
        """Those batches that are taken back at present."""
        found: dict[str, bool] = {}
        for part in chunks(batches):
            query = select(reversals.c.batch, reversals.c.undone).where(reversals.c.batch.in_(part))
            found |= {row.batch: row.undone for row in self._connection.execute(query.order_by(reversals.c.row))}
        return {batch for batch, undone in found.items() if undone}

    def of_documents(self, keys: Iterable[str]) -> list[Row]:
        """All judgements on events of some documents, oldest first; ``undone`` says which are taken back."""
        found: list[Row] = []
        for part in chunks(keys):
            query = select(judgements).where(judgements.c.document.in_(part))
            found += [_unpacked(row._mapping) for row in self._connection.execute(query)]
        gone = self.undone({row["batch"] for row in found})
        for row in found:
            row["undone"] = row["batch"] in gone
        return sorted(found, key=lambda row: int(row["row"]))

    def by_document(self, keys: Iterable[str]) -> dict[str, list[Row]]:
        """The same by document; those that nobody judged are left out."""
        found: dict[str, list[Row]] = {}
        for row in self.of_documents(keys):
            found.setdefault(row["document"], []).append(row)
        return found

    def documents_of(self, batch: str) -> list[str]:
        """The documents that a batch touches."""
        query = select(judgements.c.document).where(judgements.c.batch == batch).distinct()
        return sorted(self._connection.execute(query).scalars())

    def last_standing(self, coder: str) -> str | None:
        """The newest batch of a coder that is not taken back. What was carried over by itself is none of their acts."""
        query = select(judgements.c.batch).where(judgements.c.coder == coder)
        query = query.where(judgements.c.batch.not_in(_taken_back()), ~judgements.c.batch.startswith(CARRIED))
        return self._connection.execute(query.order_by(judgements.c.row.desc()).limit(1)).scalar()

    def last_undone(self, coder: str) -> str | None:
        """Of the batches that are taken back now, the one that the coder took back last."""
        query = select(reversals.c.batch).where(reversals.c.coder == coder, reversals.c.batch.in_(_taken_back()))
        return self._connection.execute(query.order_by(reversals.c.row.desc()).limit(1)).scalar()

    def coders(self) -> list[tuple[str, int]]:
        """Who judged, and how much, the busiest first."""
        query = select(judgements.c.coder, func.count()).group_by(judgements.c.coder)
        rows = self._connection.execute(query.order_by(func.count().desc(), judgements.c.coder))
        return [(row[0], row[1]) for row in rows]

    def judged_documents(self, coder: str | None = None) -> list[str]:
        """Documents with a judgement (of one coder)."""
        query = select(judgements.c.document).distinct().order_by(judgements.c.document)
        if coder is not None:
            query = query.where(judgements.c.coder == coder)
        return list(self._connection.execute(query).scalars())

    def put_standings(self, kept: Mapping[str, tuple[Sequence[Row], Row]]) -> None:
        """How the events of documents stand now, and how much of each is done: document → rows of its events, load."""
        for part in chunks(kept):
            self._connection.execute(delete(standing).where(standing.c.document.in_(part)))
            rows = [{**row, "fields": as_json(row["fields"])} for key in part for row in kept[key][0]]
            if rows:
                self._connection.execute(insert(standing), rows)
            statement = upsert(workload)
            loads = {name: statement.excluded[name] for name in _LOAD}
            statement = statement.on_conflict_do_update(index_elements=["document"], set_=loads)
            self._connection.execute(statement, [{"document": key, **kept[key][1]} for key in part])

    def standing(self, reports: Iterable[str]) -> dict[str, Row]:
        """How events stand, by their names; those on which nobody has said anything are left out."""
        found: dict[str, Row] = {}
        for part in chunks(reports):
            for row in self._connection.execute(select(standing).where(standing.c.report.in_(part))):
                found[row.report] = {**row._mapping, "fields": json.loads(row.fields)}
        return found

    def totals(self) -> Row:
        """Documents and events in all, and how many events are settled, unsure, asked, changed."""
        counted = [func.coalesce(func.sum(workload.c[name]), 0).label(name) for name in _LOAD]
        query = select(func.count().label("documents"), *counted).select_from(schema.documents)
        query = query.outerjoin(workload, workload.c.document == schema.documents.c.key)
        return dict(self._connection.execute(query).one()._mapping)


def _taken_back() -> Select[tuple[str]]:
    newer = reversals.alias()
    later = select(newer.c.row).where(newer.c.batch == reversals.c.batch, newer.c.row > reversals.c.row).exists()
    return select(reversals.c.batch).where(reversals.c.undone, ~later)


_LOAD = ("events", "settled", "unsure", "asked", "changed")


def _unpacked(row: Any) -> Row:
    return {**row, **{name: json.loads(row[name]) if row[name] is not None else None for name in _PACKED}}
