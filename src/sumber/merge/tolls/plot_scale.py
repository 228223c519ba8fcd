"""Where the axes of a chart put days and numbers, and which of them they name."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

#: The most names an axis bears before they run into each other at the chart's width.
_MOST_DAYS, _MOST_NUMBERS = 6, 7
#: Below this number all differences can be seen from zero.
_LARGE = 50
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from values (``low`` to ``high``) to pixels (``begin`` to ``end``)."""

    low: float
    high: float
    begin: float
    end: float

    def at(self, value: float) -> float:
        """The pixel of a value; the middle where the scale has no length."""
        if self.high == self.low:
            return (self.begin + self.end) / 2
        return self.begin + (value - self.low) / (self.high - self.low) * (self.end - self.begin)


def day_of(text: str | None) -> date | None:
    """An ISO date; ``None`` for nothing and for what is no date."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def number_ticks(low: float, high: float) -> list[int]:
    """Whole numbers at steps of 1, 2 or 5 times a power of ten that cover ``low`` to ``high``.

    They begin at zero, unless all values lie so close together that their differences could not be seen.
    """
    close = high >= _LARGE and 0.6 * high <= low < high
    base = low - 0.25 * max(high - low, 0.1 * high) if close else 0.0
    rough = max((high - base) / (_MOST_NUMBERS - 1), 1)
    power = 10 ** math.floor(math.log10(rough))
    step = max(1, int(next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)))
    first, last = math.floor(base / step), max(math.ceil(high / step), math.floor(base / step) + 1)
    return [step * number for number in range(first, last + 1)]


def day_ticks(first: date, last: date, months: Sequence[str]) -> list[tuple[date, str]]:
    """Days between ``first`` and ``last`` with their names: days, then months, then years, as the time is longer.

    ``months`` are the twelve short names of the language.
    """
    days = (last - first).days
    for step in _DAY_STEPS:
        if days / step < _MOST_DAYS:
            found = [first + timedelta(days=number) for number in range(0, days + 1, step)]
            return [(day, f"{day.day} {months[day.month - 1]} {day.year}") for day in found]
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    step = next((step for step in _MONTH_STEPS if (end - start) / step < _MOST_DAYS), _MONTH_STEPS[-1])
    marks = [date(number // 12, number % 12 + 1, 1) for number in range(start - start % step, end + 1, step)]
    named = [
        (day, str(day.year) if step % 12 == 0 else f"{months[day.month - 1]} {day.year}")
        for day in marks
        if day >= first
    ]
    return named or [(first, f"{first.day} {months[first.month - 1]} {first.year}")]


def apart(places: Sequence[float], gap: float, begin: float, end: float) -> list[float]:
    """Places moved as little as needed to stand ``gap`` apart between ``begin`` and ``end``, their order kept.

    Where that is too many for the room, the gap shrinks.
    """
    if not places:
        return []
    if len(places) > 1:
        gap = min(gap, (end - begin) / (len(places) - 1))
    order = sorted(range(len(places)), key=lambda number: places[number])
    # Neighbours that touch form a block, which stands in the middle of where its members want to be.
    blocks: list[tuple[float, int]] = []  # the sum of the places wanted for the block's first member, and its length
    for number in order:
        total, size = places[number], 1
        while blocks:
            before, length = blocks[-1]
            if _held(before, length, gap, begin, end) + length * gap <= _held(total, size, gap, begin, end) + 1e-9:
                break
            blocks.pop()
            total, size = before + total - size * length * gap, length + size
        blocks.append((total, size))
    stood = [_held(total, size, gap, begin, end) + step * gap for total, size in blocks for step in range(size)]
    out = [0.0] * len(places)
    for number, place in zip(order, stood, strict=True):
        out[number] = place
    return out


def _held(total: float, size: int, gap: float, begin: float, end: float) -> float:
    """Where a block begins: at the mean of what its members want, kept inside."""
    return min(max(total / size, begin), end - (size - 1) * gap)
