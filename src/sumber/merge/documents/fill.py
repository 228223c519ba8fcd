"""Prints and copies of a whole corpus put into the store ahead of merging, so that no document searches for its own.

Each step is a transaction of its own. Stopped between two, the next run begins again with what is missing: prints and
copies of documents that were not entered yet say nothing but what is so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import islice

from sumber.merge.documents.bulk import find_pairs
from sumber.merge.documents.known import copy_row, index_hashes
from sumber.merge.documents.prints import Hashes, Print, print_of
from sumber.store import Store

MANY = 500  # documents that wait from which a pass over all is worth its time, if they are also
PART = 0.1  # … this share of all
STEP = 1_000  # documents, or pairs, of one transaction
CLOSE_BY = 8_000  # fingerprints that are kept, some 12 kB each


def is_worth_filling(waiting: int, kept: int) -> bool:
    """So many documents wait that one pass over all that are kept is quicker than a search for each."""
    return waiting >= MANY and waiting >= PART * kept


def fill(store: Store, waiting: Collection[str]) -> None:
    """Enter the prints of the documents that wait, and all copies in which one of them stands."""

    @lru_cache(maxsize=CLOSE_BY)
    def prints(key: str) -> Print:
        with store.corpus() as corpus:
            return print_of(corpus.documents.record(key))

    def printed() -> Iterator[tuple[str, Hashes]]:
        for keys in _steps(store):
            part = {key: prints(key) for key in keys}
            with store.corpus() as corpus:
                corpus.documents.add_prints({key: index_hashes(found) for key, found in part.items()})
            yield from ((key, found.distinct()) for key, found in part.items())

    pairs = find_pairs(printed(), prints, frozenset(waiting).__contains__)
    while rows := [copy_row(*pair) for pair in islice(pairs, STEP)]:
        with store.corpus() as corpus:
            corpus.documents.add_copies(rows)


def _steps(store: Store) -> Iterator[list[str]]:
    """The keys of all documents in parts. Those that came in the meantime are last: whoever enters a document now finds
    some of the prints only, and what he could not find is found here; from the last part on he finds all."""
    done: set[str] = set()
    while True:
        with store.corpus() as corpus:
            keys = [key for key in corpus.documents.all_kept() if key not in done]
        if not keys:
            return
        done.update(keys)
        for start in range(0, len(keys), STEP):
            yield keys[start : start + STEP]
