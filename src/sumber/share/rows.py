"""One flat row an event: what stands, beside it what the machine says where a coder says otherwise."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from sumber.review.fields import FIELDS
from sumber.share.told import Told
from sumber.store import as_json
from sumber.store.rows import bounds, words

Row = dict[str, Any]

COLUMNS = (
    "event_id", "event", "report", "type", "modes", "contexts", "status", "background", "aggregate", "from", "to",
    "time_how", "place", "place_country", "geonameid", "lat", "lon", "place_precision", "place_how", "actors",
    "actor_kinds", "actor_countries", "actor_sectors", "recipients", "recipient_kinds", "recipient_countries",
    "recipient_sectors", "how_many", "killed_min", "killed_max", "said_by", "stance", "via", "n_reports", "n_voices",
    "voices", "outlets", "review", "coder", "reviewed_at", "reason", "mended",
    *(f"machine_{name}" for name in FIELDS),
    "trigger", "sentence", "evidence", "published", "outlet", "lang", "title", "uri", "rule", "reports",
    "actors_known", "recipients_known",
)  # fmt: skip
#: What other articles tell of the parties; these columns came later than the first releases.
KNOWN = ("actors_known", "recipients_known")
FLAGS = ("background", "aggregate")
NUMBERS = ("geonameid", "n_reports", "n_voices")
FIGURES = ("lat", "lon", "killed_min", "killed_max")


def flat(told: Told) -> Row:
    """The row of an event, with the columns of COLUMNS; lists are joined by ``; ``. Do not change what it returns."""
    if "row" not in told.made:
        told.made["row"] = _flat(told)
    found: Row = told.made["row"]
    return found


def _flat(told: Told) -> Row:
    head, values = told.head, told.values
    where = values["where"] or {}
    said = values["said_by"] or {"speakers": [], "stance": None, "via": []}
    low, high = killed(values["how_many"])
    standing, record, coded = head.standing, head.record, head.coded
    mended = told.mended
    row = {
        "event_id": told.id,
        "event": told.event,
        "report": head.name,
        "type": values["what"]["type"],
        "modes": joined(values["what"]["modes"]),
        "contexts": joined(values["what"]["contexts"]),
        **values["status"],
        **values["when"],
        "time_how": "coder" if "when" in mended else coded["time_how"],
        "place": where.get("name"),
        "place_country": where.get("country"),
        **{name: where.get(name) for name in ("geonameid", "lat", "lon")},
        "place_precision": where.get("precision"),
        "place_how": "coder" if "where" in mended else coded["place_how"],
        **_side("actor", values["actors"]),
        **_side("recipient", values["recipients"]),
        "how_many": joined(amount(one) for one in values["how_many"]),
        "killed_min": low,
        "killed_max": high,
        "said_by": joined(said["speakers"]),
        "stance": said["stance"],
        "via": " < ".join(said["via"]),
        "n_reports": len(told.reports),
        "n_voices": len(told.voices),
        "voices": joined(voice.name or f"({voice.kind})" for voice in told.voices),
        "outlets": joined(dict.fromkeys(one.record["outlet"] for one in told.reports if one.record["outlet"])),
        "review": standing.state,
        "coder": standing.coder,
        "reviewed_at": standing.at,
        "reason": standing.reason,
        "mended": joined(mended),
        **{f"machine_{name}": shown(name, standing.fields[name].machine) if name in mended else "" for name in FIELDS},
        "trigger": words(record, coded["trigger"]),
        "sentence": words(record, coded["sentence"]),
        "evidence": evidence(told),
        "published": head.published or None,
        **{name: record[name] for name in ("outlet", "lang", "title", "uri")},
        "rule": coded["rule"],
        "reports": joined(one.id for one in told.reports),
        **{f"{side}_known": told.known(side) for side in ("actors", "recipients")},
    }
    return {name: row[name] for name in COLUMNS}


def digest_of(row: Mapping[str, Any]) -> str:
    """SHA-256 of a row as compact JSON. Where other articles tell nothing it is that of the row without their columns:
    what a release of before they were asked has is unchanged."""
    told = {name: value for name, value in row.items() if value or name not in KNOWN}
    return hashlib.sha256(as_json(told).encode()).hexdigest()


def both_known(row: Mapping[str, Any]) -> str:
    """What other articles tell of all the parties of a row, in one cell."""
    return joined(row[name] for name in KNOWN if row[name])


def joined(parts: Iterable[str]) -> str:
    """Several values in one cell."""
    return "; ".join(parts)


def amount(quantity: Mapping[str, Any]) -> str:
    """A count in words: ``killed ≥870 (warga sipil)``."""
    whom = f" ({quantity['who']})" if quantity["who"] else ""
    return f"{quantity['what']} {bounds(dict(quantity))}{whom}"


def killed(quantities: Iterable[Mapping[str, Any]]) -> tuple[Any, Any]:
    """The bounds of the first count of people killed; None where they are not stated, never 0."""
    for one in quantities:
        if one["what"] == "killed":
            return one["min"], one["max"]
    return None, None


def shown(field: str, value: Any) -> str:
    """Any value of a field as one line that a person reads."""
    if field in ("actors", "recipients"):
        return joined(f"{one['name']} [{' '.join(filter(None, (one['country'], *one['sectors'])))}]" for one in value)
    if field == "what":
        return " ".join((value["type"], *value["modes"], *(f"({one})" for one in value["contexts"])))
    if field == "status":
        return " ".join((value["status"], *(name for name in FLAGS if value[name])))
    if field == "when":
        days = dict.fromkeys(day or "…" for day in (value["from"], value["to"]))
        return " – ".join(days) if value["from"] or value["to"] else "–"
    if field == "how_many":
        return joined(amount(one) for one in value) or "–"
    if value is None:
        return "–"
    if field == "where":
        return ", ".join(filter(None, (value["name"], value["country"])))
    return " ← ".join((*value["via"], joined(value["speakers"]) or "…"))


def evidence(told: Told) -> str:
    """The characters that the event stands on, the coder's marks among them: ``document:start-end``."""
    found = {tuple(pair) for spans in told.spans.values() for pair in spans}
    found |= {(span[0], span[1]) for one in told.head.standing.fields.values() for span in one.evidence}
    return joined(f"{told.head.document}:{start}-{end}" for start, end in sorted(found))


def _side(name: str, members: list[Mapping[str, Any]]) -> Row:
    return {
        f"{name}s": joined(one["name"] for one in members),
        f"{name}_kinds": joined(one["kind"] for one in members),
        f"{name}_countries": joined(dict.fromkeys(one["country"] for one in members if one["country"])),
        f"{name}_sectors": joined(dict.fromkeys(code for one in members for code in one["sectors"])),
    }
