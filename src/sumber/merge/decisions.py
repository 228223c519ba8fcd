"""What people say of two reports: one event or two. It outranks the rules, is never changed, and is taken back by a
later answer."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sumber.errors import ConflictError, StoreError
from sumber.merge.events.groups import Answer
from sumber.merge.events.sights import Sight, unpacked
from sumber.merge.events.unite import regroup, report_at
from sumber.store import Corpus, Store

Row = dict[str, Any]
_SIDES = ("a", "b")


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that is kept, under its ``row``, and the events that the two reports tell after it."""

    row: int
    a: str
    b: str
    answer: Answer
    event_a: str
    event_b: str


def decide(store: Store, a: str, b: str, answer: Answer, by: str, note: str = "", seen: int | None = None) -> Decided:
    """Keep what a person says of two reports (``DOC.eN``): one event, different ones, or unsure, which leaves it to the
    rules. Saying again what one said last is kept once.

    ``seen`` is the last decision on the two that its sender knew of, 0 for none; where it is given and there is a later
    one of somebody else, ConflictError is raised. Raises StoreError where a report is not there or both are the same.
    """
    sides = [_side(store, name) for name in (a, b)]
    names = [one["name"] for one in sides]
    if names[0] == names[1]:
        raise StoreError(f"{a} is one report; give two to say whether they tell one event")
    with store.corpus(alone=True) as corpus:
        told = pair_history(corpus, *names)
        last = told[-1] if told else None
        if last and seen is not None and last["row"] > seen and last["by"] != by:
            raise ConflictError(" and ".join(names), ("one event or two",))
        if last and (last["answer"], last["by"], last["note"]) == (answer, by, note):
            return _decided(corpus, last["row"], names, answer)
        return _keep(corpus, sides, answer, by, note)


def take_back(store: Store, row: int, by: str) -> Decided:
    """Take back a decision: the answer before it stands again, or none (``unsure``), which leaves it to the rules.

    Raises StoreError where there is no such decision, ConflictError where the same two were decided on since.
    """
    with store.corpus() as corpus:
        found = corpus.events.decision(row)
        if found is None:
            raise StoreError(f"there is no decision {row}. The merge bench lists those that there are.")
        a, b = report_names(corpus, [found])[row]
    if a is None or b is None:
        raise StoreError(f"decision {row} is on a report that is no more: it says nothing that could be taken back")
    sides = [_side(store, name) for name in (a, b)]
    with store.corpus(alone=True) as corpus:
        told = pair_history(corpus, a, b)
        if told[-1]["row"] != row:
            raise ConflictError(f"{a} and {b}", ("one event or two",))
        before: Answer = told[-2]["answer"] if len(told) > 1 else "unsure"
        return _keep(corpus, sides, before, by, "", row)


def report_names(corpus: Corpus, rows: Iterable[Row]) -> dict[int, tuple[str | None, str | None]]:
    """The reports that decisions are on, as they are called now, by the row of each; None for one that is no more."""
    listed, tables = list(rows), corpus.events
    names = tables.of_documents({row[side] for row in listed for side in _SIDES})
    by_document: dict[str, list[Sight]] = {}
    for kept in tables.sights(names).values():
        by_document.setdefault(kept["document"], []).append(unpacked(kept, kept["story"]))

    def name(row: Row, side: str) -> str | None:
        return report_at(by_document.get(row[side], []), row[f"{side}_start"], row[f"{side}_end"])

    return {row["row"]: (name(row, "a"), name(row, "b")) for row in listed}


def _side(store: Store, name: str) -> Row:
    _record, event = store.event(name)
    key, _record = store.record(name.rpartition(".")[0])
    trigger = event["trigger"]
    return {"name": f"{key}.{event['id']}", "document": key, "start": trigger["start"], "end": trigger["end"]}


def pair_history(corpus: Corpus, a: str, b: str) -> list[Row]:
    """What was decided on two reports, oldest first."""
    documents = {name.partition(".")[0] for name in (a, b)}
    rows = [row for row in corpus.events.decisions(documents) if {row["a"], row["b"]} == documents]
    names = report_names(corpus, rows)
    return [row for row in rows if set(names[row["row"]]) == {a, b}]


def _keep(
    corpus: Corpus, sides: Sequence[Row], answer: Answer, by: str, note: str, undoes: int | None = None
) -> Decided:
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    row: Row = {"answer": answer, "by": by, "note": note, "at": now, "undoes": undoes}
    for side, one in zip(_SIDES, sides, strict=True):
        row |= {side: one["document"], f"{side}_start": one["start"], f"{side}_end": one["end"]}
    number = corpus.events.decide(row)
    reports = [one["name"] for one in sides]
    names = corpus.events.merged(reports)
    missing = next((name for name in reports if name not in names), None)
    if missing is not None:
        raise StoreError(f"{missing} is not merged yet. Run: sumber merge")
    regroup(corpus.events, corpus.events.members(set(names.values())), now[:10])
    return _decided(corpus, number, reports, answer)


def _decided(corpus: Corpus, row: int, reports: Sequence[str], answer: Answer) -> Decided:
    a, b = reports
    events = corpus.events.merged(reports)
    return Decided(row, a, b, answer, events[a], events[b])
