"""What `read/` hands over: one document's text and what its carrier states about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hints:
    """What the person who runs the command knows: it outranks what is found. ``date`` is ISO 8601 (YYYY-MM-DD)."""

    date: str | None = None
    lang: str | None = None
    outlet: str | None = None
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One document. ``text`` is what every offset points into.

    For plain text and JSONL ``text`` is exactly the input. ``published`` is the ISO date that the carrier states
    (page metadata or a JSONL field); ``published_how`` is ``metadata``, or ``given`` for the command line's.
    ``plain`` marks running text in which no furniture is to be sought.
    """

    id: str
    text: str
    uri: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_how: str | None = None
    url: str | None = None
    author: str | None = None
    lang: str | None = None
    plain: bool = False
    sha256: str | None = None
