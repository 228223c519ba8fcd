"""Work that takes longer than a request: one piece at a time, in a thread, with its progress to be asked for."""

from __future__ import annotations

import threading
import uuid
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Literal

from fastapi import Depends

from sumber.errors import StoreError, SumberError
from sumber.serve.desk import Desk, DeskOf
from sumber.share.release import Report
from sumber.share.told import Progress

KEPT = 20  # pieces of work whose results are remembered
State = Literal["waiting", "running", "done", "failed"]
Work = Callable[[Progress], tuple[Path | None, Report]]


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work. ``trouble`` is the sentence of a failed one; ``report`` what a done one found; ``token`` the
    state of the store that it was begun on."""

    id: str
    token: str
    key: object
    state: State = "waiting"
    done: int = 0
    total: int = 0
    trouble: str | None = None
    report: Report | None = None
    path: Path | None = None


class Jobs:
    """The pieces of work of one application."""

    def __init__(self, _desk: Desk) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="release")

    def start(self, key: object, token: str, work: Work) -> Job:
        """Begin a piece of work, unless the same one is under way or was done on the same store."""
        with self._lock:
            for job in self._jobs.values():
                if (job.key, job.token) == (key, token) and job.state != "failed":
                    return job
            job = Job(uuid.uuid4().hex, token, key)
            self._jobs[job.id] = job
            while len(self._jobs) > KEPT:
                self._jobs.popitem(last=False)
        self._thread.submit(self._run, job.id, work)
        return job

    def get(self, ident: str) -> Job:
        """How far a piece of work is. Raises StoreError where it is not known."""
        with self._lock:
            if ident not in self._jobs:
                raise StoreError("this work is not known here any more; begin it again")
            return self._jobs[ident]

    def close(self) -> None:
        """Begin nothing more."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _run(self, ident: str, work: Work) -> None:
        def progress(done: int, total: int) -> None:
            self._set(ident, done=done, total=total)

        self._set(ident, state="running")
        try:
            path, report = work(progress)
        except SumberError as error:
            self._set(ident, state="failed", trouble=str(error))
        except Exception as error:  # a thread has nobody to tell but the job
            self._set(ident, state="failed", trouble=f"could not be finished: {type(error).__name__}: {error}")
            raise
        else:
            self._set(ident, state="done", path=path, report=report)

    def _set(self, ident: str, **values: object) -> None:
        with self._lock:
            if ident in self._jobs:
                self._jobs[ident] = replace(self._jobs[ident], **values)  # type: ignore[arg-type]


def _jobs(desk: DeskOf) -> Jobs:
    return desk.part(Jobs)


JobsOf = Annotated[Jobs, Depends(_jobs)]
