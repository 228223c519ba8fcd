"""Agreement: two coders on the same articles, field by field, and where they differ."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import BaseModel

from sumber.errors import StoreError
from sumber.review.agreement import RAW_COLUMNS, Agreement, Disagreement, agree, raw_rows
from sumber.serve.desk import Desk, DeskOf
from sumber.serve.tables import CSV, csv_file
from sumber.share.rows import shown

router = APIRouter(tags=["agreement"])

Name = Annotated[str, Query(min_length=1, max_length=80)]


class Coder(BaseModel):
    """Who judged, and how many judgements."""

    name: str
    judgements: int


class FieldFigures(BaseModel):
    """One field; ``*`` is whether the event is kept or refused. ``alpha`` is null where all values are one and the same
    or there are fewer than two events; ``share`` is that of those judged alike, 0 to 1."""

    field: str
    n: int
    same: int
    share: float | None
    alpha: float | None


class Difference(BaseModel):
    """One field of an event of which two coders say different things, in words."""

    report: str
    field: str
    title: str | None
    trigger: str
    lang: str | None
    a: str
    b: str
    reason_a: str
    reason_b: str


class AgreementOf(BaseModel):
    """Two coders compared. ``after`` asks for the next page of differences; it is null at the end."""

    a: str
    b: str
    articles: int
    events: int
    fields: list[FieldFigures]
    differences: list[Difference]
    differences_in_all: int
    after: int | None


@router.get("/agreement/coders")
def coders(desk: DeskOf) -> list[Coder]:
    """Who judged anything, the busiest first."""
    with desk.corpus() as corpus:
        return [Coder(name=name, judgements=count) for name, count in corpus.review.coders()]


@router.get("/agreement")
def agreement(
    desk: DeskOf,
    a: Name,
    b: Name,
    field: Annotated[str | None, Query(max_length=12)] = None,
    after: Annotated[int, Query(ge=0, le=10**9)] = 0,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> AgreementOf:
    """How far two coders agree on the events that both judged, and where they differ (of one field where one is
    named)."""
    found, langs = _found(desk, a, b)
    differ = [one for one in found.disagreements if field is None or one.field == field]
    page = differ[after : after + limit]
    return AgreementOf(
        a=found.a,
        b=found.b,
        articles=found.articles,
        events=found.events,
        fields=[
            FieldFigures(field=one.field, n=one.n, same=one.same, share=one.share, alpha=one.alpha)
            for one in found.fields
        ],
        differences=[_difference(one, langs) for one in page],
        differences_in_all=len(differ),
        after=after + limit if len(differ) > after + limit else None,
    )


@router.get("/agreement/fields.csv", response_class=Response, responses=CSV)
def fields_csv(desk: DeskOf, a: Name, b: Name) -> Response:
    """The figures by field as CSV."""
    found, _langs = _found(desk, a, b)
    columns = ("field", "n", "same", "share", "alpha")
    return csv_file("agreement.csv", columns, ({name: getattr(one, name) for name in columns} for one in found.fields))


@router.get("/agreement/judgements.csv", response_class=Response, responses=CSV)
def judgements_csv(desk: DeskOf, a: Name, b: Name) -> Response:
    """The judgements behind the figures as CSV, those that were taken back too."""
    _check(a, b)
    with desk.corpus() as corpus:
        return csv_file("judgements.csv", RAW_COLUMNS, raw_rows(corpus, a, b))


def _found(desk: Desk, a: str, b: str) -> tuple[Agreement, dict[str, str]]:
    _check(a, b)

    def make() -> tuple[Agreement, dict[str, str]]:
        with desk.corpus() as corpus:
            found = agree(corpus, a, b)
            keys = {one.report.partition(".")[0] for one in found.disagreements}
            return found, {key: row["lang"] for key, row in corpus.documents.headings(keys).items()}

    return desk.kept(("agreement", a, b), make)


def _check(a: str, b: str) -> None:
    if a == b:
        raise StoreError("choose two coders: one always agrees with themselves")


def _difference(one: Disagreement, langs: dict[str, str]) -> Difference:
    return Difference(
        report=one.report,
        field=one.field,
        title=one.title,
        trigger=one.trigger,
        lang=langs.get(one.report.partition(".")[0]),
        a=_words(one.field, one.a),
        b=_words(one.field, one.b),
        reason_a=one.reason_a,
        reason_b=one.reason_b,
    )


def _words(field: str, value: Any) -> str:
    return str(value) if field == "*" else shown(field, value)
