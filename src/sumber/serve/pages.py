"""The built pages: files of the package, nothing else. The page's own places are behind a #, so there is one page."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from fastapi import FastAPI, HTTPException
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles


def static_folder() -> Path:
    """The folder of the built pages."""
    return Path(str(resources.files("sumber.serve"))) / "static"


def add_pages(app: FastAPI) -> None:
    """Answer / with the page and /assets with its parts."""
    folder = static_folder()
    if (folder / "assets").is_dir():
        app.mount("/assets", StaticFiles(directory=folder / "assets"), name="assets")

    @app.api_route("/", methods=["GET", "HEAD"], include_in_schema=False)
    def page() -> FileResponse:
        file = folder / "index.html"
        if not file.is_file():
            raise HTTPException(503, "the pages are not built: npm ci && npm run build in web/")
        return FileResponse(file, media_type="text/html", headers={"Cache-Control": "no-cache"})

    @app.get("/licences.txt", include_in_schema=False)
    def licences() -> FileResponse:
        return FileResponse(folder.parent / "licences.txt", media_type="text/plain; charset=utf-8")
