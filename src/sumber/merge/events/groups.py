"""From pairs of reports to events: the surest pairs join first, and no group holds two reports that exclude each other.

The same pairs give the same groups in whatever order they are handed over. What a person decided stands above all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sumber.merge.events.match import Verdict, judge
from sumber.merge.events.sights import Sight

Answer = Literal["same", "different", "unsure"]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports of one event, with the points and the reason for a person."""

    a: str
    b: str
    points: float
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """One event: its reports in order, and the links that hold them together."""

    members: tuple[str, ...]
    links: tuple[Link, ...]

    @property
    def id(self) -> str:
        """``E`` and the name of its first report."""
        return f"E{self.members[0]}"


def pair_of(a: str, b: str) -> Pair:
    """Two names in alphabetical order."""
    return (a, b) if a <= b else (b, a)


def group(
    reports: Sequence[Sight], links: Iterable[Link], decisions: Mapping[Pair, Answer] | None = None
) -> tuple[Group, ...]:
    """The events that some reports tell. ``links`` are pairs that `match.is_same` holds for."""
    decided = decisions or {}
    by_name = {sight.name: sight for sight in reports}
    groups = {name: [name] for name in by_name}
    kept: dict[str, list[Link]] = {name: [] for name in by_name}
    seen: dict[Pair, Verdict] = {}
    human = [Link(*pair, 100.0, "a coder says so") for pair, answer in decided.items() if answer == "same"]
    ranked = sorted({pair_of(link.a, link.b): link for link in (*links, *human)}.values(),
                    key=lambda link: (-link.points, *pair_of(link.a, link.b)))  # fmt: skip
    for link in ranked:
        if link.a not in by_name or link.b not in by_name:
            continue
        one, other = groups[link.a], groups[link.b]
        if one is other or (link.points < 100 and _excluded(one, other, by_name, decided, seen)):
            continue
        one += other
        kept[one[0]] += [*kept[other[0]], link]
        groups |= dict.fromkeys(other, one)
    distinct = {id(members): members for members in groups.values()}.values()
    made = (_made(members, kept[members[0]], by_name) for members in distinct)
    return tuple(sorted(made, key=lambda found: by_name[found.members[0]].order))


def _made(members: Sequence[str], links: Iterable[Link], by_name: Mapping[str, Sight]) -> Group:
    ordered = sorted(members, key=lambda name: by_name[name].order)
    return Group(tuple(ordered), tuple(sorted(links, key=lambda link: pair_of(link.a, link.b))))


def _excluded(
    one: Sequence[str],
    other: Sequence[str],
    by_name: Mapping[str, Sight],
    decided: Mapping[Pair, Answer],
    seen: dict[Pair, Verdict],
) -> bool:
    for a in one:
        for b in other:
            pair = pair_of(a, b)
            answer = decided.get(pair)
            if answer == "different":
                return True
            if answer != "same":  # to be unsure lifts nothing that excludes
                if pair not in seen:
                    seen[pair] = judge(by_name[a], by_name[b])
                if seen[pair].against:
                    return True
    return False
