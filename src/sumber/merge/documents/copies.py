"""Is one article a copy of another, and of what kind: identical, edited or an excerpt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from sumber.merge.documents.prints import Hashes, Print, Stretch

CopyKind = Literal["identical", "edited", "excerpt", "translation"]

# Swept over generated copies (python -m evaluate.sweep): docs/merging.md has the table.
LIKE = 0.20  # shared runs of all runs of both (Jaccard)
WITHIN = 0.28  # shared runs of the runs of one of them (containment)
OWN_WITHIN = 0.20  # the same without quoted speech
LEAST = 8  # shared runs, about two sentences
SAME = 0.95  # Jaccard from which two texts are identical but for a typing error
PART = 0.55  # the larger document holds less than this of its runs in the smaller one: the smaller is an excerpt
LONGEST_LIST = 60  # shared stretches that are kept as evidence


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles that share text. ``in_a`` is the share of a's runs that b has, ``in_b`` the reverse; ``spans`` are
    the shared stretches as ((start, end) in a, (start, end) in b), in the order of a."""

    kind: CopyKind
    in_a: float
    in_b: float
    spans: tuple[tuple[Stretch, Stretch], ...]


def turned(copy: Copy) -> Copy:
    """The same relation with a and b exchanged."""
    spans = tuple(sorted((there, here) for here, there in copy.spans))
    return Copy(copy.kind, copy.in_b, copy.in_a, spans)


def compare(a: Print, b: Print) -> Copy | None:
    """The copy relation of two fingerprints of one language; ``None`` where they are texts of their own."""
    runs_a, runs_b = a.distinct(), b.distinct()
    shared = np.intersect1d(runs_a, runs_b, assume_unique=True)
    if len(shared) < min(LEAST, len(runs_a), len(runs_b)) or not len(shared):
        return None
    in_a, in_b = len(shared) / len(runs_a), len(shared) / len(runs_b)
    like = len(shared) / (len(runs_a) + len(runs_b) - len(shared))
    if not (like >= LIKE or max(in_a, in_b) >= WITHIN) or not _shares_own_words(a, b, shared):
        return None
    return Copy(_kind(in_a, in_b, like), in_a, in_b, shared_spans(a, b, shared))


def _shares_own_words(a: Print, b: Print, shared: Hashes) -> bool:
    """What is shared is more than the words of a speaker whom both may have heard."""
    shares = []
    for side in (a, b):
        own = side.distinct(own=True)
        if not len(own):
            return True  # nothing but quotation: its selection is the author's work
        shares.append(len(np.intersect1d(own, shared, assume_unique=True)) / len(own))
    return max(shares) >= OWN_WITHIN


def _kind(in_a: float, in_b: float, like: float) -> CopyKind:
    if like >= SAME:
        return "identical"
    return "excerpt" if min(in_a, in_b) < PART * max(in_a, in_b) else "edited"


def shared_spans(a: Print, b: Print, shared: Hashes) -> tuple[tuple[Stretch, Stretch], ...]:
    """The stretches of a that stand in b too, each with the place in b where it begins; the longest are kept."""
    where = {int(value): i for i, value in reversed(list(enumerate(b.hashes)))}
    inside = np.isin(a.hashes, shared)
    found: list[tuple[Stretch, Stretch]] = []
    at, count = 0, len(a.hashes)
    while at < count:
        if not inside[at]:
            at += 1
            continue
        first = where[int(a.hashes[at])]
        length = 1
        while (
            at + length < count and first + length < len(b.hashes) and a.hashes[at + length] == b.hashes[first + length]
        ):
            length += 1
        found.append(
            (
                (int(a.starts[at]), int(a.ends[at + length - 1])),
                (int(b.starts[first]), int(b.ends[first + length - 1])),
            )
        )
        at += length
    longest = sorted(found, key=lambda pair: (pair[0][0] - pair[0][1], pair[0][0]))[:LONGEST_LIST]
    return tuple(sorted(longest))
