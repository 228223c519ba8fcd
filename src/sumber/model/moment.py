"""Times: what an expression of time denotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sumber.model.span import Span

Grain = Literal["minute", "hour", "day", "week", "month", "season", "quarter", "year", "decade", "century", "period"]
TimeMod = Literal["approx", "early", "mid", "late", "since", "until"]
TimeDoubt = Literal["weekday", "inferred"]
PublishedHow = Literal["metadata", "given", "stated", "inferred"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression and the closed interval of days it denotes.

    ``begin`` and ``until`` are ISO dates, both inclusive (``from`` and ``to`` in the contract); ``None`` where the
    words do not support a date. ``value`` is the TIMEX3 value where there is one (ISO-TimeML).
    A length of time, a habit or a reference such as "recently" has a value or none, and no days. ``doubt`` says what a
    reader should check: ``weekday`` where the weekday told is not that of the date told (the days are the date's, the
    words keep both); ``inferred`` where the days hang on a day of publication that was itself inferred.
    """

    id: str
    start: int
    end: int
    begin: str | None
    until: str | None
    grain: Grain
    mod: TimeMod | None
    rule: str
    value: str | None = None
    doubt: TimeDoubt | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication, and how it was come by; ``evidence`` is the words it was read from."""

    begin: str
    until: str
    how: PublishedHow
    evidence: tuple[Span, ...] = ()
