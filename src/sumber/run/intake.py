"""Documents coded and kept: what `sumber add` and the desk's import do alike.

Each document is written whole or not at all, and bytes that are kept already are not coded again: stopped at any
moment, the same input goes on where it was.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from sumber.errors import ReadError
from sumber.model import Document
from sumber.review.carry import carry_over
from sumber.run.scatter import code_all
from sumber.run.work import Outcome
from sumber.store import KEY, Store


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one input, the ``place``-th from 0: kept, known already, or failed with its trouble.
    ``carried`` are judgements on an earlier version of the page that stand for this one too."""

    place: int
    uri: str
    state: Literal["kept", "known", "failed"]
    trouble: str | None = None
    carried: int = 0


def take_in(
    store: Store,
    inputs: Iterable[Document | ReadError],
    workers: int = 1,
    engine: str = "process",
    apart: bool = False,
) -> Generator[Taken, None, None]:
    """Code all inputs that the store does not hold and keep them; tells of each input once, nearly in input order.

    ``apart``: no document is coded in this process. Raises EngineError as `code_all` does.
    """
    known: list[Taken] = []
    places: deque[int] = deque()
    seen: set[str] = set()

    def fresh() -> Iterator[Document | ReadError]:
        for place, item in enumerate(inputs):
            if isinstance(item, Document) and item.sha256:
                if item.sha256 in seen or store.holds(item.sha256):
                    known.append(Taken(place, item.uri or item.id, "known"))
                    continue
                seen.add(item.sha256)
            places.append(place)
            yield item

    for outcome in code_all(fresh(), workers, engine, apart):
        yield from _emptied(known)
        yield _kept(store, outcome, places.popleft())
    yield from _emptied(known)


def _kept(store: Store, outcome: Outcome, place: int) -> Taken:
    if outcome.record is None:
        return Taken(place, outcome.uri, "failed", outcome.trouble or "unreadable")
    sha256 = outcome.sha256 or ""
    if not store.write(outcome.record, sha256):
        return Taken(place, outcome.uri, "known")
    return Taken(place, outcome.uri, "kept", carried=carry_over(store, sha256[:KEY]))


def _emptied(items: list[Taken]) -> Iterator[Taken]:
    while items:
        yield items.pop(0)
