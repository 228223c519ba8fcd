"""Which events go out: the filters of the commands, asked of what stands (the coder's word before the machine's)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from sumber.errors import StoreError
from sumber.store import Filter

#: What may go out, the surest first. What was refused never does.
STATES = ("accepted", "changed", "begun", "asked", "unsure", "open")
_ASKED = ("type", "actor", "recipient", "since", "until", "place", "status", "said_by", "background", "document")


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter, and the states of review that go out."""

    wanted: Filter = field(default_factory=Filter)
    states: tuple[str, ...] = STATES

    def __post_init__(self) -> None:
        for state in self.states:
            if state not in STATES:
                raise StoreError(f"no event goes out as {state!r}; there are {', '.join(STATES)}")

    def told(self) -> dict[str, Any]:
        """The choice as plain JSON, what it does not ask for left out."""
        asked = {name: value for name, value in asdict(self.wanted).items() if name in _ASKED}
        kept = {name: value for name, value in asked.items() if value is not None and (name, value) != _ALL}
        return {**kept, "states": [state for state in STATES if state in self.states]}


_ALL = ("background", True)


def matches(wanted: Filter, values: Mapping[str, Any], documents: set[str]) -> bool:
    """True where an event with these values, told by these documents, passes a filter."""
    what, status, when, where = (values[name] for name in ("what", "status", "when", "where"))
    said = values["said_by"] or {"speakers": []}
    begin, until = when["from"], when["to"] or when["from"]
    return all(
        (
            not wanted.type or what["type"] == wanted.type.upper(),
            not wanted.status or status["status"] == wanted.status.lower(),
            wanted.background or not status["background"],
            not wanted.since or (until is not None and until >= wanted.since),
            not wanted.until or (begin is not None and begin <= wanted.until),
            not wanted.document or wanted.document in documents,
            _has_party(values["actors"], wanted.actor),
            _has_party(values["recipients"], wanted.recipient),
            not wanted.place or _is_there(where, wanted.place),
            not wanted.said_by or any(wanted.said_by.lower() in name.lower() for name in said["speakers"]),
        )
    )


def _has_party(parties: list[Mapping[str, Any]], wanted: str | None) -> bool:
    if not wanted:
        return True
    if len(wanted) == 3 and wanted.isupper():
        return any(party["country"] == wanted for party in parties)
    return any(wanted.lower() in party["name"].lower() for party in parties)


def _is_there(where: Mapping[str, Any] | None, wanted: str) -> bool:
    return where is not None and (wanted.lower() in where["name"].lower() or where["country"] == wanted.upper())
