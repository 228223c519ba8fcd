"""Do two reports tell one event? By their fields, never by their wording: what speaks against it, and what for it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sumber.codebook import entries
from sumber.merge.actors.names import compare as compare_names
from sumber.merge.events.sights import Party, Sight

FAR = 60.0  # km between two towns from which they are two places
ENOUGH = 3.0  # points in one story
ENOUGH_APART = 4.5  # points where nothing else joins the two documents
_EARTH = 6371.0
_UNUSUAL = 20  # a figure that two deeds seldom share by chance
_NOT_YET = frozenset({"planned", "requested", "threatened", "hypothetical"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """``against`` names what excludes that the two are one event; else ``points`` with their reasons."""

    points: float
    reasons: tuple[str, ...]
    against: str | None = None


def judge(a: Sight, b: Sight) -> Verdict:
    """Compare two reports, in either order with the same result."""
    if b.order < a.order:
        a, b = b, a
    against = _against(a, b)
    if against:
        return Verdict(0.0, (), against)
    parts = (_types(a, b), _times(a, b), _places(a, b), _parties("actors", a.actors, b.actors),
             _parties("recipients", a.recipients, b.recipients), _modes(a, b), _counts(a, b))  # fmt: skip
    told = [part for part in parts if part[0]]
    return Verdict(round(sum(part[0] for part in told), 3), tuple(part[1] for part in told))


def is_same(a: Sight, b: Sight, verdict: Verdict) -> bool:
    """Whether the points are enough, given how near the two documents are."""
    return not verdict.against and verdict.points >= enough(a, b)


def enough(a: Sight, b: Sight) -> float:
    """The points that two reports need, given how near the two documents are."""
    return ENOUGH if a.story is not None and a.story == b.story else ENOUGH_APART


def _against(a: Sight, b: Sight) -> str | None:
    if a.document == b.document:
        return "one article tells them apart"
    if a.type != b.type and frozenset((a.type, b.type)) not in _compatible():
        return f"{a.type} and {b.type} are different deeds"
    if a.aggregate != b.aggregate:
        return "one is a running total"
    if a.aggregate and (a.begin, a.until) != (b.begin, b.until):
        return "totals of different times"
    if not _may_meet(a, b):
        return f"their dates do not meet: {_interval(a)}, {_interval(b)}"
    if _are_far(a, b):
        return "their places are apart"
    if (a.status in _NOT_YET) != (b.status in _NOT_YET) and (_width(a) > 1 or _width(b) > 1):
        return "one was only to come, and the day of neither is sure"
    return _parties_against(a, b)


def _may_meet(a: Sight, b: Sight) -> bool:
    if any(one.begin is None and one.until is None for one in (a, b)):
        return True
    slack = 0 if a.time_how == "stated" == b.time_how else 1
    latest = max(one.begin or "0001-01-01" for one in (a, b))
    earliest = min(one.until or "9999-12-31" for one in (a, b))
    return (date.fromisoformat(latest) - date.fromisoformat(earliest)).days <= slack


def _width(sight: Sight) -> int:
    days = sight.days
    return 10_000 if days is None else days


def _interval(sight: Sight) -> str:
    return sight.begin or "?" if sight.begin == sight.until else f"{sight.begin or '?'}–{sight.until or '?'}"


def _are_far(a: Sight, b: Sight) -> bool:
    if a.country and b.country and a.country != b.country:
        return "stated" in (a.place_how, b.place_how)
    towns = a.precision == b.precision == "city" and a.place_how == b.place_how == "stated"
    return bool(towns and a.place != b.place and a.point and b.point and _distance(a.point, b.point) > FAR)


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres on the great circle (haversine)."""
    (y1, x1), (y2, x2) = ((math.radians(v) for v in p) for p in (one, other))
    h = math.sin((y2 - y1) / 2) ** 2 + math.cos(y1) * math.cos(y2) * math.sin((x2 - x1) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(h))


def _parties_against(a: Sight, b: Sight) -> str | None:
    for side, one, other in (("actors", a.actors, b.actors), ("recipients", a.recipients, b.recipients)):
        if one and other and max(_alike(x, y) for x in one for y in other) < 0:
            return f"different {side}: {_names(one)}; {_names(other)}"
    straight = _best(a.actors, b.actors) + _best(a.recipients, b.recipients)
    crossed = _best(a.actors, b.recipients) + _best(a.recipients, b.actors)
    if a.recipients and b.recipients and crossed > straight + 1:
        return "who did it to whom is the other way round"
    return None


def _best(one: Sequence[Party], other: Sequence[Party]) -> float:
    return max((_alike(x, y) for x in one for y in other), default=0.0)


def _alike(x: Party, y: Party) -> float:
    """Points for two parties being one: 1.5 for a name, 1 for a sector of a country; -1 where they cannot be."""
    if x.words and y.words and x.kind == y.kind:
        names = compare_names(x.name, y.name, x.kind)
        if names != "apart":
            return 1.5 if names == "same" else 1.0
        if x.kind == "person":
            return -1.0
    if x.country and y.country and x.country != y.country:
        return -1.0
    if x.country and x.country == y.country:
        return 1.0 if x.sector == y.sector else 0.4
    return 0.6 if x.sector and x.sector == y.sector else 0.0


def _types(a: Sight, b: Sight) -> tuple[float, str]:
    return (1.0, a.type) if a.type == b.type else (0.3, f"{a.type} or {b.type}")


def _times(a: Sight, b: Sight) -> tuple[float, str]:
    width = max(_width(a), _width(b))
    if width <= 1:
        return (2.0 if a.begin == b.begin else 0.7), f"on {a.begin}" if a.begin == b.begin else "a day apart"
    if width <= 7:
        return 1.2, f"in one week ({_interval(a)}, {_interval(b)})"
    both = f"{_interval(a)}, {_interval(b)}"
    if width <= 31:
        return 1.0, f"in one month ({both})"
    return (0.6, f"in one season ({both})") if width <= 92 else (0.0, "")


def _places(a: Sight, b: Sight) -> tuple[float, str]:
    if a.place is not None and a.place == b.place:
        return (1.5, "same place") if a.precision != "country" else (0.5, "same country")
    if a.country and a.country == b.country:
        return 0.5, "places in one country"
    return 0.0, ""


def _parties(side: str, one: Sequence[Party], other: Sequence[Party]) -> tuple[float, str]:
    best = max(((_alike(x, y), x.name) for x in one for y in other), default=(0.0, ""))
    return (best[0], f"same {side}: {best[1]}") if best[0] > 0 else (0.0, "")


def _modes(a: Sight, b: Sight) -> tuple[float, str]:
    if not a.modes or not b.modes:
        return 0.0, ""
    shared = sorted(set(a.modes) & set(b.modes))
    return (0.5, shared[0]) if shared else (-0.3, "different modes")


def _counts(a: Sight, b: Sight) -> tuple[float, str]:
    """Equal figures speak for one event; figures that differ are what reports of one event often have."""
    for what, low, high in a.counts:
        if low is not None and any((what, low, high) == other for other in b.counts):
            return (1.5 if low >= _UNUSUAL else 1.0), f"the same figure of {what}"
    return 0.0, ""


def _names(parties: Sequence[Party]) -> str:
    return ", ".join(party.name for party in parties)


@cache
def _compatible() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair["types"]) for pair in entries("plover", "compatible.yaml")["pairs"])
