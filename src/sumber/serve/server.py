"""The server: bound before it is told of, closed at once when asked, patient with no one who does not speak."""

from __future__ import annotations

import asyncio
import json
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPConnection, HTTPException

import h11
import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol

from sumber.errors import ServeError

PATIENCE = 15.0  # seconds in which the head of a request is to be whole
LEAVING = 2  # seconds that requests have to end when the server is closed
CONNECTIONS = 500
BACKLOG = 128


def bind(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 takes any free one. Raises ServeError where it cannot be had."""
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror as error:
        raise ServeError(f"--host {host}: this machine knows no such address ({error.strerror})") from error
    found = socket.socket(family, kind, protocol)
    try:
        if sys.platform != "win32":  # there it would let two servers have one port
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(address)
        found.listen(BACKLOG)
    except OSError as error:
        found.close()
        raise ServeError(_why_not(host, port, error)) from error
    return found


def _why_not(host: str, port: int, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return f"port {port} is kept for the system. Take one above 1023: sumber serve --port 8180"
    store = _store_at(host, port)
    taken = f"another Sumber, with {store}," if store else "another program"
    return f"port {port} of {host} cannot be had ({error.strerror}): {taken} may have it. Take any: --port 0"


def _store_at(host: str, port: int) -> str | None:
    """The store of the Sumber that answers at a port, None where there is none."""
    connection = HTTPConnection(host, port, timeout=1)
    with suppress(OSError, HTTPException, ValueError):
        connection.request("GET", "/api/meta")
        answer = json.loads(connection.getresponse().read(1_000_000))
        if isinstance(answer, dict) and {"store", "codebook"} <= set(answer):
            return str(answer["store"])
    connection.close()
    return None


def run(app: FastAPI, listening: socket.socket, opened: Callable[[], None], tls: tuple[str, str] | None = None) -> None:
    """Serve until Ctrl+C; ``opened`` is called when requests are answered. ``tls``: files of certificate and key.

    Raises ServeError where the certificate cannot be used.
    """
    config = uvicorn.Config(
        app,
        http=_Protocol,
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=CONNECTIONS,
        timeout_graceful_shutdown=LEAVING,
        ssl_certfile=tls[0] if tls else None,
        ssl_keyfile=tls[1] if tls else None,
    )
    try:
        config.load()
    except OSError as error:  # ssl.SSLError is one
        raise ServeError(f"{tls}: the certificate and its key cannot be used ({error})") from error
    with listening:
        _Server(config, opened).run(sockets=[listening])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, opened: Callable[[], None]) -> None:
        super().__init__(config)
        self._opened = opened

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._opened()


class _Protocol(H11Protocol):
    """Closes a connection on which the head of a request does not come in time, be it a byte now and then."""

    _head: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect_head()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state is h11.IDLE and not self.transport.is_closing():
            self._expect_head()
        else:
            self._forget_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._forget_head()
        super().connection_lost(exc)

    def _expect_head(self) -> None:
        if self._head is None:
            self._head = self.loop.call_later(PATIENCE, self._give_up)

    def _forget_head(self) -> None:
        if self._head is not None:
            self._head.cancel()
            self._head = None

    def _give_up(self) -> None:
        self._head = None
        if self.conn.their_state is h11.IDLE:
            self.transport.close()
