"""From a record in the contract's form to the flat rows of the store and of the tables it exports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Contract = dict[str, Any]

EVENT_COLUMNS = (
    "event", "document", "published", "outlet", "lang", "type", "modes", "contexts", "status", "background",
    "aggregate", "from", "to", "time_how", "place", "place_country", "place_how", "actors", "actor_countries",
    "actor_sectors", "recipients", "recipient_countries", "recipient_sectors", "said_by", "via", "how_many",
    "killed_min", "killed_max", "trigger", "sentence", "title", "uri", "rule",
)  # fmt: skip


def words(record: Contract, span: Contract) -> str:
    """The characters of a span, on one line."""
    return " ".join(record["text"][span["start"] : span["end"]].split())


def by_id(record: Contract, part: str) -> dict[str, Contract]:
    """One list of the record by the ids of its members."""
    return {item["id"]: item for item in record[part]}


def speaker(record: Contract, attribution: Contract) -> str | None:
    """Who an attribution is by: the actor where one is known, else the words; ``None`` for hearsay."""
    actors = by_id(record, "actors")
    names = [
        actors[source["actor"]]["name"] if source["actor"] in actors else words(record, source)
        for source in attribution["source"]
    ]
    return "; ".join(dict.fromkeys(names)) or None


def bounds(quantity: Contract) -> str:
    """A count with its bounds as a person writes it: ``12``, ``≥870``, ``≤40``, ``11–19``, ``~300``."""
    low, high = quantity["min"], quantity["max"]
    if low is None and high is None:
        return "?"
    if low is None:
        return f"≤{high}"
    if high is None:
        return f"≥{low}"
    figure = f"{low}" if low == high else f"{low}–{high}"
    return f"~{figure}" if quantity["approx"] else figure


def how_many(record: Contract, event: Contract) -> str:
    """All counts of an event: ``killed ≥870 (warga sipil)``."""
    amounts = by_id(record, "quantities")
    told = [amounts[key] for key in event["quantities"] if key in amounts]
    return "; ".join(f"{q['what']} {bounds(q)}" for q in told)


def _killed(record: Contract, event: Contract) -> tuple[Any, Any]:
    amounts = by_id(record, "quantities")
    for key in event["quantities"]:
        if amounts.get(key, {}).get("what") == "killed":
            return amounts[key]["min"], amounts[key]["max"]
    return None, None


def event_rows(record: Contract, key: str) -> Iterator[Contract]:
    """One flat row an event, with the columns of EVENT_COLUMNS; lists are joined by ``; ``."""
    actors, places = by_id(record, "actors"), by_id(record, "places")
    said = by_id(record, "attributions")
    published = record["published"] or {"from": None}
    for event in record["events"]:
        sides = {side: [actors[i] for i in event[side] if i in actors] for side in ("actors", "recipients")}
        place = places.get(event["place"] or "", {})
        attribution = said.get(event["attribution"] or "")
        low, high = _killed(record, event)
        yield {
            "event": f"{key}.{event['id']}",
            "document": key,
            "published": published["from"],
            "outlet": record["outlet"],
            "lang": record["lang"],
            "title": record["title"],
            "uri": record["uri"],
            **{name: event[name] for name in ("type", "status", "background", "aggregate", "from", "to", "rule")},
            **{name: event[name] for name in ("time_how", "place_how")},
            "modes": "; ".join(event["modes"]),
            "contexts": "; ".join(event["contexts"]),
            "place": place.get("name"),
            "place_country": place.get("country"),
            **_side("actor", sides["actors"]),
            **_side("recipient", sides["recipients"]),
            "said_by": speaker(record, attribution) if attribution else None,
            "via": " < ".join(hop["name"] for hop in attribution["via"]) if attribution else "",
            "how_many": how_many(record, event),
            "killed_min": low,
            "killed_max": high,
            "trigger": words(record, event["trigger"]),
            "sentence": words(record, event["sentence"]),
        }


def _side(name: str, members: list[Contract]) -> Contract:
    return {
        f"{name}s": "; ".join(actor["name"] for actor in members),
        f"{name}_countries": "; ".join(dict.fromkeys(actor["country"] for actor in members if actor["country"])),
        f"{name}_sectors": "; ".join(dict.fromkeys(code for actor in members for code in actor["sectors"])),
    }


CLAIM_COLUMNS = (
    "claim", "document", "published", "outlet", "said_by", "stance", "kind", "content", "via", "origin", "parent",
)  # fmt: skip


def claim_rows(record: Contract) -> Iterator[Contract]:
    """One flat row an attribution: who says what, through which media, and where its chain ends."""
    for said in record["attributions"]:
        yield {
            "id": said["id"],
            "said_by": speaker(record, said),
            "stance": said["stance"],
            "kind": said["kind"],
            "content": " … ".join(words(record, span) for span in said["content"]),
            "via": " < ".join(hop["name"] for hop in said["via"]),
            "origin": (said.get("origin") or {}).get("name"),
            "parent": said["parent"],
        }


def parties(record: Contract, event: Contract) -> Iterator[Contract]:
    """The actors and recipients of an event, a row each."""
    actors = by_id(record, "actors")
    for side, members in (("actor", event["actors"]), ("recipient", event["recipients"])):
        for actor in (actors[i] for i in members if i in actors):
            yield {
                "side": side,
                "name": actor["name"],
                "kind": actor["kind"],
                "country": actor["country"],
                "sectors": " ".join(actor["sectors"]),
            }
