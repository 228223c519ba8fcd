"""The store: one SQLite file that a coder, a feed and a query can use at once (WAL), safe against being killed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event, func, select, text
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.pool import ConnectionPoolEntry

from sumber.errors import StoreError
from sumber.store import schema
from sumber.store.corpus_documents import DocumentTables, as_json
from sumber.store.corpus_events import EventTables
from sumber.store.count_tables import CountTables
from sumber.store.migrate import bring_up
from sumber.store.pages import count_after, page
from sumber.store.query import ClaimFilter, Filter, claim_question, event_question
from sumber.store.queue import QueueTables
from sumber.store.release_tables import ReleaseTables
from sumber.store.review_tables import ReviewTables
from sumber.store.rows import Contract
from sumber.store.writing import delete_record, insert_record

_TOKEN = """SELECT (SELECT max(rowid) FROM documents), (SELECT count(*) FROM documents),
    (SELECT max(row) FROM events), (SELECT count(*) FROM profiles),
    (SELECT max(row) FROM decisions WHERE undoes IS NOT NULL), (SELECT max(row) FROM judgements),
    (SELECT max(row) FROM reversals), (SELECT max(row) FROM decisions), (SELECT max(row) FROM releases)"""

_OF_CORPUS = 5  # the first parts of it say how the documents are, and the events but for what was added to decisions


def _pragmas(connection: Any, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    # NORMAL with WAL loses at most the last transaction to a power cut and nothing to a killed process.
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=30000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is known of documents and events among each other, within one transaction."""

    documents: DocumentTables
    events: EventTables
    review: ReviewTables
    releases: ReleaseTables
    queue: QueueTables
    counts: CountTables


def _corpus(connection: Connection) -> Corpus:
    tables = DocumentTables(connection), EventTables(connection), ReviewTables(connection)
    return Corpus(*tables, ReleaseTables(connection), QueueTables(connection), CountTables(connection))


class Store:
    """Documents with their records. Use as a context manager.

    Raises StoreError where the file is not a store, is of a newer version, or ``create`` is false and it is absent.
    """

    def __init__(self, path: str, create: bool = False) -> None:
        if not create and not Path(path).is_file():
            raise StoreError(f"{path}: there is no store here yet. Make one with: sumber --store {path} add FILE…")
        self.path = path
        self._engine: Engine = create_engine(f"sqlite:///{path}")
        event.listen(self._engine, "connect", _pragmas)
        try:
            self._prepare()
        except DatabaseError as error:
            raise StoreError(f"{path}: cannot be opened as a store ({error.orig})") from error

    def _prepare(self) -> None:
        with self._engine.begin() as connection:
            version = connection.execute(text("PRAGMA user_version")).scalar_one()
            if version > schema.VERSION:
                raise StoreError(
                    f"{self.path}: made by a newer Sumber (store version {version}, this one knows {schema.VERSION})."
                    " Use that Sumber, or another file."
                )
            if version < schema.VERSION:
                bring_up(connection, version)
                connection.execute(text(f"PRAGMA user_version={schema.VERSION}"))

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def token(self, corpus_only: bool = False) -> str:
        """A word that is another one after documents or merging were added or a decision taken back, and unless
        ``corpus_only`` after judgements, decisions or releases were added."""
        with self._engine.connect() as connection:
            row = connection.execute(text(_TOKEN)).one()
        return "-".join(str(part or 0) for part in (row[:_OF_CORPUS] if corpus_only else row))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def corpus(self, alone: bool = False) -> Iterator[Corpus]:
        """The corpus's tables in one transaction: all that is done inside is kept, or nothing. With ``alone`` nobody
        else writes from its beginning on: what is read in it still holds when it writes."""
        with self._engine.begin() as connection:
            if alone:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield _corpus(connection)

    @contextmanager
    def snapshot(self) -> Iterator[Corpus]:
        """The corpus's tables as they are at one moment, however long the reading takes and whoever writes."""
        with self._engine.begin() as connection:
            connection.exec_driver_sql("BEGIN")
            yield _corpus(connection)

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A connection for reading, for the other parts of this room."""
        with self._engine.connect() as connection:
            yield connection

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
