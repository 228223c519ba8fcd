"""What every route needs: the store, who is asking, and answers that are kept until the store changes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any, TypeVar
from urllib.parse import unquote

from fastapi import Depends, Header, Request

from sumber.review.queue import Queue
from sumber.serve.options import ServeOptions
from sumber.store import Corpus, Store

T = TypeVar("T")

KEPT = 200  # answers; the oldest goes first


class _Kept:
    """One answer, with the state of the store it was made from."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.token = ""
        self.answer: Any = None


class Desk:
    """One store, open for the life of the application; used by many threads at once."""

    def __init__(self, options: ServeOptions) -> None:
        self.options = options
        self.store = Store(options.store, create=True)
        self.queue = Queue()
        self._kept: dict[Hashable, _Kept] = {}
        self._parts: dict[Hashable, Any] = {}
        self._lock = threading.Lock()

    @contextmanager
    def corpus(self) -> Iterator[Corpus]:
        """The corpus's tables in one transaction."""
        with self.store.corpus() as corpus:
            yield corpus

    def kept(self, key: Hashable, make: Callable[[], T], corpus_only: bool = False) -> T:
        """An answer that is a function of the whole store: made once, and again after the store has changed. With
        ``corpus_only`` it follows from the documents alone, and stays while people judge and decide. Who asks for what
        is being made waits for it."""
        token = self.store.token(corpus_only)
        with self._lock:
            entry = self._kept.setdefault(key, _Kept())
            while len(self._kept) > KEPT:
                self._kept.pop(next(iter(self._kept)))
        with entry.lock:
            if entry.token != token:
                entry.answer, entry.token = make(), token
            found: T = entry.answer
            return found

    def part(self, kind: Callable[[Desk], T]) -> T:
        """A thing that lives as long as the application: ``kind(desk)``, made when it is first asked for. Where it has
        a ``close`` it is called at the end."""
        with self._lock:
            if kind not in self._parts:
                self._parts[kind] = kind(self)
            found: T = self._parts[kind]
            return found

    def close(self) -> None:
        """Let go of the parts, then of the store."""
        for part in self._parts.values():
            if hasattr(part, "close"):
                part.close()
        self.store.close()


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _coder(request: Request, x_sumber_coder: Annotated[str | None, Header()] = None) -> str:
    """The name that the page sends, percent-encoded, for headers hold no other letters than those of English."""
    desk: Desk = request.app.state.desk
    return unquote(x_sumber_coder or "").strip()[:80] or desk.options.coder


DeskOf = Annotated[Desk, Depends(_desk)]
CoderOf = Annotated[str, Depends(_coder)]
