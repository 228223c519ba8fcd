"""What is looked at before a release: nothing here stops it, but a person should have seen it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from sumber.share.told import Told

SHOWN = 50  # events named by each check; all are counted

#: Check → what it says; the desk has its own words for them.
CHECKS = {
    "open": "nobody has judged it",
    "begun": "some of its fields are judged, not all",
    "unsure": "a coder is unsure of it",
    "asked": "a coder asks a question about it",
    "changed": "the machine reads it otherwise since it was judged",
    "future": "it happened, the article says, but after the article was published",
    "no_country": "its place is in no country",
    "no_date": "its day is not known",
    "no_actor": "who did it is not known",
}


@dataclass(slots=True)
class Checked:
    """How many of the chosen events each check finds, with the permanent and the desk's names of the first of them."""

    counts: Counter[str] = field(default_factory=Counter)
    events: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def look(self, told: Told) -> None:
        """Look at one event."""
        for name in found(told):
            self.counts[name] += 1
            listed = self.events.setdefault(name, [])
            if len(listed) < SHOWN:
                listed.append((told.id, told.head.name))


def found(told: Told) -> list[str]:
    """The checks that an event does not pass."""
    values, state = told.values, told.head.standing.state
    when, status = values["when"], values["status"]["status"]
    published = max((one.published for one in told.reports), default="")
    failed: list[str] = [state] if state in CHECKS else []
    if status == "actual" and when["from"] and published and when["from"] > published:
        failed.append("future")
    if values["where"] and not values["where"]["country"]:
        failed.append("no_country")
    if not when["from"] and not when["to"]:
        failed.append("no_date")
    if not values["actors"]:
        failed.append("no_actor")
    return failed
