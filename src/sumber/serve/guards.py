"""What a request must be to be answered, and what every answer carries.

DNS rebinding and forged requests from other pages are the dangers of a service on loopback (OWASP, "Cross-Site Request
Forgery Prevention": custom request headers, Sec-Fetch-Site): a request must name this host, and one that changes
something must carry a header that no other page can send.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

from sumber.serve.options import ServeOptions

HEADER = "x-sumber"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
BODY_LIMIT = 2_000_000  # bytes, but for uploads of articles, which have their own
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

Next = Callable[[Request], Awaitable[Response]]


def add_guards(app: FastAPI, options: ServeOptions) -> None:
    """Put the guards before all routes."""

    @app.middleware("http")
    async def guard(request: Request, call_next: Next) -> Response:
        refusal = _refusal(request, options)
        answer = refusal or await call_next(request)
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        if request.url.path.startswith("/api/"):
            answer.headers.setdefault("Cache-Control", "no-store")
        return answer


def _refusal(request: Request, options: ServeOptions) -> JSONResponse | None:
    host = request.headers.get("host", "").rsplit(":", 1)[0].strip("[]")
    if host not in options.hosts:
        return _refuse(421, f"this Sumber is not called {host!r}; it answers to {', '.join(options.hosts)}")
    if request.method not in SAFE:
        if request.headers.get(HEADER) != "1":
            return _refuse(403, f"a request that changes something needs the header {HEADER}: 1")
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return _refuse(403, "a request from another site is not answered")
    return None


def _refuse(status: int, why: str) -> JSONResponse:
    return JSONResponse({"detail": why, "kind": "Refused"}, status)
