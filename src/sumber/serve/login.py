"""Signing in, where the desk has a password: a page without script, so that it works before anything else does."""

from __future__ import annotations

import html
import json
from functools import cache
from importlib import resources
from string import Template
from typing import Any
from urllib.parse import parse_qs, quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from sumber.serve.guards import COOKIE, session_of
from sumber.serve.options import ServeOptions
from sumber.serve.password import Gate

LANGS = ("en", "id")


def login_router(options: ServeOptions, gate: Gate) -> APIRouter:
    """The routes /login and /logout."""
    router = APIRouter(include_in_schema=False)

    @router.get("/login")
    def page(request: Request, back: str = "") -> HTMLResponse:
        return _page(request, "", back, signed_in=gate.knows(session_of(request.headers)))

    @router.get("/login.css")
    def style() -> Response:
        return Response(_file("login.css"), media_type="text/css")

    @router.post("/login")
    async def enter(request: Request) -> Response:
        form = parse_qs((await request.body()).decode("utf-8", "replace"))
        password, back = (form.get(name, [""])[0] for name in ("password", "back"))
        address = request.client.host if request.client else ""
        wait = gate.wait(address)
        if wait > 0:
            answer = _page(request, "slow", back, 429, seconds=str(int(wait) + 1))
            answer.headers["Retry-After"] = str(int(wait) + 1)
            return answer
        if not await run_in_threadpool(gate.opens, password.strip(), address):
            return _page(request, "wrong", back, 401)
        # Only a place within the page: it begins with the page's own address.
        found = RedirectResponse("/" + quote(back, safe="#/?=&%~.-_") if back.startswith("#/") else "/", 303)
        found.set_cookie(COOKIE, gate.enter(), httponly=True, samesite="strict", secure=options.secure)
        return found

    @router.post("/logout")
    def leave(request: Request) -> Response:
        gate.leave(session_of(request.headers))
        found = RedirectResponse("/login", 303)
        found.delete_cookie(COOKIE, httponly=True, samesite="strict", secure=options.secure)
        return found

    return router


def _page(
    request: Request, trouble: str, back: str, status: int = 200, signed_in: bool = False, seconds: str = ""
) -> HTMLResponse:
    lang = _language(request.headers.get("accept-language", ""))
    words = _words()[lang]
    told = f'<p role="alert">{html.escape(words[trouble].format(seconds=seconds))}</p>' if trouble else ""
    filled = Template(_file("signed_in.html" if signed_in else "login.html"))
    texts = {name: html.escape(text) for name, text in words.items()}
    return HTMLResponse(filled.substitute(texts, lang=lang, told=told, back=html.escape(back)), status)


def _language(accepted: str) -> str:
    """The first language of the browser that the page is written in."""
    asked = (one.split(";")[0].strip().lower().split("-")[0] for one in accepted.split(","))
    return next((one for one in asked if one in LANGS), LANGS[0])


@cache
def _words() -> dict[str, dict[str, str]]:
    found: dict[str, Any] = json.loads(_file("words.json"))
    return found


@cache
def _file(name: str) -> str:
    return resources.files("sumber.serve").joinpath("login_page", name).read_text(encoding="utf-8")
