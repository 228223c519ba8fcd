"""A page that was changed and added again: what was judged of its earlier text is carried over to the same deeds.

A deed is the same where its trigger has the same words and stands in a sentence of the same words. Only what the
machine now says differently is open again; a sentence that was changed is a new one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sumber.review.standings import Spot, refresh, spot_of, spots
from sumber.store import CARRIED, Store
from sumber.store.pack import Row
from sumber.store.rows import Contract, words

Deed = tuple[str, str, int]


def carry_over(store: Store, key: str) -> int:
    """Carry the judgements on the last earlier version of a document's page over to it; gives how many.

    They keep their coders and times; the batches are called ``carried:…``. A document that was judged or carried to
    already is left alone.
    """
    with store.corpus(alone=True) as corpus:
        if corpus.review.of_documents([key]):
            return 0
        record = corpus.documents.record(key)
        for earlier in corpus.documents.earlier_versions(key):
            judged = [row for row in corpus.review.of_documents([earlier]) if not row["undone"]]
            if judged:
                rows = list(_carried(corpus.documents.record(earlier), record, key, judged))
                act = f"{CARRIED}{earlier}>{key}"
                corpus.review.add([{**row, "batch": f"{act}:{row['coder']}"[:64]} for row in rows])
                refresh(corpus, [key])
                return len(rows)
    return 0


def _carried(old: Contract, new: Contract, key: str, judged: Sequence[Row]) -> Iterator[Row]:
    there = {spot: deed for deed, spot in _deeds(old).items()}
    now = _deeds(new)
    for row in judged:
        was = spot_of(row)
        spot = now.get(there[was]) if was in there else None
        if spot is None:
            continue
        evidence = _moved(row["evidence"] or [], old["text"], new["text"], spot.start - was.start)
        kept = {name: row[name] for name in ("field", "action", "machine", "value", "reason", "coder", "at")}
        yield {**kept, **spot.columns(key), "evidence": evidence}


def _deeds(record: Contract) -> dict[Deed, Spot]:
    """The spot of each event by the words of trigger and sentence and its place among those of the same words."""
    where, seen = spots(record), defaultdict[tuple[str, str], int](int)
    found: dict[Deed, Spot] = {}
    for event in sorted(record["events"], key=lambda one: where[one["id"]]):
        pair = words(record, event["trigger"]), words(record, event["sentence"])
        found[(*pair, seen[pair])] = where[event["id"]]
        seen[pair] += 1
    return found


def _moved(spans: Sequence[Sequence[int]], old: str, new: str, by: int) -> list[list[int]]:
    """The marked words in the new text, where they still stand as far from the trigger as they did."""
    moved = [(span, [span[0] + by, span[1] + by]) for span in spans]
    return [there for span, there in moved if there[0] >= 0 and old[span[0] : span[1]] == new[there[0] : there[1]]]
