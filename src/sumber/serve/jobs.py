"""Uploaded articles coded in the background, kept and merged, one run of the coder at a time.

The desk stays free meanwhile: coding is done in processes of its own. Stopped or killed at any moment, the next server
goes on: what is in the store is known by its bytes and not coded again.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from sumber.errors import ReadError, SumberError
from sumber.merge import merge_store
from sumber.model import Document
from sumber.read import count_documents, read_stream
from sumber.run.intake import Taken, take_in
from sumber.serve.desk import Desk
from sumber.serve.spool import Upload, data_of, forget, left_over

State = Literal["waiting", "coding", "done", "cancelled", "failed"]
Phase = Literal["idle", "loading", "coding", "merging"]
_REMEMBERED = 500  # jobs that are over
_TOLD = 50  # troubles of one job
_PATIENCE = 20.0  # seconds that closing waits for the document at hand


@dataclass(slots=True)
class Job:
    """One upload on its way. ``total`` is None while nobody knows how many documents it holds."""

    upload: Upload
    state: State = "waiting"
    total: int | None = None
    read: int = 0
    kept: int = 0
    known: int = 0
    failed: int = 0
    troubles: list[str] = field(default_factory=list)
    is_read: bool = False
    wants_out: bool = False

    @property
    def done(self) -> int:
        """Documents that something became of."""
        return self.kept + self.known + self.failed

    @property
    def is_over(self) -> bool:
        """True where nothing more will come of it."""
        return self.state in ("done", "cancelled", "failed")

    def tell(self, trouble: str) -> None:
        """Note a trouble, unless there are too many."""
        if len(self.troubles) < _TOLD:
            self.troubles.append(trouble)


class Jobs:
    """All jobs of the application, newest last. Its parts are read by many threads and changed by one."""

    def __init__(self, desk: Desk) -> None:
        self._store, self._workers = desk.store, desk.options.workers
        self.folder = Path(f"{desk.options.store}.imports")
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None
        self.phase: Phase = "idle"
        self.merged = (0, 0)
        self._begun = 0.0
        self._coded = 0
        self.trouble: str | None = None  # of the run as a whole
        for upload in left_over(self.folder):
            self.add(upload)
        if self.folder.is_dir() and self._unmerged():
            with self._lock:
                self._start()

    def add(self, upload: Upload) -> Job:
        """Line an upload up, and begin where nothing is under way."""
        job = Job(upload, total=count_documents(data_of(self.folder, upload.id), upload.name))
        with self._lock:
            self._jobs[upload.id] = job
            over = [key for key, one in self._jobs.items() if one.is_over]
            for key in over[: max(0, len(over) - _REMEMBERED)]:
                del self._jobs[key]
            self._start()
        return job

    def _start(self) -> None:
        if self._thread is None and not self._closing.is_set():
            self._thread = threading.Thread(target=self._work, name="imports", daemon=True)
            self._thread.start()

    def _unmerged(self) -> bool:
        """True where a server before this one was ended before it had merged what it kept."""
        with self._store.corpus() as corpus:
            return bool(corpus.documents.unmerged())

    def all(self) -> list[Job]:
        """The jobs, newest first."""
        with self._lock:
            return list(self._jobs.values())[::-1]

    def get(self, ident: str) -> Job | None:
        """A job by its upload's id."""
        with self._lock:
            return self._jobs.get(ident)

    def cancel(self, job: Job) -> None:
        """Take no more documents of a job; those that are kept stay."""
        with self._lock:
            job.wants_out = not job.is_over
            if job.state == "waiting":
                self._end(job, "cancelled")

    def per_minute(self) -> float | None:
        """Documents coded a minute in this run, once some are."""
        spent = time.monotonic() - self._begun
        return self._coded / spent * 60 if self.phase == "coding" and self._coded > 2 and spent > 1 else None

    def close(self) -> None:
        """Stop after the document at hand; the rest waits for the next server."""
        self._closing.set()
        thread = self._thread
        if thread is not None:
            thread.join(_PATIENCE)

    def _work(self) -> None:
        while True:
            self._run()
            with self._lock:
                waiting = any(job.state == "waiting" for job in self._jobs.values())
                if self._closing.is_set() or not waiting:
                    self.phase, self._thread = "idle", None
                    return

    def _run(self) -> None:
        """Code what waits, then merge."""
        owners: deque[Job] = deque()
        try:
            self.phase, self._coded, self.trouble = "loading", 0, None
            coming = take_in(self._store, self._inputs(owners), self._workers, apart=True)
            for taken in coming:
                if self.phase == "loading":
                    self.phase, self._begun = "coding", time.monotonic()
                self._note(owners[taken.place], taken)
                if self._closing.is_set():
                    coming.close()
                    return
            self.phase, self.merged = "merging", (0, 0)
            merge_store(self._store, progress=self._merging)
        except _ClosingError:
            return
        except Exception as error:  # the thread has nobody above it: what broke it is told where people look
            why = str(error) if isinstance(error, SumberError) else f"broke off: {type(error).__name__}: {error}"
            self.trouble = why
            with self._lock:
                for job in [job for job in self._jobs.values() if job.state == "coding" or job in owners]:
                    if not job.is_over:
                        job.tell(why)
                        self._end(job, "failed")

    def _merging(self, done: int, total: int) -> None:
        self.merged = (done, total)
        if self._closing.is_set():
            raise _ClosingError

    def _inputs(self, owners: deque[Job]) -> Iterator[Document | ReadError]:
        """The documents of all jobs that wait, those that come meanwhile among them."""
        while (job := self._next()) is not None:
            with data_of(self.folder, job.upload.id).open("rb") as source:
                for item in read_stream(source, job.upload.name, job.upload.hints):
                    if job.wants_out or self._closing.is_set():
                        break
                    job.read += 1
                    owners.append(job)
                    yield item
            if self._closing.is_set():
                return
            job.is_read, job.total = True, job.read
            self._settle(job)

    def _next(self) -> Job | None:
        with self._lock:
            job = next((job for job in self._jobs.values() if job.state == "waiting"), None)
            if job is not None:
                job.state = "coding"
            return job

    def _note(self, job: Job, taken: Taken) -> None:
        if taken.state == "kept":
            job.kept += 1
            self._coded += 1
        elif taken.state == "known":
            job.known += 1
        else:
            job.failed += 1
            job.tell(f"{taken.uri}: {taken.trouble}")
        self._settle(job)

    def _settle(self, job: Job) -> None:
        with self._lock:
            if job.is_read and job.done >= job.read and not job.is_over:
                self._end(job, "cancelled" if job.wants_out else "done")

    def _end(self, job: Job, state: State) -> None:
        job.state = state
        forget(self.folder, job.upload.id)


class _ClosingError(Exception):
    """The application closes while documents are merged."""
