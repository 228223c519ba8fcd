"""Arithmetic on calendar intervals: weeks, months, years, their parts, and their TIMEX3 values.

All dates are `datetime.date`; intervals are closed, `(first day, last day)`. Weeks run Monday to Sunday.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from sumber.model.moment import Grain

DAY = timedelta(days=1)
Days = tuple[date, date]

_FIRST_YEAR, _LAST_YEAR = 1, 9998


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or ``None`` where the calendar has no such day."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR or not 1 <= month <= 12:
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def month_of(year: int, month: int) -> Days:
    """All of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_of(year: int) -> Days:
    """All of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def unit_of(day: date, unit: str) -> Days:
    """The calendar unit that holds ``day``: day, week, month, quarter, year, decade or century."""
    if unit == "week":
        monday = day - timedelta(days=day.isoweekday() - 1)
        return monday, monday + 6 * DAY
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "quarter":
        return quarter_of(day.year, (day.month - 1) // 3 + 1)
    if unit == "year":
        return year_of(day.year)
    if unit == "decade":
        first = day.year // 10 * 10
        return date(max(first, 1), 1, 1), date(first + 9, 12, 31)
    if unit == "century":
        first = (day.year - 1) // 100 * 100 + 1
        return date(first, 1, 1), date(min(first + 99, _LAST_YEAR), 12, 31)
    return day, day


def quarter_of(year: int, quarter: int) -> Days:
    """The quarter (1-4) of a year."""
    return date(year, 3 * quarter - 2, 1), month_of(year, 3 * quarter)[1]


def shift(day: date, unit: str, count: int) -> date:
    """``day`` moved by ``count`` units; a day that the target month lacks becomes its last one."""
    if unit in ("second", "minute", "hour"):
        hours = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0}[unit] * count
        return day + timedelta(days=int(hours / 24))
    if unit in ("day", "week"):
        return _clamp(day.toordinal() + count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    index = day.year * 12 + day.month - 1 + months
    year, month = min(max(index // 12, _FIRST_YEAR), _LAST_YEAR), index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _clamp(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, 1), date(_LAST_YEAR, 12, 31).toordinal()))


def part_of(days: Days, grain: str, part: str) -> Days:
    """The ``early``, ``mid`` or ``late`` part: of a month its thirds (1-10, 11-20, 21-end), of a year its thirds
    (January-April and so on), of a week Monday-Tuesday, Wednesday-Thursday, Friday-Sunday,
    of a decade the years 0-3, 4-6, 7-9, of others even thirds."""
    first, last = days
    index = ("early", "mid", "late").index(part)
    if grain == "month":
        return first + 10 * index * DAY, (first + (10 * index + 9) * DAY if index < 2 else last)
    if grain == "year":
        return date(first.year, 4 * index + 1, 1), month_of(first.year, 4 * index + 4)[1]
    if grain == "week":
        return first + 2 * index * DAY, (first + (2 * index + 1) * DAY if index < 2 else last)
    if grain == "decade":
        from_year, to_year = ((0, 3), (4, 6), (7, 9))[index]
        return date(first.year + from_year, 1, 1), date(first.year + to_year, 12, 31)
    third = ((last - first).days + 1) // 3
    begin = first + index * third * DAY
    return begin, (begin + (third - 1) * DAY if index < 2 else last)


def weekday_near(day: date, weekday: int, direction: int) -> date:
    """The ``weekday`` (1 Monday to 7 Sunday) on or before ``day`` (direction -1) or on or after it (+1)."""
    if direction < 0:
        return day - (day.isoweekday() - weekday) % 7 * DAY
    return day + (weekday - day.isoweekday()) % 7 * DAY


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Gauss's rule in the form of Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def timex_value(begin: date, grain: Grain) -> str | None:
    """The TIMEX3 value of the calendar unit of ``grain`` that begins at ``begin``; ``None`` for other grains."""
    if grain in ("day", "hour", "minute"):
        return begin.isoformat()
    if grain == "week":
        iso = begin.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}"
    if grain == "quarter":
        return f"{begin.year:04d}-Q{(begin.month - 1) // 3 + 1}"
    lengths = {"month": 7, "year": 4, "decade": 3, "century": 2}
    return begin.isoformat()[: lengths[grain]] if grain in lengths else None
