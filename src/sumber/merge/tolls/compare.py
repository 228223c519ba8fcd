"""Tolls side by side: which figures contradict each other, which replaced which, and how totals ran on.

Nothing here averages, adds up or drops a figure. Every function gives the same whatever the order of its input.
Figures that their source denies, asks for or expects (`Figure.upheld` is false) are told by `figures` and take no part
in the comparison. One origin is told from another by its name (`groups.origin_key`): give figures with registered
names where one source goes by several.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise
from typing import Literal

from sumber.merge.tolls.figures import Figure, figures
from sumber.merge.tolls.groups import Relation, both, heading, origin_key, relation, whose
from sumber.merge.tolls.words import against, bounds, followed

__all__ = ["TOLERANCE", "Difference", "Figure", "Range", "Series", "bounds", "compare", "figures", "series", "summary"]

#: How far the true number may lie from an approximate bound, as a share of it: "about 20" may be 18 to 22.
TOLERANCE = 0.10


@dataclass(frozen=True, slots=True)
class Difference:
    """Two figures that differ. ``contradiction``: both cannot hold; ``superseded``: ``b`` came after ``a``.

    In a contradiction ``a`` and ``b`` stand in order of day and document. ``words`` says it to a person.
    """

    kind: Literal["contradiction", "superseded"]
    what: str
    a: Figure
    b: Figure
    words: str


@dataclass(frozen=True, slots=True)
class Series:
    """A running total by one origin, oldest figure first. ``who`` is empty for the whole toll (`heading`).

    ``since`` is the ISO day from which it counts, ``None`` where no report says so. ``origin`` is the name that most
    of the reports use.
    """

    what: str
    who: str
    subject: tuple[str, ...]
    origin: str
    since: str | None
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """How far the figures for one thing lie apart, in people. ``who`` is empty for the whole toll (`heading`).

    ``min`` is the lowest lower bound stated; ``max`` the highest upper bound, ``None`` where a figure leaves it open;
    ``highest`` the greatest number that anybody states. ``origins`` counts distinct sources, not reports.
    """

    what: str
    who: str
    min: int | float | None
    max: int | float | None
    highest: int | float | None
    origins: int
    figures: tuple[Figure, ...]


def compare(figures: Sequence[Figure]) -> tuple[Difference, ...]:
    """How figures of one event differ (that they are of one event is for the caller to know).

    The same number by the same origin in several reports is one voice. Contradictions are sought among the figures
    that stand, not among those that their own origin replaced. A part, and a total to an earlier day, contradict the
    whole only where they exceed it. Running totals of different beginnings are not compared.
    """
    replaced = [pair for chain in _groups(_usable(figures), _chain) for pair in _replaced(chain)]
    found = [Difference("superseded", a.what, a, b, followed(a, b)) for a, b in replaced]
    for a, b in combinations(_standing(figures), 2):
        if a.what == b.what and not _ran_on(a, b) and not _can_both_hold(a, b):
            found.append(Difference("contradiction", a.what, a, b, against(a, b)))
    return tuple(sorted(found, key=lambda pair: (pair.what, pair.kind, _order(pair.a), _order(pair.b))))


def series(figures: Iterable[Figure]) -> tuple[Series, ...]:
    """Running totals by what, of whom, about which countries, by whom and since when.

    A total that does not say since when joins the only series it can belong to; where there are several, it is one
    of its own. Reports that repeat a figure are all kept.
    """
    totals = [figure for figure in _usable(figures) if figure.total and not figure.part]
    found: list[Series] = []
    for group in _groups(totals, lambda f: (f.what, _heading(f), f.subject, origin_key(f.origin))):
        starts = {figure.since for figure in group if figure.since}
        for since in sorted({figure.since or "" for figure in group}):
            if since or len(starts) != 1:
                open_to = {since, ""} if len(starts) == 1 else {since}
                found.append(
                    _one_series([figure for figure in group if (figure.since or "") in open_to], since or None)
                )
    return tuple(found)


def summary(figures: Iterable[Figure]) -> tuple[Range, ...]:
    """The range of the figures that stand, by what and of whom; parts of a figure have no range of their own.

    A figure that its own origin replaced counts no more; `compare` tells it.
    """
    whole = [figure for figure in _standing(figures) if not figure.part]
    return tuple(_range(group) for group in _groups(whole, lambda f: (f.what, _heading(f))))


def _one_series(members: list[Figure], since: str | None) -> Series:
    first = members[0]
    return Series(first.what, _heading(first), first.subject, _usual_name(members), since, tuple(members))


def _range(group: list[Figure]) -> Range:
    lows = [figure.min for figure in group if figure.min is not None]
    highs = [figure.max for figure in group if figure.max is not None]
    return Range(
        what=group[0].what,
        who=_heading(group[0]),
        min=min(lows, default=None),
        max=max(highs) if len(highs) == len(group) else None,
        highest=max(lows + highs, default=None),
        origins=len({origin_key(figure.origin) for figure in group}),
        figures=tuple(group),
    )


def _can_both_hold(a: Figure, b: Figure) -> bool:
    stands = both(_people(a, b), _days(a, b))
    (low_a, high_a), (low_b, high_b) = _reach(a), _reach(b)
    if stands == "within":
        return low_a <= high_b
    if stands == "holds":
        return low_b <= high_a
    return stands == "apart" or (low_a <= high_b and low_b <= high_a)


def _people(a: Figure, b: Figure) -> Relation:
    counted = relation(whose(a.who), whose(b.who))
    if a.part and b.part:
        return "apart"  # six of them, and two of them: nothing says that these are the same
    part: Relation = "within" if a.part else "holds" if b.part else "same"
    return both(part, counted)


def _days(a: Figure, b: Figure) -> Relation:
    if not a.total and not b.total:
        return "same"
    if a.total != b.total or a.since != b.since or not a.as_of or not b.as_of:
        return "apart"
    return "same" if a.as_of == b.as_of else "within" if a.as_of < b.as_of else "holds"


def _reach(figure: Figure) -> tuple[float, float]:
    """The lowest and the highest number that the figure allows."""
    low = -math.inf if figure.min is None else float(figure.min)
    high = math.inf if figure.max is None else float(figure.max)
    return (low * (1 - TOLERANCE), high * (1 + TOLERANCE)) if figure.approx else (low, high)


def _ran_on(a: Figure, b: Figure) -> bool:
    """True for two days of one running total, which stand beside each other as superseded."""
    return a.total and a.day != b.day and _chain(a) == _chain(b)


def _chain(figure: Figure) -> tuple[Hashable, ...]:
    """What one origin says of one thing: of such figures a newer one replaces an older one."""
    counted = whose(figure.who)
    people = (counted.group, " ".join(sorted(counted.countries)), figure.part)
    return (figure.what, *people, origin_key(figure.origin), figure.total, figure.since or "")


def _usable(figures: Iterable[Figure]) -> list[Figure]:
    return sorted({f for f in figures if f.upheld and (f.min, f.max) != (None, None)}, key=_order)


def _replaced(chain: list[Figure]) -> list[tuple[Figure, Figure]]:
    """Figures of one chain with those of the next day that give another number. Undated ones are neither."""
    days = _days_of(chain)
    pairs: list[tuple[Figure, Figure]] = []
    for older, newer in pairwise(days):
        kept = {_number(figure) for figure in newer}
        pairs += [(a, b) for a in older for b in newer if _number(a) not in kept]
    return pairs


def _days_of(chain: list[Figure]) -> list[list[Figure]]:
    """The figures of a chain by the day, one voice a number."""
    dated = [figure for figure in chain if figure.day]
    return [_voices(list(group)) for _, group in groupby(dated, key=lambda f: (f.day, f.published if f.total else ""))]


def _standing(figures: Iterable[Figure]) -> list[Figure]:
    """The figures that their origin has not replaced. A running total that has grown is not wrong for its day."""
    found: list[Figure] = []
    for chain in _groups(_usable(figures), _chain):
        for same_day in _groups(chain, lambda f: (f.as_of or "",)):
            days = _days_of(same_day)
            undated = [figure for figure in same_day if not figure.day]
            found += _voices((days[-1] if days else []) + undated)
    return sorted(found, key=_order)


def _voices(group: list[Figure]) -> list[Figure]:
    return [same[0] for same in _groups(group, _number)]


def _number(figure: Figure) -> tuple[Hashable, ...]:
    return (str(figure.min), str(figure.max), figure.approx)


def _heading(figure: Figure) -> str:
    return heading(whose(figure.who), figure.subject)


def _usual_name(group: list[Figure]) -> str:
    names = Counter(figure.origin for figure in group)
    return min(names, key=lambda name: (-names[name], name))


def _groups(figures: Iterable[Figure], key: Callable[[Figure], tuple[Hashable, ...]]) -> list[list[Figure]]:
    """Figures that share a key, in the order of keys, each group in the order of figures."""
    found: dict[tuple[Hashable, ...], list[Figure]] = {}
    for figure in sorted(figures, key=_order):
        found.setdefault(key(figure), []).append(figure)
    return [found[name] for name in sorted(found, key=repr)]


def _order(figure: Figure) -> tuple[str, ...]:
    """Oldest first; every field takes part, so that no two figures tie."""
    rest = (figure.document, figure.event or "", figure.quantity, repr(figure))
    return (figure.day or "", figure.published or "", *rest)
