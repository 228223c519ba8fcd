"""The chain of a claim, from the mouth to the reader: who spoke, through which media, where; in what words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from pydantic import BaseModel

from sumber.store.rows import by_id, words

Contract = dict[str, Any]
LinkKind = Literal["speaker", "medium", "outlet"]


class ChainLink(BaseModel):
    """One link. ``spans`` are the characters that prove it, as [start, end] in code points; ``words`` the same as text.
    ``stated`` is false where no words of the text name it: it was inferred."""

    kind: LinkKind
    name: str
    spans: list[list[int]]
    words: str
    stated: bool


def chain_of(record: Contract, attribution: str | None) -> list[ChainLink]:
    """The chain of a claim of a record; of ``None`` (the outlet in its own voice) the outlet alone."""
    said = by_id(record, "attributions")
    links: list[ChainLink] = []
    media: list[Contract] = []
    seen: set[str] = set()
    while attribution in said and attribution not in seen:
        seen.add(attribution)
        claim = said[attribution]
        links += _speakers(record, claim)
        media = media or claim["via"]
        attribution = claim["parent"]  # what somebody says that somebody said
    links += [_medium(record, hop) for hop in reversed(media)]
    if record["outlet"]:
        links.append(ChainLink(kind="outlet", name=record["outlet"], spans=[], words="", stated=True))
    return links


def _speakers(record: Contract, claim: Contract) -> list[ChainLink]:
    actors = by_id(record, "actors")
    found = []
    for source in claim["source"]:
        name = actors[source["actor"]]["name"] if source["actor"] in actors else words(record, source)
        found.append(_link(record, "speaker", name, [source, *claim["cue"]]))
    return found


def _medium(record: Contract, hop: Contract) -> ChainLink:
    return _link(record, "medium", hop["name"], [hop] if hop["start"] is not None and hop["end"] > hop["start"] else [])


def _link(record: Contract, kind: LinkKind, name: str, spans: Iterable[Contract]) -> ChainLink:
    pairs = sorted({(span["start"], span["end"]) for span in spans})
    told = " … ".join(words(record, {"start": start, "end": end}) for start, end in pairs)
    return ChainLink(kind=kind, name=name, spans=[list(pair) for pair in pairs], words=told, stated=bool(pairs))
