"""How the standing of an event is sent to the page."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from sumber.review.fold import EventState, FieldStanding, FieldState, Standing


class FieldNow(BaseModel):
    """Where a field stands. ``machine`` is what the machine says now, ``before`` what it said when the coder judged,
    ``value`` what stands, ``evidence`` the words that the coder marked, as [start, end] in code points."""

    state: FieldState
    machine: Any
    before: Any
    value: Any
    evidence: list[list[int]]
    reason: str
    coder: str | None
    at: str | None


class EventNow(BaseModel):
    """Where an event stands. ``revision`` is the last judgement on it, to be sent as ``seen`` with the next."""

    state: EventState
    revision: int
    reason: str
    coder: str | None
    at: str | None
    fields: dict[str, FieldNow]


def field_now(one: FieldStanding) -> FieldNow:
    """A field's standing as it is sent."""
    return FieldNow(
        state=one.state,
        machine=one.machine,
        before=one.before,
        value=one.value,
        evidence=[list(span) for span in one.evidence],
        reason=one.reason,
        coder=one.coder,
        at=one.at,
    )


def event_now(one: Standing, revision: int | None = None) -> EventNow:
    """An event's standing as it is sent; ``revision`` where others' judgements count towards it too."""
    return EventNow(
        state=one.state,
        revision=one.revision if revision is None else revision,
        reason=one.reason,
        coder=one.coder,
        at=one.at,
        fields={name: field_now(field) for name, field in one.fields.items()},
    )
