"""TIMEX3 values as days."""

from __future__ import annotations

import re
from datetime import date

from sumber.when.calendar import day_of, month_of, quarter_of, unit_of, year_of

_VALUE = re.compile(r"(\d{4})(?:-(?:W(?P<week>\d\d)|Q(?P<quarter>[1-4])|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?))?")


def days_of_value(value: str | None) -> tuple[str | None, str | None]:
    """First and last day (ISO, inclusive) of the decade, year, quarter, month, week or day that a value names.

    ``(None, None)`` for ranges, seasons, lengths, references and no value.
    """
    if value is not None and re.fullmatch(r"\d{3}", value):
        return f"{value}0-01-01", f"{value}9-12-31"
    match = _VALUE.fullmatch(value or "")
    if match is None:
        return None, None
    year, week, quarter, month, day = (int(part) if part else 0 for part in match.groups())
    if day:
        told = day_of(year, month, day)
        return (told.isoformat(), told.isoformat()) if told else (None, None)
    if week:
        begin, until = unit_of(date.fromisocalendar(year, week, 1), "week")
    elif quarter:
        begin, until = quarter_of(year, quarter)
    else:
        begin, until = month_of(year, month) if month else year_of(year)
    return begin.isoformat(), until.isoformat()
