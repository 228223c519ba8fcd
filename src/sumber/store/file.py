"""The file of a store: opened, brought up to date, and its tables within a transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry

from sumber.errors import StoreError
from sumber.store import schema
from sumber.store.corpus_actors import ActorTables
from sumber.store.corpus_documents import DocumentTables
from sumber.store.corpus_events import EventTables
from sumber.store.count_tables import CountTables
from sumber.store.migrate import bring_up
from sumber.store.queue import QueueTables
from sumber.store.release_tables import ReleaseTables
from sumber.store.review_tables import ReviewTables

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
    actors: ActorTables


def _corpus(connection: Connection) -> Corpus:
    tables = DocumentTables(connection), EventTables(connection), ReviewTables(connection)
    more = ReleaseTables(connection), QueueTables(connection), CountTables(connection)
    return Corpus(*tables, *more, ActorTables(connection))


class StoreFile:
    """One SQLite file. Use as a context manager.

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
