"""Reading and writing in which documents a name is told of: what is looked up when another article leaves it bare."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, and_, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from sumber.store.corpus_schema import namesakes, profiles
from sumber.store.pack import Row, as_json, chunks

#: Stands for every document whose names are entered, be there any or not.
ENTERED = ""


class ActorTables:
    """One transaction's view of the named actors."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def enter(self, document: str, keys: Iterable[str]) -> None:
        """Enter the keys of the names that a document tells of."""
        rows = [{"key": key, "document": document} for key in sorted({ENTERED, *keys})]
        self._connection.execute(upsert(namesakes).on_conflict_do_nothing(), rows)

    def replace(self, document: str, actors: Iterable[Row]) -> None:
        """The named actors of a document anew."""
        change = update(profiles).where(profiles.c.document == bindparam("key"))
        self._connection.execute(change, [{"key": document, "actors": as_json(list(actors))}])

    def missing(self) -> list[str]:
        """Merged documents whose names are not entered: those of a store of a version before 6."""
        there = and_(namesakes.c.document == profiles.c.document, namesakes.c.key == ENTERED)
        query = select(profiles.c.document).outerjoin(namesakes, there).where(namesakes.c.document.is_(None))
        return list(self._connection.execute(query.order_by(profiles.c.document)).scalars())

    def documents(self, keys: Iterable[str]) -> set[str]:
        """The documents that tell of a name with one of these keys."""
        found: set[str] = set()
        for part in chunks(keys):
            query = select(namesakes.c.document).where(namesakes.c.key.in_(part))
            found |= set(self._connection.execute(query).scalars())
        return found

    def of(self, documents: Iterable[str]) -> dict[str, tuple[str, list[Row]]]:
        """The story of each merged document and its named actors."""
        found: dict[str, tuple[str, list[Row]]] = {}
        for part in chunks(documents):
            query = select(profiles.c.document, profiles.c.story, profiles.c.actors)
            for row in self._connection.execute(query.where(profiles.c.document.in_(part))):
                found[row.document] = row.story, json.loads(row.actors)
        return found

    def tellers(self, stories: Iterable[str]) -> Mapping[str, list[str]]:
        """The documents of stories."""
        found: dict[str, list[str]] = {}
        for part in chunks(stories):
            query = select(profiles.c.story, profiles.c.document).where(profiles.c.story.in_(part))
            for row in self._connection.execute(query.order_by(profiles.c.document)):
                found.setdefault(row.story, []).append(row.document)
        return found

    def clear(self) -> None:
        """Forget all of it."""
        self._connection.execute(delete(namesakes))
