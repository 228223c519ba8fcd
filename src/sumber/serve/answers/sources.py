"""What is told of outlets and agencies."""

from __future__ import annotations

from pydantic import BaseModel


class Outlet(BaseModel):
    """An outlet or agency: its documents here, those in its own voice and their share (0 to 1), stories it told first,
    texts it took and gave, and the day it was first covered."""

    name: str
    agency: bool
    documents: int
    own: int
    own_share: float
    first: int
    took: int
    gave: int
    since: str | None


class OutletPage(BaseModel):
    """Outlets in the order that was asked for."""

    total: int
    documents: int
    outlets: list[Outlet]
    next: str | None


class Other(BaseModel):
    """The other side of a taking, and how many texts."""

    name: str
    count: int


class OutletDetail(BaseModel):
    """One outlet: from whom it has texts, and who has texts from it, most first (at most 200 each)."""

    outlet: Outlet
    takes: list[Other]
    gives: list[Other]


class Pairing(BaseModel):
    """How many texts one outlet took from another."""

    giver: str
    taker: str
    count: int


class PairingPage(BaseModel):
    """Who copies whom, most texts first."""

    total: int
    pairs: list[Pairing]
    next: int | None


class Matrix(BaseModel):
    """The outlets that give and take most, and how many texts: ``counts[giver][taker]``."""

    givers: list[str]
    takers: list[str]
    counts: list[list[int]]


class TakenText(BaseModel):
    """A document whose text is another's, and why that is thought: ``parent`` is the document it was taken from where
    that is here; else it credits the giver."""

    document: str
    title: str | None
    lang: str
    published: str | None
    story: str
    taker: str
    giver: str
    parent: str | None
    reason: str | None


class TakenPage(BaseModel):
    """Texts that were taken, latest first."""

    total: int
    texts: list[TakenText]
    next: str | None
