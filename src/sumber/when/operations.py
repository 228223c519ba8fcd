"""What a rule's match means: the function behind each operation named in `time.yaml`.

Each takes the values of the match's groups and the setting it stands in, and answers a reading: an interval of days
or, where the words or the setting do not support one, none.
"""

from __future__ import annotations

from collections.abc import Callable

from sumber.when import dates, relative
from sumber.when.reading import Reading, Setting, Values

OPERATIONS: dict[str, Callable[[Values, Setting], Reading]] = {
    "ago": relative.ago,
    "ahead": relative.ahead,
    "before_christ": dates.before_christ,
    "century": dates.century,
    "coming": relative.coming,
    "date": dates.date_,
    "day_of_focus": dates.day_of_focus,
    "day_of_month": dates.day_of_month,
    "day_shift": relative.day_shift,
    "days": dates.days,
    "decade": dates.decade,
    "feast": dates.feast,
    "focus_day": relative.focus_day,
    "from_event": relative.from_event,
    "from_focus": relative.from_focus,
    "half_year": dates.half_year,
    "in_span": relative.in_span,
    "last_day": dates.last_day,
    "length": relative.length,
    "month_from_focus": dates.month_from_focus,
    "month_of_year": dates.month_of_year,
    "named": dates.named,
    "part_of_unit": relative.part_of_unit,
    "past_span": relative.past_span,
    "quarter": dates.quarter,
    "recurring": relative.recurring,
    "reference": relative.reference,
    "same_unit": relative.same_unit,
    "season": dates.season,
    "span_of_unit": relative.span_of_unit,
    "unit_shift": relative.unit_shift,
    "weekday": relative.weekday,
    "weekday_of_week": relative.weekday_of_week,
    "weekend": relative.weekend,
    "within": relative.within,
    "year": dates.year,
    "years": dates.years,
}
