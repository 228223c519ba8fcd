"""Operations on dates of the calendar: day, month, quarter, season, year, decade, century."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sumber.when import calendar as cal
from sumber.when.reading import Reading, Setting, Values, nothing, unit_reading


def _nearest(candidates: list[date], setting: Setting) -> date | None:
    """The fitting candidate: from the floor on, near the anchor, or near publication as the clause looks."""
    if setting.floor is not None:
        later = [day for day in candidates if day >= setting.floor]
        return min(later, default=None)
    if setting.anchor is not None:
        anchor = setting.anchor
        return min(candidates, key=lambda day: (1 if day >= anchor else 3) * abs((day - anchor).days), default=None)
    if setting.published is None:
        return None
    published = setting.published
    weight = {-1: (1, 12), 0: (1, 4), 1: (3, 1)}[setting.direction]
    return min(candidates, key=lambda day: weight[day > published] * abs((day - published).days), default=None)


def _years(setting: Setting, reach: int = 1) -> range:
    center = setting.floor or setting.anchor or setting.published
    return range(center.year - reach, center.year + reach + 1) if center else range(0)


def _day(values: Values, month: int, setting: Setting) -> Reading:
    """A day of a month, its year given or to be found."""
    number, weekday = values["day"], values.get("weekday") or values.get("weekdayx")
    year = values.get("year") or values.get("yy")
    if values.get("year_deixis") is not None and setting.published:
        year = setting.published.year + values["year_deixis"]
    if year:
        told = cal.day_of(year, month, number)
        reading = replace(unit_reading(told, "day"), news=weekday is not None, dated=True)
        return replace(reading, doubt="weekday") if told and weekday not in (None, told.isoweekday()) else reading
    every = [day for y in _years(setting, 8 if month == 2 else 1) if (day := cal.day_of(y, month, number))]
    fitting = [day for day in every if weekday is None or day.isoweekday() == weekday]
    aimed = replace(setting, anchor=None) if weekday and setting.published else setting
    near, fit = _nearest(every, aimed), _nearest(fitting, aimed)
    published = setting.published
    if fit and near and published and near <= published < fit and setting.direction <= 0:
        fit = None  # a year too late for what has happened: the weekday is wrong, not the year
    reading = replace(unit_reading(fit or near, "day"), news=weekday is not None)
    return replace(reading, doubt="weekday") if near and not fit else reading


def _strict(deixis: int, published: date, month: int) -> int:
    """The year of the last (-1), this year's (0) or the next (1) ``month``, the month of publication not counted."""
    if deixis < 0:
        return published.year - (month >= published.month)
    return published.year + (deixis > 0 and month <= published.month)


def date_(values: Values, setting: Setting) -> Reading:
    """Day, month and year, or as many of them as there are."""
    month = values.get("mon") or values.get("monthx") or values.get("month")
    if month is None:
        return nothing("day")
    if values.get("day"):
        return _day(values, month, setting)
    if values.get("same_year"):
        return unit_reading(date(setting.focus.year, month, 1) if setting.focus else None, "month")
    if values.get("year"):
        return replace(unit_reading(cal.day_of(values["year"], month, 1), "month"), dated=True)
    if values.get("deixis") is not None:
        published = setting.published
        return unit_reading(date(_strict(values["deixis"], published, month), month, 1) if published else None, "month")
    if setting.anchor is None and setting.floor is None and setting.published:
        this = setting.published
        forward = setting.direction > 0
        year = this.year + (month < this.month) if forward else this.year - (month > this.month)
        return unit_reading(date(year, month, 1), "month")
    return unit_reading(_nearest([date(y, month, 1) for y in _years(setting)], _month_floor(setting)), "month")


def _month_floor(setting: Setting) -> Setting:
    return replace(
        setting,
        floor=setting.floor and setting.floor.replace(day=1),
        anchor=setting.anchor and setting.anchor.replace(day=1),
    )


def last_day(values: Values, setting: Setting) -> Reading:
    """The last day of a month."""
    month = date_(values, setting)
    return replace(unit_reading(month.until, "day"), dated=month.dated)


def days(values: Values, setting: Setting) -> Reading:
    """From one day of a month to another (12-14 March)."""
    first = date_(values, setting)
    month, year = values.get("mon") or values.get("monthx"), values.get("year")
    last = date_({"monthx": month, "year": year, "day": values["day2"]}, replace(setting, floor=first.begin))
    if first.begin is None or last.until is None or last.until < first.begin:
        return nothing("day")
    return Reading(first.begin, last.until, "day", f"{first.begin}/{last.until}", dated=first.dated)


def day_of_month(values: Values, setting: Setting) -> Reading:
    """A day of the month of publication, or of the one before or after it."""
    if setting.published is None:
        return nothing("day")
    month = cal.shift(setting.published.replace(day=1), "month", values.get("deixis") or 0)
    if values.get("deixis") is None and setting.direction <= 0 and values["day"] > setting.published.day:
        month = cal.shift(month, "month", -1)
    return unit_reading(cal.day_of(month.year, month.month, values["day"]), "day")


def month_of_year(values: Values, setting: Setting) -> Reading:
    """A month of last, this or next year."""
    if setting.published is None:
        return nothing("month")
    return unit_reading(date(setting.published.year + values["year_deixis"], values["month"], 1), "month")


def _year_told(values: Values, setting: Setting) -> int | None:
    """The year given, or the one counted from publication: this one where the words say nothing."""
    if values.get("year") is not None:
        return int(values["year"])
    return setting.published.year + (values.get("year_deixis") or 0) if setting.published else None


def half_year(values: Values, setting: Setting) -> Reading:
    """January to June, or July to December."""
    year, half = _year_told(values, setting), values.get("halves") or values["roman"]
    if year is None or half > 2:
        return nothing("period")
    begin, until = date(year, 6 * half - 5, 1), cal.month_of(year, 6 * half)[1]
    return Reading(begin, until, "period", f"{year}-H{half}", dated=bool(values.get("year")))


def month_from_focus(values: Values, setting: Setting) -> Reading:
    """That March, the previous or the following March: counted from the date in focus."""
    focus, month, step = setting.focus, values["month"], values["anaphor"]
    if focus is None:
        return nothing("month")
    late = month <= focus.month if step > 0 else month >= focus.month
    return unit_reading(date(focus.year + step * late, month, 1), "month")


def quarter(values: Values, setting: Setting) -> Reading:
    """A quarter of a year."""
    year = _year_told(values, setting)
    if year is None:
        return nothing("quarter")
    number = values.get("quarter") or values.get("roman") or values["ordinal"]
    begin, until = cal.quarter_of(year, number)
    return Reading(begin, until, "quarter", f"{year}-Q{number}", dated=bool(values.get("year")))


def season(values: Values, setting: Setting) -> Reading:
    """A season of a year. Its months differ between the hemispheres, so the interval is the year's."""
    year = values.get("year")
    if year is None and values.get("year_deixis") is not None and setting.published:
        year = setting.published.year + values["year_deixis"]
    if year is None or values["season"] == "WI":
        return nothing("season", f"{year}-WI" if year else None)
    begin, until = cal.year_of(year)
    return Reading(begin, until, "season", f"{year}-{values['season']}", dated=bool(values.get("year")))


def decade(values: Values, setting: Setting) -> Reading:
    """Ten years."""
    return replace(unit_reading(date(values["decade"], 1, 1), "decade"), dated=True)


def century(values: Values, setting: Setting) -> Reading:
    """A hundred years."""
    number = values.get("century") or values.get("century_word") or values["century_roman"]
    return replace(unit_reading(date(100 * number - 50, 1, 1), "century"), dated=True) if number else nothing("century")


def years(values: Values, setting: Setting) -> Reading:
    """From one year to another; a second year of two digits is of the first one's century."""
    first, last = values["year"], values.get("year2")
    if last is None:
        last = first // 100 * 100 + values["tail"]
    if last < first:
        return nothing("year")
    return Reading(date(first, 1, 1), date(last, 12, 31), "year", f"{first}/{last}", dated=True)


def year(values: Values, setting: Setting) -> Reading:
    """A year."""
    number = values.get("year") or values.get("recent") or values["old"]
    return replace(unit_reading(date(number, 1, 1), "year"), dated=True)


def before_christ(values: Values, setting: Setting) -> Reading:
    """A year before Christ: ISO days do not reach there, the TIMEX3 value does."""
    return replace(nothing("year", f"BC{values['bc']:04d}"), dated=True)


def day_of_focus(values: Values, setting: Setting) -> Reading:
    """A day by its number alone: of the month last spoken of, else of the month of publication."""
    month = setting.floor or setting.focus
    if month is None or (setting.floor is None and setting.focus_grain not in ("day", "hour", "minute", "month")):
        return day_of_month(values, setting)
    return unit_reading(cal.day_of(month.year, month.month, values["day"]), "day")


def named(values: Values, setting: Setting) -> Reading:
    """A day with a name of its own."""
    month, day = (int(part) for part in values["named"].split("-"))
    return _day({**values, "day": day, "weekday": None}, month, setting)


def feast(values: Values, setting: Setting) -> Reading:
    """A movable feast: so many days from Easter, or one of the days (or first and last days) the codebook lists."""
    told = values["feast"]
    year = _year_told(values, setting) if values.get("year_deixis") is not None else values.get("year")
    around = range(year, year + 1) if year else _years(setting)
    if isinstance(told, int):
        spans = [(cal.easter(y) + told * cal.DAY,) * 2 for y in around]
    else:
        spans = [(item, item) if isinstance(item, date) else (item[0], item[1]) for item in told]
    firsts = {first: last for first, last in spans if first.year in around}
    begin = min(firsts, default=None) if year else _nearest(list(firsts), setting)
    if begin is None:
        return nothing("day")
    until = firsts[begin]
    value = begin.isoformat() if begin == until else f"{begin}/{until}"
    return Reading(begin, until, "day" if begin == until else "period", value, dated=bool(values.get("year")))
