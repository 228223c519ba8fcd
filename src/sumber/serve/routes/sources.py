"""Outlets and agencies: how much is their own, who copies whom, since when they are covered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Response

from sumber.errors import StoreError
from sumber.merge.views import OutletView, SourcesView, Taking, view_sources
from sumber.serve.answers.sources import (
    Matrix,
    Other,
    Outlet,
    OutletDetail,
    OutletPage,
    Pairing,
    PairingPage,
    TakenPage,
    TakenText,
)
from sumber.serve.desk import Desk, DeskOf
from sumber.serve.tables import CSV, csv_file

router = APIRouter(tags=["sources"])

Order = Literal["documents", "own", "first", "since", "took", "gave", "name"]
Kind = Literal["all", "outlet", "agency"]
Limit = Annotated[int, Query(ge=1, le=200)]
Part = Annotated[str, Query(max_length=80, description="a part of the name")]
OutletName = Annotated[str, Query(max_length=400)]
Start = Annotated[int, Query(ge=0, le=10_000_000, description="how many stood on the pages before")]

_ORDERS: Mapping[Order, Callable[[Outlet], Any]] = {
    "documents": lambda one: (-one.documents, -one.gave, one.name),
    "own": lambda one: (one.documents == 0, -one.own_share, -one.documents, one.name),
    "first": lambda one: (-one.first, one.name),
    "since": lambda one: (one.since is None, one.since or "", one.name),
    "took": lambda one: (-one.took, one.name),
    "gave": lambda one: (-one.gave, one.name),
    "name": lambda one: (one.name.casefold(), one.name),
}


@router.get("/sources")
def outlets(
    desk: DeskOf,
    q: Part = "",
    kind: Kind = "all",
    order: Order = "documents",
    after: Annotated[str | None, Query(max_length=400, description="the last name of the page before")] = None,
    limit: Limit = 50,
) -> OutletPage:
    """Outlets and agencies in one of several orders."""
    listed = _chosen(desk, q, kind, order)
    start = next((at + 1 for at, one in enumerate(listed) if one.name == after), 0)
    page = listed[start : start + limit]
    return OutletPage(
        total=len(listed),
        documents=sum(one.documents for one in listed),
        outlets=page,
        next=page[-1].name if start + limit < len(listed) else None,
    )


@router.get("/sources.csv", response_class=Response, responses=CSV)
def outlets_csv(desk: DeskOf, q: Part = "", kind: Kind = "all", order: Order = "documents") -> Response:
    """The same outlets as a table in a file."""
    return csv_file("sources.csv", Outlet.model_fields, (one.model_dump() for one in _chosen(desk, q, kind, order)))


@router.get("/sources/outlet")
def outlet(desk: DeskOf, name: OutletName) -> OutletDetail:
    """One outlet: from whom it takes, who takes from it."""
    found = next((one for one in _sources(desk).outlets if one.name == name), None)
    if found is None:
        raise StoreError(f"there is no outlet {name!r} among the merged articles. Look for it with: sumber sources")
    return OutletDetail(outlet=_outlet(found), takes=_others(found.takes), gives=_others(found.gives))


@router.get("/sources/pairs")
def pairs(desk: DeskOf, after: Start = 0, limit: Limit = 50) -> PairingPage:
    """Who copies whom, most texts first."""
    listed = _pairs(desk)
    page = listed[after : after + limit]
    return PairingPage(total=len(listed), pairs=page, next=after + limit if after + limit < len(listed) else None)


@router.get("/sources/pairs.csv", response_class=Response, responses=CSV)
def pairs_csv(desk: DeskOf) -> Response:
    """Who copies whom, as a table in a file."""
    return csv_file("who-copies-whom.csv", Pairing.model_fields, (one.model_dump() for one in _pairs(desk)))


@router.get("/sources/matrix")
def matrix(desk: DeskOf, size: Annotated[int, Query(ge=2, le=40)] = 16) -> Matrix:
    """How many texts those that take most have from those that give most."""
    found = _sources(desk)
    givers = sorted((one for one in found.outlets if one.gives), key=lambda one: (-one.gives.total(), one.name))[:size]
    takers = sorted((one for one in found.outlets if one.takes), key=lambda one: (-one.takes.total(), one.name))[:size]
    return Matrix(
        givers=[one.name for one in givers],
        takers=[one.name for one in takers],
        counts=[[giver.gives[taker.name] for taker in takers] for giver in givers],
    )


@router.get("/sources/texts")
def texts(
    desk: DeskOf,
    taker: OutletName = "",
    giver: OutletName = "",
    after: Annotated[str | None, Query(max_length=20, description="the last document of the page before")] = None,
    limit: Limit = 20,
) -> TakenPage:
    """The texts that one outlet took, or took from another, or that were taken from one, latest first."""
    listed = _taken(desk, taker, giver)
    start = next((at + 1 for at, one in enumerate(listed) if one.document == after), 0)
    page = listed[start : start + limit]
    following = page[-1].document if start + limit < len(listed) else None
    return TakenPage(total=len(listed), texts=_told(desk, page), next=following)


@router.get("/sources/texts.csv", response_class=Response, responses=CSV)
def texts_csv(desk: DeskOf, taker: OutletName = "", giver: OutletName = "") -> Response:
    """The same texts as a table in a file."""
    listed = _told(desk, _taken(desk, taker, giver))
    return csv_file("taken-texts.csv", TakenText.model_fields, (one.model_dump() for one in listed))


def _taken(desk: Desk, taker: str, giver: str) -> list[Taking]:
    return [
        one for one in _sources(desk).takings if (not taker or one.taker == taker) and (not giver or one.giver == giver)
    ]


def _told(desk: Desk, page: list[Taking]) -> list[TakenText]:
    keys = [one.document for one in page]
    with desk.corpus() as corpus:
        headings, parents = corpus.documents.headings(keys), corpus.documents.parents(keys)
    return [
        TakenText(
            **{name: getattr(one, name) for name in ("document", "published", "story", "taker", "giver", "parent")},
            title=headings[one.document]["title"],
            lang=headings[one.document]["lang"],
            reason=parents[one.document]["reason"] if one.parent else None,
        )
        for one in page
        if one.document in headings
    ]


def _sources(desk: Desk) -> SourcesView:
    def make() -> SourcesView:
        with desk.corpus() as corpus:
            return view_sources(corpus)

    return desk.kept("sources", make, corpus_only=True)


def _chosen(desk: Desk, q: str, kind: Kind, order: Order) -> list[Outlet]:
    part = q.strip().casefold()
    listed = [
        _outlet(one)
        for one in _sources(desk).outlets
        if part in one.name.casefold() and kind in ("all", "agency" if one.agency else "outlet")
    ]
    return sorted(listed, key=_ORDERS[order])


def _outlet(one: OutletView) -> Outlet:
    same = {name: getattr(one, name) for name in ("name", "agency", "documents", "own", "first", "since")}
    return Outlet(**same, own_share=round(one.own_share, 4), took=one.takes.total(), gave=one.gives.total())


def _others(counts: Counter[str]) -> list[Other]:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Other(name=name, count=count) for name, count in ranked[:200]]


def _pairs(desk: Desk) -> list[Pairing]:
    def make() -> list[Pairing]:
        counts = Counter((one.giver, one.taker) for one in _sources(desk).takings)
        listed = [Pairing(giver=giver, taker=taker, count=count) for (giver, taker), count in counts.items()]
        return sorted(listed, key=lambda one: (-one.count, one.giver, one.taker))

    return desk.kept("sources.pairs", make, corpus_only=True)
