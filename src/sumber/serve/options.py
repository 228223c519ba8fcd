"""How the application is run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """``store`` is the database file; ``coder`` who judges where the page does not say; ``hosts`` the names under which
    the page may be asked for (with port); ``password`` is None on a machine's own loopback."""

    store: str
    coder: str
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    password: str | None = None
    workers: int = 1
