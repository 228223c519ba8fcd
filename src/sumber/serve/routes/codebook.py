"""The codebook as pages, and a sentence tried against it."""

from __future__ import annotations

import datetime
import time
from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel, Field

from sumber import codebook as files
from sumber.model.record import to_contract
from sumber.review.fields import FIELDS, field_spans, machine_values
from sumber.serve.desk import DeskOf
from sumber.serve.trials import BusyError, State, Trials
from sumber.tend import Trial, find_entries, pages

router = APIRouter(tags=["codebook"], prefix="/codebook")

LONGEST = 2_000  # characters of a text that is tried


class CodebookPage(BaseModel):
    """A file of the codebook: ``name`` is what its entries are asked for by, ``about`` what its head says of it."""

    name: str
    lang: Literal["id", "en"] | None
    subject: str
    about: str


class Contents(BaseModel):
    """All pages. ``own`` is the folder of the user's own that is read after the package's, where there is one."""

    fingerprint: str
    own: str | None
    pages: list[CodebookPage]


class EntryRow(BaseModel):
    """A key of an entry with its words."""

    key: str
    values: list[str]


class CodebookEntry(BaseModel):
    """One entry: a trigger, a cue, a role, a rule of time …"""

    page: str
    section: str
    name: str
    rows: list[EntryRow]
    example: str | None


class EntryPage(BaseModel):
    """Some entries of those that hold the words sought. ``next`` is to be asked for with ``after``."""

    total: int
    next: int | None
    entries: list[CodebookEntry]


class TrialAsked(BaseModel):
    """A text to be read as the body of an article; ``date`` is its day of publication."""

    text: str = Field(min_length=1, max_length=LONGEST)
    lang: Literal["id", "en"] | None = None
    date: datetime.date | None = None


class TrialForm(BaseModel):
    """A form of the codebook that stands in the text. ``code`` and ``fill`` say why it was stopped, ``why`` in English;
    ``event`` is what it became."""

    words: str
    start: int
    end: int
    rule: str
    outcome: Literal["fired", "merged", "stopped"]
    code: str | None
    fill: dict[str, str]
    why: str
    event: str | None


class TrialField(BaseModel):
    """What was read into a field of an event, and the characters it stands on."""

    field: str
    value: Any
    spans: list[tuple[int, int]]


class TrialEvent(BaseModel):
    """An event found."""

    id: str
    type: str
    rule: str
    why: str
    trigger: tuple[int, int]
    fields: list[TrialField]


class TrialToken(BaseModel):
    """A word as the language model reads it: its tag, and which word (by place in this list) it hangs on and how."""

    text: str
    lemma: str
    tag: str
    relation: str
    head: int | None


class TrialRead(BaseModel):
    """What became of a text. ``seconds`` is how long it took."""

    text: str
    lang: str
    forms: list[TrialForm]
    events: list[TrialEvent]
    tokens: list[TrialToken]
    seconds: float


class ModelState(BaseModel):
    """Whether the language model is loaded."""

    state: State


@router.get("")
def contents() -> Contents:
    """All pages of the codebook."""
    own = files.overlay()
    shown = [CodebookPage.model_validate(page, from_attributes=True) for page in pages()]
    return Contents(fingerprint=files.fingerprint(), own=own.name if own else None, pages=shown)


@router.get("/entries")
def entries(
    page: Annotated[str | None, Query(max_length=80)] = None,
    q: Annotated[str, Query(max_length=200)] = "",
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    after: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> EntryPage:
    """The entries of a page, or of all pages, that hold all words sought."""
    found = find_entries(page, q)
    shown = [CodebookEntry.model_validate(one, from_attributes=True) for one in found[after : after + limit]]
    more = after + limit if len(found) > after + limit else None
    return EntryPage(total=len(found), next=more, entries=shown)


@router.post("/warm")
def warm(desk: DeskOf) -> ModelState:
    """Begin to load the language model, so that the first sentence does not wait for it."""
    return ModelState(state=desk.part(Trials).warm())


@router.post("/try")
def try_sentence(desk: DeskOf, asked: TrialAsked) -> TrialRead:
    """Read a text, and tell what became of every form of the codebook that stands in it."""
    if not asked.text.strip():
        raise HTTPException(422, "there is no sentence to read; write one")
    begun = time.monotonic()
    try:
        trial = desk.part(Trials).read(asked.text, asked.lang, asked.date.isoformat() if asked.date else None)
    except BusyError as error:
        raise HTTPException(503, str(error)) from error
    return _shown(trial, time.monotonic() - begun)


def _shown(trial: Trial, seconds: float) -> TrialRead:
    record = to_contract(trial.record)
    return TrialRead(
        text=trial.record.text,
        lang=trial.record.lang,
        forms=[TrialForm.model_validate(attempt, from_attributes=True) for attempt in trial.attempts],
        events=[_event(record, event) for event in record["events"]],
        tokens=_tokens(trial),
        seconds=round(seconds, 3),
    )


def _event(record: dict[str, Any], event: dict[str, Any]) -> TrialEvent:
    values, spans = machine_values(record, event), field_spans(record, event)
    return TrialEvent(
        id=event["id"],
        type=event["type"],
        rule=event["rule"],
        why=event["why"],
        trigger=(event["trigger"]["start"], event["trigger"]["end"]),
        fields=[TrialField(field=name, value=values[name], spans=[(a, b) for a, b in spans[name]]) for name in FIELDS],
    )


def _tokens(trial: Trial) -> list[TrialToken]:
    seen = [token for token in trial.doc if not token.is_space]
    places = {token.i: place for place, token in enumerate(seen)}
    return [
        TrialToken(
            text=token.text,
            lemma=token.lemma_,
            tag=token.pos_,
            relation=token.dep_,
            head=None if token.head.i == token.i else places.get(token.head.i),
        )
        for token in seen
    ]
