"""What an expression of time denotes, and the setting it is read in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

from sumber.model.moment import Grain, TimeDoubt, TimeMod
from sumber.when import calendar as cal

#: The values of a match's groups by their names.
Values = dict[str, Any]
#: Units shorter than a day.
SMALL = frozenset({"second", "minute", "hour"})
#: Vocabularies whose words are one of a unit: a day, the day, day-long.
_SINGLE = ("one_unit", "last_unit", "long_unit", "span_unit")
_GRAINS: dict[str, Grain] = {grain: grain for grain in get_args(Grain)}


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an expression stands.

    ``direction`` is +1 where its clause looks ahead, -1 where it must look back, 0 else. ``anchor`` is the date that a
    date without a year is near to, where the text tells of other years than the present one; ``focus`` the day last
    spoken of; ``lead`` the day of the article's main event.
    """

    published: date | None
    direction: int = 0
    anchor: date | None = None
    focus: date | None = None
    focus_grain: Grain = "day"
    lead: date | None = None
    floor: date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression denotes. ``news`` marks days told by weekday or as today, ``dated`` a year in the words.

    ``doubt`` is as in Moment.
    """

    begin: date | None
    until: date | None
    grain: Grain
    value: str | None = None
    mod: TimeMod | None = None
    news: bool = False
    dated: bool = False
    doubt: TimeDoubt | None = None


def nothing(grain: Grain = "period", value: str | None = None) -> Reading:
    """An expression of time without a date."""
    return Reading(None, None, grain, value)


def grain_of(unit: str) -> Grain:
    """The grain of a date counted in a unit: that unit, a day for shorter ones."""
    return "day" if unit in SMALL else _GRAINS[unit]


def unit_reading(day: date | None, unit: str) -> Reading:
    grain = grain_of(unit)
    if day is None:
        return nothing(grain)
    begin, until = cal.unit_of(day, grain)
    return Reading(begin, until, grain, cal.timex_value(begin, grain))


def period(values: Values) -> tuple[int | None, str]:
    """Count and unit of a length; the count is ``None`` where the words give none. A fortnight is two weeks."""
    count, unit = _counted(values)
    return (count and 2 * count, "week") if unit == "fortnight" else (count, unit)


def _counted(values: Values) -> tuple[int | None, str]:
    single = next((values[group] for group in _SINGLE if values.get(group)), None)
    if single:
        return 1, single
    count = values.get("count") if values.get("count2") is None else None
    unit = values.get("unit") or values["some_units"]
    return (int(count) if isinstance(count, int) and count <= 3000 else None), unit


def part(reading: Reading, name: TimeMod) -> Reading:
    """The early, mid or late part of a reading; a reading too short to part keeps its interval."""
    if reading.begin is None or reading.until is None or reading.mod is not None:
        return reading
    if reading.grain in ("day", "hour", "minute"):
        return reading
    begin, until = cal.part_of((reading.begin, reading.until), reading.grain, name)
    return replace(reading, begin=begin, until=until, mod=name)
