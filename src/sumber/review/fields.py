"""The fields of an event that a coder judges: what the machine says of each, in which words, and what else it could be.

A value is plain JSON that means the same outside its record: names and codes, no ids. Two values are equal when their
JSON is, so a field is open again exactly when the machine says something else of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sumber.store.rows import Contract, by_id, words

#: In the order in which a coder reads them: did what, how real, who, to whom, when, where, how many, who says so.
FIELDS = ("what", "status", "actors", "recipients", "when", "where", "how_many", "said_by")

Spans = list[list[int]]


def machine_values(record: Contract, event: Contract) -> dict[str, Any]:
    """What the machine says of each field."""
    actors, said = by_id(record, "actors"), by_id(record, "attributions")
    places, amounts = by_id(record, "places"), by_id(record, "quantities")
    return {
        "what": {name: event[name] for name in ("type", "modes", "contexts")},
        "status": {name: event[name] for name in ("status", "background", "aggregate")},
        "actors": [_actor(actors[one]) for one in event["actors"] if one in actors],
        "recipients": [_actor(actors[one]) for one in event["recipients"] if one in actors],
        "when": {"from": event["from"], "to": event["to"]},
        "where": _place(places[event["place"]]) if event["place"] in places else None,
        "how_many": [_amount(amounts[one]) for one in event["quantities"] if one in amounts],
        "said_by": _said(record, said[event["attribution"]]) if event["attribution"] in said else None,
    }


def field_spans(record: Contract, event: Contract) -> dict[str, Spans]:
    """The characters of the text that each field stands on, in text order."""
    sentence = event["sentence"]
    times, places = by_id(record, "times"), by_id(record, "places")
    amounts, said = by_id(record, "quantities"), by_id(record, "attributions")
    found: dict[str, list[Contract]] = {"what": [event["trigger"]], "status": [event["trigger"]]}
    for side in ("actors", "recipients"):
        found[side] = [span for one in event[side] for span in _mentions(record, one, sentence)]
    found["when"] = [times[event["time"]]] if event["time"] in times else []
    found["where"] = [places[event["place"]]] if event["place"] in places else []
    found["how_many"] = [amounts[one] for one in event["quantities"] if one in amounts]
    found["said_by"] = _voice_spans(said[event["attribution"]]) if event["attribution"] in said else []
    return {name: _pairs(found[name]) for name in FIELDS}


def candidates(record: Contract, event: Contract) -> dict[str, list[Contract]]:
    """What else stands in the article that a field could hold, nearest to the event first: value, label, spans."""
    near = event["trigger"]["start"]
    actors = sorted(record["actors"], key=lambda one: _distance(one["mentions"], near))
    people = [_candidate(_actor(a), a["name"], a["mentions"]) for a in actors if a["mentions"]]
    return {
        "actors": people,
        "recipients": people,
        "when": [
            _candidate({"from": t["from"], "to": t["to"]}, words(record, t), [t])
            for t in _nearest(record["times"], near)
            if t["from"] or t["to"]
        ],
        "where": [_candidate(_place(p), p["name"], [p]) for p in _nearest(record["places"], near)],
        "how_many": [_candidate(_amount(q), words(record, q), [q]) for q in _nearest(record["quantities"], near)],
        "said_by": [
            _candidate(_said(record, s), words(record, s["cue"][0]) if s["cue"] else s["kind"], _voice_spans(s))
            for s in sorted(record["attributions"], key=lambda s: _distance(s["content"], near))
        ],
    }


def _actor(actor: Contract) -> Contract:
    return {name: actor[name] for name in ("name", "kind", "country", "sectors")}


def _place(place: Contract) -> Contract:
    return {name: place.get(name) for name in ("name", "country", "geonameid", "lat", "lon", "precision")}


def _amount(quantity: Contract) -> Contract:
    return {name: quantity[name] for name in ("what", "who", "min", "max", "approx")}


def _said(record: Contract, attribution: Contract) -> Contract:
    actors = by_id(record, "actors")
    speakers = [
        actors[one["actor"]]["name"] if one["actor"] in actors else words(record, one) for one in attribution["source"]
    ]
    return {
        "speakers": list(dict.fromkeys(speakers)),
        "stance": attribution["stance"],
        "via": [hop["name"] for hop in attribution["via"]],
    }


def _voice_spans(attribution: Contract) -> list[Contract]:
    hops = [hop for hop in attribution["via"] if hop["start"] is not None]
    return [*attribution["source"], *attribution["cue"], *hops]


def _mentions(record: Contract, one: str, sentence: Mapping[str, int]) -> list[Contract]:
    """The mentions of an actor in the event's sentence; where there are none, the last before it, else the first."""
    mentions: list[Contract] = next((a["mentions"] for a in record["actors"] if a["id"] == one), [])
    inside = [m for m in mentions if sentence["start"] <= m["start"] < sentence["end"]]
    before = [m for m in mentions if m["start"] < sentence["start"]]
    return inside or before[-1:] or mentions[:1]


def _pairs(spans: Iterable[Contract]) -> Spans:
    return [list(pair) for pair in sorted({(span["start"], span["end"]) for span in spans})]


def _candidate(value: Any, label: str, spans: Iterable[Contract]) -> Contract:
    return {"value": value, "label": label, "spans": _pairs(spans)}


def _nearest(items: Iterable[Contract], near: int) -> list[Contract]:
    return sorted(items, key=lambda one: abs(one["start"] - near))


def _distance(spans: Iterable[Contract], near: int) -> int:
    return min((abs(span["start"] - near) for span in spans), default=1 << 30)
