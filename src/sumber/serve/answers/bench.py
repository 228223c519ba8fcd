"""What the merge bench and the stories are told."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from sumber.merge.events.voices import Backing

Answer = Literal["same", "different", "unsure"]
DoubtKind = Literal["joined", "near", "torn"]


class Told(BaseModel):
    """Reads its fields from the views' dataclasses."""

    model_config = ConfigDict(from_attributes=True)


class Voice(Told):
    """An origin: a speaker, a medium, an outlet of its own. Equal keys are one voice."""

    kind: Literal["speaker", "medium", "outlet", "unknown"]
    name: str | None
    key: str


class Report(Told):
    """One report: what it says of each field, in which words, by whose voice. ``via`` are the media it names, nearest
    to the reader first; ``copy_of`` the document its text was taken from."""

    name: str
    document: str
    outlet: str | None
    published: str | None
    title: str | None
    lang: str
    values: dict[str, str]
    wording: dict[str, str]
    voice: Voice
    via: list[str]
    sentence: str
    copy_of: str | None


class BackedBy(BaseModel):
    """A voice and the reports that have it."""

    voice: Voice
    reports: list[str]


class Backed(BaseModel):
    """A value of a field and the independent voices behind it."""

    value: str
    voices: list[BackedBy]

    @classmethod
    def of(cls, backing: Backing) -> Backed:
        """From the view's backing."""
        told = [BackedBy(voice=Voice.model_validate(voice), reports=list(names)) for voice, names in backing.voices]
        return cls(value=backing.value, voices=told)


class Link(Told):
    """Two reports that are alike enough, with points and reason."""

    a: str
    b: str
    points: float
    reason: str


class Line(Told):
    """A report as a line of a list."""

    name: str
    event: str
    type: str
    status: str
    begin: str | None
    until: str | None
    place: str | None
    actors: str
    recipients: str
    sentence: str
    outlet: str | None
    published: str | None
    title: str | None
    lang: str


class Doubt(BaseModel):
    """Two reports that a person should look at. ``spare`` are the points beyond those that are enough, below 0 where
    some are lacking; ``place`` is where a list goes on after it."""

    kind: DoubtKind
    a: Line
    b: Line
    points: float
    spare: float
    place: str


class DoubtPage(BaseModel):
    """Doubts of one kind, the least settled first; ``total`` is how many are left, as far as is known."""

    kind: DoubtKind
    total: int
    doubts: list[Doubt]
    next: str | None


class EventPage(BaseModel):
    """An event: its reports (a page of them), the voices behind it and behind each value, the fields in which reports
    differ, why they were joined, and the pairs that deserve a look."""

    id: str
    story: str
    count: int
    documents: int
    reports: list[Report]
    next: str | None
    voices: list[BackedBy]
    backing: dict[str, list[Backed]]
    differs: list[str]
    links: list[Link]
    doubts: list[Doubt]


class PairPage(BaseModel):
    """Two reports beside each other, a first. ``points`` speak for one event, ``enough`` would do; ``against`` is what
    excludes it. ``answer`` is what a person said last, in decision ``row`` (0: nobody did)."""

    a: Report
    b: Report
    events: list[str]
    stories: list[str]
    voices: list[BackedBy]
    backing: dict[str, list[Backed]]
    differs: list[str]
    points: float
    enough: float
    reasons: list[str]
    against: str | None
    answer: Answer | None
    row: int


class Block(BaseModel):
    """A part of an article, in characters of its text."""

    kind: str
    start: int
    end: int
    text: str


class Beside(BaseModel):
    """An article as it is opened beside the bench, with the event's trigger and sentence as [start, end]."""

    name: str
    document: str
    outlet: str | None
    published: str | None
    title: str | None
    lang: str
    blocks: list[Block]
    trigger: list[int]
    sentence: list[int]
