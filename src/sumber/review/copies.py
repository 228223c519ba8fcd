"""Judging the copies of an article as the article was judged: what a wire story says in one paper it says in all.

An event of a copy is judged alike where the corpus holds both for reports of one event, nobody has judged it yet, and
the machine says the very same of it in every field. What differs in anything, a date, a place, who says so, waits for a
look of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sumber.review.fold import WHOLE, Standing
from sumber.review.judge import check_names, document_standings, is_known, now
from sumber.review.standings import refresh, spots, standings
from sumber.store import Corpus, Store
from sumber.store.pack import Row

SETTLED = {"accepted": "accept", "refused": "refuse"}


class Alike(NamedTuple):
    """How many events were judged alike, in how many copies."""

    events: int
    documents: int


def judge_copies(store: Store, batch: str, key: str, coder: str) -> Alike:
    """Accept and refuse in the copies of a kept document what is accepted and refused in it, as one act.

    A batch that was kept already does nothing more. Raises ReviewError where the names of batch and coder will not do.
    """
    check_names(batch, coder)
    with store.corpus(alone=True) as corpus:
        if not is_known(corpus, batch, coder):
            act = {"batch": batch, "coder": coder, "at": now()}
            rows = [{**row, **act} for row in _alike(corpus, key)]
            corpus.review.add(rows)
            refresh(corpus, {row["document"] for row in rows})
        return Alike(len(corpus.review.batch_rows(batch)), len(corpus.review.documents_of(batch)))


def _alike(corpus: Corpus, key: str) -> Iterator[Row]:
    settled = {f"{key}.{n}": one for n, one in document_standings(corpus, key).items() if one.state in SETTLED}
    judged: dict[str, list[Standing]] = {}
    for report, told in corpus.events.merged(settled).items():
        judged.setdefault(told, []).append(settled[report])
    copies = {row[side] for row in corpus.documents.copies([key]) for side in ("a", "b")} - {key}
    there = corpus.events.merged(report for report in corpus.events.members(judged) if report[: len(key)] in copies)
    rows = corpus.review.by_document(copies)
    for copy, record in corpus.documents.records({report.partition(".")[0] for report in there}).items():
        where = spots(record)
        for number, standing in standings(record, rows.get(copy, ())).items():
            event = there.get(f"{copy}.{number}")
            same = next((one for one in judged.get(event or "", ()) if one.machine == standing.machine), None)
            if same is not None and standing.state == "open":
                yield {**where[number].columns(copy), **_told(same)}


def _told(same: Standing) -> Mapping[str, Any]:
    return {
        "field": WHOLE,
        "action": SETTLED[same.state],
        "machine": same.machine,
        "value": same.values if same.state == "accepted" else None,
        "evidence": [],
        "reason": same.reason,
    }
