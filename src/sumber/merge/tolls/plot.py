"""Charts of tolls: an SVG that stands alone, for a page, a report or a printer. No figure is joined with another."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sumber.codebook import entries
from sumber.merge.tolls.compare import Series
from sumber.merge.tolls.figures import Figure
from sumber.merge.tolls.groups import heading, origin_key, whose
from sumber.merge.tolls.plot_marks import COLOURS, SHAPES, safe, shape, style, wrapped
from sumber.merge.tolls.plot_scale import Scale, apart, day_of, day_ticks, number_ticks

WIDTH = 720
_LEFT, _RIGHT, _PLOT = 64, 16, 300
_GAP, _LINE, _ARROW, _UNDATED = 15, 18, 20, 112
#: Characters of a title and of a name in the legend, in one and in two columns; how many marks bear their number, and
#: how many are drawn in full size.
_TITLE_CHARS, _NAME_CHARS, _SHORT = 78, 92, 42
_MOST_LABELS, _FEW = 16, 40


@dataclass(frozen=True, slots=True)
class _Mark:
    """A figure with its place: the number of its line in the legend, its day, its lower and upper pixel."""

    figure: Figure
    line: int
    day: date | None
    x: float = 0.0


def plot_tolls(series_or_figures: Sequence[Series | Figure], title: str, lang: Literal["id", "en"] = "en") -> str:
    """An SVG chart, 720 wide, of figures over time: one bar a figure from its lower to its upper bound.

    The vertical axis is numbers of people, the horizontal one the day to which a figure counts (`Figure.day`). An
    arrow stands where the text leaves a bound open, a hollow mark for an approximate figure, a mark at each end of a
    range. Each source has a colour and a shape of its own, named in the legend. The same input in any order gives
    the same chart. Labels are in ``lang``; names stand as the reports have them.
    """
    chart = entries(lang, "tolls.yaml")["chart"]
    told = {f for item in series_or_figures for f in (item.figures if isinstance(item, Series) else (item,))}
    drawn = sorted((f for f in told if (f.min, f.max) != (None, None)), key=lambda f: (f.day or "", repr(f)))
    names = _names(drawn, chart)
    lines = {key: number for number, key in enumerate(names)}
    marks = [_Mark(figure, lines[_key(figure)], day_of(figure.day)) for figure in drawn]
    heads = wrapped(title, _TITLE_CHARS)
    top = 20 + 22 * len(heads)
    body, bottom = _body(marks, top, chart), top + _PLOT
    legend, end = _legend(list(names.values()), bottom + 44, chart)
    notes = [chart["described"].format(count=len(drawn), origins=len({origin_key(f.origin) for f in drawn}))]
    if len(drawn) < len(told):
        notes.append(chart["left_out"].format(count=len(told) - len(drawn)))
    notes += [_sentence(figure, names[_key(figure)], chart) for figure in drawn]
    head = "".join(
        f'<text class="toll-text toll-title" x="16" y="{28 + 22 * number}">{safe(line)}</text>'
        for number, line in enumerate(heads)
    )
    return _framed(title, " ".join(notes), head + body + legend, end, lang)


def _framed(title: str, notes: str, content: str, height: int, lang: str) -> str:
    # Several charts may stand in one page, so what names them is made from what they hold.
    name = "toll-" + hashlib.sha256((title + notes + content).encode("utf-8", "replace")).hexdigest()[:10]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        f'style="max-width:100%;height:auto" role="img" xml:lang="{lang}" aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{safe(title)}</title><desc id="{name}-d">{safe(notes)}</desc>'
        f'<style>{style()}</style><rect class="toll-ground" width="{WIDTH}" height="{height}"/>{content}</svg>\n'
    )


def _key(figure: Figure) -> tuple[str, str, str]:
    return origin_key(figure.origin), figure.what, heading(whose(figure.who), figure.subject)


def _names(drawn: list[Figure], chart: dict[str, Any]) -> dict[tuple[str, str, str], str]:
    """The lines of the legend in order of name; what is counted is said where there is more than one thing."""
    names: dict[tuple[str, str, str], str] = {}
    several = len({_key(figure)[1:] for figure in drawn}) > 1
    for figure in sorted(drawn, key=lambda f: (_key(f), f.origin)):
        key = _key(figure)
        counted = f"{chart['what'].get(key[1], key[1])} {key[2]}".strip()
        names.setdefault(key, f"{figure.origin.strip() or chart['unnamed']}{f': {counted}' if several else ''}")
    return names


def _body(marks: list[_Mark], top: int, chart: dict[str, Any]) -> str:
    """The axes and the marks."""
    bottom = top + _PLOT
    if not marks:
        middle = f'x="{(_LEFT + WIDTH - _RIGHT) / 2:.0f}" y="{top + _PLOT / 2:.0f}"'
        frame = f'<path class="toll-axis" fill="none" d="M{_LEFT} {top}V{bottom}H{WIDTH - _RIGHT}"/>'
        return f'{frame}<text class="toll-text toll-soft" {middle} text-anchor="middle">{safe(chart["empty"])}</text>'
    values = [bound for mark in marks for bound in (mark.figure.min, mark.figure.max) if bound is not None]
    ticks = number_ticks(min(values), max(values))
    heights = Scale(ticks[0], ticks[-1], bottom - 8, top + _ARROW + 14)
    days = [mark.day for mark in marks if mark.day]
    begin = _LEFT + 24 + (_UNDATED if len(days) < len(marks) else 0)
    low, high = (min(days), max(days)) if days else (date(2000, 1, 1), date(2000, 1, 1))
    along = Scale(low.toordinal(), high.toordinal(), begin, WIDTH - _RIGHT - 30)
    wanted = [along.at(mark.day.toordinal()) if mark.day else _LEFT + 38.0 for mark in marks]
    # Where there are many, marks may touch: moved further apart they would show wrong days.
    gap = min(_GAP, (WIDTH - _LEFT - _RIGHT) / (2 * len(marks)))
    places = apart(wanted, gap, _LEFT + 14, WIDTH - _RIGHT - 14)
    placed = [_Mark(mark.figure, mark.line, mark.day, x) for mark, x in zip(marks, places, strict=True)]
    named = [(along.at(day.toordinal()), name) for day, name in day_ticks(low, high, chart["months"])] if days else []
    if len(days) < len(marks):
        named = [(_LEFT + 38.0, chart["undated"]), *named]
    size = 5.0 if len(placed) <= _FEW else 3.5
    return (
        _axes(ticks, heights, named, bottom, chart)
        + "".join(_bar(mark, heights, size, chart) for mark in placed)
        + _labels(placed, heights, chart)
    )


def _axes(ticks: list[int], heights: Scale, named: list[tuple[float, str]], bottom: int, chart: dict[str, Any]) -> str:
    out = [f'<path class="toll-axis" d="M{_LEFT} {bottom}H{WIDTH - _RIGHT}"/>']
    for tick in ticks:
        y = heights.at(tick)
        out.append(f'<path class="toll-grid" d="M{_LEFT} {y:.1f}H{WIDTH - _RIGHT}"/>')
        out.append(
            f'<text class="toll-text toll-soft" x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">'
            f"{_number(tick, chart)}</text>"
        )
    for x, name in named:
        held = min(max(x, _LEFT + 10), WIDTH - _RIGHT - 38)
        out.append(f'<path class="toll-axis" d="M{x:.1f} {bottom}v5"/>')
        place = f'x="{held:.1f}" y="{bottom + 20}" text-anchor="middle"'
        out.append(f'<text class="toll-text toll-soft" {place}>{safe(name)}</text>')
    return "".join(out)


def _bar(mark: _Mark, heights: Scale, size: float, chart: dict[str, Any]) -> str:
    """A figure: its range as a line, a mark at each bound that is stated, an arrow where one is not."""
    figure, x = mark.figure, mark.x
    ends = [heights.at(bound) for bound in (figure.min, figure.max) if bound is not None]
    low, high = ends[0], ends[-1]
    line = f'<path class="toll-bar" d="M{x:.1f} {low:.1f}V{high:.1f}"/>' if low != high else ""
    if figure.max is None:
        line += _arrow(x, low, -1)
    if figure.min is None:
        line += _arrow(x, high, 1)
    shapes = "".join(shape(mark.line % SHAPES, x, y, figure.approx, size) for y in sorted(set(ends)))
    said = safe(_sentence(figure, figure.origin, chart))
    return f'<g class="toll-c{mark.line % len(COLOURS)}"><title>{said}</title>{line}{shapes}</g>'


def _arrow(x: float, y: float, way: int) -> str:
    """An open bound: up (-1) or down (1)."""
    tip = y + way * _ARROW
    head = f"M{x - 4:.1f} {tip - way * 6:.1f}L{x:.1f} {tip:.1f}L{x + 4:.1f} {tip - way * 6:.1f}"
    return f'<path class="toll-open" d="M{x:.1f} {y:.1f}V{tip:.1f}{head}"/>'


def _labels(marks: list[_Mark], heights: Scale, chart: dict[str, Any]) -> str:
    """Numbers beside the marks, as long as there are few; one that would run into another is left to the tooltip."""
    if len(marks) > _MOST_LABELS:
        return ""
    taken: list[tuple[float, float, float, float]] = []
    for mark in marks:
        bound = [heights.at(b) for b in (mark.figure.min, mark.figure.max) if b is not None]
        up, down = _ARROW * (mark.figure.max is None), _ARROW * (mark.figure.min is None)
        taken.append((mark.x - 7, min(bound) - 7 - up, mark.x + 7, max(bound) + 7 + down))
    out = []
    for mark, (_, above, _, below) in list(zip(marks, taken, strict=True)):
        text = _amount(mark.figure, chart, short=True)
        side = heights.at(mark.figure.max if mark.figure.max is not None else mark.figure.min or 0) + 4
        wide = 7.2 * len(text)
        middle = mark.x - wide / 2
        for left, base in ((mark.x + 11, side), (mark.x - 11 - wide, side), (middle, above - 2), (middle, below + 11)):
            box = (left, base - 10, left + wide, base + 2)
            if box[0] > _LEFT and box[2] < WIDTH - 2 and not any(_touch(box, other) for other in taken):
                taken.append(box)
                place = f'x="{left + wide / 2:.1f}" y="{base:.1f}" text-anchor="middle"'
                out.append(f'<text class="toll-text toll-small toll-halo" {place}>{safe(text)}</text>')
                break
    return "".join(out)


def _touch(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _legend(names: list[str], top: int, chart: dict[str, Any]) -> tuple[str, int]:
    """The sources with their marks, in two columns where the names are short, and how to read a bar."""
    if not names:
        return "", top
    columns = 2 if len(names) > 2 and all(len(name) <= _SHORT for name in names) else 1
    rows = -(-len(names) // columns)
    out = [f'<text class="toll-text toll-small toll-soft" x="16" y="{top + 8}">{safe(chart["legend"])}</text>']
    y, end = top + 10, top
    for number, name in enumerate(names):
        if number % rows == 0:
            y = top + 10
        x = 16 + (number // rows) * (WIDTH // 2 - 8)
        out.append(f'<g class="toll-c{number % len(COLOURS)}">{shape(number % SHAPES, x + 7, y + 15, False)}</g>')
        for line in wrapped(name, _NAME_CHARS):
            y += _LINE
            out.append(f'<text class="toll-text" x="{x + 22}" y="{y + 1}">{safe(line)}</text>')
        y += 2
        end = max(end, y)
    out.append(f'<text class="toll-text toll-small toll-soft" x="16" y="{end + 24}">{safe(chart["key"])}</text>')
    return "".join(out), end + 40


def _sentence(figure: Figure, name: str, chart: dict[str, Any]) -> str:
    """``2021-06-22: at least 870 killed, Viasna (Harbour Post).``"""
    where = f" ({figure.outlet})" if figure.outlet and figure.outlet != name else ""
    counted = chart["what"].get(figure.what, figure.what)
    return f"{figure.day or chart['undated']}: {_amount(figure, chart)} {counted}, {name}{where}."


def _amount(figure: Figure, chart: dict[str, Any], short: bool = False) -> str:
    low, high = (None if bound is None else _number(bound, chart) for bound in (figure.min, figure.max))
    if short:
        plain = f"≤{high}" if low is None else f"≥{low}" if high is None else low if low == high else f"{low}–{high}"
        return f"~{plain}" if figure.approx else plain
    if low is None or high is None:
        plain = chart["up_to"].format(high=high) if low is None else chart["at_least"].format(low=low)
    else:
        plain = low if low == high else chart["between"].format(low=low, high=high)
    return str(chart["about"].format(amount=plain)) if figure.approx else str(plain)


def _number(value: float, chart: dict[str, Any]) -> str:
    return f"{value:,}".replace(",", chart["thousands"])
