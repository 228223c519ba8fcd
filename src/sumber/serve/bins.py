"""Days put together: to weeks, months and years, in the unit that suits the time that is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

Unit = Literal["day", "week", "month", "year"]
#: The most days that are shown by this unit.
_REACH: tuple[tuple[Unit, int], ...] = (("day", 92), ("week", 550), ("month", 4_400))


def unit_for(first: str, last: str) -> Unit:
    """The unit that gives some dozen to some hundred and fifty bins between two ISO days."""
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return next((unit for unit, most in _REACH if days <= most), "year")


def start_of(day: str, unit: Unit) -> str:
    """The first day of the unit that an ISO day lies in; weeks begin on Monday."""
    if unit == "day":
        return day
    if unit == "week":
        parsed = date.fromisoformat(day)
        return (parsed - timedelta(days=min(parsed.weekday(), parsed.toordinal() - 1))).isoformat()
    return f"{day[:7]}-01" if unit == "month" else f"{day[:4]}-01-01"


def binned(counts: Iterable[tuple[str, str, int]], unit: Unit) -> list[tuple[str, dict[str, int]]]:
    """Counts of (day, kind) by the beginnings of units, in order."""
    found: dict[str, Counter[str]] = {}
    starts: dict[str, str] = {}
    for day, kind, count in counts:
        start = starts.get(day) or starts.setdefault(day, start_of(day, unit))
        found.setdefault(start, Counter())[kind] += count
    return [(start, dict(found[start])) for start in sorted(found)]
