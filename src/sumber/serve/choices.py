"""Which events go out, as a request says it: in a body, or in the query of an export."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Query
from pydantic import BaseModel, ConfigDict, Field

from sumber.model.event import EventType, Status
from sumber.share import STATES, Choice
from sumber.store import Filter

Asked = Annotated[str | None, Field(max_length=200)]
State = Literal["accepted", "changed", "begun", "asked", "unsure", "open"]


class ChoiceOf(BaseModel):
    """Which events: all conditions hold, what is not given asks for nothing. ``states`` are those of review; what was
    refused never goes out. ``news`` leaves out history retold."""

    model_config = ConfigDict(extra="forbid")

    type: EventType | None = None
    actor: Asked = None
    recipient: Asked = None
    since: date | None = None
    until: date | None = None
    place: Asked = None
    status: Status | None = None
    said_by: Asked = None
    document: Annotated[str | None, Field(max_length=12)] = None
    news: bool = False
    states: list[State] = Field(default_factory=lambda: list(STATES), max_length=len(STATES))  # type: ignore[arg-type]

    def choice(self) -> Choice:
        """The choice in the terms of the share room."""
        wanted = Filter(
            type=self.type,
            actor=self.actor or None,
            recipient=self.recipient or None,
            since=self.since.isoformat() if self.since else None,
            until=self.until.isoformat() if self.until else None,
            place=self.place or None,
            status=self.status,
            said_by=self.said_by or None,
            document=self.document or None,
            background=not self.news,
        )
        return Choice(wanted, tuple(self.states))


Name = Annotated[str | None, Query(max_length=200)]


def _asked(
    type: EventType | None = None,
    actor: Name = None,
    recipient: Name = None,
    since: date | None = None,
    until: date | None = None,
    place: Name = None,
    status: Status | None = None,
    said_by: Name = None,
    document: Annotated[str | None, Query(max_length=12)] = None,
    news: bool = False,
    reviewed: bool = False,
) -> Choice:
    named = {"type": type, "actor": actor, "recipient": recipient, "since": since, "until": until, "place": place}
    asked = {**named, "status": status, "said_by": said_by, "document": document, "news": news}
    states = ["accepted"] if reviewed else list(STATES)
    return ChoiceOf.model_validate({**asked, "states": states}).choice()


AskedChoice = Annotated[Choice, Depends(_asked)]
