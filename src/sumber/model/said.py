"""Attributions: who says what, and through which media it reached the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sumber.model.span import Span

AttributionKind = Literal["direct", "indirect", "according_to"]
OriginKind = Literal["speaker", "medium", "outlet"]
Stance = Literal["asserts", "denies", "doubts", "asks", "promises", "confirms", "claims", "threatens", "believes"]


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """Words that name the source, and the actor they stand for where that is resolved."""

    start: int
    end: int
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    """One medium on the way from the source to the page."""

    name: str
    start: int
    end: int
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the chain of a claim ends: whoever is named farthest from the reader.

    ``kind``: the ``speaker``; the last ``medium`` of the chain where nobody is named before it; else the ``outlet``,
    whose name is ``None`` where the article does not tell it.
    """

    kind: OriginKind
    name: str | None
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content (the terms of PARC and PolNeAR).

    ``via`` is the media chain, nearest to the reader first, the publishing outlet left out. ``parent`` is the
    attribution inside whose content this one stands. ``source`` is empty for hearsay. ``origin`` is what independent
    reports are counted by.
    """

    id: str
    kind: AttributionKind
    stance: Stance
    source: tuple[SourceSpan, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    via: tuple[Hop, ...] = ()
    parent: str | None = None
    rule: str | None = None
    origin: Origin | None = None
