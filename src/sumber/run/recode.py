"""Documents coded anew with the codebook and models of today. Judgements stay with the words they were made on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sumber.codebook import fingerprint
from sumber.model import Document
from sumber.parse import model_hashes
from sumber.read import read_record
from sumber.review.standings import refresh
from sumber.run import code_all
from sumber.store import Store


@dataclass(frozen=True, slots=True)
class Recoded:
    """What became of one document: its key, and the trouble it had."""

    key: str
    trouble: str | None = None


def find_stale(store: Store) -> list[str]:
    """The documents that another codebook or other models coded."""
    today = fingerprint(), model_hashes()
    return [
        key
        for codebook, models, _count in store.made_by()
        if (codebook, models) != today
        for key in store.coded_by(codebook, models)
    ]


def recode(
    store: Store, keys: list[str], workers: int = 1, engine: str = "process", stopped: Callable[[], bool] | None = None
) -> Iterator[Recoded]:
    """Code documents anew and keep the new records, each whole or not at all; what could not be coded stays as it was.

    Stopped at any moment, the rest is still stale. Afterwards the corpus is to be merged with ``rebuild``.
    """

    def documents() -> Iterator[Document]:
        for key in keys:
            if stopped is not None and stopped():
                return
            yield read_record(store.record(key)[1])

    for key, outcome in zip(keys, code_all(documents(), workers, engine), strict=False):
        if outcome.record is None:
            yield Recoded(key, outcome.trouble or "could not be coded")
            continue
        store.rewrite(outcome.record, key)
        with store.corpus(alone=True) as corpus:
            refresh(corpus, [key])
        yield Recoded(key)
