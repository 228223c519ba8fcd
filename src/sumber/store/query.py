"""Which events and claims: the filters of the commands, as conditions on the tables."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, Select, Table, func, or_, select, union_all

from sumber.store import schema

Rows = Select[tuple[int]]


@dataclass(frozen=True, slots=True)
class Filter:
    """All conditions must hold; ``None`` asks for nothing.

    ``actor`` and ``recipient`` match a part of the name, or the country as ISO 3166-1 alpha-3 in capitals. ``since``
    and ``until`` are ISO dates that the event's interval must touch. ``place`` matches part of a name or a country.
    ``order``: ``date`` of the deed, or ``document`` (by publication, then place in the text).
    """

    type: str | None = None
    actor: str | None = None
    recipient: str | None = None
    since: str | None = None
    until: str | None = None
    place: str | None = None
    status: str | None = None
    said_by: str | None = None
    background: bool = True
    document: str | None = None
    order: str = "date"


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """All conditions must hold; ``None`` asks for nothing.

    ``by`` matches a part of the speaker's name, ``about`` of what is said, ``via`` of a medium it came through;
    ``since`` and ``until`` are ISO dates of publication.
    """

    by: str | None = None
    about: str | None = None
    via: str | None = None
    stance: str | None = None
    since: str | None = None
    until: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Members:
    """Rows that an index finds, be they few or many: ``rows`` gives their numbers, in parts; ``holds`` is true of each
    of them."""

    rows: tuple[Rows, ...]
    holds: ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Question:
    """A filter as the tables know it: rows of ``table`` in the order of ``order``, of which all ``conditions`` hold and
    which are among all ``members``."""

    table: Table
    order: tuple[Column[str], ...]
    conditions: tuple[ColumnElement[bool], ...]
    members: tuple[Members, ...]


def event_question(wanted: Filter) -> Question:
    """The question that a filter of events asks."""
    e = schema.events.c
    first = e.issued if wanted.order == "document" else e.day
    found = judged(wanted, schema.events)
    if wanted.since:
        found.append(first >= _earliest(first, wanted.since))
    if wanted.document:
        found.append(e.document == wanted.document)
    return Question(schema.events, (first, e.document, e.row), tuple(found), event_members(wanted))


def judged(wanted: Filter, table: Table) -> list[ColumnElement[bool]]:
    """What can be judged by a row alone, of `events` or of a table that repeats its columns."""
    e = table.c
    found: list[ColumnElement[bool]] = []
    if wanted.type:
        found.append(e.type == wanted.type.upper())
    if wanted.status:
        found.append(e.status == wanted.status.lower())
    if wanted.since:
        found.append(func.coalesce(e.until, func.nullif(e.day, schema.UNDATED)) >= wanted.since)
    if wanted.until:
        found.append(e.day <= wanted.until)
    if not wanted.background:
        found.append(e.background.is_(False))
    return found


def event_members(wanted: Filter) -> tuple[Members, ...]:
    """What a filter of events asks of names."""
    parties = _parties("actor", wanted.actor), _parties("recipient", wanted.recipient)
    members = (*parties, _places(wanted.place), _named(schema.events, schema.events.c.said_by, wanted.said_by))
    return tuple(one for one in members if one)


def claim_question(wanted: ClaimFilter) -> Question:
    """The question that a filter of claims asks."""
    c = schema.claims.c
    found: list[ColumnElement[bool]] = []
    if wanted.about:
        found.append(func.lower(c.content).contains(wanted.about.lower(), autoescape=True))
    if wanted.stance:
        found.append(c.stance == wanted.stance)
    if wanted.document:
        found.append(c.document == wanted.document)
    if wanted.since:
        found += [c.issued >= wanted.since, c.issued < schema.UNDATED]
    if wanted.until:
        found.append(c.issued <= wanted.until)
    members = (_named(schema.claims, c.said_by, wanted.by), _named(schema.claims, c.via, wanted.via))
    return Question(schema.claims, (c.issued, c.document, c.row), tuple(found), tuple(m for m in members if m))


def _earliest(first: Column[str], since: str) -> ColumnElement[str]:
    """The least value in a column of the events that are not over before a day: the index is read from there on."""
    e = schema.events.c
    begun = select(func.min(first).label("first")).where(e.day >= since, e.day < schema.UNDATED)
    # Joined with nothing it is no column to SQLite, which else takes the index of that and not the one of the few.
    some = func.min(first.concat(""))
    lasting = select(some.label("first")).where(e.until >= since, e.until > e.day)
    unbegun = select(func.min(first).label("first")).where(e.day == schema.UNDATED, e.until >= since)
    earliest = union_all(begun, lasting, unbegun).subquery()
    return select(func.min(earliest.c.first)).scalar_subquery()


def _holding(part: str) -> Select[tuple[str]]:
    """The names that hold a part: they are few beside the rows that bear them."""
    return select(schema.names.c.name).where(func.instr(schema.names.c.folded, part.lower()) > 0)


def _holds(column: Column[str], part: str) -> ColumnElement[bool]:
    """The name in a column holds a part."""
    return _holding(part).where(schema.names.c.name == column).exists()


def _named(table: Table, column: Column[str], part: str | None) -> Members | None:
    if not part:
        return None
    return Members((select(table.c.row).where(column.in_(_holding(part))),), _holds(column, part))


def _parties(side: str, wanted: str | None) -> Members | None:
    if not wanted:
        return None
    p = schema.parties.c
    rows = select(p.event).where(p.side == side)
    if len(wanted) == 3 and wanted.isupper():
        found = holds = p.country == wanted
    else:
        found, holds = p.name.in_(_holding(wanted)), _holds(p.name, wanted)
    return Members((rows.where(found),), rows.where(p.event == schema.events.c.row, holds).exists())


def _places(wanted: str | None) -> Members | None:
    named = _named(schema.events, schema.events.c.place, wanted)
    if named is None or not wanted:
        return None
    inside = schema.events.c.place_country == wanted.upper()
    return Members((*named.rows, select(schema.events.c.row).where(inside)), or_(named.holds, inside))
