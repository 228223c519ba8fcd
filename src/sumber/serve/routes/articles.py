"""An article on the desk, and the history of its events."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel

from sumber.errors import StoreError
from sumber.review.standings import spot_of, spots
from sumber.serve.answers.decisions import REPORT
from sumber.serve.article_view import Article, view_article
from sumber.serve.desk import CoderOf, DeskOf

router = APIRouter(tags=["articles"])

Blind = Annotated[bool, Query(description="only one's own judgements are shown and counted: double coding")]


class Past(BaseModel):
    """One judgement: what the machine said then, what the coder said, whether it was taken back."""

    row: int
    batch: str
    field: str
    action: str
    machine: Any
    value: Any
    evidence: list[list[int]]
    reason: str
    coder: str
    at: str
    undone: bool


class History(BaseModel):
    """All judgements on an event, the newest first."""

    report: str
    judgements: list[Past]


@router.get("/articles/{key}")
def article(desk: DeskOf, coder: CoderOf, key: Annotated[str, Path(max_length=500)], blind: Blind = False) -> Article:
    """An article by its key (or the start of it), id or uri."""
    found, _record = desk.store.record(key)
    with desk.corpus() as corpus:
        return view_article(corpus, found, coder if blind else None)


@router.get("/history/{report}")
def history(
    desk: DeskOf,
    coder: CoderOf,
    report: Annotated[str, Path(pattern=REPORT)],
    blind: Blind = False,
) -> History:
    """All judgements on an event ``DOC.eN``, with the machine's values of the time beside the coder's."""
    key, _, number = report.partition(".")
    with desk.corpus() as corpus:
        if not corpus.documents.headings([key]):
            raise StoreError(f"there is no document {key!r} in the store")
        spot = spots(corpus.documents.record(key)).get(number)
        rows = corpus.review.of_documents([key])
    if spot is None:
        raise StoreError(f"document {key} has no event {number}")
    own = [row for row in rows if spot_of(row) == spot]
    shown = [Past(**{name: row[name] for name in Past.model_fields}) for row in reversed(own)]
    return History(report=report, judgements=[one for one in shown if not blind or one.coder == coder])
