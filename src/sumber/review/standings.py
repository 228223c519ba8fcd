"""Where the events of a document stand, and what of that is kept for the queue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sumber.review.fields import machine_values
from sumber.review.fold import Standing, fold
from sumber.store import Corpus
from sumber.store.rows import Contract

Row = dict[str, Any]
AT_ONCE = 200  # documents whose records are in memory together


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """What names an event for good, whatever number a coding gives it: the characters of its trigger, and its place
    among the events of that trigger, from 0."""

    start: int
    end: int
    slot: int


def spots(record: Contract) -> dict[str, Spot]:
    """The spot of each event of a record."""
    seen: Counter[tuple[int, int]] = Counter()
    found = {}
    for event in record["events"]:
        pair = event["trigger"]["start"], event["trigger"]["end"]
        found[event["id"]] = Spot(*pair, seen[pair])
        seen[pair] += 1
    return found


def standings(record: Contract, rows: Iterable[Mapping[str, Any]], coder: str | None = None) -> dict[str, Standing]:
    """Where each event of a record stands. ``rows`` are the judgements on its document, oldest first; with ``coder``
    only that coder's count, as if nobody else had seen the article."""
    by_spot = _by_spot(row for row in rows if coder is None or row["coder"] == coder)
    return {
        event["id"]: fold(machine_values(record, event), by_spot.get(spot, ()))
        for event, spot in zip(record["events"], spots(record).values(), strict=True)
    }


def _judged(record: Contract, rows: Iterable[Row]) -> dict[str, Standing]:
    """Where those events stand that somebody judged: the others are open, and need no second look."""
    by_spot = _by_spot(rows)
    return {
        event["id"]: fold(machine_values(record, event), by_spot[spot])
        for event, spot in zip(record["events"], spots(record).values(), strict=True)
        if spot in by_spot
    }


def _by_spot(rows: Iterable[Mapping[str, Any]]) -> dict[Spot, list[Mapping[str, Any]]]:
    found: dict[Spot, list[Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault(Spot(row["start"], row["end"], row["slot"]), []).append(row)
    return found


def orphans(record: Contract, rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Judgements on events that the machine no longer finds in the document: kept, and shown as what they are."""
    there = set(spots(record).values())
    return [row for row in rows if not row["undone"] and Spot(row["start"], row["end"], row["slot"]) not in there]


def refresh(corpus: Corpus, keys: Iterable[str], records: Mapping[str, Contract] | None = None) -> None:
    """Bring what is kept for the queue up to date for some documents, after a judgement or a new coding. ``records``
    are theirs, where they are at hand."""
    listed = sorted(set(keys))
    for at in range(0, len(listed), AT_ONCE):
        part = listed[at : at + AT_ONCE]
        rows: dict[str, list[Row]] = {key: [] for key in part}
        for row in corpus.review.of_documents(part):
            rows[row["document"]].append(row)
        kept: list[Row] = []
        loads: list[Row] = []
        for key, record in (records or corpus.documents.records(part)).items():
            if key in rows:
                found = _judged(record, rows[key])
                kept += _kept(key, found)
                loads.append(_load(key, record, found))
        corpus.review.put_standing(part, kept, loads)


def _load(key: str, record: Contract, found: Mapping[str, Standing]) -> Row:
    states = Counter(one.state for one in found.values())
    return {
        "document": key,
        "events": len(record["events"]),
        "settled": states["accepted"] + states["refused"],
        **{name: states[name] for name in ("unsure", "asked", "changed")},
    }


def _kept(key: str, found: Mapping[str, Standing]) -> list[Row]:
    return [
        {
            "report": f"{key}.{number}",
            "document": key,
            "state": one.state,
            "fields": {name: field.state for name, field in one.fields.items() if field.state != "open"},
            "revision": one.revision,
            "coder": one.coder,
            "at": one.at,
        }
        for number, one in found.items()
        if one.state != "open" and one.coder and one.at
    ]
