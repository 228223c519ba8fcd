"""The application: its rooms' routes under /api, the built pages under /, and what guards both.

The order of the guards is the order in which a request meets them: who may ask (host, password), what may be sent
(size, CSRF), what goes back (headers).
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from sumber import __version__
from sumber.errors import ConflictError, ReviewError, StoreError, SumberError
from sumber.serve.desk import Desk
from sumber.serve.guards import add_guards
from sumber.serve.options import ServeOptions
from sumber.serve.pages import add_pages

#: One file a screen; each holds a `router`.
ROUTES = (
    "meta", "queue", "articles", "judgements", "claims", "bench", "sources", "tolls", "timeline", "dyads", "places",
    "search", "codebook", "imports", "agreement", "releases",
)  # fmt: skip


def make_app(options: ServeOptions) -> FastAPI:
    """The application over one store. Raises StoreError where the store cannot be opened."""
    desk = Desk(options)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()

    app = FastAPI(
        title="Sumber",
        version=__version__,
        summary="Who did what to whom, when, where, how many, and who says so.",
        lifespan=lifespan,
        docs_url=None,  # the usual pages fetch their scripts from elsewhere
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.desk = desk
    for name in ROUTES:
        app.include_router(import_module(f"sumber.serve.routes.{name}").router, prefix="/api")
    app.add_exception_handler(SumberError, _told)
    add_pages(app)
    add_guards(app, options)
    return app


async def _told(_request: Request, error: Exception) -> JSONResponse:
    """An error that Sumber can name, as its sentence."""
    status = 400
    if isinstance(error, StoreError):
        status = 404
    elif isinstance(error, ConflictError):
        status = 409
    elif isinstance(error, ReviewError):
        status = 422
    return JSONResponse({"detail": str(error), "kind": type(error).__name__}, status)
