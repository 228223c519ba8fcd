"""Is one article a copy of another, and of what kind: identical, edited or an excerpt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from sumber.merge.documents.prints import Hashes, Print, Stretch, sampled

CopyKind = Literal["identical", "edited", "excerpt", "translation"]

# Swept over generated copies (python -m evaluate.sweep): docs/merging.md has the table.
SHARE = 0.10  # of the indexed hashes of the shorter document from which a comparison is worth its time
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


def is_worth_comparing(a: Print, b: Print) -> bool:
    """The shorter of the two has `SHARE` of its sampled hashes, and one at least, in the other. This is what a search
    by the index in the store finds."""
    one, two = sampled(a.distinct()), sampled(b.distinct())
    shared = len(np.intersect1d(one, two, assume_unique=True))
    return shared >= max(1, SHARE * min(len(one), len(two)))


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
    return Copy(_kind(in_a, in_b, like), in_a, in_b, shared_spans(a, b))


def compare_in_order(key: str, ours: Print, other: str, theirs: Print) -> Copy | None:
    """The copy relation of two documents, in which ours is a. They are compared in the order of their keys, whichever
    came first: where words stand in one of them twice, the other way round finds other stretches."""
    if key < other:
        return compare(ours, theirs)
    found = compare(theirs, ours)
    return turned(found) if found is not None else None


def _shares_own_words(a: Print, b: Print, shared: Hashes) -> bool:
    """What is shared is more than the words of a speaker whom both may have heard."""
    for side in (a, b):
        own = side.distinct(own=True)
        if not len(own):
            return True  # nothing but quotation: its selection is the author's work
        if len(np.intersect1d(own, shared, assume_unique=True)) / len(own) >= OWN_WITHIN:
            return True
    return False


def _kind(in_a: float, in_b: float, like: float) -> CopyKind:
    if like >= SAME:
        return "identical"
    return "excerpt" if min(in_a, in_b) < PART * max(in_a, in_b) else "edited"


def shared_spans(a: Print, b: Print) -> tuple[tuple[Stretch, Stretch], ...]:
    """The stretches of a that stand in b too, each with the place in b where it begins; the longest are kept."""
    inside, first = _first_places(a.hashes, b.hashes)
    joined = inside[1:] & inside[:-1] & (first[1:] == first[:-1] + 1)
    begins = np.flatnonzero(inside & ~np.concatenate([[False], joined])).tolist()
    ends = (np.flatnonzero(inside & ~np.concatenate([joined, [False]])) + 1).tolist()
    found: list[tuple[Stretch, Stretch]] = []
    at = 0
    for begin, end in zip(begins, ends, strict=True):
        if end <= at:
            continue
        begin = max(begin, at)
        there = int(first[begin])
        at, until = end, there + end - begin
        if at < len(inside) and inside[at]:  # its place is another only because the same words stand further up too
            more = _alike(a.hashes[at:], b.hashes[until:])
            at, until = at + more, until + more
        here = int(a.starts[begin]), int(a.ends[at - 1])
        found.append((here, (int(b.starts[there]), int(b.ends[until - 1]))))
    longest = sorted(found, key=lambda pair: (pair[0][0] - pair[0][1], pair[0][0]))[:LONGEST_LIST]
    return tuple(sorted(longest))


def _first_places(hashes: Hashes, others: Hashes) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Which hashes stand among the others, and where first."""
    values, places = np.unique(others, return_index=True)
    at = np.minimum(np.searchsorted(values, hashes), len(values) - 1)
    return values[at] == hashes, places[at]


def _alike(a: Hashes, b: Hashes) -> int:
    """How many hashes are the same from the first on."""
    least = min(len(a), len(b))
    differing = np.flatnonzero(a[:least] != b[:least])
    return int(differing[0]) if len(differing) else least
