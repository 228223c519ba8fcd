"""The ontology as data: the types of PLOVER 2.0 with their modes, the contexts, and small closed classes of words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from sumber.codebook import entries
from sumber.errors import CodebookError
from sumber.model import EVENT_TYPES, EventType


@dataclass(frozen=True, slots=True)
class TypeCard:
    """One event type. ``content`` says what becomes of the deed that a word of this type speaks of."""

    name: EventType
    quad: int
    score: float
    content: str
    modes: frozenset[str]
    negated_as: EventType | None = None
    refused_as: EventType | None = None
    promised_as: EventType | None = None

    @property
    def is_speech(self) -> bool:
        """True for the verbal types: what they report is itself something said."""
        return self.quad in (1, 3) and self.name != "CONSULT"

    @property
    def is_conflict(self) -> bool:
        """True for material conflict, the kind of deed one threatens with."""
        return self.quad == 4


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the parties stand: ``recipient`` lists ``obj`` and prepositions in order; ``both``: all are actors."""

    name: str
    recipient: tuple[str, ...]
    both: bool


@cache
def type_cards() -> dict[str, TypeCard]:
    """The sixteen types by name. Raises CodebookError when the codebook names others."""
    raw: dict[str, dict[str, Any]] = entries("plover", "types.yaml")
    if set(raw) != set(EVENT_TYPES):
        raise CodebookError(f"plover/types.yaml must hold exactly {', '.join(EVENT_TYPES)}")
    return {
        name: TypeCard(
            cast(EventType, name),
            card["quad"],
            card["score"],
            card["content"],
            frozenset(card["modes"]),
            cast("EventType | None", card.get("negated_as")),
            cast("EventType | None", card.get("refused_as")),
            cast("EventType | None", card.get("promised_as")),
        )
        for name, card in raw.items()
    }


@cache
def context_names() -> frozenset[str]:
    """The names of the contexts."""
    return frozenset(entries("plover", "contexts.yaml"))


@cache
def frames() -> dict[str, Frame]:
    """The frames by name."""
    raw = entries("plover", "frames.yaml")["frames"]
    return {name: Frame(name, tuple(f["recipient"]), bool(f.get("both"))) for name, f in raw.items()}


@cache
def sufferers(under_of: bool = False) -> frozenset[str]:
    """Types whose event noun names the recipient as its owner (``the arrest of`` somebody)."""
    table = entries("plover", "frames.yaml")
    return frozenset(table["suffers"] + (table["suffers_of"] if under_of else []))


@cache
def in_frame_list(name: str, kind: str) -> bool:
    """True where a list of types of frames.yaml holds the type, e.g. ``in_frame_list("addressed", "REQUEST")``."""
    return kind in entries("plover", "frames.yaml")[name]


@cache
def closed_class(lang: str, name: str) -> frozenset[str]:
    """A closed class of words that roles are read by, e.g. ``closed_class("id", "agent")``."""
    return frozenset(str(word) for word in entries("plover", "frames.yaml")[lang][name])


@cache
def cues(lang: str, section: str) -> frozenset[str]:
    """A section of the language's status.yaml."""
    return frozenset(str(word) for word in entries(lang, "status.yaml")[section])


@cache
def day_names(lang: str) -> frozenset[str]:
    """Names of weekdays and months, lower case, from the language's time.yaml."""
    words = entries(lang, "time.yaml")["words"]
    return frozenset(str(word).lower() for group in ("weekday", "month") for word in words[group])
