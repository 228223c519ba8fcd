"""Articles made by hand and a few ways to judge their events."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

from sumber.review.fold import Standing
from sumber.review.judge import Judgement, document_standings, judge
from sumber.store import Store
from tests.merge.made_facts import ARREST, DEATHS, QUOTE
from tests.merge.made_records import Contract, keep, key, report

_numbers = itertools.count(1)
DOC = key("first")
ONE, TWO = f"{DOC}.e1", f"{DOC}.e2"


def article(ident: str = "first", **fields: Any) -> Contract:
    """An arrest, a killing and a quotation."""
    return report(ident, ARREST, DEATHS, QUOTE, **fields)


def make_store(path: Path, *records: Contract) -> Store:
    """A store of some articles, the one of `article` where none is named."""
    store = Store(str(path), create=True)
    keep(store, *(records or (article(),)))
    return store


def say(store: Store, report: str, action: Any, coder: str = "ani", field: str = "*", **more: Any) -> str:
    """Judge one event, or a field of one, as a coder who saw all that is there; gives the batch."""
    batch = f"batch-{next(_numbers):06}"
    seen = more.pop("seen", None)
    if seen is None:
        seen = standing(store, report).revision
    judge(store, batch, [Judgement(report, field, action, seen, **more)], coder)
    return batch


def standing(store: Store, report: str) -> Standing:
    """Where an event stands."""
    document, _, number = report.partition(".")
    with store.corpus() as corpus:
        return document_standings(corpus, document)[number]


def kept_state(store: Store, report: str) -> str:
    """What is kept of an event for the queue."""
    with store.corpus() as corpus:
        found = corpus.review.standing([report])
    return str(found[report]["state"]) if report in found else "open"
