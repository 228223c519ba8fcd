"""Files of what is seen, without a release: all formats, and the dossier of an event."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter
from fastapi import Path as InPath
from fastapi.responses import FileResponse, Response
from starlette.background import BackgroundTask

from sumber.serve.choices import AskedChoice
from sumber.serve.desk import DeskOf
from sumber.share import FORMS, dossier, export, form_of

router = APIRouter()

Form = Literal["csv", "jsonl", "parquet", "polecat", "acled", "ucdp", "ftm", "annotation"]
Documented = dict[int | str, dict[str, Any]]


def files_of(*media: str) -> Documented:
    """What a route that sends files says of itself."""
    return {200: {"content": {one: {"schema": {}} for one in media}}}


EXPORTS = files_of(*dict.fromkeys(form.media for form in FORMS.values()))


@router.get("/export/{form}", response_class=FileResponse, responses=EXPORTS)
def export_file(desk: DeskOf, form: Form, choice: AskedChoice) -> FileResponse:
    """The events that a filter asks for, in one file; what was refused is left out."""
    chosen = form_of(form)
    with tempfile.NamedTemporaryFile(prefix="sumber-", suffix=f"-{chosen.file}", delete=False) as made:
        path = Path(made.name)
    try:
        with desk.store.snapshot() as corpus:
            export(corpus, form, path, choice)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    sweep = BackgroundTask(path.unlink, missing_ok=True)
    return FileResponse(path, media_type=chosen.media, filename=chosen.file, background=sweep)


@router.get("/dossier/{name}", response_class=Response, responses=files_of("text/html"))
def dossier_file(
    desk: DeskOf, name: Annotated[str, InPath(max_length=40)], words: Literal["en", "id"] = "en"
) -> Response:
    """An event in one HTML page to keep. It is sent as a file, for it brings its own look."""
    with desk.corpus() as corpus:
        page = dossier(corpus, name, words)
    kept = "".join(letter if letter.isalnum() else "-" for letter in name)
    headers = {"Content-Disposition": f'attachment; filename="{kept}.html"'}
    return Response(page, media_type="text/html", headers=headers)
