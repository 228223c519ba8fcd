"""What goes wrong, as answers: always a sentence for the person and a word for the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from sumber.errors import ConflictError, ReviewError, StoreError, SumberError
from sumber.serve.headers import HEADERS

SHOWN = 3  # mistakes of one request that are told


class Trouble(BaseModel):
    """What went wrong: ``detail`` in a sentence, ``kind`` in a word."""

    detail: str
    kind: str


#: What every route may answer, for the description of the API.
TROUBLES: dict[int | str, dict[str, Any]] = {
    status: {"model": Trouble, "description": description}
    for status, description in {
        400: "It cannot be done so.",
        401: "The desk has a password.",
        403: "It was not asked from the desk itself.",
        404: "There is no such thing in the store.",
        409: "Somebody changed it in the meantime.",
        413: "It is too large.",
        421: "The desk has another name.",
        422: "What was sent does not make sense.",
        503: "Something is missing in this installation.",
    }.items()
}

_STATUS: Mapping[type[SumberError], int] = {ConflictError: 409, ReviewError: 422, StoreError: 404}


def add_troubles(app: FastAPI) -> None:
    """Answer errors of all kinds in one form."""
    handlers: Mapping[Any, Callable[..., Any]] = {
        SumberError: _told,
        RequestValidationError: _misunderstood,
        HTTPException: _plain,
        Exception: _broken,
    }
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, handler)


def trouble(status: int, detail: str, kind: str, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The answer."""
    return JSONResponse({"detail": detail, "kind": kind}, status, headers=dict(headers or {}))


async def _told(_request: Request, error: SumberError) -> JSONResponse:
    """An error that Sumber can name, as its sentence."""
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 400)
    return trouble(status, str(error), type(error).__name__)


async def _misunderstood(_request: Request, error: RequestValidationError) -> JSONResponse:
    """What was sent is not what the API describes; the first mistakes are told, without what was sent."""
    told = [
        f"{'.'.join(str(part) for part in one['loc'][1:]) or one['loc'][0]}: {one['msg']}" for one in error.errors()
    ]
    more = f" … and {len(told) - SHOWN} more" if len(told) > SHOWN else ""
    return trouble(422, "; ".join(told[:SHOWN]) + more, "Misunderstood")


async def _plain(_request: Request, error: HTTPException) -> JSONResponse:
    return trouble(error.status_code, error.detail, "Refused", error.headers)


async def _broken(_request: Request, _error: Exception) -> JSONResponse:
    """What Sumber did not foresee; the server goes on to write it to the terminal. The guards are inside of this."""
    why = "Something broke inside Sumber; nothing was kept of this request. The terminal it runs in says what."
    return trouble(500, why, "Broken", {**HEADERS, "Cache-Control": "no-store"})
