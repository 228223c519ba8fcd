"""What people said of two reports, as it is sent and told."""

from __future__ import annotations

from pydantic import BaseModel, Field

from sumber.serve.answers.bench import Answer, Line, Told

REPORT = r"^[0-9a-f]{12}\.e[0-9]{1,6}$"


class NewDecision(BaseModel):
    """Two reports (``DOC.eN``) and what a person says of them. ``seen`` is the last decision on them that its sender
    knew of, 0 for none; ``unsure`` leaves the two to the rules."""

    a: str = Field(pattern=REPORT)
    b: str = Field(pattern=REPORT)
    answer: Answer
    note: str = Field("", max_length=2_000)
    seen: int | None = Field(None, ge=0, le=2**53)


class Outcome(Told):
    """What a decision led to: the events that the two reports tell now."""

    row: int
    a: str
    b: str
    answer: Answer
    event_a: str
    event_b: str


class Decision(BaseModel):
    """A decision that was made: by whom, when, on which reports. A report that is no more is left out;
    ``undoes`` is the row of the decision that this one takes back."""

    row: int
    answer: Answer
    by: str
    at: str
    note: str
    undoes: int | None
    a: Line | None
    b: Line | None
    latest: bool


class DecisionPage(BaseModel):
    """Decisions, newest first."""

    decisions: list[Decision]
    next: int | None
