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


class Desk:
    """One store, open for the life of the application; used by many threads at once."""

    def __init__(self, options: ServeOptions) -> None:
        self.options = options
        self.store = Store(options.store, create=True)
        self.queue = Queue()
        self._kept: dict[Hashable, Any] = {}
        self._token: str = ""
        self._lock = threading.Lock()

    @contextmanager
    def corpus(self) -> Iterator[Corpus]:
        """The corpus's tables in one transaction."""
        with self.store.corpus() as corpus:
            yield corpus

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """An answer that is a function of the whole store: made once, and again after the store has changed."""
        token = self.store.token()
        with self._lock:
            if token != self._token:
                self._kept.clear()
                self._token = token
            if key in self._kept:
                found: T = self._kept[key]
                return found
        made = make()
        with self._lock:
            if token == self._token:
                while len(self._kept) >= KEPT:
                    self._kept.pop(next(iter(self._kept)))
                self._kept[key] = made
        return made

    def close(self) -> None:
        """Let go of the store."""
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
