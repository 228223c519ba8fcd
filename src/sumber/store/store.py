"""The store: one SQLite file that a coder, a feed and a query can use at once (WAL), safe against being killed."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import func, select, text
from sqlalchemy.exc import DatabaseError, IntegrityError

from sumber.errors import StoreError
from sumber.store import schema
from sumber.store.file import StoreFile
from sumber.store.pack import as_json
from sumber.store.pages import count_after, page
from sumber.store.query import ClaimFilter, Filter, claim_question, event_question
from sumber.store.rows import Contract
from sumber.store.writing import delete_record, insert_record


class Store(StoreFile):
    """Documents with their records. Use as a context manager.

    Raises StoreError where the file is not a store, is of a newer version, or ``create`` is false and it is absent.
    """

    def holds(self, sha256: str) -> bool:
        """True where a document of exactly these bytes is kept."""
        with self._engine.connect() as connection:
            found = select(schema.documents.c.key).where(schema.documents.c.sha256 == sha256)
            return connection.execute(found).first() is not None

    def write(self, record: Contract, sha256: str) -> bool:
        """Keep one record, in one transaction. False where the same bytes are kept already."""
        try:
            with self._engine.begin() as connection:
                insert_record(connection, record, sha256)
        except IntegrityError:
            if self.holds(sha256):
                return False
            raise
        return True

    def rewrite(self, record: Contract, key: str) -> None:
        """Replace the record of a kept document by another coding of the same text, in one transaction.

        What was merged of it is forgotten until the next merging; judgements and decisions stay. Raises StoreError
        where there is no such document or the text is another one.
        """
        table = schema.documents
        with self._engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            kept = connection.execute(select(table.c.sha256, table.c.record).where(table.c.key == key)).first()
            if kept is None:
                raise StoreError(f"{self.path}: there is no document {key!r}")
            if json.loads(kept.record)["text"] != record["text"]:
                raise StoreError(f"{key}: another text is another document; add it instead")
            newest = connection.execute(text("SELECT max(rowid) FROM documents")).scalar_one()
            delete_record(connection, key)
            insert_record(connection, record, kept.sha256)
            # A number that was there before would hide the change from `token`.
            connection.execute(text("UPDATE documents SET rowid = :n WHERE key = :key"), {"n": newest + 1, "key": key})

    def made_by(self) -> list[tuple[str, dict[str, str], int]]:
        """The codebooks and models that coded the documents, with the number of documents of each."""
        table = schema.documents
        models = func.json_extract(table.c.record, "$.made_by.models").label("models")
        query = select(table.c.codebook, models, func.count()).group_by(table.c.codebook, models)
        with self._engine.connect() as connection:
            rows = connection.execute(query.order_by(table.c.codebook, models))
            return [(row[0], json.loads(row[1]), row[2]) for row in rows]

    def coded_by(self, codebook: str, models: dict[str, str]) -> list[str]:
        """The documents that a codebook and these models coded."""
        table = schema.documents
        same = func.json_extract(table.c.record, "$.made_by.models") == as_json(models)
        with self._engine.connect() as connection:
            query = select(table.c.key).where(table.c.codebook == codebook, same).order_by(table.c.key)
            return list(connection.execute(query).scalars())

    def record(self, name: str) -> tuple[str, Contract]:
        """A document by key (or the start of one), id or uri: its key and record.

        Raises StoreError where none or several answer to the name.
        """
        key = self._key(name)
        if key is None:
            raise StoreError(f"{self.path}: no document is called {name!r}. See them with: sumber events")
        table = schema.documents
        with self._engine.connect() as connection:
            found = connection.execute(select(table.c.record).where(table.c.key == key)).scalar_one()
        return key, json.loads(found)

    def _key(self, name: str) -> str | None:
        """The key of the one document that is called so, ``None`` where there is none."""
        table = schema.documents
        with self._engine.connect() as connection:
            exact = select(table.c.key).where((table.c.id == name) | (table.c.uri == name))
            keys = list(connection.execute(exact).scalars())
            if not keys and name:
                start = select(table.c.key).where(table.c.key.startswith(name, autoescape=True)).limit(100)
                keys = list(connection.execute(start).scalars())
        if len(keys) > 1:
            some = ", ".join(keys[:5])
            raise StoreError(f"{self.path}: {name!r} fits {len(keys)} documents ({some} …). Give one of these keys.")
        return keys[0] if keys else None

    def full_name(self, name: str) -> str:
        """A document, or an event of one, whose document is called by id, uri or the start of its key, with the whole
        key: ``1a2b.e3`` → ``1a2b3c4d5e6f.e3``. What no document is called, the ids of stories and events, stays as it
        is. Raises StoreError where several documents answer to the name."""
        document, dot, number = name.rpartition(".")
        if not (dot and number[:1] == "e" and number[1:].isdigit()):
            document, dot, number = name, "", ""
        key = self._key(document)
        return name if key is None else f"{key}{dot}{number}"

    def event(self, name: str) -> tuple[Contract, Contract]:
        """An event by its name ``DOC.eN``: its record and itself. Raises StoreError where there is none."""
        document, dot, number = name.rpartition(".")
        if not dot:
            raise StoreError(
                f"{name!r} is not the name of an event; they look like 1a2b3c4d5e6f.e3 (see: sumber events)"
            )
        _key, record = self.record(document)
        for candidate in record["events"]:
            if candidate["id"] == number:
                return record, candidate
        raise StoreError(f"document {document} has no event {number}; it has {len(record['events'])}")

    def records(self) -> Iterator[tuple[str, Contract]]:
        """All records with their keys, in the order of their keys."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(schema.documents.c.key, schema.documents.c.record).order_by("key"))
            for row in rows.yield_per(50):
                yield row.key, json.loads(row.record)

    def events(self, wanted: Filter, limit: int | None = None, after: str | None = None) -> Iterator[Contract]:
        """The flat rows of the events that pass a filter: by date, then document, then place in the text.

        At most ``limit``, and only those that come after the event ``DOC.eN``. Raises StoreError where there is none.
        """
        e, d = schema.events, schema.documents
        columns = (*e.columns, d.c.outlet, d.c.published, d.c.title, d.c.lang, d.c.uri)
        source = e.join(d, d.c.key == e.c.document)
        with self._engine.connect() as connection:
            for row in page(connection, event_question(wanted), columns, source, limit, after):
                yield {**row._mapping, "event": f"{row.document}.{row.id}", "from": row.begin, "to": row.until}

    def claims(self, wanted: ClaimFilter, limit: int | None = None, after: str | None = None) -> Iterator[Contract]:
        """The flat rows of the claims that pass a filter: by publication, then document, then place in the text.

        At most ``limit``, and only those that come after the claim ``DOC.sN``. Raises StoreError where there is none.
        """
        c, d = schema.claims, schema.documents
        columns = (*c.columns, d.c.published, d.c.outlet, d.c.title)
        source = c.join(d, d.c.key == c.c.document)
        with self._engine.connect() as connection:
            for row in page(connection, claim_question(wanted), columns, source, limit, after):
                yield {**row._mapping, "claim": f"{row.document}.{row.id}"}

    def count_after(self, wanted: Filter | ClaimFilter, name: str) -> int:
        """How many events or claims that pass a filter come after one; the count ends at one more than COUNTED."""
        question = event_question(wanted) if isinstance(wanted, Filter) else claim_question(wanted)
        with self._engine.connect() as connection:
            return count_after(connection, question, name)

    def search(self, query: str, limit: int) -> list[Contract]:
        """Documents that hold the words, best first, each with a passage.

        ``query`` is in FTS5's syntax: words, "phrases", AND, OR, NOT, prefix*. Raises StoreError where it is not.
        """
        sql = text(
            "SELECT d.key, d.id, d.outlet, d.published, d.title, snippet(words, 2, '«', '»', ' … ', 24) AS passage"
            " FROM words JOIN documents d ON d.key = words.key WHERE words MATCH :query"
            " ORDER BY bm25(words, 0, 4.0, 1.0), d.key LIMIT :limit"
        )
        with self._engine.connect() as connection:
            try:
                return [dict(row._mapping) for row in connection.execute(sql, {"query": query, "limit": limit})]
            except DatabaseError as error:
                raise StoreError(f'cannot search for {query!r} ({error.orig}). Put signs in quotes: "a-b"') from error

    def count(self) -> tuple[int, int]:
        """How many documents and events are kept."""
        with self._engine.connect() as connection:
            found = [
                connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one()
                for name in ("documents", "events")
            ]
        return found[0], found[1]
