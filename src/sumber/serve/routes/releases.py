"""Releases: what the last ones held, what the next would change, and the files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from fastapi import Path as InPath
from fastapi.responses import FileResponse
from pydantic import BaseModel, ConfigDict, Field

from sumber.errors import StoreError
from sumber.serve.choices import ChoiceOf
from sumber.serve.desk import CoderOf, Desk, DeskOf
from sumber.serve.release_jobs import Job, JobsOf, State
from sumber.serve.routes.exports import Form, files_of
from sumber.serve.routes.exports import router as exports
from sumber.share import FORMS
from sumber.share.release import Order, check_order, look, release

router = APIRouter(tags=["releases"])
router.include_router(exports)


class Released(BaseModel):
    """One release. ``choice`` is what was asked for; ``has_file`` whether its zip is still where it was written."""

    name: str
    at: str
    coder: str
    note: str
    events: int
    digest: str
    choice: dict[str, Any]
    has_file: bool


_KEPT = ("name", "at", "coder", "note", "events", "digest", "choice")


class Releases(BaseModel):
    """Releases, the newest first. ``after`` asks for the next page; it is null at the end."""

    releases: list[Released]
    after: str | None
    folder: str
    forms: list[Form]


class ChangeOf(BaseModel):
    """An event that is new, changed or withdrawn. ``fields`` are the columns that changed; ``reason`` of a withdrawal:
    refused, merged (``now`` is what it has become), chosen no more, gone."""

    event_id: str
    report: str | None
    change: Literal["new", "changed", "withdrawn"]
    fields: list[str]
    reason: str
    now: str
    type: str | None
    begin: str | None
    actors: str | None
    recipients: str | None
    title: str | None
    lang: str | None


class Check(BaseModel):
    """What a look at the chosen events found: how many, and the first of them (permanent name, name on the desk)."""

    check: str
    count: int
    events: list[tuple[str, str]]


class Outlook(BaseModel):
    """What a release holds or would hold, against the one before it. ``changes`` are the first of them."""

    events: int
    new: int
    changed: int
    withdrawn: int
    same: int
    since: str | None
    changes: list[ChangeOf]
    checks: list[Check]
    digest: str


class Work(BaseModel):
    """Work under way: ask for it again until it is done or failed."""

    id: str
    state: State
    done: int
    total: int
    trouble: str | None
    outlook: Outlook | None
    file: str | None


class NewRelease(BaseModel):
    """A release to be made. ``name`` becomes that of its file; ``day`` is today where it is not given."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._\-]{0,63}$")]
    forms: Annotated[list[Form], Field(min_length=1, max_length=len(FORMS))]
    choice: ChoiceOf = Field(default_factory=ChoiceOf)
    note: Annotated[str, Field(max_length=2_000)] = ""
    day: date | None = None


def folder_of(desk: Desk) -> Path:
    """The folder beside the store in which its releases lie."""
    store = Path(desk.options.store)
    return store.with_name(f"{store.stem}-releases")


@router.get("/releases")
def releases(
    desk: DeskOf,
    after: Annotated[str | None, Query(max_length=64)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Releases:
    """The releases so far, the newest first."""
    with desk.corpus() as corpus:
        listed = corpus.releases.listed()
    if after is not None:
        names = [row["name"] for row in listed]
        if after not in names:
            raise StoreError(f"there is no release called {after!r}")
        listed = listed[names.index(after) + 1 :]
    folder = folder_of(desk)
    shown = [
        Released.model_validate({name: row[name] for name in _KEPT} | {"has_file": _zip(folder, row).is_file()})
        for row in listed[:limit]
    ]
    more = shown[-1].name if len(listed) > limit else None
    return Releases(releases=shown, after=more, folder=str(folder), forms=list(FORMS))  # type: ignore[arg-type]


@router.post("/releases/look")
def begin_look(desk: DeskOf, jobs: JobsOf, asked: ChoiceOf) -> Work:
    """Begin to see what a release of these events would hold. Keeps nothing."""
    choice = asked.choice()
    job = jobs.start(("look", choice), desk.store.token(), lambda told: (None, look(desk.store, choice, told)))
    return _work(job)


@router.post("/releases")
def begin_release(desk: DeskOf, jobs: JobsOf, coder: CoderOf, asked: NewRelease) -> Work:
    """Begin to make a release: a zip in the folder of releases, and its place in the list."""
    day = asked.day or date.today()
    forms = tuple(dict.fromkeys(asked.forms))
    order = Order(asked.name, day.isoformat(), coder, asked.choice.choice(), forms, asked.note.strip())
    check_order(order)
    folder = folder_of(desk)
    job = jobs.start(("release", order), desk.store.token(), lambda told: release(desk.store, order, folder, told))
    return _work(job)


@router.get("/releases/jobs/{ident}")
def work(jobs: JobsOf, ident: Annotated[str, InPath(max_length=32)]) -> Work:
    """How far a look or a release is, and what it found."""
    return _work(jobs.get(ident))


@router.get("/releases/{name}/file", response_class=FileResponse, responses=files_of("application/zip"))
def file(desk: DeskOf, name: Annotated[str, InPath(max_length=64)]) -> FileResponse:
    """The zip of a release."""
    with desk.corpus() as corpus:
        row = corpus.releases.named(name)
    if row is None:
        raise StoreError(f"there is no release called {name!r}")
    path = _zip(folder_of(desk), row)
    if not path.is_file():
        raise StoreError(f"{path} is not there any more; what it held is still in the store")
    return FileResponse(path, media_type="application/zip", filename=path.name)


def _zip(folder: Path, row: dict[str, Any]) -> Path:
    return folder / f"{row['name']}.zip"


def _work(job: Job) -> Work:
    outlook = None
    if job.report is not None:
        report = job.report
        checks = [
            Check(check=name, count=count, events=report.checked.events[name])
            for name, count in sorted(report.checked.counts.items(), key=lambda pair: (-pair[1], pair[0]))
        ]
        changes = [
            ChangeOf.model_validate(
                {name: one.row.get(name) for name in ("type", "actors", "recipients", "title", "lang", "report")}
                | {name: getattr(one, name) for name in ("event_id", "change", "reason", "now")}
                | {"begin": one.row.get("from"), "fields": list(one.fields)}
            )
            for one in report.changes
        ]
        outlook = Outlook(
            events=report.events,
            **report.counts,
            since=report.previous,
            changes=changes,
            checks=checks,
            digest=report.digest,
        )
    file = job.path.name if job.path else None
    return Work(
        id=job.id, state=job.state, done=job.done, total=job.total, trouble=job.trouble, outlook=outlook, file=file
    )
