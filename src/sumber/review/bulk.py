"""Accepting all events of a filter as one act, to be undone as one.

Only what nobody has an opinion on is taken: events that somebody refused, doubts, asks about or that changed since they
were judged wait for a look of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from sumber.review.fold import WHOLE
from sumber.review.judge import check_names, is_known, now
from sumber.review.standings import refresh, spots, standings
from sumber.store import Corpus, Store
from sumber.store.pack import Row
from sumber.store.rows import Contract

AT_ONCE = 200  # documents whose records are in memory together


def accept_chosen(store: Store, batch: str, choose: Callable[[Corpus], Iterable[tuple[str, str]]], coder: str) -> int:
    """Accept the events, as (document, number), that ``choose`` finds at that moment, mended fields as they were
    mended; all of them or none.

    Gives how many. A batch that was kept already accepts nothing more and gives how many it holds. Raises ReviewError
    where the names of batch and coder will not do.
    """
    check_names(batch, coder)
    with store.corpus(alone=True) as corpus:
        if is_known(corpus, batch, coder):
            return len(corpus.review.batch_rows(batch))
        act = {"batch": batch, "coder": coder, "at": now()}
        count = 0
        for part in _parts(sorted(choose(corpus))):
            records = corpus.documents.records(key for key, _numbers in part)
            rows = [{**row, **act} for row in _accepted(corpus, part, records)]
            corpus.review.add(rows)
            refresh(corpus, records, records)
            count += len(rows)
        return count


def _parts(chosen: Sequence[tuple[str, str]]) -> Iterator[list[tuple[str, set[str]]]]:
    """Documents with the numbers of their events, so many at a time as fit into memory."""
    part: list[tuple[str, set[str]]] = []
    for key, pairs in groupby(chosen, key=lambda pair: pair[0]):
        part.append((key, {number for _key, number in pairs}))
        if len(part) == AT_ONCE:
            yield part
            part = []
    if part:
        yield part


def _accepted(corpus: Corpus, part: Sequence[tuple[str, set[str]]], records: Mapping[str, Contract]) -> Iterator[Row]:
    judged = corpus.review.by_document(key for key, _numbers in part)
    for key, numbers in part:
        record = records[key]
        where = spots(record)
        for number, standing in standings(record, judged.get(key, ())).items():
            if number not in numbers:
                continue
            yield {
                **where[number].columns(key),
                "field": WHOLE,
                "action": "accept",
                "machine": standing.machine,
                "value": standing.values,
                "evidence": [],
                "reason": "",
            }
