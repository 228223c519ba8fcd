"""What people say of two reports: one event or two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from sumber.merge import decide, take_back
from sumber.merge.decisions import report_names
from sumber.serve.answers.decisions import Decision, DecisionPage, NewDecision, Outcome
from sumber.serve.desk import CoderOf, DeskOf
from sumber.serve.lines import lines_of
from sumber.serve.tables import CSV, csv_file
from sumber.store import Corpus

router = APIRouter()

Row = Annotated[int, Path(ge=1, le=2**53)]


@router.post("/decisions")
def decided(desk: DeskOf, coder: CoderOf, sent: NewDecision) -> Outcome:
    """Say that two reports tell one event, or two, or that one is unsure; gives the events they tell then."""
    return Outcome.model_validate(decide(desk.store, sent.a, sent.b, sent.answer, coder, sent.note, sent.seen))


@router.post("/decisions/{row}/undo")
def undone(desk: DeskOf, coder: CoderOf, row: Row) -> Outcome:
    """Take a decision back: what was said before stands again, else the rules decide."""
    return Outcome.model_validate(take_back(desk.store, row, coder))


@router.get("/decisions")
def made(
    desk: DeskOf,
    after: Annotated[int | None, Query(ge=1, le=2**53, description="the last row of the page before")] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> DecisionPage:
    """Decisions with who made them and when, newest first."""
    with desk.corpus() as corpus:
        return _page(corpus, after, limit)


@router.get("/decisions.csv", response_class=Response, responses=CSV)
def made_csv(desk: DeskOf) -> Response:
    """All decisions as a table in a file, newest first."""
    columns = ("row", "answer", "by", "at", "note", "undoes", "a", "a_sentence", "b", "b_sentence")
    with desk.corpus() as corpus:
        return csv_file("decisions.csv", columns, _rows(corpus))


def _rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    after: int | None = None
    while True:
        page = _page(corpus, after, 200)
        for one in page.decisions:
            sides = {side: line for side, line in (("a", one.a), ("b", one.b)) if line is not None}
            yield {
                **one.model_dump(exclude={"a", "b", "latest"}),
                **{side: line.name for side, line in sides.items()},
                **{f"{side}_sentence": line.sentence for side, line in sides.items()},
            }
        if page.next is None:
            return
        after = page.next


def _page(corpus: Corpus, after: int | None, limit: int) -> DecisionPage:
    listed = corpus.events.last_decisions(after, limit + 1)
    rows = listed[:limit]
    known = corpus.events.decisions({row[side] for row in rows for side in ("a", "b")})
    names = report_names(corpus, known)
    last = {frozenset(names[row["row"]]): row["row"] for row in known}
    lines = lines_of(corpus, (name for row in rows for name in names[row["row"]] if name is not None))
    decisions = [
        Decision(
            **{name: row[name] for name in ("row", "answer", "by", "at", "note", "undoes")},
            a=lines.get(names[row["row"]][0] or ""),
            b=lines.get(names[row["row"]][1] or ""),
            latest=last[frozenset(names[row["row"]])] == row["row"],
        )
        for row in rows
    ]
    return DecisionPage(decisions=decisions, next=rows[-1]["row"] if len(listed) > limit else None)
