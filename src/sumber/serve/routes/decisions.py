"""What people say of two reports: one event or two."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from sumber.merge import decide, take_back
from sumber.merge.decisions import report_names
from sumber.serve.answers.decisions import Decision, DecisionPage, NewDecision, Outcome
from sumber.serve.desk import CoderOf, DeskOf
from sumber.serve.lines import lines_of

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
