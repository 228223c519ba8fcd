"""The corpus brought up to date, one document a transaction: stopped at any moment, it goes on where it was."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from sumber.merge.actors.sightings_kept import enter_again
from sumber.merge.documents.enter import enter
from sumber.merge.documents.fill import fill, is_worth_filling
from sumber.merge.events.unite import unite
from sumber.store import Corpus, Store

Progress = Callable[[int, int], None]


def merge_store(store: Store, rebuild: bool = False, progress: Progress | None = None) -> int:
    """Merge every document that is not merged yet, or with ``rebuild`` all of them anew; gives how many.

    The result does not depend on the order in which documents came, nor on whether the copies of many documents are
    sought in one pass ahead. ``progress`` is told (done, of how many).
    """
    if rebuild:
        with store.corpus() as corpus:
            corpus.events.clear()
            corpus.documents.clear()
            corpus.actors.clear()
    _catch_up(store)
    with store.corpus() as corpus:
        waiting = corpus.documents.unmerged()
    searched = is_worth_filling(len(waiting), store.count()[0])
    if searched:
        fill(store, waiting)
    for done, key in enumerate(waiting, 1):
        with store.corpus() as corpus:
            merge_document(corpus, key, searched)
        if progress is not None:
            progress(done, len(waiting))
    return len(waiting)


def _catch_up(store: Store) -> None:
    """Enter the names of what an older version merged, a document a transaction."""
    with store.corpus() as corpus:
        missing = corpus.actors.missing()
    for key in missing:
        with store.corpus() as corpus:
            enter_again(corpus, key)


def merge_document(corpus: Corpus, key: str, searched: bool = False) -> None:
    """Merge one document that is kept and not merged yet; with ``searched`` its copies are in the store already."""
    today = datetime.date.today().isoformat()
    unite(corpus, enter(corpus, key, today, searched), today)
