"""Keeping what a coder decides: single judgements, a whole filter at once, and taking both back."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path
from pydantic import BaseModel, Field

from sumber.review.bulk import accept_chosen
from sumber.review.copies import judge_copies
from sumber.review.fold import Action
from sumber.review.judge import Judgement, judge, redo, undo
from sumber.serve.answers.decisions import REPORT
from sumber.serve.desk import CoderOf, DeskOf
from sumber.serve.routes.queue import WantedOf
from sumber.serve.standing_view import EventNow, event_now
from sumber.store import Corpus

router = APIRouter(tags=["judgements"])

AT_ONCE = 500  # judgements of one batch sent by a page
MOST = 20_000  # events accepted by one filter

Name = Annotated[str, Field(min_length=8, max_length=64)]
Row = Annotated[int, Field(ge=0, le=2**53)]
Offset = Annotated[int, Field(ge=0, le=2**31)]
Span = Annotated[list[Offset], Field(min_length=2, max_length=2)]


class Said(BaseModel):
    """What a coder says of a field of an event (``*``: of the whole). ``seen`` is the event's revision they had before
    them; ``value`` belongs to ``mend``; ``evidence`` are characters, as [start, end] in code points."""

    report: Annotated[str, Field(pattern=REPORT)]
    field: Annotated[str, Field(max_length=12)]
    action: Action
    seen: Row
    value: Any = None
    evidence: Annotated[list[Span], Field(max_length=100)] = []
    reason: Annotated[str, Field(max_length=2_000)] = ""


class Batch(BaseModel):
    """One act of a coder. Its name is chosen by the sender: sent twice it is kept once."""

    batch: Name
    judgements: Annotated[list[Said], Field(min_length=1, max_length=AT_ONCE)]


class Kept(BaseModel):
    """Where the events that were judged stand now."""

    events: dict[str, EventNow]


class Reversed(BaseModel):
    """The documents of the batch that was taken back or restored; none where there was nothing to do."""

    documents: list[str]
    count: int


class Act(BaseModel):
    """The name of an act, chosen by the sender: sent twice it is done once."""

    batch: Name


class AlikeCount(BaseModel):
    """How many events were judged alike, in how many copies."""

    events: int
    documents: int


class Bulk(BaseModel):
    """``expect`` is the number that was shown to the coder: where there are more or fewer now, nothing is kept."""

    batch: Name
    expect: Row


class BulkCount(BaseModel):
    """How many events of a filter nobody judged yet, in how many documents; ``most`` may be accepted at once."""

    events: int
    documents: int
    most: int


@router.post("/judgements")
def keep(desk: DeskOf, coder: CoderOf, act: Batch) -> Kept:
    """Keep a batch, whole or not at all. 409: somebody judged one of the fields since it was seen."""
    told = [
        Judgement(one.report, one.field, one.action, one.seen, one.value, one.evidence, one.reason)
        for one in act.judgements
    ]
    found = judge(desk.store, act.batch, told, coder)
    return Kept(events={name: event_now(one) for name, one in found.items()})


@router.post("/undo")
def take_back(desk: DeskOf, coder: CoderOf) -> Reversed:
    """Take back the last act of this coder that stands."""
    touched = undo(desk.store, coder)
    return Reversed(documents=touched[:AT_ONCE], count=len(touched))


@router.post("/redo")
def restore(desk: DeskOf, coder: CoderOf) -> Reversed:
    """Restore what this coder took back last."""
    touched = redo(desk.store, coder)
    return Reversed(documents=touched[:AT_ONCE], count=len(touched))


@router.post("/articles/{key}/copies")
def copies(desk: DeskOf, coder: CoderOf, key: Annotated[str, Path(pattern="^[0-9a-f]{12}$")], act: Act) -> AlikeCount:
    """Judge the copies of an article as it was judged, wherever the machine says the same of an event."""
    found, _record = desk.store.record(key)
    return AlikeCount(**judge_copies(desk.store, act.batch, found, coder)._asdict())


@router.get("/bulk")
def count(desk: DeskOf, wanted: WantedOf) -> BulkCount:
    """How many events of a filter of the queue would be accepted: those that nobody judged as a whole."""
    with desk.corpus() as corpus:
        events, documents = corpus.queue.count_open(wanted)
    return BulkCount(events=events, documents=documents, most=MOST)


@router.post("/bulk")
def accept(desk: DeskOf, coder: CoderOf, wanted: WantedOf, act: Bulk) -> BulkCount:
    """Accept them as one act, which is taken back as one. 409: there are not as many as was shown."""

    def choose(corpus: Corpus) -> list[tuple[str, str]]:
        chosen = corpus.queue.open_events(wanted)
        if len(chosen) > MOST:
            raise HTTPException(422, f"at most {MOST} events are accepted at once; narrow the filter")
        if len(chosen) != act.expect:
            raise HTTPException(409, f"there are {len(chosen)} events now, not {act.expect}. Look at the number again.")
        return chosen

    kept = accept_chosen(desk.store, act.batch, choose, coder)
    with desk.corpus() as corpus:
        documents = corpus.review.documents_of(act.batch)
    return BulkCount(events=kept, documents=len(documents), most=MOST)
