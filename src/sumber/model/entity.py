"""Places and actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ActorKind = Literal["person", "organization", "group", "state"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place name and what it denotes. ``country`` is ISO 3166-1 alpha-3, ``lat``/``lon`` WGS 84 degrees.

    ``precision`` is ``city``, ``area`` or ``country``; coordinates are absent where the gazetteer has none.
    """

    id: str
    start: int
    end: int
    name: str
    geonameid: int | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an actor. ``how``: name, role, pronoun, clitic, metonym, adjective."""

    start: int
    end: int
    how: str = "name"


@dataclass(frozen=True, slots=True)
class Role:
    """What the text says an actor is: the words, their sense, and the actor they are a role of."""

    start: int
    end: int
    role: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, group, organisation or state with all its mentions in the article.

    ``country`` is ISO 3166-1 alpha-3 or ``None``; ``sectors`` are PLOVER 2.0 sector codes, the primary one first.
    ``country_evidence`` is the span that says so, where the country was not read from the name itself.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...] = ()
    country_evidence: tuple[int, int] | None = None
    rule: str | None = None
