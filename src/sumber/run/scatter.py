"""Many documents to the engine that was chosen, their outcomes back in input order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from sumber.errors import EngineError, ReadError
from sumber.model import Document
from sumber.run import engines
from sumber.run.work import Outcome

ENGINES = ("process", "ray")
#: Documents a task: a few seconds of work, so that handing out costs little and an interrupted run loses little.
BATCH = 8


def _engine(name: str, workers: int, apart: bool) -> engines.Run:
    if name not in ENGINES:
        raise EngineError(f"no engine is called {name!r}; there are {', '.join(ENGINES)}")
    workers = workers or os.cpu_count() or 1
    if name == "ray":
        return engines.ray(workers)
    return engines.here if workers == 1 and not apart else engines.pool(workers)


def _batched(
    inputs: Iterable[Document | ReadError], size: int, failed: dict[int, ReadError]
) -> Iterator[list[Document]]:
    """Documents in batches. Inputs that could not be read go to ``failed`` under their place in the input."""
    batch: list[Document] = []
    for place, item in enumerate(inputs):
        if isinstance(item, ReadError):
            failed[place] = item
            continue
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def code_all(
    inputs: Iterable[Document | ReadError], workers: int = 1, engine: str = "process", apart: bool = False
) -> Iterator[Outcome]:
    """Code all inputs, in input order; an unreadable one is an outcome with its trouble.

    ``workers`` 0 means one a core. ``apart``: even a single worker is a process of its own and is handed one document
    at a time, so that whoever waits for the outcomes stays free to answer and to stop. The outcomes are the same for
    every engine and number of workers. Raises EngineError for an engine that is not known or not installed.
    """
    run = _engine(engine, workers, apart)
    failed: dict[int, ReadError] = {}
    size = 1 if run is engines.here or apart else BATCH
    place = 0
    for outcomes in run(_batched(inputs, size, failed)):
        for outcome in outcomes:
            while place in failed:
                yield _unread(failed.pop(place))
                place += 1
            yield outcome
            place += 1
    for error in [failed[key] for key in sorted(failed)]:
        yield _unread(error)


def _unread(error: ReadError) -> Outcome:
    return Outcome(error.uri, None, None, error.trouble)
