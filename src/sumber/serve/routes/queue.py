"""The queue: stories with what is left to do in them, and the articles to go through in that order."""

from __future__ import annotations

import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from sumber.review.queue import Placed, page_of
from sumber.serve.desk import Desk, DeskOf
from sumber.store import Corpus
from sumber.store.queue import Load, QueueFilter, QueueState

router = APIRouter(tags=["queue"])

LIMIT = 30
MOST = 200
BEFORE = 10  # stories that one may go back to from where one began
OUTLETS = 6  # named in a row; the others are counted

After = Annotated[str | None, Query(max_length=60, description="the cursor of the page before")]
Limit = Annotated[int, Query(ge=1, le=MOST)]


class QueueStory(BaseModel):
    """A story in the queue. ``place``: 0 changed, 1 asked, 2 open, 3 unsure, 4 done. ``opens`` is the document to begin
    with, ``voices`` the number of independent origins of its texts, ``copies`` of documents taken from another."""

    story: str
    title: str | None
    first: str | None
    last: str | None
    place: int
    documents: int
    copies: int
    voices: int
    outlets: list[str]
    more_outlets: int
    langs: list[str]
    events: int
    open: int
    settled: int
    changed: int
    asked: int
    unsure: int
    opens: str


class QueueTotal(BaseModel):
    """What the stories of the filter hold in all."""

    stories: int
    documents: int
    events: int
    settled: int


class QueuePage(BaseModel):
    """A page of the queue; ``next`` is the cursor of the next one. ``total`` counts all pages."""

    stories: list[QueueStory]
    next: str | None
    total: QueueTotal


class WalkStep(BaseModel):
    """A document to go through, with its story."""

    document: str
    story: str


class WalkPage(BaseModel):
    """Documents to go through, in the order of the queue; ``next`` is the cursor of the page after it."""

    documents: list[WalkStep]
    next: str | None


class Count(BaseModel):
    """A value to filter by, and how often it stands in the store."""

    value: str
    count: int


class Facets(BaseModel):
    """Values to filter by: events by type and country, documents by outlet and language."""

    type: list[Count]
    country: list[Count]
    outlet: list[Count]
    lang: list[Count]


def _filter(
    state: QueueState = "todo",
    type: Annotated[str | None, Query(max_length=12)] = None,
    country: Annotated[str | None, Query(pattern="^[A-Z]{3}$")] = None,
    outlet: Annotated[str | None, Query(max_length=200)] = None,
    lang: Annotated[str | None, Query(max_length=8)] = None,
    q: Annotated[str | None, Query(max_length=200)] = None,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
) -> QueueFilter:
    days = [day.isoformat() if day else None for day in (since, until)]
    return QueueFilter(state, type.upper() if type else None, country, outlet, lang, q, *days)


WantedOf = Annotated[QueueFilter, Depends(_filter)]


@router.get("/queue")
def queue(desk: DeskOf, wanted: WantedOf, after: After = None, limit: Limit = LIMIT) -> QueuePage:
    """Stories of a filter: first those with something to do, the newest first."""
    placed = _placed(desk, wanted)
    shown = page_of(placed, limit, after)
    with desk.corpus() as corpus:
        stories = _told(desk, corpus, shown)
    total = QueueTotal(
        stories=len(placed),
        documents=sum(len(one.shelved.documents) for one in placed),
        events=sum(one.load.events for one in placed),
        settled=sum(one.load.settled for one in placed),
    )
    return QueuePage(stories=stories, next=_next(shown, limit), total=total)


@router.get("/queue/documents")
def documents(
    desk: DeskOf,
    wanted: WantedOf,
    after: After = None,
    at: Annotated[str | None, Query(max_length=13, description="a story: the page begins a few before it")] = None,
    limit: Limit = LIMIT,
) -> WalkPage:
    """The documents of a filter, story by story in the order of the queue. ``limit`` counts stories."""
    placed = _placed(desk, wanted)
    if at is not None:
        here = next((number for number, one in enumerate(placed) if one.shelved.story == at), 0)
        placed = placed[max(0, here - BEFORE) :]
    shown = page_of(placed, limit, after)
    steps = [WalkStep(document=key, story=one.shelved.story) for one in shown for key in one.chosen]
    return WalkPage(documents=steps, next=_next(shown, limit))


@router.get("/queue/facets")
def facets(desk: DeskOf) -> Facets:
    """What there is to filter by in the whole store."""
    with desk.corpus() as corpus:
        found = desk.kept("queue facets", corpus.queue.facets)
    return Facets(**{name: [Count(value=v, count=n) for v, n in listed] for name, listed in found.items()})


def _placed(desk: Desk, wanted: QueueFilter) -> list[Placed]:
    def place() -> list[Placed]:
        with desk.corpus() as corpus:
            return desk.queue.placed(corpus, desk.store.token(corpus_only=True), wanted)

    return desk.kept(("queue", wanted), place)


def _next(shown: list[Placed], limit: int) -> str | None:
    return shown[-1].cursor if len(shown) == limit else None


def _told(desk: Desk, corpus: Corpus, shown: list[Placed]) -> list[QueueStory]:
    keys = [key for one in shown for key in one.shelved.documents]
    headings = corpus.documents.headings(keys)
    voices = desk.queue.voices(corpus, shown)
    found = []
    for one in shown:
        told = [headings[key] for key in one.shelved.documents]
        outlets = list(dict.fromkeys(heading["outlet"] for heading in told if heading["outlet"]))
        load = one.load
        found.append(
            QueueStory(
                story=one.shelved.story,
                title=next((heading["title"] for heading in told if heading["title"]), None),
                first=one.shelved.first or None,
                last=one.shelved.last or None,
                place=one.place,
                documents=len(told),
                copies=one.shelved.copies,
                voices=voices[one.shelved.story],
                outlets=outlets[:OUTLETS],
                more_outlets=max(0, len(outlets) - OUTLETS),
                langs=sorted({heading["lang"] for heading in told}),
                open=load.open,
                **load._asdict(),
                opens=next((key for key in one.chosen if _is_left(desk.queue.load(key))), one.chosen[0]),
            )
        )
    return found


def _is_left(load: Load) -> bool:
    return load.settled < load.events
