"""What the queue asks the tables: the story of every document, what is left to do in it, and what a filter finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args

from sqlalchemy import ColumnElement, Connection, Select, func, literal, select, text, union

from sumber.store import schema
from sumber.store.corpus_schema import lineage, profiles
from sumber.store.pack import chunks
from sumber.store.review_schema import judgements, reversals, standing, workload

QueueState = Literal["todo", "open", "changed", "asked", "unsure", "settled", "all"]
QUEUE_STATES: tuple[QueueState, ...] = get_args(QueueState)

_DONE = ("accepted", "refused")
_UNTOUCHED = ("open", "begun")


class Load(NamedTuple):
    """How many events there are to review, and where they stand."""

    events: int
    settled: int
    unsure: int
    asked: int
    changed: int

    @property
    def open(self) -> int:
        """Events that nobody judged as a whole."""
        return self.events - self.settled - self.unsure - self.asked - self.changed


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """All conditions must hold; ``None`` asks for nothing.

    ``country`` (ISO 3166-1 alpha-3) is that of an event's place or of one of its parties; ``q`` are words of the text,
    all of them wanted; ``since`` and ``until`` are ISO days of publication.
    """

    state: QueueState = "todo"
    type: str | None = None
    country: str | None = None
    outlet: str | None = None
    lang: str | None = None
    q: str | None = None
    since: str | None = None
    until: str | None = None


class QueueTables:
    """One transaction's view of what is left to do."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def whole(self) -> list[tuple[str, str, str | None, bool]]:
        """Every document: its key, its story (its own, where it was not merged yet), its day, and whether it took its
        text from another."""
        w, p, d = workload.c, profiles.c, schema.documents.c
        # its own day is asked of what is not merged only: to read it means to read the record
        day = select(d.published).where(p.document.is_(None), d.key == w.document).scalar_subquery()
        story = func.coalesce(p.story, literal("S").concat(w.document))
        query = select(w.document, story, func.coalesce(p.published, day), lineage.c.child.is_not(None))
        query = query.select_from(
            workload.outerjoin(profiles, p.document == w.document).outerjoin(lineage, lineage.c.child == w.document)
        )
        return [(row[0], row[1], row[2], bool(row[3])) for row in self._connection.execute(query)]

    def loads(self, keys: Iterable[str] | None = None) -> dict[str, Load]:
        """What there is to do in documents (in all, where none are named): events, settled, unsure, asked, changed."""
        w = workload.c
        query = select(w.document, w.events, w.settled, w.unsure, w.asked, w.changed)
        parts = [query] if keys is None else [query.where(w.document.in_(part)) for part in chunks(keys)]
        return {row[0]: Load(*row[1:]) for part in parts for row in self._connection.execute(part)}

    def last_acts(self) -> tuple[int, int]:
        """The last judgement and the last reversal."""
        query = select(
            select(func.coalesce(func.max(judgements.c.row), 0)).scalar_subquery(),
            select(func.coalesce(func.max(reversals.c.row), 0)).scalar_subquery(),
        )
        judged, reversed_ = self._connection.execute(query).one()
        return judged, reversed_

    def touched_since(self, judged: int, reversed_: int) -> set[str]:
        """The documents that judgements and reversals after these touch."""
        j, r = judgements.c, reversals.c
        undone = select(r.batch).where(r.row > reversed_)
        found = set(self._connection.execute(select(j.document).where(j.row > judged).distinct()).scalars())
        return found | set(self._connection.execute(select(j.document).where(j.batch.in_(undone)).distinct()).scalars())

    def fitting(self, wanted: QueueFilter) -> set[str] | None:
        """The documents whose heading, words and events fit; ``None`` where the filter asks nothing of them. Where it
        asks for a type or country, an event of these must be in the wanted state."""
        found: set[str] | None = None
        if wanted.type or wanted.country:
            query = _events(wanted, select(schema.events.c.document), wanted.state)
            found = set(self._connection.execute(query.distinct()).scalars())
        within = _heading(wanted)
        if within is not None:
            keys = set(self._connection.execute(within).scalars())
            found = keys if found is None else found & keys
        return found

    def open_events(self, wanted: QueueFilter) -> list[tuple[str, str]]:
        """The events of a filter that nobody judged as a whole, as (document, number)."""
        e = schema.events.c
        return [(row[0], row[1]) for row in self._connection.execute(_open(wanted, select(e.document, e.id)))]

    def count_open(self, wanted: QueueFilter) -> tuple[int, int]:
        """How many those are, and in how many documents."""
        counts = (func.count(), func.count(schema.events.c.document.distinct()))
        events, documents = self._connection.execute(_open(wanted, select(*counts))).one()
        return events, documents

    def facets(self) -> dict[str, list[tuple[str, int]]]:
        """What there is to filter by, the most frequent first: events by type and country of their place, documents by
        outlet and language."""
        e, d = schema.events.c, schema.documents.c
        columns = {"type": e.type, "country": e.place_country, "outlet": d.outlet, "lang": d.lang}
        found = {}
        for name, column in columns.items():
            query = select(column, func.count()).where(column.is_not(None)).group_by(column)
            rows = self._connection.execute(query.order_by(func.count().desc(), column).limit(300))
            found[name] = [(row[0], row[1]) for row in rows]
        return found


def _open(wanted: QueueFilter, query: Select[*tuple[Any, ...]]) -> Select[Any]:
    query = _events(wanted, query, "open")
    within = _heading(wanted)
    return query if within is None else query.where(schema.events.c.document.in_(within))


def _events(wanted: QueueFilter, query: Select[Any], state: QueueState) -> Select[Any]:
    e = schema.events
    query = query.select_from(e)
    if wanted.type:
        query = query.where(e.c.type == wanted.type)
    if wanted.country:
        placed = select(e.c.row).where(e.c.place_country == wanted.country)
        party = select(schema.parties.c.event).where(schema.parties.c.country == wanted.country)
        query = query.where(e.c.row.in_(union(placed, party)))
    if state == "all":
        return query
    mine = select(standing.c.state).where(standing.c.report == schema.report_name)
    now = func.coalesce(mine.scalar_subquery(), "open")
    if state == "todo":
        return query.where(now.not_in(_DONE))
    return query.where(now.in_({"open": _UNTOUCHED, "settled": _DONE}.get(state, (state,))))


def _heading(wanted: QueueFilter) -> Select[Any] | None:
    """The keys of the documents whose heading and words fit; ``None`` where nothing is asked of them."""
    d = schema.documents.c
    asked: list[ColumnElement[bool]] = []
    for column, value in ((d.outlet, wanted.outlet), (d.lang, wanted.lang)):
        if value:
            asked.append(column == value)
    if wanted.since:
        asked.append(d.published >= wanted.since)
    if wanted.until:
        asked.append(d.published <= wanted.until)
    if wanted.q and wanted.q.split():
        found = text("SELECT key FROM words WHERE words MATCH :words").bindparams(words=_phrases(wanted.q))
        asked.append(d.key.in_(found.columns(schema.documents.c.key)))
    return select(d.key).where(*asked) if asked else None


def _phrases(words: str) -> str:
    """Words as full text takes them, whatever signs they hold; all are wanted."""
    return " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
