"""Pairs of reports that a person should look at: joined by a thread, nearly joined, or alike and yet kept apart.

Which pairs these are follows from the reports alone and is found once (`find_doubts`); what people decided on them, and
which events they tell after it, is looked up for a page at a time (`open_doubts`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from sumber.merge.events.groups import Pair, pair_of
from sumber.merge.events.match import ENOUGH, ENOUGH_APART
from sumber.merge.events.unite import decided_pairs
from sumber.store import KEY, Corpus

Kind = Literal["joined", "near", "torn"]
KINDS: tuple[Kind, ...] = get_args(Kind)
STEP = 100  # pairs that are looked up at a time
THIN = 1.0  # points above what is enough up to which a link is worth a look


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair. ``joined``: the surest link between two parts of an event, and it is a thin one; ``near``: not joined for
    want of a few points; ``torn``: alike enough, but another report of the event excludes one of them. ``spare`` are
    the points beyond those that are enough, below 0 where some are lacking."""

    kind: Kind
    a: str
    b: str
    points: float
    spare: float

    @property
    def place(self) -> tuple[float, str, str]:
        """What is least settled comes first: near the threshold, but of those that are torn the most alike."""
        return (-self.spare if self.kind == "torn" else abs(self.spare)), self.a, self.b


@dataclass(frozen=True, slots=True)
class Doubts:
    """The pairs worth a look, by kind, in order. ``closed`` are those found to be decided or joined since: they are
    passed over, so that what is settled costs nothing."""

    listed: Mapping[Kind, tuple[Doubt, ...]]
    closed: Mapping[Kind, set[Doubt]]

    def left(self, kind: Kind) -> int:
        """How many there are, as far as is known."""
        return len(self.listed[kind]) - len(self.closed[kind])


def find_doubts(corpus: Corpus) -> Doubts:
    """All pairs worth a look, by kind, in order. Of the pairs between two events only the most alike is given; two
    copies of one text are no thin link."""
    copies = corpus.documents.all_copies()
    at = {name: (event, story) for name, event, story in corpus.events.all_merged()}
    joined: list[Doubt] = []
    torn: list[Doubt] = []
    parts = _Parts()
    for a, b, points in sorted(corpus.events.all_links(), key=lambda link: (-link[2], link[0], link[1])):
        together = at[a][1] == at[b][1]
        spare = round(points - (ENOUGH if together else ENOUGH_APART), 3)
        if at[a][0] != at[b][0]:
            torn.append(Doubt("torn", a, b, points, spare))
        elif parts.join(a, b) and spare <= THIN and (a[:KEY], b[:KEY]) not in copies:
            joined.append(Doubt("joined", a, b, points, spare))
    near = [Doubt("near", a, b, points, -lacking) for a, b, points, lacking in corpus.events.all_misses()]
    events = {name: event for name, (event, _story) in at.items()}
    return Doubts({"joined": _sorted(joined), **_apart(events, torn, near)}, {kind: set() for kind in KINDS})


def open_doubts(
    corpus: Corpus, doubts: Doubts, kind: Kind, after: tuple[float, str, str] | None, limit: int
) -> tuple[list[Doubt], bool]:
    """The next doubts of a kind that nobody decided on yet, at most ``limit``; and whether there may be more."""
    listed, closed = doubts.listed[kind], doubts.closed[kind]
    at = bisect_right(listed, after, key=lambda one: one.place) if after is not None else 0
    found: list[Doubt] = []
    while at < len(listed) and len(found) < limit:
        window = [one for one in listed[at : at + max(limit, STEP)] if one not in closed]
        still = _undecided(corpus, window)
        closed.update(set(window) - set(still))
        found += still
        at += max(limit, STEP)
    return found[:limit], len(found) > limit or at < len(listed)


def event_doubts(corpus: Corpus, members: Sequence[str]) -> list[Doubt]:
    """The pairs around one event, given by its reports: the links that hold it together, thinnest first, then what was
    nearly joined with it or is kept apart from it by one of its reports."""
    tables, inside = corpus.events, set(members)
    links, misses = tables.links(members), tables.misses(members)
    names = inside | {row[side] for row in (*links, *misses) for side in ("a", "b")}
    events, stories = tables.merged(names), tables.stories_of(names)
    joined, torn = [], []
    parts = _Parts()
    for row in sorted(links, key=lambda row: (-row["points"], row["a"], row["b"])):
        a, b, points = row["a"], row["b"], row["points"]
        spare = round(points - (ENOUGH if stories[a] == stories[b] else ENOUGH_APART), 3)
        if not {a, b} <= inside:
            torn.append(Doubt("torn", a, b, points, spare))
        elif parts.join(a, b):
            joined.append(Doubt("joined", a, b, points, spare))
    near = [Doubt("near", row["a"], row["b"], row["points"], -row["lacking"]) for row in misses]
    apart = _apart(tables.merged(tables.members(set(events.values()))), torn, near)
    return [*_sorted(joined), *apart["torn"], *apart["near"]]


class _Parts:
    """Reports that hang together so far (union-find)."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def join(self, a: str, b: str) -> bool:
        """Join the parts of two; False where they are in one already."""
        one, other = self._top(a), self._top(b)
        self._above[one] = other
        return one != other

    def _top(self, name: str) -> str:
        above = self._above
        while (parent := above.setdefault(name, name)) != name:
            above[name] = above.setdefault(parent, parent)  # halve the way for the next one
            name = above[name]
        return name


def _sorted(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    return tuple(sorted(doubts, key=lambda one: one.place))


def _apart(events: Mapping[str, str], torn: Iterable[Doubt], near: Iterable[Doubt]) -> dict[Kind, tuple[Doubt, ...]]:
    """Of the pairs between two events the most alike; none where some article tells both events, for it tells them
    apart. ``events`` has all reports of the events of the pairs."""
    documents: dict[str, set[str]] = {}
    for name, event in events.items():
        documents.setdefault(event, set()).add(name[:KEY])
    first: dict[Pair, Doubt] = {}
    for one in (*_sorted(torn), *_sorted(near)):
        a, b = events[one.a], events[one.b]
        if a != b and documents[a].isdisjoint(documents[b]):
            first.setdefault(pair_of(a, b), one)
    return {
        "torn": tuple(one for one in first.values() if one.kind == "torn"),
        "near": tuple(one for one in first.values() if one.kind == "near"),
    }


def _undecided(corpus: Corpus, doubts: Sequence[Doubt]) -> list[Doubt]:
    tables = corpus.events
    events = tables.merged({name for one in doubts for name in (one.a, one.b)})
    members = tables.members(set(events.values()))
    decided = decided_pairs(tables, members)
    if decided:
        events |= tables.merged({name for pair in decided for name in pair})
    parted = {pair_of(events[a], events[b]) for (a, b), answer in decided.items() if answer == "different"}
    return [one for one in doubts if _is_open(one, events, decided.keys(), parted)]


def _is_open(one: Doubt, events: Mapping[str, str], decided: Iterable[Pair], parted: set[Pair]) -> bool:
    if one.a not in events or one.b not in events or pair_of(one.a, one.b) in decided:
        return False
    together = events[one.a] == events[one.b]
    if one.kind == "joined":
        return together
    return not together and pair_of(events[one.a], events[one.b]) not in parted
