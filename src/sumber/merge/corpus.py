"""The corpus brought up to date, one document a transaction: stopped at any moment, it goes on where it was."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from sumber.errors import StoreError
from sumber.merge.documents.enter import enter
from sumber.merge.documents.fill import fill, is_worth_filling
from sumber.merge.events.groups import Answer
from sumber.merge.events.unite import regroup, unite
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


def merge_document(corpus: Corpus, key: str, searched: bool = False) -> None:
    """Merge one document that is kept and not merged yet; with ``searched`` its copies are in the store already."""
    today = datetime.date.today().isoformat()
    unite(corpus, enter(corpus, key, today, searched), today)


def decide(store: Store, a: str, b: str, answer: Answer, by: str, note: str = "") -> None:
    """Keep what a person says of two reports (``DOC.eN``): one event, different ones, or unsure. It outranks the rules,
    but for ``unsure``, which leaves it to them.

    Raises StoreError where a report is not there or both are the same.
    """
    sides: dict[str, object] = {}
    reports: list[str] = []
    for side, name in (("a", a), ("b", b)):
        _record, event = store.event(name)
        key, _record = store.record(name.rpartition(".")[0])
        trigger = event["trigger"]
        sides |= {side: key, f"{side}_start": trigger["start"], f"{side}_end": trigger["end"]}
        reports.append(f"{key}.{event['id']}")
    if reports[0] == reports[1]:
        raise StoreError(f"{a} is one report; give two to say whether they tell one event")
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    with store.corpus() as corpus:
        corpus.events.decide({**sides, "answer": answer, "by": by, "note": note, "at": now})
        names = corpus.events.merged(reports)
        missing = next((name for name in reports if name not in names), None)
        if missing is not None:
            raise StoreError(f"{missing} is not merged yet. Run: sumber merge")
        regroup(corpus.events, corpus.events.members(set(names.values())), now[:10])
