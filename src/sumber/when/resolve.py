"""Expressions to intervals: the setting each stands in, its reading, and the frames around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from sumber.model.moment import TimeMod
from sumber.when.chain import PAST_YEARS, chain, era, is_history, lent
from sumber.when.operations import OPERATIONS
from sumber.when.reading import Reading, Setting, part
from sumber.when.rulebook import Rulebook
from sumber.when.scan import Expression
from sumber.when.tense import direction_of

_PARTS: dict[str, TimeMod] = {"early": "early", "mid": "mid", "late": "late"}


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression with what it denotes and the paragraph (by number) it stands in."""

    expression: Expression
    reading: Reading
    paragraph: int


def resolve(
    text: str,
    paragraphs: list[list[Expression]],
    published: date | None,
    book: Rulebook,
    inferred: bool = False,
) -> list[Resolved]:
    """Reads the expressions in text order: each may hang on those before it.

    Where the day of publication was ``inferred``, what hangs on it is marked.
    """
    every = [item for items in paragraphs for item in items]
    history = era(every) if is_history(every, published) else None
    years = chain(paragraphs, history) if history else {}
    years |= lent(every)
    done: list[Resolved] = []
    for number, items in enumerate(paragraphs):
        for item in items:
            setting = _setting(text, item, number, done, published, history, book)
            if len(done) in years:
                setting = replace(setting, anchor=years[len(done)])
            reading = _read(text, item, setting, book)
            if inferred and _hangs(text, item, setting, book, reading, done):
                reading = replace(reading, doubt=reading.doubt or "inferred")
            done.append(Resolved(item, reading, number))
    return done


def _hangs(
    text: str, item: Expression, setting: Setting, book: Rulebook, reading: Reading, done: list[Resolved]
) -> bool:
    """True where the days would be others without the day of publication, or without days that hang on it."""
    doubted = {known.reading.begin for known in done if known.reading.doubt == "inferred"}
    free = replace(
        setting,
        published=None,
        focus=None if setting.focus in doubted else setting.focus,
        anchor=None if setting.anchor in doubted else setting.anchor,
        lead=None if setting.lead in doubted else setting.lead,
    )
    without = _read(text, item, free, book)
    return (without.begin, without.until) != (reading.begin, reading.until)


def _setting(
    text: str,
    item: Expression,
    number: int,
    done: list[Resolved],
    published: date | None,
    history: range | None,
    book: Rulebook,
) -> Setting:
    names = [frame.name for frame, _ in item.frames]
    direction = 0 if history else direction_of(text, item.start, item.end, item.sentence, book)
    if "since" in names:
        direction = -1
    elif {"until", "by", "before"} & set(names) and not history:
        direction = direction or 1
    dates = [r for r in done if _is_date(r, history)]
    focus = _focus(number, dates)
    days = [] if history else [r for r in done if _is_day(r)]
    lead = next((r.reading.begin for r in days if r.reading.news), None)
    return Setting(
        published=published,
        direction=direction,
        anchor=_anchor(number, dates, published, history is not None),
        focus=focus.reading.begin if focus else None,
        focus_grain=focus.reading.grain if focus else "day",
        # a history tells of many events: "two days after the battle" hangs on none of them in particular
        lead=lead or next((r.reading.begin for r in days), None),
    )


def _is_day(resolved: Resolved) -> bool:
    reading = resolved.reading
    return reading.begin is not None and reading.begin == reading.until and reading.mod in (None, "approx")


def _is_date(resolved: Resolved, history: range | None) -> bool:
    """True for a date that others may hang on; in a history, for one of its era."""
    reading = resolved.reading
    if reading.begin is None or (history and reading.begin.year not in history):
        return False
    values = resolved.expression.values
    if history and -1 in (values.get("anaphor"), values.get("sign")):
        return False  # "the previous year", "two days earlier": a glance back, after which the story goes on
    open_ended = reading.mod == "until" or (reading.mod == "since" and not (reading.dated and reading.grain == "day"))
    plain = not open_ended and resolved.expression.last is None
    return plain and reading.grain not in ("decade", "century", "period")


def _focus(number: int, dates: list[Resolved]) -> Resolved | None:
    """The date last spoken of: in the paragraph any, before it rather a day of the news."""
    here = [r for r in dates if r.paragraph == number]
    if here:
        return here[-1]
    news = [r for r in dates if r.reading.news and _is_day(r)]
    known = news or dates
    return known[-1] if known else None


def _anchor(number: int, dates: list[Resolved], published: date | None, history: bool) -> date | None:
    """The date in whose year an expression without a year is to be sought, where that is not the present."""
    if history:
        return dates[-1].reading.begin if dates else None
    here = [r for r in dates if r.paragraph == number]
    if not here or not here[-1].reading.dated:
        return None if published or not here else here[-1].reading.begin
    begin = here[-1].reading.begin
    assert begin is not None
    return begin if published is None or begin.year < published.year - PAST_YEARS else None


def _read(text: str, item: Expression, setting: Setting, book: Rulebook) -> Reading:
    reading = _plain(item, setting)
    if item.last is not None:
        return _range(text, item, reading, setting, book)
    for frame, words in item.frames:
        if frame.name == "part":
            name = str(book.words["part"][" ".join((words or "").lower().split())])
            reading = part(reading, _PARTS[name])
        else:
            reading = _FRAMES[frame.name](reading, setting)
    return reading


def _plain(item: Expression, setting: Setting) -> Reading:
    return OPERATIONS[item.rule.operation](item.values, setting)


def _range(text: str, item: Expression, first: Reading, setting: Setting, book: Rulebook) -> Reading:
    """From one date to another: the second is the first such date after the first."""
    last = item.last
    assert last is not None
    for frame, words in item.frames:
        if frame.name == "part":
            first = part(first, _PARTS[str(book.words["part"][str(words).lower()])])
    inner = replace(last, frames=tuple(pair for pair in last.frames if pair[0].name == "part"))
    second = _read(text, inner, replace(setting, floor=first.begin), book)
    if first.begin is None and second.begin is not None and not first.dated:
        return replace(second, value=None)
    if second.dated and not first.dated and first.begin and second.begin:
        # the year stands with the second date only: March to June 2015
        first = _plain(replace(item, last=None), replace(setting, anchor=second.begin.replace(month=1, day=1)))
    if first.begin is None or second.until is None or second.until < first.begin:
        return replace(first, until=None) if second.until is None else first
    value = f"{first.value}/{second.value}"
    return Reading(
        first.begin,
        second.until,
        second.grain,
        value,
        news=first.news,
        dated=second.dated,
        doubt=first.doubt or second.doubt,
    )


def _since(reading: Reading, setting: Setting) -> Reading:
    until = setting.published if reading.begin and setting.published and reading.begin <= setting.published else None
    return replace(reading, until=until, mod="since")


def _until(reading: Reading, setting: Setting) -> Reading:
    return replace(reading, begin=_from_now(reading.until, setting), mod="until")


def _by(reading: Reading, setting: Setting) -> Reading:
    begin = _from_now(reading.until, setting)
    return replace(reading, begin=begin or reading.begin, mod="until")


def _before(reading: Reading, setting: Setting) -> Reading:
    """Before a day or month: to the day before it; before the end of a month: to its last day."""
    if reading.begin is None:
        return replace(reading, mod="until")
    last = reading.until if reading.mod == "late" else date.fromordinal(max(reading.begin.toordinal() - 1, 1))
    return replace(reading, begin=_from_now(last, setting), until=last, mod="until")


def _from_now(last: date | None, setting: Setting) -> date | None:
    """Publication, where the term ends on it or after; else open."""
    return setting.published if last and setting.published and last >= setting.published else None


def _about(reading: Reading, setting: Setting) -> Reading:
    return replace(reading, mod=reading.mod or "approx")


def _same(reading: Reading, setting: Setting) -> Reading:
    return reading


_FRAMES: dict[str, Callable[[Reading, Setting], Reading]] = {
    "since": _since,
    "until": _until,
    "by": _by,
    "before": _before,
    "about": _about,
    "from": _same,
}
