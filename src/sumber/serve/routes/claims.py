"""Claims and their chains: who said what, through whom; what else came through the same mouth or medium."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Response
from pydantic import BaseModel

from sumber.errors import StoreError
from sumber.serve.chains import ChainLink, chain_of
from sumber.serve.desk import DeskOf
from sumber.serve.tables import CSV, csv_file
from sumber.store import CLAIM_COLUMNS, ClaimFilter, Corpus

router = APIRouter(tags=["claims"])

LIMIT = 30
MOST = 200
EXPORTED = 50_000  # rows of one file; a sheet holds not many more
LONGEST = 600  # characters of a claim in a list

Name = Annotated[str, Path(pattern=r"^[0-9a-f]{12}\.s[0-9]{1,6}$")]
Text = Annotated[str | None, Query(max_length=200)]


class Claim(BaseModel):
    """A claim with its chain. ``origin`` is where it ends; ``events`` are those that rest on it, ``DOC.eN``."""

    claim: str
    document: str
    published: str | None
    outlet: str | None
    title: str | None
    lang: str
    said_by: str | None
    stance: str
    kind: str
    content: str
    origin: str | None
    chain: list[ChainLink]
    events: list[str]


class ClaimPage(BaseModel):
    """Claims by publication; ``next`` is what to give as ``after`` for more."""

    claims: list[Claim]
    next: str | None


def _filter(
    by: Text = None,
    about: Text = None,
    via: Text = None,
    stance: Annotated[str | None, Query(max_length=12)] = None,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
    document: Annotated[str | None, Query(max_length=12)] = None,
) -> ClaimFilter:
    first, last = (day.isoformat() if day else None for day in (since, until))
    return ClaimFilter(by, about, via, stance, first, last, document)


WantedOf = Annotated[ClaimFilter, Depends(_filter)]


@router.get("/claims")
def claims(
    desk: DeskOf,
    wanted: WantedOf,
    after: Annotated[str | None, Query(max_length=24)] = None,
    limit: Annotated[int, Query(ge=1, le=MOST)] = LIMIT,
) -> ClaimPage:
    """Claims of a filter, by day of publication."""
    rows = list(desk.store.claims(wanted, limit, after))
    with desk.corpus() as corpus:
        found = _with_chains(corpus, rows)
    return ClaimPage(claims=found, next=rows[-1]["claim"] if len(rows) == limit else None)


@router.get("/claims.csv", response_class=Response, responses=CSV)
def claims_file(desk: DeskOf, wanted: WantedOf) -> Response:
    """The same claims as a table, with the columns of ``sumber claims``."""
    return csv_file("claims.csv", CLAIM_COLUMNS, desk.store.claims(wanted, EXPORTED))


@router.get("/claims/{name}")
def claim(desk: DeskOf, name: Name) -> Claim:
    """One claim ``DOC.sN``."""
    key, _, number = name.partition(".")
    rows = [row for row in desk.store.claims(ClaimFilter(document=key)) if row["id"] == number]
    if not rows:
        raise StoreError(f"there is no claim {name!r} in the store")
    with desk.corpus() as corpus:
        return _with_chains(corpus, rows)[0]


def _with_chains(corpus: Corpus, rows: Iterable[dict[str, Any]]) -> list[Claim]:
    records: dict[str, dict[str, Any]] = {}
    found = []
    for row in rows:
        key = row["document"]
        if key not in records:
            records[key] = corpus.documents.record(key)
        record = records[key]
        content = row["content"] if len(row["content"]) <= LONGEST else row["content"][: LONGEST - 1] + "…"
        resting = [f"{key}.{event['id']}" for event in record["events"] if event["attribution"] == row["id"]]
        names = ("claim", "document", "published", "outlet", "title", "said_by", "stance", "kind", "origin")
        found.append(
            Claim(
                **{name: row[name] for name in names},
                lang=record["lang"],
                content=content,
                chain=chain_of(record, row["id"]),
                events=resting,
            )
        )
    return found
