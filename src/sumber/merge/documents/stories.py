"""Stories: documents on one affair. Each document follows the nearest one published before it; a story is such a tree.

To follow only the nearest keeps the work local: a new document asks for its own forerunner, and those later ones that
are nearer to it than to theirs turn to it. The trees are therefore a function of the set of documents, not of the
order in which they came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sumber.merge.documents.likeness import Features, free_likeness, likeness

# Generated pairs of independent reports are above LIKE, 98 in 100 unrelated ones below: docs/merging.md has the table.
DAYS = 4  # between a document and the one it follows
LIKE = 0.30  # cosine in one language
FREE_LIKE = 0.35  # cosine across languages
COPY = 1.0  # likeness of a copy


@dataclass(frozen=True, slots=True)
class Telling:
    """What the forest knows of a document. ``published`` is an ISO day; without one a document follows only copies."""

    key: str
    published: str | None
    lang: str
    features: Features

    @property
    def order(self) -> tuple[bool, str, str]:
        """Documents of unknown day are last; those of one day are in the order of their keys."""
        return self.published is None, self.published or "", self.key


@dataclass(frozen=True, slots=True)
class Follows:
    """``key`` follows ``parent`` in their story; ``likeness`` is from 0 to 1."""

    key: str
    parent: str
    likeness: float


def nearness(a: Telling, b: Telling) -> float:
    """Likeness of two documents if it is enough for one story, else 0."""
    if not a.published or not b.published or days_between(a.published, b.published) > DAYS:
        return 0.0
    if a.lang == b.lang:
        found, least = likeness(a.features, b.features), LIKE
    else:
        found, least = free_likeness(a.features, b.features), FREE_LIKE
    return round(found, 6) if found >= least else 0.0


def days_between(one: str, other: str) -> int:
    """Days between two ISO days, never negative."""
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def forerunner(
    child: Telling, others: Iterable[Telling], copies: frozenset[str] | set[str] = frozenset()
) -> Follows | None:
    """The document before it in time that ``child`` is nearest to; ``copies`` are the keys it shares text with."""
    best: Follows | None = None
    for other in others:
        if other.order >= child.order:
            continue
        near = COPY if other.key in copies else nearness(child, other)
        if near and (best is None or (-near, other.key) < (-best.likeness, best.parent)):
            best = Follows(child.key, other.key, near)
    return best


def trees(keys: Sequence[str], parents: Mapping[str, str]) -> dict[str, str]:
    """For each document the first one of its story. A parent is always earlier, so there are no circles."""
    found: dict[str, str] = {}
    for key in keys:
        path = [key]
        while path[-1] not in found and path[-1] in parents:
            path.append(parents[path[-1]])
        root = found.get(path[-1], path[-1])
        found |= dict.fromkeys(path, root)
    return {key: found[key] for key in keys}
