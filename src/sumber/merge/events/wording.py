"""The words in which a report says each field of an event: Wednesday and 22 June may be one day, in other words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sumber.merge.events.voices import FIELDS
from sumber.store.rows import by_id, words

Contract = dict[str, Any]


def field_wording(record: Contract, event: Contract) -> Mapping[str, str]:
    """Field → the words of the text, for the fields that the report states in words of its own."""
    times, places = by_id(record, "times"), by_id(record, "places")
    found = {"type": words(record, event["trigger"])}
    if event["time_how"] == "stated" and event["time"] in times:
        found["date"] = words(record, times[event["time"]])
    if event["place_how"] == "stated" and event["place"] in places:
        found["place"] = words(record, places[event["place"]])
    for side in ("actors", "recipients"):
        named = [_mention(record, one, event["sentence"]) for one in event[side]]
        if any(named):
            found[side] = "; ".join(name for name in named if name)
    for count in record["quantities"]:
        if count["id"] in event["quantities"] and count["what"] in FIELDS:
            found[count["what"]] = words(record, count)
    return {field: " ".join(said.split()) for field, said in found.items()}


def _mention(record: Contract, one: str, sentence: Mapping[str, int]) -> str | None:
    """The first mention of an actor in the event's sentence; an actor known from elsewhere has none."""
    mentions: list[Contract] = next((actor["mentions"] for actor in record["actors"] if actor["id"] == one), [])
    inside = [span for span in mentions if sentence["start"] <= span["start"] < sentence["end"]]
    return words(record, inside[0]) if inside else None
