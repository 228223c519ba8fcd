"""Engines: this process, a pool of processes, Ray. Same function, same order, same bytes out of each."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, Protocol

from sumber.errors import EngineError
from sumber.model import Document
from sumber.run.work import Outcome, code_batch

Batch = list[Document]
Run = Callable[[Iterable[Batch]], Iterator[list[Outcome]]]

#: Batches handed out ahead of the one awaited, a worker: enough to keep all busy, few enough to bound memory.
AHEAD = 3


class _Pending(Protocol):
    def __call__(self) -> list[Outcome]: ...


def _in_order(batches: Iterable[Batch], submit: Callable[[Batch], _Pending], window: int) -> Iterator[list[Outcome]]:
    """Results in the order of the batches, with at most ``window`` of them under way."""
    pending: deque[_Pending] = deque()
    for batch in batches:
        pending.append(submit(batch))
        if len(pending) >= window:
            yield pending.popleft()()
    while pending:
        yield pending.popleft()()


def here(batches: Iterable[Batch]) -> Iterator[list[Outcome]]:
    """Code in this process."""
    for batch in batches:
        yield code_batch(batch)


def pool(workers: int) -> Run:
    """Code in a pool of ``workers`` processes on this machine."""

    def run(batches: Iterable[Batch]) -> Iterator[list[Outcome]]:
        # Not plain fork: a progress bar's thread may be running, and a forked lock would never open.
        methods = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        executor = ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_with_parent)

        def submit(batch: Batch) -> _Pending:
            future: Future[list[Outcome]] = executor.submit(code_batch, batch)
            return future.result

        try:
            yield from _in_order(batches, submit, workers * AHEAD)
        finally:
            executor.shutdown(cancel_futures=True)  # whoever stopped listening does not wait for what is ahead

    return run


def _leave_with_parent() -> None:
    """In a worker: end when the process that wants its work is gone, killed ones included."""
    parent = multiprocessing.parent_process()
    if parent is not None:

        def wait() -> None:
            parent.join()
            os._exit(1)

        threading.Thread(target=wait, name="parent", daemon=True).start()


def ray(workers: int) -> Run:
    """Code as Ray tasks: on the cluster that RAY_ADDRESS names, else on ``workers`` processes here.

    Raises EngineError where Ray is not installed.
    """
    try:
        import ray as engine
    except ImportError as error:
        raise EngineError("the Ray engine is not installed: pip install 'sumber[ray]'") from error

    def run(batches: Iterable[Batch]) -> Iterator[list[Outcome]]:
        started = not engine.is_initialized()
        if started:
            options: dict[str, Any] = {"include_dashboard": False, "log_to_driver": False, "logging_level": "ERROR"}
            if "RAY_ADDRESS" not in os.environ:
                options["num_cpus"] = workers
            engine.init(**options)
        try:
            task: Any = engine.remote(code_batch)

            def submit(batch: Batch) -> _Pending:
                reference = task.remote(batch)
                return lambda: list(engine.get(reference))

            yield from _in_order(batches, submit, workers * AHEAD)
        finally:
            if started:
                engine.shutdown()

    return run
