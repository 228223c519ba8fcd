"""Where the events of a document stand, and what of that is kept for the queue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sumber.review.fields import machine_values
from sumber.review.fold import Standing, fold
from sumber.store import Corpus
from sumber.store.pack import Row, chunks
from sumber.store.rows import Contract


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """What names an event for good, whatever number a coding gives it: the characters of its trigger, and its place
    among the events of that trigger, from 0."""

    start: int
    end: int
    slot: int

    def columns(self, document: str) -> Row:
        """The columns by which a judgement names the event."""
        return {"document": document, "start": self.start, "end": self.end, "slot": self.slot}

    def name(self, document: str) -> str:
        """``1a2b3c4d5e6f:120-131``: document and characters of the trigger; ``/1`` for a second event of one."""
        return f"{document}:{self.start}-{self.end}" + (f"/{self.slot}" if self.slot else "")


def spot_of(row: Mapping[str, Any]) -> Spot:
    """The spot that a judgement names."""
    return Spot(row["start"], row["end"], row["slot"])


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


def _by_spot(rows: Iterable[Mapping[str, Any]]) -> dict[Spot, list[Mapping[str, Any]]]:
    found: dict[Spot, list[Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault(spot_of(row), []).append(row)
    return found


def orphans(record: Contract, rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Judgements on events that the machine no longer finds in the document: kept, and shown as what they are."""
    there = set(spots(record).values())
    return [row for row in rows if not row["undone"] and spot_of(row) not in there]


def refresh(corpus: Corpus, keys: Iterable[str], records: Mapping[str, Contract] | None = None) -> None:
    """Bring what is kept for the queue up to date for some documents, after a judgement or a new coding. ``records``
    are theirs, where they are at hand."""
    for part in chunks(sorted(set(keys))):
        rows = corpus.review.by_document(part)
        found = {} if records is None else {key: records[key] for key in part if key in records}
        found |= corpus.documents.records(key for key in part if key not in found)
        kept = {key: _kept(key, found[key], rows.get(key, ())) for key in part}
        corpus.review.put_standings(kept)


def _kept(key: str, record: Contract, rows: Iterable[Row]) -> tuple[list[Row], Row]:
    """The rows of the events of a document that somebody judged, and how much of it is done."""
    by_spot = _by_spot(rows)
    # Those that nobody judged are open, and need no second look.
    found = {
        event["id"]: fold(machine_values(record, event), by_spot[spot])
        for event, spot in zip(record["events"], spots(record).values(), strict=True)
        if spot in by_spot
    }
    states = Counter(one.state for one in found.values())
    load = {
        "events": len(record["events"]),
        "settled": states["accepted"] + states["refused"],
        **{name: states[name] for name in ("unsure", "asked", "changed")},
    }
    kept = [
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
    return kept, load
