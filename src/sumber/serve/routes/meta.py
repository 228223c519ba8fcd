"""What the pages show around everything: how much there is, how much is done, who is at the desk."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from pydantic import BaseModel

from sumber import __version__
from sumber.codebook import fingerprint
from sumber.model import EVENT_TYPES
from sumber.review.values import KINDS, STATUSES, country_codes
from sumber.serve.desk import CoderOf, DeskOf
from sumber.tend.kinds import SECTORS
from sumber.what.plover import context_names, type_cards

router = APIRouter(tags=["meta"])


class Load(BaseModel):
    """How many documents and events there are, and how many events are settled, unsure, asked about, changed."""

    documents: int
    events: int
    settled: int
    unsure: int
    asked: int
    changed: int


class Vocabulary(BaseModel):
    """The closed lists of the ontology: modes by type, and the rest."""

    types: dict[str, list[str]]
    contexts: list[str]
    statuses: list[str]
    countries: list[str]
    kinds: list[str]
    sectors: list[str]


class Meta(BaseModel):
    """The desk as a whole. ``token`` changes when the store does."""

    version: str
    store: str
    coder: str
    codebook: str
    token: str
    load: Load
    vocabulary: Vocabulary


@router.get("/meta")
def meta(desk: DeskOf, coder: CoderOf) -> Meta:
    """The desk as a whole."""
    with desk.corpus() as corpus:
        load = corpus.review.totals()
    cards = type_cards()
    return Meta(
        version=__version__,
        store=Path(desk.options.store).name,
        coder=coder,
        codebook=fingerprint(),
        token=desk.store.token(),
        load=Load(**load),
        vocabulary=Vocabulary(
            types={name: sorted(cards[name].modes) for name in EVENT_TYPES},
            contexts=sorted(context_names()),
            statuses=list(STATUSES),
            countries=sorted(country_codes()),
            kinds=list(KINDS),
            sectors=sorted(SECTORS),
        ),
    )
