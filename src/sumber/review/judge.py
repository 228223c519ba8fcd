"""Keeping what a coder decides. Judgements are only ever added; undoing one adds a line that says so.

A batch is one act of a coder. Its name is chosen by whoever sends it, so that sending it twice (a lost answer, a page
loaded again) keeps it once. Each judgement tells the last one its sender had seen on the event: where somebody else has
judged the same field since, nothing of the batch is kept.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sumber.errors import ConflictError, ReviewError, StoreError
from sumber.review.fields import FIELDS, machine_values
from sumber.review.fold import ACTIONS, WHOLE, Action, Standing, fold
from sumber.review.standings import refresh, spot_of, spots, standings
from sumber.review.values import checked
from sumber.store import CARRIED, Corpus, Store
from sumber.store.pack import Row
from sumber.store.rows import Contract

LONGEST_REASON = 2_000  # characters
WANT_REASON: frozenset[Action] = frozenset({"refuse", "ask"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a coder says of a field of an event (``report`` is ``DOC.eN``), or with the field ``*`` of the event.

    ``seen`` is the revision the coder had before them; ``value`` belongs to ``mend``; ``evidence`` are the characters
    marked for it; a refusal and a question give their ``reason``.
    """

    report: str
    field: str
    action: Action
    seen: int
    value: Any = None
    evidence: Sequence[Sequence[int]] = ()
    reason: str = ""


def judge(store: Store, batch: str, judgements: Sequence[Judgement], coder: str) -> dict[str, Standing]:
    """Keep a batch, whole or not at all; gives where the events it touches stand.

    Raises ReviewError where it cannot be kept as it is, ConflictError where a field was judged by somebody else since
    it was seen, StoreError where an event is not there.
    """
    check_names(batch, coder)
    with store.corpus(alone=True) as corpus:
        by_document: dict[str, list[Judgement]] = {}
        for one in judgements:
            by_document.setdefault(one.report.partition(".")[0], []).append(one)
        _check_kept(corpus, by_document)
        if not is_known(corpus, batch, coder):
            act = {"batch": batch, "coder": coder, "at": now()}
            rows = [row for key, listed in by_document.items() for row in _rows(corpus, key, listed, act)]
            corpus.review.add(rows)
            refresh(corpus, by_document)
        return {
            f"{key}.{number}": one
            for key in by_document
            for number, one in document_standings(corpus, key).items()
            if any(judged.report == f"{key}.{number}" for judged in by_document[key])
        }


def undo(store: Store, coder: str) -> list[str]:
    """Take back the last batch of a coder that is not taken back yet; gives the documents it touches, none where there
    is nothing to undo."""
    with store.corpus(alone=True) as corpus:
        return _reverse(corpus, corpus.review.last_standing(coder), True, coder)


def redo(store: Store, coder: str) -> list[str]:
    """Restore what the coder last took back, unless a newer batch stands; gives the documents it touches."""
    with store.corpus(alone=True) as corpus:
        batch = corpus.review.last_undone(coder)
        newest = corpus.review.last_standing(coder)
        if batch and newest and corpus.review.batch_rows(newest)[-1] > corpus.review.batch_rows(batch)[-1]:
            batch = None
        return _reverse(corpus, batch, False, coder)


def document_standings(corpus: Corpus, key: str, coder: str | None = None) -> dict[str, Standing]:
    """Where the events of a kept document stand, by their ids in it."""
    return standings(corpus.documents.record(key), corpus.review.of_documents([key]), coder)


def _reverse(corpus: Corpus, batch: str | None, undone: bool, coder: str) -> list[str]:
    if batch is None:
        return []
    corpus.review.reverse(batch, undone, coder, now())
    touched = corpus.review.documents_of(batch)
    kept = list(corpus.documents.headings(touched))
    refresh(corpus, kept)
    return sorted(kept)


def _rows(corpus: Corpus, key: str, listed: Sequence[Judgement], act: Row) -> Iterable[Row]:
    """The rows of a batch on one document. Each is made of what stands after those before it: who mends a field and
    accepts the event in one batch accepts the mended one."""
    record = corpus.documents.record(key)
    rows = corpus.review.of_documents([key])
    where = spots(record)
    events = {event["id"]: event for event in record["events"]}
    fresh: dict[str, list[Row]] = {}
    for one in listed:
        number = one.report.partition(".")[2]
        if number not in where:
            raise StoreError(f"document {key} has no event {number or one.report!r}; it has {len(where)}")
        spot = where[number]
        theirs = [row for row in rows if spot_of(row) == spot]
        _check_unseen(one, theirs)
        earlier = fresh.setdefault(number, [])
        standing = fold(machine_values(record, events[number]), [*theirs, *earlier])
        told = _told(one, standing, record)
        row = {**spot.columns(key), **told, **act}
        earlier.append({**row, "row": 0, "undone": False})
        yield row


def _check_unseen(one: Judgement, rows: Sequence[Row]) -> None:
    newer = {row["field"] for row in rows if row["row"] > one.seen and not row["undone"]}
    touched = newer if one.field == WHOLE else newer & {one.field, WHOLE}
    if touched:
        raise ConflictError(one.report, tuple(sorted(touched)))


def _told(one: Judgement, standing: Standing, record: Contract) -> Row:
    """The columns that say what was decided. Raises ReviewError where it does not make sense."""
    if one.field not in (WHOLE, *FIELDS) or one.action not in ACTIONS:
        raise ReviewError(f"{one.report}: there is no {one.action!r} of a field {one.field!r}")
    if one.action == "mend" and one.field == WHOLE:
        raise ReviewError(f"{one.report}: an event is mended field by field")
    if one.action == "refuse" and one.field != WHOLE:
        raise ReviewError(f"{one.report}: a field is mended, not refused; refuse the event, or empty the field")
    if one.action in WANT_REASON and not one.reason.strip():
        raise ReviewError(f"{one.report}: to {one.action} an event, say why")
    if len(one.reason) > LONGEST_REASON:
        raise ReviewError(f"{one.report}: a reason has at most {LONGEST_REASON} characters")
    value: Any = None
    if one.action == "mend":
        value = checked(one.field, one.value)
    elif one.field != WHOLE:
        value = standing.fields[one.field].value
    elif one.action == "accept":
        value = standing.values
    machine = standing.machine
    return {
        "field": one.field,
        "action": one.action,
        "machine": machine if one.field == WHOLE else machine[one.field],
        "value": value,
        "evidence": _evidence(one, len(record["text"])),
        "reason": one.reason.strip(),
    }


def _evidence(one: Judgement, length: int) -> list[list[int]]:
    spans = [list(span) for span in one.evidence]
    if any(len(span) != 2 or not 0 <= span[0] < span[1] <= length for span in spans):
        raise ReviewError(f"{one.report}: the marked words lie outside the text")
    return spans


def _check_kept(corpus: Corpus, keys: Iterable[str]) -> None:
    for key in sorted(set(keys) - set(corpus.documents.headings(keys))):
        raise StoreError(f"there is no document {key!r} in the store")


def is_known(corpus: Corpus, batch: str, coder: str) -> bool:
    """True where the batch was kept already. Raises ReviewError where it is somebody else's."""
    owner = corpus.review.owner(batch)
    if owner not in (None, coder):
        raise ReviewError(f"a batch {batch!r} of somebody else is there already; give yours another name")
    return owner is not None


def check_names(batch: str, coder: str) -> None:
    """Raises ReviewError where a batch or a coder cannot be called so."""
    if not 8 <= len(batch) <= 64:
        raise ReviewError("a batch has a name of 8 to 64 characters")
    if batch.startswith(CARRIED):
        raise ReviewError(f"a batch that begins with {CARRIED} is made by Sumber itself")
    if not coder.strip() or len(coder) > 80:
        raise ReviewError("say who you are, in at most 80 characters")


def now() -> str:
    """The moment, in UTC, to the second."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
