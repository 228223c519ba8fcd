"""A table that loaders of ACLED's files read: its 31 columns, then ours. Types by `tables/acled.yaml`; the numbers are
ours, not ACLED's, and nothing in the file says it is ACLED data."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

from sumber.share.files import Put, table_file
from sumber.share.rows import amount, both_known, flat, joined
from sumber.share.tables import country, table
from sumber.share.told import Told
from sumber.store.rows import words

STANDARD = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
COLUMNS = (*STANDARD, "fatalities_max", "said_by", "via", "n_reports", "n_voices", "evidence", "review", "url", "known")


def acled_file(path: Path) -> AbstractContextManager[Put]:
    """One row an event that happened or is alleged and whose day is known."""
    return table_file(path, COLUMNS, acled_row)


def acled_row(told: Told) -> Mapping[str, Any] | None:
    """The row of an event; None for what ACLED has no row for: plans, denials, history, running totals, no day."""
    values, row = told.values, flat(told)
    status, when, where = values["status"], values["when"], values["where"] or {}
    day = when["from"] or when["to"]
    if status["status"] not in ("actual", "alleged") or status["background"] or status["aggregate"] or not day:
        return None
    disorder, kind, sub = _kind(values)
    demonstration = kind if values["what"]["type"] == "PROTEST" else ""
    inter = _inter(values["actors"], demonstration), _inter(values["recipients"], "")
    targeted = kind in ("Violence against civilians", "Explosions/Remote violence") and inter[1] == "Civilians"
    return {
        "event_id_cnty": told.id,
        "event_date": day,
        "year": day[:4],
        "time_precision": _time_precision(when),
        "disorder_type": disorder,
        "event_type": kind,
        "sub_event_type": sub,
        **_parties(1, values["actors"], inter[0]),
        **_parties(2, values["recipients"], inter[1]),
        "interaction": "-".join(part for part in inter if part),
        "civilian_targeting": table("acled")["civilian_targeting"] if targeted else None,
        "iso": country(where.get("country")).numeric,
        "region": None,
        "country": where.get("country"),
        **dict.fromkeys(("admin1", "admin2", "admin3", "source_scale")),
        "location": where.get("name"),
        "latitude": where.get("lat"),
        "longitude": where.get("lon"),
        "geo_precision": table("acled")["geo_precision"].get(where.get("precision"), 3) if where else None,
        "source": row["outlets"],
        "notes": _notes(told),
        "fatalities": row["killed_min"],
        "tags": joined(f"crowd size={amount(one)}" for one in values["how_many"] if one["what"] == "participants"),
        "timestamp": row["reviewed_at"],
        "fatalities_max": row["killed_max"],
        **{name: row[name] for name in ("said_by", "via", "n_reports", "n_voices", "review")},
        "evidence": row["evidence"],
        "url": row["uri"],
        "known": both_known(row),
    }


def _kind(values: Mapping[str, Any]) -> tuple[str | None, str, str | None]:
    sectors = {side: {code for one in values[side] for code in one["sectors"]} for side in ("actors", "recipients")}
    what = values["what"]
    for rule in table("acled")["events"]:
        is_of_mode = "modes" not in rule or set(rule["modes"]) & set(what["modes"])
        is_among = all(side not in rule or sectors[side] & set(rule[side]) for side in sectors)
        if rule["type"] == what["type"] and is_of_mode and is_among:
            disorder, kind, sub = rule["is"]
            return disorder, kind, sub
    return None, "", None


def _inter(members: list[Mapping[str, Any]], demonstration: str) -> str:
    if demonstration and members:
        return str(table("acled")["demonstrators"][demonstration])
    known = [table("acled")["inter"].get(code) for one in members for code in one["sectors"]]
    return next((name for name in known if name), "")


def _parties(number: int, members: list[Mapping[str, Any]], inter: str) -> dict[str, Any]:
    names = [one["name"] for one in members]
    first = names[0] if names else None
    return {
        f"actor{number}": first,
        f"assoc_actor_{number}": joined(names[1:]) or None,
        f"inter{number}": inter or None,
    }


def _time_precision(when: Mapping[str, Any]) -> int:
    """1 the day, 2 within a week, 3 less exact."""
    if not when["from"] or not when["to"]:
        return 3
    days = (date.fromisoformat(when["to"]) - date.fromisoformat(when["from"])).days
    return 1 if days == 0 else 2 if days < 7 else 3


def _notes(told: Told) -> str:
    """The sentence, by whose word, and all figures where there are some: a dispute is not averaged away."""
    row = flat(told)
    parts = [words(told.head.record, told.head.coded["sentence"])]
    if row["said_by"] or row["via"]:
        parts.append(f"[{' < '.join(filter(None, (row['said_by'], row['via'])))}]")
    if row["how_many"]:
        parts.append(f"[{row['how_many']}]")
    return " ".join(parts)
