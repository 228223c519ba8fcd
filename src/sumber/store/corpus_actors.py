"""Reading and writing what each article says of the actors it names, by name, for articles that leave one bare."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from sumber.store.corpus_schema import profiles, sightings, spellings
from sumber.store.pack import Row, as_json, chunks


class ActorTables:
    """One transaction's view of the named actors."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def enter(self, rows: Iterable[Row], keys: Mapping[str, tuple[str, str]]) -> None:
        """Enter the sightings of a document (the columns of the table), and the two keys of each of their forms."""
        seen = list(rows)
        if seen:
            self._connection.execute(upsert(sightings).on_conflict_do_nothing(), seen)
        linked = [{"form": form, "first": first, "second": second} for form, (first, second) in keys.items()]
        if linked:
            self._connection.execute(upsert(spellings).on_conflict_do_nothing(), linked)

    def replace(self, document: str, actors: Iterable[Row]) -> None:
        """The named actors of a document in its profile anew."""
        change = update(profiles).where(profiles.c.document == bindparam("key"))
        self._connection.execute(change, [{"key": document, "actors": as_json(list(actors))}])

    def missing(self) -> list[str]:
        """Merged documents whose sightings are not entered: those of a store of a version before 6."""
        there = select(sightings.c.document).where(sightings.c.document == profiles.c.document).exists()
        query = select(profiles.c.document).where(profiles.c.actors != "[]", ~there)
        return list(self._connection.execute(query.order_by(profiles.c.document)).scalars())

    def linked(self, keys: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        """The forms that have one of these keys, with both of theirs."""
        for part in chunks(keys):
            query = select(spellings).where(or_(spellings.c.first.in_(part), spellings.c.second.in_(part)))
            yield from (tuple(row) for row in self._connection.execute(query))

    def profiles(self, forms: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        """The countries with which names of these forms were sighted, ``None`` among them."""
        for part in chunks(forms):
            query = select(sightings.c.form, sightings.c.country).where(sightings.c.form.in_(part)).distinct()
            yield from (
                tuple(row) for row in self._connection.execute(query.order_by(sightings.c.form, sightings.c.country))
            )

    def told(self, forms: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        """The sightings of names of these forms that say something: form, document, actor, name, day, country, country
        in words, sectors, senses."""
        c = sightings.c
        columns = (c.form, c.document, c.actor, c.name, c.published, c.country, c.land, c.sectors, c.senses)
        for part in chunks(forms):
            query = select(*columns).where(c.form.in_(part), or_(c.land.is_not(None), c.senses != ""))
            yield from (tuple(row) for row in self._connection.execute(query))

    def of(self, documents: Iterable[str]) -> dict[str, tuple[str, list[Row]]]:
        """The story of each merged document and its named actors."""
        found: dict[str, tuple[str, list[Row]]] = {}
        for part in chunks(documents):
            query = select(profiles.c.document, profiles.c.story, profiles.c.actors)
            for row in self._connection.execute(query.where(profiles.c.document.in_(part))):
                found[row.document] = row.story, json.loads(row.actors)
        return found

    def all(self) -> Iterator[tuple[str, list[Row]]]:
        """Of each document its story and its named actors, in the order of keys."""
        query = select(profiles.c.story, profiles.c.actors).order_by(profiles.c.document)
        for row in self._connection.execute(query):
            yield row.story, json.loads(row.actors)

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
        for table in (sightings, spellings):
            self._connection.execute(delete(table))
