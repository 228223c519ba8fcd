"""The copies in a whole corpus at once: the same pairs as one search a document finds, in a fraction of its time.

All hashes of all documents lie in one sorted array, so that the documents of one hash are a run of it. Two documents
can only be copies if the shorter one has ``need`` of its hashes in the other. It may then leave out ``need - 1`` of
them, and the pair is met all the same in one of the rest: those left out are the ones that stand in most documents, so
that boilerplate shared by thousands does not make pairs of them all (prefix filtering: Chaudhuri, Ganti and Kaushik
2006, "A primitive operator for similarity joins in data cleaning"). What is met often enough is compared in full.

It takes some 30 bytes of memory a run of words. Time grows with the documents and with the pairs that are found; only
among documents that have most of their words from one template is every pair looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sumber.merge.documents.copies import LEAST, LIKE, WITHIN, Copy, compare_in_order, is_worth_comparing
from sumber.merge.documents.prints import Hashes, Print

LONG = 16  # documents of one hash from which it is left out where that is allowed
BLOCK = 4_000_000  # pairs that are counted at a time, some 300 MB
OWNER_BITS = 24  # of an entry's 64; the others are the hash's: two hashes that fall together only cost a comparison

Numbers = NDArray[np.int64]
Owners = NDArray[np.int32]
Mask = NDArray[np.bool_]


def find_pairs(
    documents: Iterable[tuple[str, Hashes]],
    print_of: Callable[[str], Print],
    fresh: Callable[[str], bool] | None = None,
) -> Iterator[tuple[str, str, Copy]]:
    """The copies among documents given as (key, distinct hashes): pairs of keys, a before b in the alphabet.

    ``print_of`` gives a fingerprint by key, and is asked again for documents that are close by. With ``fresh`` only
    pairs are given of which at least one document passes it.
    """
    keys: list[str] = []
    parts: list[Hashes] = []
    for key, hashes in documents:
        parts.append((hashes >> np.uint64(OWNER_BITS) << np.uint64(OWNER_BITS)) | np.uint64(len(keys)))
        keys.append(key)
    sizes = np.array([len(part) for part in parts], dtype=np.int64)
    entries = np.concatenate([np.empty(0, dtype=np.uint64), *parts])
    parts.clear()  # as large as the entries, which themselves are not needed once they are postings
    postings = _postings(entries, sizes)
    del entries
    wanted = np.array([fresh is None or fresh(key) for key in keys], dtype=np.bool_)
    for one, other in _find_candidates(postings, sizes, wanted):
        a, b = sorted((keys[one], keys[other]))
        print_a, print_b = print_of(a), print_of(b)
        if is_worth_comparing(print_a, print_b):
            copy = compare_in_order(a, print_a, b, print_b)
            if copy is not None:
                yield a, b, copy


def _find_candidates(postings: _Postings, sizes: Numbers, wanted: Mask) -> Iterator[tuple[int, int]]:
    """Numbers of documents that may share enough."""
    for block in _blocks(postings):
        shorter, longer, counts = _count(postings, block, sizes, wanted)
        good = counts >= postings.least[shorter]
        yield from zip(shorter[good].tolist(), longer[good].tolist(), strict=True)


def _need(sizes: Numbers) -> Numbers:
    """How many hashes a document of so many must share with a longer one, if `compare` is to find them copies."""
    part = min(WITHIN, 2 * LIKE / (1 + LIKE))  # the likeness of equally long ones, as a share of either
    found: Numbers = np.maximum(np.ceil(part * sizes - 1e-6).astype(np.int64), np.minimum(LEAST, sizes))
    return found


@dataclass(frozen=True, slots=True)
class _Postings:
    """Who has the hashes that several documents have: ``owners``, those of one hash together; ``starts`` and
    ``lengths`` say where each hash's begin and how many they are. ``probes`` are the (document, hash) to search with,
    by document; ``least`` is in how many of them each document must meet a longer one."""

    owners: Owners
    starts: Numbers
    lengths: Numbers
    probe_owners: Owners
    probe_runs: Owners
    least: Numbers


def _postings(entries: Hashes, sizes: Numbers) -> _Postings:
    """Who has which hash; the entries are sorted in their place."""
    entries.sort()
    changes = (entries[1:] ^ entries[:-1]) >= np.uint64(1 << OWNER_BITS)
    borders = np.concatenate([[0], np.flatnonzero(changes) + 1, [len(entries)]])
    lengths = np.diff(borders)
    owners = (entries[np.repeat(lengths > 1, lengths)] & np.uint64((1 << OWNER_BITS) - 1)).astype(np.int32)
    lengths = lengths[lengths > 1]
    run = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    kept, left_out = _leave_out(owners, lengths[run], _need(sizes) - 1)
    order = kept[np.argsort(owners[kept], kind="stable")]
    starts = np.cumsum(lengths) - lengths
    return _Postings(owners, starts, lengths, owners[order], run[order], np.maximum(1, _need(sizes) - left_out))


def _leave_out(owners: Owners, lengths: Numbers, allowed: Numbers) -> tuple[Numbers, Numbers]:
    """The entries that are kept, and how many each document leaves out: the commonest first, as many as allowed."""
    common = np.flatnonzero(lengths > LONG)
    common = common[np.lexsort((-lengths[common], owners[common]))]
    by_document = owners[common]
    rank = np.arange(len(common)) - np.searchsorted(by_document, by_document)
    out = common[rank < allowed[by_document]]
    kept = np.ones(len(owners), dtype=np.bool_)
    kept[out] = False
    return np.flatnonzero(kept), np.bincount(owners[out], minlength=len(allowed))


def _blocks(postings: _Postings) -> Iterator[slice]:
    """The probes in parts that make about `BLOCK` pairs each; a document is never divided."""
    made = np.cumsum(postings.lengths[postings.probe_runs])
    owners = postings.probe_owners
    start = 0
    while start < len(owners):
        before = made[start - 1] if start else 0
        last = min(int(np.searchsorted(made, before + BLOCK)), len(owners) - 1)
        stop = int(np.searchsorted(owners, owners[last], side="right"))
        yield slice(start, stop)
        start = stop


def _count(postings: _Postings, block: slice, sizes: Numbers, wanted: Mask) -> tuple[Numbers, Numbers, Numbers]:
    """The pairs (shorter, longer) that the probes meet, and in how many hashes."""
    run = postings.probe_runs[block]
    lengths = postings.lengths[run]
    shorter = np.repeat(postings.probe_owners[block].astype(np.int64), lengths)
    offsets = np.repeat(postings.starts[run] - (np.cumsum(lengths) - lengths), lengths)
    longer = postings.owners[np.arange(len(shorter)) + offsets]
    good = (sizes[shorter] < sizes[longer]) | ((sizes[shorter] == sizes[longer]) & (shorter < longer))
    good &= wanted[shorter] | wanted[longer]
    codes, counts = np.unique(shorter[good] << OWNER_BITS | longer[good], return_counts=True)
    return codes >> OWNER_BITS, codes & ((1 << OWNER_BITS) - 1), counts
