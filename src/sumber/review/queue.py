"""The queue: stories in the order in which they want somebody, and the documents to go through in them.

A story is placed by what it needs: an answer first (changed, asked), then a first look, then a second one (unsure);
what is done comes last. Within a place the newest come first.

Which document belongs to which story is read once and again when documents come in; of what is left to do only what
was judged since is read again. So a page is there at once, in a store of any size that fits one machine.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sumber.errors import ReviewError
from sumber.merge.views.story import text_voices
from sumber.store import Corpus
from sumber.store.queue import Load, QueueFilter, QueueState

CHANGED, ASKED, OPEN, UNSURE, DONE = PLACES = range(5)
NOTHING = Load(0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Shelved:
    """A story: its documents, first those that took their text from nobody, then copies, by day. ``first`` and ``last``
    are ISO days, empty where no document has one."""

    story: str
    documents: tuple[str, ...]
    copies: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A story in the queue, with the load of all its documents. ``chosen`` are those that the filter found."""

    shelved: Shelved
    place: int
    load: Load
    chosen: tuple[str, ...]

    @property
    def cursor(self) -> str:
        """Where the page after this story goes on."""
        return f"{self.place}_{self.shelved.last or '-'}_{self.shelved.story}"


class Queue:
    """What is left to do in one store; used by many threads at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._documents = ""
        self._acts = (0, 0)
        self._stories: tuple[Shelved, ...] = ()
        self._loads: dict[str, Load] = {}
        self._voices: dict[str, int] = {}

    def placed(self, corpus: Corpus, token: str, wanted: QueueFilter) -> list[Placed]:
        """All stories that hold a document of the filter, in order. ``token`` is what the store says of its
        documents (`Store.token`, without what people judge)."""
        stories, loads = self._now(corpus, token)
        fits = corpus.queue.fitting(wanted)
        by_event = bool(wanted.type or wanted.country)  # then the state was asked of the events
        found: list[list[Placed]] = [[] for _place in PLACES]
        for one in stories:
            chosen = [key for key in one.documents if fits is None or key in fits]
            if not by_event:
                chosen = [key for key in chosen if _holds(loads.get(key, NOTHING), wanted.state)]
            if chosen:
                load = Load(*map(sum, zip(*(loads.get(key, NOTHING) for key in one.documents), strict=True)))
                placed = Placed(one, _place(load), load, tuple(chosen))
                found[placed.place].append(placed)
        return [one for listed in found for one in listed]

    def voices(self, corpus: Corpus, shown: Sequence[Placed]) -> dict[str, int]:
        """How many independent origins the texts of stories have."""
        known = self._voices  # a new one is made when documents come in: what is found now belongs to this one
        fresh = [one.shelved for one in shown if one.shelved.story not in known]
        found, _heads = text_voices(corpus.documents, [key for one in fresh for key in one.documents])
        for one in fresh:
            known[one.story] = len({found[key].key for key in one.documents})
        return {one.shelved.story: known[one.shelved.story] for one in shown}

    def load(self, key: str) -> Load:
        """What is left to do in a document, as of the last look."""
        return self._loads.get(key, NOTHING)

    def _now(self, corpus: Corpus, token: str) -> tuple[tuple[Shelved, ...], Mapping[str, Load]]:
        with self._lock:
            acts = corpus.queue.last_acts()
            if token != self._documents:
                self._stories = tuple(_shelves(corpus.queue.whole()))
                self._loads = corpus.queue.loads()
                self._voices = {}
            elif acts != self._acts:
                self._loads = self._loads | corpus.queue.loads(corpus.queue.touched_since(*self._acts))
            self._documents, self._acts = token, acts
            return self._stories, self._loads


def page_of(placed: Sequence[Placed], limit: int, after: str | None) -> list[Placed]:
    """At most ``limit`` stories after a cursor. Raises ReviewError where it is none."""
    return list(_beyond(placed, after))[:limit]


def _beyond(placed: Iterable[Placed], after: str | None) -> Iterator[Placed]:
    if after is None:
        yield from placed
        return
    place, last, story = _cursor(after)
    for one in placed:
        here = one.shelved
        same_place = one.place == place and (here.last < last or (here.last == last and here.story > story))
        if one.place > place or same_place:
            yield one


def _cursor(after: str) -> tuple[int, str, str]:
    place, _, rest = after.partition("_")
    last, _, story = rest.partition("_")
    if place not in map(str, PLACES) or not last or not story:
        raise ReviewError(f"{after!r} is no place in the queue to go on from; give the cursor of the page before")
    return int(place), "" if last == "-" else last, story


def _shelves(rows: Iterable[tuple[str, str, str | None, bool]]) -> list[Shelved]:
    """The stories, the newest first."""
    members: dict[str, list[tuple[bool, str, str]]] = {}
    for key, story, day, is_copy in rows:
        members.setdefault(story, []).append((is_copy, day or "~", key))
    found = []
    for story, listed in sorted(members.items()):
        listed.sort()
        days = [day for _copy, day, _key in listed if day != "~"]
        copies = sum(is_copy for is_copy, _day, _key in listed)
        keys = tuple(key for _copy, _day, key in listed)
        found.append(Shelved(story, keys, copies, min(days, default=""), max(days, default="")))
    return sorted(found, key=lambda one: one.last, reverse=True)  # a stable sort: of one day by name


def _place(load: Load) -> int:
    if load.changed:
        return CHANGED
    if load.asked:
        return ASKED
    if load.open:
        return OPEN
    return UNSURE if load.unsure else DONE


def _holds(load: Load, state: QueueState) -> bool:
    if state == "all":
        return True
    if state == "todo":
        return load.settled < load.events
    held: int = getattr(load, state)
    return held > 0
