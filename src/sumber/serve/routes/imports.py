"""Articles by drag and drop: received, coded in the background, merged; and how far that is."""

from __future__ import annotations

import datetime
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Literal

from fastapi import APIRouter, FastAPI, HTTPException, Query, Request
from pydantic import BaseModel
from starlette.requests import ClientDisconnect

from sumber.model import Hints
from sumber.read import SUFFIXES
from sumber.serve.desk import DeskOf
from sumber.serve.jobs import Job, Jobs, Phase, State
from sumber.serve.spool import LIMIT, Receiving, TooLargeError, Upload

MOST_WAITING = 5_000  # uploads


@asynccontextmanager
async def _going_on(app: FastAPI) -> AsyncIterator[None]:
    """What the server before this one left is gone on with at once."""
    app.state.desk.part(Jobs)
    yield


router = APIRouter(tags=["imports"], lifespan=_going_on)

Ident = Annotated[str, Query(max_length=40)]
_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


class ImportJob(BaseModel):
    """One file on its way into the store: how many of its documents (``total``, where known) were kept, known already,
    or failed, with the sentences of the first failures."""

    id: str
    name: str
    size: int
    state: State
    total: int | None
    kept: int
    known: int
    failed: int
    troubles: list[str]


class Imports(BaseModel):
    """What is under way. ``phase``: loading is of the language model; ``merged`` of ``merging`` documents are compared
    with the others. ``waiting`` files are not begun; ``jobs`` are the newest first; ``trouble`` is what broke the
    last run off."""

    phase: Phase
    waiting: int
    active: int
    done: int
    total: int
    per_minute: float | None
    merged: int
    merging: int
    trouble: str | None
    limit: int
    suffixes: list[str]
    jobs: list[ImportJob]
    next: str | None


@router.post("/imports", openapi_extra=_BODY)
async def take_upload(
    request: Request,
    desk: DeskOf,
    name: Annotated[str, Query(min_length=1, max_length=400, description="what the file is called")],
    date: Annotated[datetime.date | None, Query(description="day of publication, where the file does not say")] = None,
    lang: Literal["id", "en"] | None = None,
    outlet: Annotated[str | None, Query(max_length=120)] = None,
    plain: Annotated[bool, Query(description="the text is the article's body as it stands")] = False,
) -> ImportJob:
    """Receive one file (text, HTML or JSON lines, packed with gzip or not) and line it up for coding."""
    jobs = desk.part(Jobs)
    if sum(not job.is_over for job in jobs.all()) >= MOST_WAITING:
        raise HTTPException(429, f"{MOST_WAITING} files are waiting already; wait until some are done")
    hints = Hints(date.isoformat() if date else None, lang, " ".join(outlet.split()) or None if outlet else None, plain)
    return _shown(jobs.add(await _received(request, jobs, name, hints)))


async def _received(request: Request, jobs: Jobs, name: str, hints: Hints) -> Upload:
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > LIMIT:
        raise HTTPException(413, f"the file is larger than {LIMIT // 1_000_000} MB; split it or use: sumber add")
    with Receiving(jobs.folder, name, hints) as receiving:
        try:
            async for piece in request.stream():
                receiving.add(piece)
        except TooLargeError as error:
            raise HTTPException(413, str(error)) from error
        except ClientDisconnect as error:
            raise HTTPException(400, "the file did not arrive whole; send it again") from error
        return receiving.finish()


@router.get("/imports")
def imports(
    desk: DeskOf,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    after: Annotated[str | None, Query(max_length=40)] = None,
) -> Imports:
    """How far everything is, and the files of this session of the server."""
    jobs = desk.part(Jobs)
    everything = jobs.all()
    active = [job for job in everything if not job.is_over]
    idents = [job.upload.id for job in everything]
    if after is not None and after not in idents:
        raise HTTPException(404, "there is no such import to go on from; start from the newest")
    first = idents.index(after) + 1 if after is not None else 0
    page = everything[first : first + limit]
    return Imports(
        phase=jobs.phase,
        waiting=sum(job.state == "waiting" for job in active),
        active=len(active),
        done=sum(job.done for job in active),
        total=sum(max(job.total or 0, job.done) for job in active),
        per_minute=jobs.per_minute(),
        merged=jobs.merged[0],
        merging=jobs.merged[1],
        trouble=jobs.trouble,
        limit=LIMIT,
        suffixes=sorted(SUFFIXES),
        jobs=[_shown(job) for job in page],
        next=page[-1].upload.id if len(everything) > first + limit else None,
    )


@router.get("/jobs/{ident}")
def job(desk: DeskOf, ident: str) -> ImportJob:
    """How far one file is."""
    return _shown(_known(desk.part(Jobs), ident))


@router.post("/jobs/{ident}/cancel")
def cancel(desk: DeskOf, ident: str) -> ImportJob:
    """Take no more articles of a file; those that are in the store stay."""
    jobs = desk.part(Jobs)
    found = _known(jobs, ident)
    jobs.cancel(found)
    return _shown(found)


def _known(jobs: Jobs, ident: str) -> Job:
    found = jobs.get(ident)
    if found is None:
        raise HTTPException(404, "there is no such import; the server may have been started anew")
    return found


def _shown(job: Job) -> ImportJob:
    return ImportJob(
        id=job.upload.id,
        name=job.upload.name,
        size=job.upload.size,
        state=job.state,
        total=job.total,
        kept=job.kept,
        known=job.known,
        failed=job.failed,
        troubles=list(job.troubles),
    )
