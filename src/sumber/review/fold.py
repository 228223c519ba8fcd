"""From the judgements on an event to where each of its fields stands. A pure function: nothing but rows goes in.

Machine and human values stand side by side: a judgement keeps what the machine said when it was made. Where the machine
says something else now, the field is open again and the coder's value stays beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sumber.review.fields import FIELDS

Row = Mapping[str, Any]
FieldState = Literal["open", "accepted", "mended", "unsure", "asked", "changed"]
EventState = Literal["open", "begun", "accepted", "refused", "unsure", "asked", "changed"]
Action = Literal["accept", "mend", "refuse", "unsure", "ask"]

ACTIONS: tuple[Action, ...] = ("accept", "mend", "refuse", "unsure", "ask")
WHOLE = "*"
_STATES: Mapping[str, FieldState] = {"accept": "accepted", "mend": "mended", "unsure": "unsure", "ask": "asked"}


@dataclass(frozen=True, slots=True)
class FieldStanding:
    """One field. ``machine`` is what the machine says now, ``before`` what it said when the coder judged, ``value``
    what stands: the coder's, else the machine's. ``evidence`` are the words that the coder marked."""

    state: FieldState
    machine: Any
    before: Any
    value: Any
    evidence: Sequence[Sequence[int]]
    reason: str
    coder: str | None
    at: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """One event. ``revision`` is the last judgement on it, 0 where there is none; ``reason`` is that of a refusal,
    a doubt or a question on the whole of it."""

    state: EventState
    fields: Mapping[str, FieldStanding]
    revision: int
    reason: str
    coder: str | None
    at: str | None

    @property
    def machine(self) -> dict[str, Any]:
        """What the machine says of each field now."""
        return {name: field.machine for name, field in self.fields.items()}

    @property
    def values(self) -> dict[str, Any]:
        """What stands of each field: the coder's value, else the machine's."""
        return {name: field.value for name, field in self.fields.items()}


def fold(machine: Mapping[str, Any], rows: Iterable[Row]) -> Standing:
    """Where an event stands. ``machine`` are its values now, ``rows`` the judgements on it, oldest first; those that
    are undone count for nothing but the revision."""
    fields = {name: FieldStanding("open", machine[name], None, machine[name], [], "", None, None) for name in FIELDS}
    whole: EventState | None = None
    reason, revision = "", 0
    last: Row | None = None
    for row in rows:
        revision = int(row["row"])
        if row["undone"]:
            continue
        last = row
        if row["field"] != WHOLE:
            fields[row["field"]] = _judged(row, machine[row["field"]], fields[row["field"]])
            if whole == "refused":
                whole = None  # who judges a field of a refused event takes it up again
        elif row["action"] == "accept":
            whole, reason = None, ""
            for name in FIELDS:
                fields[name] = _accepted(row, name, machine[name], fields[name])
        else:
            whole = {"refuse": "refused", "unsure": "unsure", "ask": "asked"}[row["action"]]  # type: ignore[assignment]
            reason = row["reason"]
    state = whole or _together([field.state for field in fields.values()])
    return Standing(state, fields, revision, reason, last["coder"] if last else None, last["at"] if last else None)


def _judged(row: Row, machine: Any, was: FieldStanding) -> FieldStanding:
    """A field on which somebody said something. ``value`` is what they had before them, or wrote: who accepts a mended
    field accepts what it was mended to, and who doubts it doubts that."""
    state, before, value = _STATES[row["action"]], row["machine"], row["value"]
    if state == "accepted" and value != before:
        state = "mended"
    if before != machine and value != machine:
        state = "changed"
    evidence = row["evidence"] or (was.evidence if was.value == value and row["action"] != "mend" else [])
    return FieldStanding(state, machine, before, value, evidence, row["reason"], row["coder"], row["at"])


def _accepted(row: Row, name: str, machine: Any, was: FieldStanding) -> FieldStanding:
    """A field of an event that was accepted as it stood, its mended fields with it."""
    before, value = row["machine"][name], row["value"][name]
    state: FieldState = "accepted" if value == before else "mended"
    if before != machine and value != machine:
        state = "changed"
    evidence = was.evidence if was.value == value else []
    return FieldStanding(state, machine, before, value, evidence, row["reason"], row["coder"], row["at"])


def _together(states: Sequence[FieldState]) -> EventState:
    """The state of an event by those of its fields: what needs somebody comes first."""
    first: tuple[Literal["changed", "asked", "unsure"], ...] = ("changed", "asked", "unsure")
    for state in first:
        if state in states:
            return state
    if all(state == "open" for state in states):
        return "open"
    return "begun" if "open" in states else "accepted"
