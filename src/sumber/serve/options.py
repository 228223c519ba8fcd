"""How the application is run."""

from __future__ import annotations

from dataclasses import dataclass

from sumber.serve.hosts import LOOPBACK
from sumber.serve.password import Gate


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """``store`` is the database file; ``coder`` who judges where the page does not say; ``hosts`` the names under which
    the page may be asked for, ``any_address`` lets addresses in numbers pass too; ``gate`` asks for a password, None on
    a machine's own loopback; ``secure`` is true where the page comes over TLS."""

    store: str
    coder: str
    hosts: tuple[str, ...] = LOOPBACK
    any_address: bool = False
    gate: Gate | None = None
    secure: bool = False
    workers: int = 1
