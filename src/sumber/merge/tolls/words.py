"""How figures and their differences are told to a person, in English."""

from __future__ import annotations

from sumber.merge.tolls.figures import Figure
from sumber.merge.tolls.groups import EVERYONE, whose


def bounds(figure: Figure) -> str:
    """A figure's bounds as a person writes them: ``12``, ``≥870``, ``≤40``, ``11–19``, ``~300``, ``?``."""
    low, high = figure.min, figure.max
    if low is None and high is None:
        return "?"
    if low is None or high is None:
        plain = f"≤{high:,}" if low is None else f"≥{low:,}"
    else:
        plain = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"~{plain}" if figure.approx else plain


def against(a: Figure, b: Figure) -> str:
    """Two figures that cannot both hold, in one line with who says each."""
    return f"{a.what}: {_told(a)}, but {_told(b)}: both cannot hold"


def followed(a: Figure, b: Figure) -> str:
    """A figure and the one that came after it, in one line; says so where a running total fell."""
    if a.total and a.min is not None and b.max is not None and b.max < a.min:
        return f"{a.what}: {_told(a)}, then {_told(b)}: a running total that went down"
    return f"{a.what}: {_told(a)}, then {_told(b)}"


def _told(figure: Figure) -> str:
    """``≥9 people by a surgeon via Reuters (The Lakeshore Chronicle, 2021-09-01)``."""
    of_whom = figure.who if figure.who and whose(figure.who).group != EVERYONE else ""
    days = " to ".join(filter(None, [figure.since, figure.as_of])) if figure.total else ""
    via = f"via {' < '.join(figure.via)}" if figure.via else ""
    where = ", ".join(filter(None, [figure.outlet, figure.published])) or figure.document
    said = [bounds(figure), of_whom, f"[{days}]" if days else "", f"by {figure.origin}", via, f"({where})"]
    return " ".join(filter(None, said))
