"""dateparser on the same expressions, in the manner that favours it most.

It is given the expression cut out of its sentence and the day of publication, so that it need not find anything; of
`parse` and `search_dates`, each with two preferences, the one with most right days speaks for it. It answers a day, so
only the first day of an interval is asked of it.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

_PREFERENCES = ("current_period", "past")


def peer_days(
    expressions: Sequence[tuple[str, date]], lang: str, wanted: Sequence[str | None]
) -> list[str | None] | None:
    """The peer's days in its best manner, or ``None`` where it is not installed."""
    try:
        package = importlib.import_module("dateparser")
        search = importlib.import_module("dateparser.search")
    except ImportError:
        return None
    manners = [
        [_day(package, search, words, lang, published, preference, searching) for words, published in expressions]
        for preference in _PREFERENCES
        for searching in (False, True)
    ]
    return max(manners, key=lambda days: sum(a == b for a, b in zip(days, wanted, strict=True)))


def _day(
    package: Any, search: Any, words: str, lang: str, published: date, preference: str, searching: bool
) -> str | None:
    settings = {
        "RELATIVE_BASE": datetime.combine(published, time(12)),
        "PREFER_DATES_FROM": preference,
        "DATE_ORDER": "DMY",
    }
    if not searching:
        moment = package.parse(words, languages=[lang], settings=settings)
    else:
        pairs = search.search_dates(words, languages=[lang], settings=settings) or []
        moment = pairs[0][1] if pairs else None
    return moment.date().isoformat() if moment else None
