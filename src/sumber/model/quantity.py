"""Counts with bounds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many of what. ``min`` and ``max`` are inclusive bounds; ``None`` means not stated, never zero.

    ``what``: killed, injured, arrested, abducted, displaced, missing, released, sentenced, participants, money,
    goods, distance, other. ``who`` is whom the number counts, as the text words it.
    """

    id: str
    start: int
    end: int
    what: str
    who: str | None
    min: int | float | None
    max: int | float | None
    approx: bool
    rule: str | None = None
