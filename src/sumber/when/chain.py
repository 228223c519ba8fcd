"""The years of a history: its dates without a year, read as one chain.

A history goes forward, with glances back and asides ("a book of 2005 tells of it"). So the years are not sought one by
one, each near to the date before it, where one wrong year draws all after it along: of all the years that the dates may
have, those are taken with which the whole text moves least, and least backwards (a shortest path, Viterbi's).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from sumber.model.moment import Grain
from sumber.when import calendar as cal
from sumber.when.operations import OPERATIONS
from sumber.when.reading import Reading, Setting
from sumber.when.scan import Expression

#: Costs, in years of going forward: to leave a told date out of the chain (a precise one is seldom an aside); to step
#: back at all; and what a step back costs a year within a paragraph, and where a new one begins, which may take the
#: story up again from an earlier day. As going forward costs the same in one leap or in many, the steps back decide.
_ASIDE: dict[Grain, float] = {"day": 1.5, "month": 1.2}
_ASIDE_ELSE = 1.0
_BACK_AT_ALL = 0.1
_BACK, _BACK_ANEW = 1.5, 1.0
_YEAR = 365.25
_STATES = 24
#: An expression of this many years before publication, or more, moves the dates after it away from the present.
PAST_YEARS = 1
#: So near to the years that a history is about, a year still belongs to it.
_NEAR_YEARS = 20
#: So many characters hold an "and" or a comma between two dates.
_CONJUNCTION = 6
_DATES = frozenset({"date", "days", "year", "years", "named", "quarter", "last_day"})
_MOVING = frozenset({"from_focus", "same_unit"})


@dataclass(frozen=True, slots=True)
class _State:
    """A way to read the text so far: its cost, where the story stands, and the days chosen, last first."""

    cost: float
    stand: Reading | None
    chosen: tuple[int, date, _State] | None = None


def chain(paragraphs: Sequence[Sequence[Expression]], years: range) -> dict[int, date]:
    """For each expression that lacks only a year, by its number in the text: the day near which it is to be sought.

    ``years`` are those the history is about.
    """
    states = [_State(0.0, None)]
    number = 0
    for items in paragraphs:
        for place, item in enumerate(items):
            states = _pruned(list(_read_on(states, item, number, years, _BACK if place else _BACK_ANEW)))
            number += 1
    found: dict[int, date] = {}
    best: _State | None = states[0]
    while best is not None and best.chosen is not None:
        at, day, best = best.chosen
        found[at] = day
    return found


def _pruned(states: list[_State]) -> list[_State]:
    """The cheapest state for each stand, the cheapest first."""
    best: dict[tuple[date | None, date | None], _State] = {}
    for state in sorted(states, key=lambda state: state.cost):
        stand = state.stand
        best.setdefault((stand.begin, stand.until) if stand else (None, None), state)
    return list(best.values())[:_STATES]


def _read_on(states: list[_State], item: Expression, number: int, years: range, back: float) -> Iterator[_State]:
    """All the ways that the story may go on with an expression."""
    values, operation = item.values, item.rule.operation
    if operation in _MOVING:
        yield from (_State(state.cost, _moved(state.stand, item), state.chosen) for state in states)
        return
    month = values.get("mon") or values.get("monthx") or values.get("month")
    told = values.get("year") or values.get("recent") or values.get("old")
    if operation not in _DATES:
        yield from states
    elif told is not None:
        reading = OPERATIONS[operation](values, Setting(None))
        loose = any(frame.name in ("since", "until", "before", "by") for frame, _ in item.frames)
        if reading.begin is None or reading.begin.year not in years:
            yield from states
            return
        aside = 0.0 if loose else _ASIDE.get(reading.grain, _ASIDE_ELSE)
        for state in states:
            yield _gone(state, reading, back)
            yield _State(state.cost + aside, state.stand, state.chosen)
    elif month is None:
        yield from states
    else:
        days = [day for year in years if (day := cal.day_of(year, month, values.get("day") or 1))]
        readings = {day: OPERATIONS[operation](values, Setting(None, anchor=day)) for day in days}
        for state in states:
            for day, reading in readings.items():
                if _is_near(day, state.stand):
                    gone = _gone(state, reading, back)
                    yield _State(gone.cost, gone.stand, (number, day, state))


def _is_near(day: date, stand: Reading | None) -> bool:
    if stand is None or stand.begin is None or stand.until is None:
        return True
    return stand.begin.year - 2 <= day.year <= stand.until.year + 2


def _moved(stand: Reading | None, item: Expression) -> Reading | None:
    """Where the story stands after "a day later" or "that year"; a glance back leaves it where it is."""
    if stand is None or -1 in (item.values.get("anaphor"), item.values.get("sign")):
        return stand
    setting = Setting(None, focus=stand.begin, focus_grain=stand.grain, anchor=stand.begin)
    reading = OPERATIONS[item.rule.operation](item.values, setting)
    return stand if reading.begin is None else reading


def _gone(state: _State, reading: Reading, back: float) -> _State:
    """The state after a date that the story moves on to."""
    stand = state.stand
    if stand is None or stand.begin is None or stand.until is None or reading.begin is None or reading.until is None:
        return _State(state.cost, reading, state.chosen)
    ahead, behind = (reading.begin - stand.until).days, (stand.begin - reading.until).days
    if ahead <= 0 and behind <= 0:  # a year told again does not set the story back to its January
        both = replace(reading, begin=max(reading.begin, stand.begin), until=min(reading.until, stand.until))
        return _State(state.cost, both, state.chosen)
    cost = ahead / _YEAR if ahead > 0 else _BACK_AT_ALL + back * behind / _YEAR
    return _State(state.cost + cost, reading, state.chosen)


def is_history(items: list[Expression], published: date | None) -> bool:
    """True for a text that tells of other years than that of publication and has hardly any news days."""
    told = [year for item in items if (year := item.values.get("year") or item.values.get("recent"))]
    news = sum(item.rule.operation in {"weekday", "weekday_of_week", "day_shift", "unit_shift"} for item in items)
    past = [year for year in told if published is None or year < published.year - PAST_YEARS]
    return len(past) >= 5 and len(past) > 2 * news and len(past) > len(told) / 2


def era(items: list[Expression]) -> range:
    """The years a history is about: those told, without the few that lie far from most of them (an earlier war, a book
    about it)."""
    years = sorted(year for item in items if (year := item.values.get("year") or item.values.get("recent")))
    low, high = years[len(years) // 4], years[3 * len(years) // 4]
    slack = 2 * (high - low) + _NEAR_YEARS
    return range(low - slack, high + slack + 1)


def lent(items: list[Expression]) -> dict[int, date]:
    """The first day of each month that the next expression lends its year ("in April and June 1955"), by its number."""
    found = {}
    for number, (item, other) in enumerate(pairwise(items)):
        month, last = _month(item), _month(other)
        year = other.values.get("year")
        told = item.values.get("year") or item.values.get("deixis") is not None or item.last or other.last
        beside = item.sentence == other.sentence and 0 < other.start - item.end <= _CONJUNCTION
        if month and last and year and beside and not told:
            found[number] = date(year - (month > last), month, 1)
    return found


def _month(item: Expression) -> int | None:
    values = item.values
    return values.get("monthx") or values.get("month") if item.rule.operation in ("date", "days") else None
