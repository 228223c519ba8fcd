"""Reading and writing what is known of documents among each other: prints, subjects, copies, lineage, stories."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from sumber.store import schema
from sumber.store.corpus_schema import copies, lineage, printed, prints, profiles, subjects
from sumber.store.pack import CHUNK, Row, chunks


class DocumentTables:
    """One transaction's view of the documents."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def unmerged(self) -> list[str]:
        """Keys of documents that were not compared with the others yet, first published first."""
        table = schema.documents
        query = select(table.c.key).outerjoin(profiles, profiles.c.document == table.c.key)
        query = query.where(profiles.c.document.is_(None))
        query = query.order_by(table.c.published.is_(None), table.c.published, table.c.key)
        return list(self._connection.execute(query).scalars())

    def record(self, key: str) -> Row:
        """The record of a document that is kept."""
        query = select(schema.documents.c.record).where(schema.documents.c.key == key)
        found: Row = json.loads(self._connection.execute(query).scalar_one())
        return found

    def records(self, keys: Iterable[str]) -> dict[str, Row]:
        """The records of some documents."""
        table = schema.documents.c
        found: dict[str, Row] = {}
        for part in chunks(keys):
            query = select(table.key, table.record).where(table.key.in_(part))
            found |= {row.key: json.loads(row.record) for row in self._connection.execute(query)}
        return found

    def all_kept(self) -> list[str]:
        """Keys of all documents, merged or not, first published first."""
        table = schema.documents.c
        query = select(table.key).order_by(table.published.is_(None), table.published, table.key)
        return list(self._connection.execute(query).scalars())

    def add_profile(self, row: Row, features: Iterable[str]) -> None:
        """Enter a document: its profile, and what it is about."""
        self._connection.execute(insert(profiles).values(**row))
        subject = [{"feature": f, "published": row["published"] or "", "document": row["document"]} for f in features]
        if subject:
            self._connection.execute(insert(subjects), subject)

    def add_prints(self, hashes: Mapping[str, Sequence[int]]) -> None:
        """Enter hashes of documents into the index; what is there already stays."""
        known: set[str] = set()
        for part in chunks(hashes):
            known |= set(
                self._connection.execute(select(printed.c.document).where(printed.c.document.in_(part))).scalars()
            )
        fresh = {key: values for key, values in hashes.items() if key not in known}
        rows = sorted((value, key) for key, values in fresh.items() for value in values)  # neighbours share a page
        if rows:
            self._connection.execute(insert(prints), [{"hash": value, "document": key} for value, key in rows])
        if fresh:
            sizes = [{"document": key, "hashes": len(values)} for key, values in fresh.items()]
            self._connection.execute(insert(printed), sizes)

    def sharing_prints(self, key: str, hashes: Sequence[int], share: float) -> list[str]:
        """Documents that share at least ``share`` of the indexed hashes of the shorter of the two (and one)."""
        counts: dict[str, int] = {}
        for part in chunks(hashes):
            query = select(prints.c.document, func.count()).where(prints.c.hash.in_(part), prints.c.document != key)
            for other, count in self._connection.execute(query.group_by(prints.c.document)):
                counts[other] = counts.get(other, 0) + count
        sizes: dict[str, int] = {}
        for part in chunks(counts):
            query = select(printed.c.document, printed.c.hashes).where(printed.c.document.in_(part))
            sizes |= {row.document: row.hashes for row in self._connection.execute(query)}
        return sorted(o for o, count in counts.items() if count >= max(1, share * min(len(hashes), sizes[o])))

    def sharing_subjects(self, key: str, features: Sequence[str], first: str, last: str, least: int) -> list[str]:
        """Documents published from ``first`` to ``last`` (ISO days) that share at least ``least`` features."""
        counts: dict[str, int] = {}
        table = subjects.c
        for part in chunks(features):
            query = select(table.document, func.count()).where(
                table.feature.in_(part), table.published >= first, table.published <= last, table.document != key
            )
            for other, count in self._connection.execute(query.group_by(table.document)):
                counts[other] = counts.get(other, 0) + count
        return sorted(other for other, count in counts.items() if count >= least)

    def profiles(self, keys: Iterable[str]) -> dict[str, Row]:
        """Profiles by key, source and features unpacked."""
        found = self.sources(keys, *profiles.c)
        return {key: {**row, "features": json.loads(row["features"])} for key, row in found.items()}

    def sources(self, keys: Iterable[str], *columns: Column[Any]) -> dict[str, Row]:
        """By key what says whose the texts are: document, published, source unpacked (or other columns, it too)."""
        query = select(*(columns or profiles.c["document", "published", "source"]))
        parts = (self._connection.execute(query.where(profiles.c.document.in_(part))) for part in chunks(keys))
        return {row.document: {**row._mapping, "source": json.loads(row.source)} for part in parts for row in part}

    def origins(self) -> Iterator[Row]:
        """Of all merged documents what says whose their texts are: document, published, story, parent, sure, and the
        outlet and credits of their source; first published first."""
        columns = (*profiles.c["document", "published", "story", "source"], *lineage.c["parent", "sure"])
        query = select(*columns).outerjoin_from(profiles, lineage, lineage.c.child == profiles.c.document)
        query = query.order_by(profiles.c.published.is_(None), profiles.c.published, profiles.c.document)
        for row in self._connection.execute(query):
            yield {**row._mapping, **json.loads(row.source)}

    def add_copies(self, rows: Sequence[Row]) -> None:
        """Enter pairs of copies; ``a`` is before ``b`` in the alphabet."""
        if rows:
            self._connection.execute(upsert(copies).on_conflict_do_nothing(), rows)

    def copies(self, keys: Iterable[str]) -> list[Row]:
        """The pairs in which one of the documents stands, by keys; the other one may not be merged yet."""
        found: dict[tuple[str, str], Row] = {}
        for part in chunks(keys):
            for side in (copies.c.a, copies.c.b):
                for row in self._connection.execute(select(copies).where(side.in_(part))):
                    found[row.a, row.b] = {**row._mapping, "spans": json.loads(row.spans)}
        return [found[pair] for pair in sorted(found)]

    def all_copies(self) -> set[tuple[str, str]]:
        """The pairs of documents that share their words, by keys, in either order."""
        query = select(copies.c.a, copies.c.b).where(copies.c.kind != "translation")
        found = {(row.a, row.b) for row in self._connection.execute(query)}
        return found | {(b, a) for a, b in found}

    def parents(self, keys: Iterable[str]) -> dict[str, Row]:
        """From whom documents took their text: child → parent, strength, reason."""
        found: dict[str, Row] = {}
        for part in chunks(keys):
            for row in self._connection.execute(select(lineage).where(lineage.c.child.in_(part))):
                found[row.child] = dict(row._mapping)
        return found

    def set_parent(self, row: Row) -> None:
        """Enter or replace the parent of one document."""
        statement = upsert(lineage).values(**row)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["child"], set_=row))

    def takers(self, keys: Iterable[str]) -> dict[str, list[str]]:
        """For documents that others took their text from: those others."""
        found: dict[str, list[str]] = {}
        for part in chunks(keys):
            query = select(lineage.c.parent, lineage.c.child).where(lineage.c.parent.in_(part))
            for parent, child in self._connection.execute(query.order_by(lineage.c.child)):
                found.setdefault(parent, []).append(child)
        return found

    def heads(self, keys: Iterable[str]) -> dict[str, str]:
        """The document at the head of the lineage of each; of a circle of credits the first by key."""
        above: dict[str, str | None] = {}
        fresh = set(keys)
        wanted = sorted(fresh)
        while fresh:
            parents = self.parents(fresh)
            above |= {key: parents[key]["parent"] if key in parents else None for key in fresh}
            fresh = {row["parent"] for row in parents.values()} - set(above)
        found = {}
        for key in wanted:
            path = [key]
            while (parent := above[path[-1]]) is not None and parent not in path:
                path.append(parent)
            found[key] = path[-1] if parent is None else min(path[path.index(parent) :])
        return found

    def followers(self, keys: Iterable[str]) -> list[str]:
        """The documents that follow one of these in their story."""
        found: list[str] = []
        for part in chunks(keys):
            found += self._connection.execute(select(profiles.c.document).where(profiles.c.parent.in_(part))).scalars()
        return found

    def follow(self, key: str, parent: str | None, likeness: float | None) -> None:
        """Set the document that one follows."""
        change = update(profiles).where(profiles.c.document == key).values(parent=parent, likeness=likeness)
        self._connection.execute(change)

    def set_stories(self, stories: Mapping[str, str]) -> None:
        """Move documents to stories."""
        change = update(profiles).where(profiles.c.document == bindparam("key")).values(story=bindparam("moved_to"))
        if stories:
            self._connection.execute(change, [{"key": key, "moved_to": story} for key, story in stories.items()])

    def headings(self, keys: Iterable[str]) -> dict[str, Row]:
        """Outlet, day, title, language and address of documents."""
        table = schema.documents.c
        found: dict[str, Row] = {}
        for part in chunks(keys):
            query = select(table.key, table.outlet, table.published, table.title, table.lang, table.uri)
            found |= {r.key: dict(r._mapping) for r in self._connection.execute(query.where(table.key.in_(part)))}
        return found

    def earlier_versions(self, key: str) -> list[str]:
        """The documents of the same address that were kept before this one, the newest first."""
        table = schema.documents
        row: ColumnElement[int] = literal_column("documents.rowid")
        own_row: ColumnElement[int] = literal_column("own.rowid")
        own = schema.documents.alias("own")
        query = select(table.c.key).join(own, and_(own.c.uri == table.c.uri, own.c.key == key)).where(row < own_row)
        return list(self._connection.execute(query.order_by(row.desc())).scalars())

    def stories(self, since: str | None, until: str | None, holding: Sequence[str], limit: int) -> list[str]:
        """Stories told between these days that hold one of these documents (any, where none is named; at most `CHUNK`
        count); those told by most documents first."""
        count = func.count(profiles.c.document)
        query = select(profiles.c.story).group_by(profiles.c.story)
        if since:
            query = query.having(func.max(profiles.c.published) >= since)
        if until:
            query = query.having(func.min(profiles.c.published) <= until)
        if holding:
            theirs = select(profiles.c.story).where(profiles.c.document.in_(holding[:CHUNK]))
            query = query.where(profiles.c.story.in_(theirs))
        query = query.order_by(count.desc(), func.min(profiles.c.published), profiles.c.story).limit(limit)
        return list(self._connection.execute(query).scalars())

    def waiting(self) -> int:
        """How many documents are kept and not merged yet."""
        kept = self._connection.execute(select(func.count()).select_from(schema.documents)).scalar_one()
        return int(kept - self._connection.execute(select(func.count()).select_from(profiles)).scalar_one())

    def all_keys(self) -> list[str]:
        """All merged documents, first published first."""
        query = select(profiles.c.document)
        query = query.order_by(profiles.c.published.is_(None), profiles.c.published, profiles.c.document)
        return list(self._connection.execute(query).scalars())

    def members(self, story: str) -> list[str]:
        """The documents of a story, first published first."""
        query = select(profiles.c.document).where(profiles.c.story == story)
        query = query.order_by(profiles.c.published.is_(None), profiles.c.published, profiles.c.document)
        return list(self._connection.execute(query).scalars())

    def clear(self) -> None:
        """Forget all of it."""
        for table in (lineage, copies, subjects, prints, printed, profiles):
            self._connection.execute(delete(table))
