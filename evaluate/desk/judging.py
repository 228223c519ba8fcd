"""Judgements of two coders on the made-up store, through `review.judge`, so that what follows is there too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from sumber.review.fields import FIELDS
from sumber.review.fold import Standing
from sumber.review.judge import Judgement, document_standings, judge
from sumber.store import Store

CODERS = ("sari", "tomas")
BOTH = 0.2  # share of the articles that both coders read
SEED = 31


@dataclass(slots=True)
class _Hand:
    """A coder with habits: how often they accept as it stands."""

    rng: Random
    name: str
    trust: float

    def judges(self, report: str, standing: Standing) -> list[Judgement]:
        """What this coder says of an event."""
        seen, chance = standing.revision, self.rng.random()
        if chance < self.trust:
            return [Judgement(report, "*", "accept", seen)]
        if chance < self.trust + 0.1:
            return [Judgement(report, "*", "refuse", seen, reason="it did not happen, the text only asks for it")]
        if chance < self.trust + 0.14:
            return [Judgement(report, "*", "ask", seen, reason="is this the same as in the article of yesterday?")]
        field = self.rng.choice(("status", "when", "where", "how_many", "recipients"))
        mended = Judgement(report, field, "mend", seen, _mended(self.rng, field, standing))
        others = [name for name in FIELDS if name != field and self.rng.random() < 0.8]
        return [mended, *(Judgement(report, name, "accept", seen) for name in others)]


def _mended(rng: Random, field: str, standing: Standing) -> Any:
    value = standing.fields[field].value
    if field == "status":
        return {**value, "status": rng.choice(("actual", "alleged", "planned"))}
    if field == "when":
        return {**value, "to": None}
    return None if field == "where" else []


def code(store: Store, articles: int) -> int:
    """Judge the events of so many articles, the first kept first; gives how many judgements were kept."""
    rng = Random(SEED)
    hands = [_Hand(rng, name, trust) for name, trust in zip(CODERS, (0.6, 0.7), strict=True)]
    with store.corpus() as corpus:
        keys = rng.sample(corpus.documents.all_kept(), articles)
    total = 0
    for number, key in enumerate(keys):
        for hand in hands if rng.random() < BOTH else hands[number % 2 : number % 2 + 1]:
            batch = list(_article(store, hand, key))
            judge(store, f"made-{hand.name}-{key}", batch, hand.name)
            total += len(batch)
    return total


def _article(store: Store, hand: _Hand, key: str) -> Iterator[Judgement]:
    with store.corpus() as corpus:
        standings = document_standings(corpus, key)
    for number, standing in standings.items():
        yield from hand.judges(f"{key}.{number}", standing)
