"""Operations on times that hang on the day of publication, on a date told before, or on none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sumber.when import calendar as cal
from sumber.when.reading import SMALL, Reading, Setting, Values, grain_of, nothing, part, period, unit_reading

_PERIODS = {"second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M",
            "quarter": "P{}Q", "year": "P{}Y", "decade": "P{}DE", "century": "P{}CE"}  # fmt: skip


def weekday(values: Values, setting: Setting) -> Reading:
    """A weekday: the last on or before publication, or the next where the words or the clause look ahead."""
    published, number, deixis = setting.published, values["weekday"], values.get("deixis")
    if setting.floor is not None:
        return replace(unit_reading(cal.weekday_near(setting.floor, number, 1), "day"), news=True)
    if published is None:
        return replace(nothing("day"), news=True)
    if deixis:
        day = cal.weekday_near(published + deixis * cal.DAY, number, deixis)
    elif deixis == 0:
        day = cal.weekday_near(cal.unit_of(published, "week")[0], number, 1)
    else:
        day = cal.weekday_near(published, number, 1 if values.get("direction") or setting.direction > 0 else -1)
    return replace(unit_reading(day, "day"), news=True)


def weekday_of_week(values: Values, setting: Setting) -> Reading:
    """A weekday of last, this or next week."""
    if setting.published is None:
        return replace(nothing("day"), news=True)
    monday = cal.unit_of(setting.published, "week")[0] + values["week_deixis"] * timedelta(days=7)
    return replace(unit_reading(cal.weekday_near(monday, values["weekday"], 1), "day"), news=True)


def day_shift(values: Values, setting: Setting) -> Reading:
    """Today, yesterday, tomorrow."""
    day = setting.published and setting.published + values["day_word"] * cal.DAY
    return replace(unit_reading(day, "day"), news=True)


def weekend(values: Values, setting: Setting) -> Reading:
    """Saturday and Sunday of last, this or next week."""
    base = setting.floor or setting.published
    if base is None:
        return nothing("week")
    weeks = values.get("deixis")
    if weeks is None:
        weeks = 0 if setting.floor or setting.direction > 0 or base.isoweekday() >= 6 else -1
    saturday = cal.unit_of(base, "week")[0] + (5 + 7 * weeks) * cal.DAY
    return Reading(saturday, saturday + cal.DAY, "day", f"{cal.timex_value(saturday, 'week')}-WE", news=True)


def unit_shift(values: Values, setting: Setting) -> Reading:
    """Last, this or next week, month, quarter, year."""
    unit = values["long_unit"]
    return unit_reading(setting.published and cal.shift(setting.published, unit, values["deixis"]), unit)


def span_of_unit(values: Values, setting: Setting) -> Reading:
    """Earlier this month, later this year: the unit up to publication, or from it on."""
    whole = unit_shift({**values, "deixis": values.get("deixis") or 0}, setting)
    if whole.begin is None or setting.published is None:
        return whole
    if values["sooner"] == "earlier":
        return replace(whole, until=setting.published)
    return replace(whole, begin=setting.published)


def part_of_unit(values: Values, setting: Setting) -> Reading:
    """The beginning, middle or end of this or another week, month, year."""
    unit, deixis = values["long_unit"], values.get("deixis")
    base = setting.floor or (setting.published if setting.anchor is None or deixis is not None else setting.anchor)
    if base is None:
        return nothing(grain_of(unit))
    whole = unit_reading(cal.shift(base, unit, deixis or 0), unit)
    reading = part(whole, values["part"])
    if deixis is None and setting.direction <= 0 and setting.anchor is None and reading.begin and reading.begin > base:
        reading = part(unit_reading(cal.shift(base, unit, -1), unit), values["part"])
    return reading


def ago(values: Values, setting: Setting) -> Reading:
    """So many units before publication."""
    count, unit = period(values)
    base = setting.published
    return unit_reading(cal.shift(base, unit, -count) if base and count is not None else None, unit)


def ahead(values: Values, setting: Setting) -> Reading:
    """So many units after publication."""
    count, unit = period(values)
    base = setting.published
    return unit_reading(cal.shift(base, unit, count) if base and count is not None else None, unit)


def coming(values: Values, setting: Setting) -> Reading:
    """From publication for so many units."""
    count, unit = period(values)
    reading = length(values, setting)
    if count is None or setting.published is None:
        return reading
    return replace(reading, begin=setting.published, until=cal.shift(setting.published, unit, count))


def past_span(values: Values, setting: Setting) -> Reading:
    """The last so many units up to publication."""
    count, unit = period(values)
    reading = length(values, setting)
    if count is None or setting.published is None:
        return reading
    return replace(reading, begin=cal.shift(setting.published, unit, -count), until=setting.published)


def within(values: Values, setting: Setting) -> Reading:
    """A term: from publication on where the clause looks ahead or a limit is set, else a mere length."""
    if setting.anchor or setting.direction < (1 if values.get("only_ahead") else 0):
        return length(values, setting)
    return coming(values, setting)


def in_span(values: Values, setting: Setting) -> Reading:
    """ "In three months": a point ahead in a clause that looks ahead, else the time up to publication."""
    if setting.anchor is not None:
        return length(values, setting)
    return ahead(values, setting) if setting.direction > 0 else past_span(values, setting)


def length(values: Values, setting: Setting) -> Reading:
    """A length of time without a date."""
    count, unit = period(values)
    if count is not None:
        count *= values.get("times") or 1
    reading = nothing("period", _PERIODS[unit].format("X" if count is None else count))
    return replace(reading, mod=values.get("about"))


def from_focus(values: Values, setting: Setting) -> Reading:
    """So many units after (sign 1) or before (-1) the day in focus."""
    count, unit = period(values)
    if unit in SMALL:
        return unit_reading(setting.focus, "day")
    if count == 0 and setting.anchor is not None:
        return nothing("day")  # "soon afterwards" is the same day in the news, not in a history
    if setting.focus is None or count is None:
        return nothing(grain_of(unit))
    if unit == "day" and setting.focus_grain not in ("day", "hour", "minute"):
        return nothing("day")
    return unit_reading(cal.shift(setting.focus, unit, values["sign"] * count), unit)


def from_event(values: Values, setting: Setting) -> Reading:
    """So many units before or after the article's main event."""
    return from_focus({**values, "sign": values["side"]}, replace(setting, focus=setting.lead, focus_grain="day"))


def same_unit(values: Values, setting: Setting) -> Reading:
    """That day, the same month, the following year: counted from the date in focus."""
    unit = values.get("long_unit") or "day"
    order = ["day", "week", "month", "quarter", "year", "decade", "century"]
    coarse = "day" if setting.focus_grain in ("hour", "minute") else setting.focus_grain
    if setting.focus is None or coarse not in order or order.index(coarse) > order.index(unit):
        return nothing(grain_of(unit))
    return unit_reading(cal.shift(setting.focus, unit, values.get("anaphor") or 0), unit)


def focus_day(values: Values, setting: Setting) -> Reading:
    """A time of the day in focus."""
    if setting.focus is None or setting.focus_grain not in ("day", "hour", "minute"):
        return nothing("hour")
    reading = unit_reading(setting.focus, "day")
    if values.get("hour") is None:
        return reading
    hour = values["hour"] % 12 + 12 * values["half"] if values.get("half") is not None else values["hour"]
    return replace(reading, grain="minute", value=f"{reading.value}T{hour:02d}:{values.get('minute') or 0:02d}")


def recurring(values: Values, setting: Setting) -> Reading:
    """Every Friday, every month, three times a week, daily: no date, but how often."""
    weekdays = values.get("weekday") or values.get("weekdays")
    if weekdays:
        return nothing("day", f"XXXX-WXX-{weekdays}")
    if values.get("often"):
        return nothing("period", values["often"])
    if any(values.get(group) for group in ("unit", "one_unit", "span_unit")):
        return nothing("period", _PERIODS[period(values)[1]].format(1))
    return nothing("period")


def reference(values: Values, setting: Setting) -> Reading:
    """Now, recently, at that time: a reference to the present, past or future or to what was told, without a day."""
    return nothing("period", values["value"])
