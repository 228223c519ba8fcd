"""Which events: the filters of `sumber events` and of the exports."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from sumber.store import schema


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


def _like(column: ColumnElement[str], part: str) -> ColumnElement[bool]:
    return func.lower(column).contains(part.lower(), autoescape=True)


def _party(side: str, wanted: str) -> ColumnElement[bool]:
    table = schema.parties
    is_country = len(wanted) == 3 and wanted.isupper()
    match = table.c.country == wanted if is_country else _like(table.c.name, wanted)
    return exists().where(and_(table.c.event == schema.events.c.row, table.c.side == side, match))


def select_events(wanted: Filter) -> Select[tuple[object, ...]]:
    """The query for a filter: event columns with the document's outlet, date, title and uri."""
    e, d = schema.events, schema.documents
    query = select(e, d.c.outlet, d.c.published, d.c.title, d.c.lang, d.c.uri).join(d, d.c.key == e.c.document)
    if wanted.type:
        query = query.where(e.c.type == wanted.type.upper())
    if wanted.status:
        query = query.where(e.c.status == wanted.status.lower())
    if wanted.actor:
        query = query.where(_party("actor", wanted.actor))
    if wanted.recipient:
        query = query.where(_party("recipient", wanted.recipient))
    if wanted.since:
        query = query.where(func.coalesce(e.c.until, e.c.begin) >= wanted.since)
    if wanted.until:
        query = query.where(e.c.begin <= wanted.until)
    if wanted.place:
        query = query.where(or_(_like(e.c.place, wanted.place), e.c.place_country == wanted.place.upper()))
    if wanted.said_by:
        query = query.where(_like(e.c.said_by, wanted.said_by))
    if wanted.document:
        query = query.where(e.c.document == wanted.document)
    if not wanted.background:
        query = query.where(e.c.background.is_(False))
    if wanted.order == "document":
        return query.order_by(d.c.published.is_(None), d.c.published, e.c.document, e.c.row)
    return query.order_by(e.c.begin.is_(None), e.c.begin, e.c.document, e.c.row)


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


def select_claims(wanted: ClaimFilter) -> Select[tuple[object, ...]]:
    """The statement that finds the claims, with what the tables show of them."""
    c, d = schema.claims, schema.documents
    query = select(c, d.c.published, d.c.outlet, d.c.title).join(d, d.c.key == c.c.document)
    parts = ((c.c.said_by, wanted.by), (c.c.content, wanted.about), (c.c.via, wanted.via))
    for column, part in parts:
        if part:
            query = query.where(_like(column, part))
    exact = ((c.c.stance, wanted.stance), (c.c.document, wanted.document))
    for column, value in exact:
        if value:
            query = query.where(column == value)
    if wanted.since:
        query = query.where(d.c.published >= wanted.since)
    if wanted.until:
        query = query.where(d.c.published <= wanted.until)
    return query.order_by(d.c.published.is_(None), d.c.published, c.c.document, c.c.row)
