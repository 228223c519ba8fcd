"""A store made by an older Sumber brought up to date: tables, columns and indexes it lacks, and what stands in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, Table, delete, func, insert, inspect, literal, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.schema import CreateColumn

from sumber.store import schema
from sumber.store.count_rows import insert_counts
from sumber.store.count_schema import dated, dyads, located, repeats, sites, tallies
from sumber.store.repeats import insert_repeats
from sumber.store.review_schema import workload
from sumber.store.rows import Contract, claim_rows
from sumber.store.search.vocabulary import insert_words, terms_of

STEP = 1_000  # rows of one statement


def bring_up(connection: Connection, version: int) -> None:
    """Make all that a store of this version lacks; 0 is an empty file."""
    schema.metadata.create_all(connection)
    connection.execute(text(schema.FULL_TEXT))
    _add_undoing(connection)
    if version == 1:
        _add_claims(connection)
    if version in (1, 2):
        for table in (schema.events, schema.claims):
            _add_columns(connection, table)
    for table in schema.metadata.sorted_tables:
        for index in table.indexes:
            index.create(connection, checkfirst=True)
    if version in (1, 2):
        _collect_names(connection)
    if 0 < version < 5:
        _collect_words(connection)
    insert_workload(connection)
    _add_counts(connection)


def insert_workload(connection: Connection, key: str | None = None) -> None:
    """Enter how many events there are to review, for documents (or one) that were not entered yet."""
    d, e = schema.documents.c, schema.events.c
    known = select(workload.c.document).where(workload.c.document == d.key).exists()
    events = select(func.count()).where(e.document == d.key).scalar_subquery()
    fresh = select(d.key, events, literal(0), literal(0), literal(0), literal(0)).where(~known)
    if key is not None:
        fresh = fresh.where(d.key == key)
    columns = ("document", "events", "settled", "unsure", "asked", "changed")
    connection.execute(insert(workload).from_select(columns, fresh))


def _add_undoing(connection: Connection) -> None:
    """Decisions of a version before 5 take nothing back."""
    if "undoes" not in {column["name"] for column in inspect(connection).get_columns("decisions")}:
        connection.execute(text("ALTER TABLE decisions ADD COLUMN undoes INTEGER"))


def insert_claims(connection: Connection, record: Contract, key: str) -> None:
    """Enter the claims of one record."""
    issued = (record["published"] or {}).get("from") or schema.UNDATED
    claims = [{"document": key, "issued": issued, **row} for row in claim_rows(record)]
    if claims:
        connection.execute(insert(schema.claims), claims)
    insert_names(connection, [name for row in claims for name in (row["said_by"], row["via"])])


def insert_names(connection: Connection, names: Iterable[str | None]) -> None:
    """Enter names that are not known yet."""
    rows = [{"name": name, "folded": name.lower()} for name in dict.fromkeys(names) if name]
    if rows:
        connection.execute(upsert(schema.names).on_conflict_do_nothing(), rows)


def _add_claims(connection: Connection) -> None:
    """A store of version 1 holds the claims in its records only."""
    for key, record in _records(connection):
        insert_claims(connection, record, key)


def _add_counts(connection: Connection) -> None:
    """What charts count stands in the records; which reports retell an event, among the reports."""
    for table in (dated, located, sites, dyads, tallies, repeats):
        connection.execute(delete(table))
    for key, record in _records(connection):
        insert_counts(connection, record, key)
    insert_repeats(connection)


def _records(connection: Connection) -> Iterator[tuple[str, Contract]]:
    """One record at a time: a large store's records do not fit into memory together."""
    table = schema.documents
    for key in connection.execute(select(table.c.key)).scalars().all():
        yield key, json.loads(connection.execute(select(table.c.record).where(table.c.key == key)).scalar_one())


def _add_columns(connection: Connection, table: Table) -> None:
    """The columns that a table is sorted by."""
    there = {column["name"] for column in inspect(connection).get_columns(table.name)}
    for column in table.columns:
        if column.name not in there:
            made = CreateColumn(column).compile(dialect=connection.dialect)
            connection.execute(text(f"ALTER TABLE {table.name} ADD COLUMN {made}"))
    d = schema.documents.c
    issued = select(d.published).where(d.key == table.c.document, d.published.is_not(None)).scalar_subquery()
    dated = select(d.key).where(d.published.is_not(None))
    connection.execute(update(table).where(table.c.document.in_(dated)).values(issued=issued))
    if "day" in table.c:
        connection.execute(update(table).where(table.c.begin.is_not(None)).values(day=table.c.begin))


def _collect_names(connection: Connection) -> None:
    events, claims = schema.events.c, schema.claims.c
    for column in (schema.parties.c.name, events.place, events.said_by, claims.said_by, claims.via):
        found = connection.execute(select(column).distinct()).scalars()
        for part in found.partitions(STEP):
            insert_names(connection, part)


def _collect_words(connection: Connection) -> None:
    """A store of a version before 5 has no families of words."""
    found: dict[str, set[str]] = {}
    rows = connection.execute(text("SELECT d.lang, w.title, w.text FROM words w JOIN documents d ON d.key = w.key"))
    for row in rows.yield_per(100):
        found.setdefault(row.lang, set()).update(terms_of(f"{row.title} {row.text}"))
    for lang, terms in found.items():
        insert_words(connection, lang, terms)
