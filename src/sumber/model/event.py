"""Events and relations, in the PLOVER 2.0 ontology."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from sumber.model.span import Span

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
EVENT_TYPES: tuple[str, ...] = get_args(EventType)
Status = Literal["actual", "planned", "requested", "threatened", "alleged", "denied", "negated", "hypothetical"]
TimeHow = Literal["stated", "inherited", "published", "none"]
PlaceHow = Literal["stated", "inherited", "dateline", "none"]


@dataclass(frozen=True, slots=True)
class Event:
    """One deed: a trigger, who did it, to whom, when, where, how many, and who says so.

    ``begin`` and ``until`` are ISO dates, inclusive (``from`` and ``to`` in the contract). ``attribution`` is
    ``None`` where the outlet says it in its own voice. ``why`` is one line for a person.
    """

    id: str
    type: EventType
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    status: Status
    background: bool
    aggregate: bool
    trigger: Span
    sentence: Span
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    time: str | None
    begin: str | None
    until: str | None
    time_how: TimeHow
    place: str | None
    place_how: PlaceHow
    attribution: str | None
    quantities: tuple[str, ...]
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A standing relation between two actors, with the words that state it."""

    type: str
    subject: str
    object: str
    start: int
    end: int
    attribution: str | None
    rule: str
