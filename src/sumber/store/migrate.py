"""A store made by an older Sumber brought up to date: tables, columns and indexes it lacks, and what stands in them."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, Table, func, insert, inspect, literal, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.schema import CreateColumn

from sumber.store import schema
from sumber.store.review_schema import workload
from sumber.store.rows import Contract, claim_rows

STEP = 1_000  # rows of one statement


def bring_up(connection: Connection, version: int) -> None:
    """Make all that a store of this version lacks; 0 is an empty file."""
    schema.metadata.create_all(connection)
    connection.execute(text(schema.FULL_TEXT))
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
    insert_workload(connection)


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
    table = schema.documents
    # One record at a time: a large store's records do not fit into memory together.
    for key in connection.execute(select(table.c.key)).scalars().all():
        record = connection.execute(select(table.c.record).where(table.c.key == key)).scalar_one()
        insert_claims(connection, json.loads(record), key)


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
