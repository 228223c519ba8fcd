"""The record: everything Sumber says about one document. This is the output contract."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from sumber.model.article import Block
from sumber.model.entity import Actor, Place
from sumber.model.event import Event, Relation
from sumber.model.moment import Moment, Published
from sumber.model.quantity import Quantity
from sumber.model.said import Attribution, Hop

#: `from` is a keyword of Python, so the records say `begin`/`until` and the contract `from`/`to`.
CONTRACT_NAMES = {"begin": "from", "until": "to"}


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What made the record: the program's version and the hashes of its codebook and models."""

    sumber: str
    codebook: str
    models: dict[str, str]


@dataclass(frozen=True, slots=True)
class Record:
    """One document, coded. ``credits`` are the media the article is taken from, by its dateline and closing credit."""

    id: str
    uri: str | None
    outlet: str | None
    lang: str
    title: str | None
    url: str | None
    author: str | None
    text: str
    published: Published | None
    credits: tuple[Hop, ...]
    layout: tuple[Block, ...]
    times: tuple[Moment, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
    quantities: tuple[Quantity, ...]
    attributions: tuple[Attribution, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    made_by: MadeBy


def to_contract(value: Any) -> Any:
    """The record as plain dicts and lists in the contract's names and order."""
    if is_dataclass(value) and not isinstance(value, type):
        return {CONTRACT_NAMES.get(f.name, f.name): to_contract(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [to_contract(item) for item in value]
    if isinstance(value, dict):
        return {key: to_contract(item) for key, item in value.items()}
    return value
