"""What a release changes against the one before it: new events, changed ones with their fields, withdrawn ones with the
reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sumber.review.standings import Spot, spots
from sumber.share.choice import Choice
from sumber.share.rows import Row
from sumber.share.told import Reader, is_chosen, tell_one
from sumber.store import Corpus

AT_ONCE = 200
COLUMNS = ("event_id", "change", "fields", "reason", "now", "type", "from", "actors", "recipients", "title")
_ID = re.compile(r"(\w+):(\d+)-(\d+)(?:/(\d+))?")


@dataclass(frozen=True, slots=True)
class Change:
    """One event. ``change`` is new, changed or withdrawn; ``fields`` are the columns that changed; ``now`` what a
    withdrawn event has become, where it has become something; ``row`` its row, of a withdrawn one the last."""

    event_id: str
    change: str
    fields: tuple[str, ...]
    reason: str
    now: str
    row: Row

    def as_row(self) -> Row:
        """The columns of COLUMNS."""
        told = {name: self.row.get(name) for name in COLUMNS}
        own = {"event_id": self.event_id, "change": self.change, "reason": self.reason, "now": self.now}
        return {**told, **own, "fields": "; ".join(self.fields)}


def differing(before: Row, after: Row) -> tuple[str, ...]:
    """The columns in which two rows of one event differ."""
    return tuple(name for name in after if before.get(name) != after[name])


def withdrawn(corpus: Corpus, gone: Mapping[str, str], choice: Choice) -> Iterator[Change]:
    """Why events that were released before (id → digest of the row) are not any more."""
    reader, listed = Reader(corpus), sorted(gone)
    for at in range(0, len(listed), AT_ONCE):
        part = listed[at : at + AT_ONCE]
        rows = corpus.releases.data({name: gone[name] for name in part})
        names = _names(corpus, reader, part)
        merged = corpus.events.merged(name for name in names.values() if name)
        events = {name: merged.get(name, f"E{name}") for name in names.values() if name}
        reports = reader.read(sorted(set(events.values())))
        for ident in part:
            name = names[ident]
            if name is None:
                yield Change(ident, "withdrawn", (), "gone", "", rows.get(ident, {}))
                continue
            listed_reports = reports[events[name]]
            own = next(one for one in listed_reports if one.name == name)
            told = tell_one(events[name], listed_reports)
            if own.standing.state == "refused" or told is None:
                reason, now = f"refused: {own.standing.reason}".removesuffix(": "), ""
            elif told.id != ident:
                reason, now = "merged", told.id
            else:
                reason, now = "chosen no more" if not is_chosen(told, choice) else "gone", ""
            yield Change(ident, "withdrawn", (), reason, now, rows.get(ident, {}))


def _names(corpus: Corpus, reader: Reader, idents: Sequence[str]) -> dict[str, str | None]:
    """What the desk calls these events now; None for what is found no more."""
    parts = {ident: match for ident in idents if (match := _ID.fullmatch(ident))}
    kept = corpus.documents.headings({match[1] for match in parts.values()})
    found: dict[str, str | None] = dict.fromkeys(idents)
    for ident, match in parts.items():
        document = match[1]
        if document in kept:
            wanted = Spot(int(match[2]), int(match[3]), int(match[4] or 0))
            where: Mapping[str, Spot] = spots(reader.record(document)[0])
            number = next((number for number, spot in where.items() if spot == wanted), None)
            found[ident] = f"{document}.{number}" if number else None
    return found
