"""What is told of a story."""

from __future__ import annotations

from pydantic import BaseModel

from sumber.serve.answers.bench import Line, Voice


class Telling(BaseModel):
    """A document of a story, in the order of a tree: ``depth`` 0 took its text from nobody. ``sure`` is false where
    only the direction is open."""

    document: str
    depth: int
    outlet: str | None
    published: str | None
    title: str | None
    lang: str
    parent: str | None
    parent_outlet: str | None
    reason: str | None
    sure: bool
    voice: Voice
    events: int


class HeardVoice(BaseModel):
    """An independent voice behind the texts, and how many documents have it."""

    voice: Voice
    documents: int


class StoryPage(BaseModel):
    """A story: its documents as a tree of who took it from whom (a page of it), and the voices behind the texts."""

    id: str
    title: str | None
    lang: str
    first: str | None
    last: str | None
    count: int
    copies: int
    events: int
    outlets: int
    voices: list[HeardVoice]
    tellings: list[Telling]
    next: str | None


class StoryEvent(BaseModel):
    """An event of a story: its first report in it, how many reports it has in all and how many voices back it."""

    id: str
    reports: int
    voices: int
    differs: list[str]
    line: Line


class StoryEvents(BaseModel):
    """The events of a story, those told most often first."""

    events: list[StoryEvent]
    next: str | None


class Stretch(BaseModel):
    """Words that two documents share, in characters of the first one's text."""

    start: int
    end: int
    words: str


class SharedText(BaseModel):
    """What two documents have in common: the kind of copy and the share of each, 0 to 1."""

    a: str
    b: str
    outlet_a: str | None
    outlet_b: str | None
    lang: str
    kind: str
    in_a: float
    in_b: float
    stretches: list[Stretch]


class SharedTexts(BaseModel):
    """Pairs of copies, the most alike first."""

    pairs: list[SharedText]
    next: int | None
