"""What a request must be to be answered, and what every answer carries.

DNS rebinding and forged requests from other pages are the dangers of a service on loopback (OWASP, "Cross-Site Request
Forgery Prevention": custom request headers, Sec-Fetch-Site, Origin): a request must name this host, and one that
changes something must carry a header that no other page can send. A body is counted while it comes, and must keep
coming.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from fastapi import FastAPI
from fastapi.responses import JSONResponse
from starlette.datastructures import Headers, MutableHeaders

from sumber.serve.headers import HEADERS, cache_control
from sumber.serve.hosts import answers_to, host_of
from sumber.serve.options import ServeOptions
from sumber.serve.troubles import trouble

HEADER = "x-sumber"
COOKIE = "sumber-session"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FORMS = frozenset({"/login", "/logout"})  # posted by a form, which can send no header of ours
UPLOADS = "/api/imports"
BODY_LIMIT = 2_000_000  # bytes
UPLOAD_LIMIT = 60_000_000  # above what an import takes, so that its own sentence is heard
PATIENCE = 30.0  # seconds between two pieces of a body

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]


def add_guards(app: FastAPI, options: ServeOptions) -> None:
    """Put the guards before all routes."""
    app.add_middleware(Guards, options=options)


class Guards:
    """Stands around the whole application."""

    def __init__(self, app: Application, options: ServeOptions) -> None:
        self._app = app
        self._options = options

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        elif scope["type"] != "http":
            await self._app(scope, receive, send)
        else:
            answer = _with_headers(send, scope["path"])
            refusal = _refusal(scope, self._options)
            if refusal is None:
                await _counted(self._app, scope, receive, answer)
            else:
                await refusal(scope, receive, answer)


def session_of(headers: Headers) -> str:
    """What the session's cookie of a request holds, empty where there is none."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _with_headers(send: Send, path: str) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", cache_control(path, message["status"]))
        await send(message)

    return sending


def _refusal(scope: Scope, options: ServeOptions) -> JSONResponse | None:
    headers = Headers(scope=scope)
    path: str = scope["path"]
    host = headers.get("host", "")
    if not answers_to(host_of(host), options.hosts, options.any_address):
        return _refuse(421, f"this Sumber is not called {host!r}; it answers to {', '.join(options.hosts)}")
    changes = scope["method"] not in SAFE
    if changes and path not in FORMS and headers.get(HEADER) != "1":
        return _refuse(403, f"a request that changes something needs the header {HEADER}: 1")
    if (changes or path.startswith("/api/")) and not _is_from_here(headers, host):
        return _refuse(403, "a request from another site is not answered")
    if options.gate is not None and path.startswith("/api/") and not options.gate.knows(session_of(headers)):
        return _refuse(401, "this desk has a password; sign in at /login")
    return None


def _is_from_here(headers: Headers, host: str) -> bool:
    """True where a page of this desk asks, or no page at all (a program, an address typed)."""
    if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == host.lower()


async def _counted(app: Application, scope: Scope, receive: Receive, send: Send) -> None:
    """Run the application on a body that is counted while it is read."""
    limit = UPLOAD_LIMIT if scope["path"].startswith(UPLOADS) else BODY_LIMIT
    told = Headers(scope=scope).get("content-length", "0")
    if not told.isdecimal() or int(told) > limit:
        await _too_large(limit)(scope, receive, send)
        return
    body = _Body(receive, limit)
    begun = False

    async def sending(message: Message) -> None:
        nonlocal begun
        if body.refusal is None or begun:
            begun = True
            await send(message)

    with suppress(_Stopped):  # told below
        await app(scope, body.read, sending)
    if body.refusal is not None and not begun:
        await body.refusal(scope, receive, send)


class _Stopped(Exception):
    """The body is not read on."""


class _Body:
    """The body of a request. ``refusal`` is the answer where it was too large or stopped coming."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self.refusal: JSONResponse | None = None
        self._receive = receive
        self._limit = limit
        self._size = 0
        self._whole = False

    async def read(self) -> Message:
        """The next piece, in time; once the body is whole, what the server says of the connection."""
        if self._whole:
            return await self._receive()
        try:
            message = await asyncio.wait_for(self._receive(), PATIENCE)
        except TimeoutError:
            self.refusal = _refuse(408, f"nothing came for {PATIENCE:.0f} seconds")
            raise _Stopped from None
        self._size += len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
        if self._size > self._limit:
            self.refusal = _too_large(self._limit)
            raise _Stopped
        return message


def _too_large(limit: int) -> JSONResponse:
    answer = _refuse(413, f"this is more than the {limit / 1e6:.0f} MB that are taken at once")
    answer.headers["Connection"] = "close"  # the rest is not read
    return answer


def _refuse(status: int, why: str) -> JSONResponse:
    return trouble(status, why, "Refused")
