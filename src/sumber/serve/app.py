"""The application: its rooms' routes under /api, the built pages under /, and what guards both.

A request meets the guards first: who may ask (host, other pages, password), how much may be sent; and every answer gets
their headers on its way back.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module

from fastapi import FastAPI

from sumber import __version__
from sumber.serve.desk import Desk
from sumber.serve.guards import add_guards
from sumber.serve.login import login_router
from sumber.serve.options import ServeOptions
from sumber.serve.pages import add_pages
from sumber.serve.troubles import TROUBLES, add_troubles

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
        app.include_router(import_module(f"sumber.serve.routes.{name}").router, prefix="/api", responses=TROUBLES)
    add_troubles(app)
    if options.gate is not None:
        app.include_router(login_router(options, options.gate))
    add_pages(app)
    add_guards(app, options)
    return app
