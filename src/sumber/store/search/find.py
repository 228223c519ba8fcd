"""Search over a store: the documents that hold the words, with facets, page by page."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from sqlalchemy import Connection, bindparam, text

from sumber.errors import StoreError
from sumber.store.search.holdings import FACETS, Holdings, Rows
from sumber.store.search.passage import CLOSE, OPEN, Marks, Passage, best_passage, unmarked
from sumber.store.search.question import Note, expression, read_question
from sumber.store.search.roots import LANGUAGES
from sumber.store.search.vocabulary import family
from sumber.store.store import Store

Order = Literal["best", "newest", "oldest"]
_REMEMBERED = 40  # questions whose documents are kept in their order
_TOKEN = "SELECT (SELECT max(rowid) FROM documents), (SELECT count(*) FROM documents), (SELECT max(row) FROM events)"
_MATCH = "SELECT rowid FROM words WHERE words MATCH :wanted"
_PAGE = f"""
SELECT w.rowid AS row, w.key, highlight(words, 1, '{OPEN}', '{CLOSE}') AS title,
    highlight(words, 2, '{OPEN}', '{CLOSE}') AS text, d.id, d.outlet, d.lang, d.published
FROM words w JOIN documents d ON d.key = w.key WHERE words MATCH :wanted AND w.rowid IN :rows
"""
_TOLD = "SELECT document, id, sentence FROM events WHERE document IN :keys ORDER BY row"


@dataclass(frozen=True, slots=True)
class Hit:
    """One document. ``event`` is the first event told in the passage (``DOC.eN``)."""

    key: str
    id: str
    outlet: str | None
    lang: str
    published: str | None
    title: str
    title_marks: Marks
    passage: Passage
    event: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """``families``: for each word the words sought for it. ``facets``: for each the values with their counts.
    ``next`` is what to go on after, None at the end."""

    total: int
    hits: tuple[Hit, ...]
    next: str | None
    families: Mapping[str, list[str]]
    facets: Mapping[str, list[tuple[str, int]]]
    notes: tuple[Note, ...]


class Finder:
    """Search in one store, for as long as it is open; used by many threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._state: object = None
        self._holdings: Holdings | None = None
        self._asked: dict[tuple[str, Order], Rows] = {}

    def find(
        self,
        typed: str,
        chosen: Mapping[str, str],
        stems: bool = True,
        order: Order = "best",
        limit: int = 20,
        after: str | None = None,
    ) -> Found:
        """The page of documents after ``after`` (a document's key). Raises StoreError where that is not among them."""
        question = read_question(typed)
        with self._store.connection() as connection:
            holdings = self._current(connection)
            if not question.groups:
                return Found(0, (), None, {}, {name: [] for name in FACETS}, question.notes)
            langs = (chosen["lang"],) if chosen.get("lang") in LANGUAGES else LANGUAGES
            families = {word: family(connection, word, langs) if stems else [word] for word in question.words}
            wanted = expression(question, families.__getitem__)
            ordered = self._ordered(connection, holdings, wanted, order)
            found, facets = holdings.narrowed(ordered, {name: chosen[name] for name in FACETS if chosen.get(name)})
            page = found[_begin(holdings, found, after) :][: limit + 1].tolist()
            shown = {holdings.row_of(place): holdings.keys[place] for place in page[:limit]}
            hits = _hits(connection, wanted, shown)
        more = holdings.keys[page[limit - 1]] if len(page) > limit else None
        return Found(len(found), hits, more, families, facets, question.notes)

    def _current(self, connection: Connection) -> Holdings:
        state = tuple(connection.execute(text(_TOKEN)).one())
        with self._lock:
            if self._holdings is None or state != self._state:
                self._holdings, self._state = Holdings(connection), state
                self._asked.clear()
            return self._holdings

    def _ordered(self, connection: Connection, holdings: Holdings, wanted: str, order: Order) -> Rows:
        with self._lock:
            known = self._asked.get((wanted, order))
        if known is not None:
            return known
        sql = _MATCH + (" ORDER BY bm25(words, 0, 4.0, 1.0), rowid" if order == "best" else "")
        places = holdings.places_of(connection.execute(text(sql), {"wanted": wanted}).scalars())
        if order != "best":
            by_day = np.argsort(holdings.days[places], kind="stable")
            places = places[by_day if order == "oldest" else by_day[::-1]]
        with self._lock:
            if holdings is self._holdings:
                while len(self._asked) >= _REMEMBERED:
                    self._asked.pop(next(iter(self._asked)))
                self._asked[wanted, order] = places
        return places


def _begin(holdings: Holdings, found: Rows, after: str | None) -> int:
    if after is None:
        return 0
    at = np.flatnonzero(found == holdings.places.get(after, -1))
    if not len(at):
        raise StoreError(f"{after!r} is not among the articles found; search again from the start")
    return int(at[0]) + 1


def _hits(connection: Connection, wanted: str, rows: Mapping[int, str]) -> tuple[Hit, ...]:
    """The documents of some rows of the index, in their order, each with its passage."""
    if not rows:
        return ()
    page = text(_PAGE).bindparams(bindparam("rows", expanding=True))
    found = {row.row: row for row in connection.execute(page, {"wanted": wanted, "rows": list(rows)})}
    told = text(_TOLD).bindparams(bindparam("keys", expanding=True))
    events: dict[str, list[tuple[str, str]]] = {}
    for document, name, sentence in connection.execute(told, {"keys": list(rows.values())}):
        events.setdefault(document, []).append((f"{document}.{name}", sentence))
    return tuple(_hit(found[row], events.get(key, [])) for row, key in rows.items() if row in found)


def _hit(row: Any, events: list[tuple[str, str]]) -> Hit:
    title, title_marks = unmarked(row.title)
    words, marks = unmarked(row.text)
    passage = best_passage(words, marks, title)
    shown = " ".join(passage.text.split())
    return Hit(
        key=row.key,
        id=row.id,
        outlet=row.outlet,
        lang=row.lang,
        published=row.published,
        title=title,
        title_marks=title_marks,
        passage=passage,
        event=next((name for name, sentence in events if shown in sentence or sentence in shown), None),
    )
