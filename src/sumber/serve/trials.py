"""Sentences tried in the server's own process: the model is loaded once, at first use, and one sentence is read at a
time."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Literal

from sumber.errors import SumberError
from sumber.serve.desk import Desk

if TYPE_CHECKING:
    from sumber.tend import Trial

State = Literal["cold", "loading", "ready", "failed"]
LANGUAGES = ("id", "en")
PATIENCE = 30.0  # seconds that a sentence waits for the one before it


class BusyError(SumberError):
    """Another sentence is being read. Try again in a moment."""


class Trials:
    """Reads sentences, one at a time."""

    def __init__(self, _desk: Desk) -> None:
        self._one = threading.Lock()
        self._begun = threading.Lock()
        self.state: State = "cold"

    def warm(self) -> State:
        """Begin to load the model, without waiting for it; gives how far it is."""
        with self._begun:
            if self.state in ("cold", "failed"):
                self.state = "loading"
                threading.Thread(target=self._load, name="model", daemon=True).start()
        return self.state

    def _load(self) -> None:
        try:
            for lang in LANGUAGES:
                self.read("1.", lang, None)
        except SumberError:
            self.state = "failed"  # the next sentence tells why

    def read(self, text: str, lang: str | None, date: str | None) -> Trial:
        """Read a text. Raises BusyError where others took too long, ModelError where the model is not there."""
        from sumber.tend import try_text

        if not self._one.acquire(timeout=PATIENCE):
            raise BusyError("another sentence is being read; try again in a moment")
        try:
            trial = try_text(text, lang, date)
            self.state = "ready"
            return trial
        finally:
            self._one.release()
