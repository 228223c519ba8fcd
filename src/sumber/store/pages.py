"""Rows a page at a time, from an index that has their order: a page takes as long in a store of millions as in a small
one.

The members that a filter names are few, many or very many. Few are fetched and sorted. Otherwise the index is walked
until the page is full: among many, each row is looked up in the list of all members, for they may all lie at the far
end; very many are found soon enough if each row is judged by itself, and a list of them would take too long.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, CompoundSelect, Connection, FromClause, Row, Select, func, select, tuple_, union_all

from sumber.errors import StoreError
from sumber.store.query import Question, Rows

FEW = 20_000  # rows that are sorted in some hundredths of a second
MANY = 100_000  # rows that are listed in a tenth of a second
COUNTED = 1_000  # rows after a page that are counted; of more it is said that there are more


def page(
    connection: Connection,
    question: Question,
    columns: Sequence[Column[Any]],
    source: FromClause,
    limit: int | None = None,
    after: str | None = None,
) -> Iterator[Row[Any]]:
    """The rows that answer a question, in its order, from ``source`` (the table, joined with others).

    ``after`` is the name of a row (``DOC.e3``) that need not answer the question: those before it and itself are left
    out. Raises StoreError where there is none of that name.
    """
    query = _narrowed(connection, question, select(*columns).select_from(source), after)
    yield from connection.execute(query.order_by(*question.order).limit(limit))


def count_after(connection: Connection, question: Question, after: str) -> int:
    """How many rows come after one, at most `COUNTED` and one."""
    query = _narrowed(connection, question, select(question.table.c.row), after)
    some = query.order_by(*question.order).limit(COUNTED + 1).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())


def _narrowed(connection: Connection, question: Question, query: Select[Any], after: str | None) -> Select[Any]:
    query = query.where(*question.conditions)
    if after is not None:
        query = query.where(tuple_(*question.order) > tuple_(*_place_of(connection, question, after)))
    sizes = [_count(connection, members.rows) for members in question.members]
    fewest = min(sizes, default=FEW)
    number = question.table.c.row
    for size, members in zip(sizes, question.members, strict=True):
        if size > MANY:
            query = query.where(members.holds)
        elif size == fewest < FEW:
            query = query.where(number.in_(_all(members.rows)))
        else:  # a sum is no column to SQLite: it walks the order's index and looks the number up in the list
            query = query.where((number + 0).in_(_all(members.rows)))
    return query


def _all(rows: Sequence[Rows]) -> Rows | CompoundSelect[tuple[int]]:
    return union_all(*rows) if len(rows) > 1 else rows[0]


def _count(connection: Connection, rows: Sequence[Rows]) -> int:
    """How many rows there are, at most `MANY` and one."""
    some = _all(rows).limit(MANY + 1).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())


def _place_of(connection: Connection, question: Question, name: str) -> tuple[Any, ...]:
    document, _, number = name.rpartition(".")
    table = question.table
    found = select(*question.order).where(table.c.document == document, table.c.id == number)
    row = connection.execute(found).first()
    if row is None:
        raise StoreError(f"there is no {table.name[:-1]} {name!r} to go on from; give the last one of the page before")
    return tuple(row)
