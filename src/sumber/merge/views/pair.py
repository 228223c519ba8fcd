"""Two reports beside each other, and what the rules say of their being one event."""

from __future__ import annotations

from dataclasses import dataclass

from sumber.errors import StoreError
from sumber.merge.decisions import pair_history
from sumber.merge.events.groups import Answer
from sumber.merge.events.match import enough, judge
from sumber.merge.events.sights import unpacked
from sumber.merge.events.unite import is_nothing
from sumber.merge.views.event import EventView, side_by_side
from sumber.store import Corpus


@dataclass(frozen=True, slots=True)
class PairView:
    """Two reports. ``sides`` has them as if they told one event; ``events`` are those they tell. ``points`` and
    ``reasons`` speak for one event, of which ``enough`` would do; ``against`` is what excludes it. ``answer`` is what a
    person said last, in the decision ``row``, 0 where nobody did."""

    sides: EventView
    events: tuple[str, str]
    points: float
    enough: float
    reasons: tuple[str, ...]
    against: str | None
    answer: Answer | None
    row: int


def view_pair(corpus: Corpus, a: str, b: str) -> PairView:
    """Compare two reports (``DOC.eN``). Raises StoreError where one is not there, not merged, or both are the same."""
    tables = corpus.events
    if a == b:
        raise StoreError(f"{a} is one report; give two to compare them")
    merged, kept = tables.merged([a, b]), tables.sights([a, b])
    missing = next((name for name in (a, b) if name not in kept), None)
    if missing is not None:
        raise StoreError(f"there is no merged report {missing!r}. See them with: sumber events, and run: sumber merge")
    one, other = (unpacked(kept[name], kept[name]["story"]) for name in (a, b))
    verdict = judge(one, other)
    told = pair_history(corpus, a, b)
    return PairView(
        sides=side_by_side(corpus, f"{a} {b}", [a, b]),
        events=(merged[a], merged[b]),
        points=verdict.points,
        enough=enough(one, other),
        reasons=verdict.reasons,
        against=verdict.against,
        answer=told[-1]["answer"] if told and not is_nothing(told[-1]) else None,
        row=told[-1]["row"] if told else 0,
    )
