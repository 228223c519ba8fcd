"""A table that loaders of UCDP's GED read: its 49 columns, then ours. Only deadly violence goes out."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

from sumber.share.files import Put, table_file
from sumber.share.rows import both_known, flat, joined, killed
from sumber.share.tables import country, table
from sumber.share.told import Told

STANDARD = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best",
    "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
COLUMNS = (*STANDARD, "said_by", "via", "n_reports", "evidence", "review", "url", "known")


def ucdp_file(path: Path) -> AbstractContextManager[Put]:
    """One row an event in which people were killed."""
    return table_file(path, COLUMNS, ucdp_row)


def ucdp_row(told: Told) -> Mapping[str, Any] | None:
    """The row of an event; None where it is no deadly violence that happened on a known day."""
    values, row = told.values, flat(told)
    status, when, where = values["status"], values["when"], values["where"] or {}
    low, high = killed(values["how_many"])
    is_told = status["status"] in ("actual", "alleged") and not status["background"]
    begin = when["from"] or when["to"]
    if values["what"]["type"] != "ASSAULT" or not is_told or (low, high) == (None, None) or not begin:
        return None
    sides = [joined(one["name"] for one in values[side]) for side in ("actors", "recipients")]
    violence = _violence(values)
    latitude, longitude = where.get("lat"), where.get("lon")
    first = told.reports[0]
    empty: dict[str, Any] = dict.fromkeys(COLUMNS)
    return empty | {
        "id": told.id,
        "relid": told.event,
        "year": begin[:4],
        "type_of_violence": violence,
        "dyad_name": " - ".join(("Civilians" if violence == 3 and n else side) or "?" for n, side in enumerate(sides)),
        "side_a": sides[0] or None,
        "side_b": "Civilians" if violence == 3 else sides[1] or None,
        "number_of_sources": len(told.voices),
        "source_article": joined(_article(one.record, one.published) for one in told.reports),
        "source_office": row["outlets"],
        "source_date": first.published or None,
        "source_headline": first.record["title"],
        "source_original": row["said_by"] or row["voices"],
        "where_prec": table("ucdp")["where_prec"].get(where.get("precision"), 6) if where else None,
        "where_coordinates": where.get("name"),
        "where_description": where.get("name"),
        "latitude": latitude,
        "longitude": longitude,
        "geom_wkt": f"POINT ({longitude} {latitude})" if latitude is not None and longitude is not None else None,
        "priogrid_gid": _grid(latitude, longitude),
        "country": where.get("country"),
        "country_id": country(where.get("country")).gw,
        "event_clarity": 2 if status["aggregate"] else 1,
        "date_prec": _date_precision(when),
        "date_start": begin,
        "date_end": when["to"] or begin,
        "best": low if low == high else None,
        "high": high,
        "low": low,
        "gwnoa": _state(values["actors"]) if violence in (1, 3) else None,
        "gwnob": _state(values["recipients"]) if violence == 1 else None,
        "evidence": row["evidence"],
        "url": row["uri"],
        "known": both_known(row),
        **{name: row[name] for name in ("said_by", "via", "n_reports", "review")},
    }


def _violence(values: Mapping[str, Any]) -> int | None:
    """1 with a state on a side, 2 between organised groups, 3 one-sided; None where the parties do not tell."""
    known = table("ucdp")
    actors, recipients = (
        {code for one in values[side] for code in one["sectors"]} for side in ("actors", "recipients")
    )
    if recipients & set(known["civilian"]) and not recipients & {*known["state"], *known["organised"]}:
        return 3 if actors & {*known["state"], *known["organised"]} else None
    armed = set(known["state"]) | set(known["organised"])
    if not (actors & armed and recipients & armed):
        return None
    return 1 if (actors | recipients) & set(known["state"]) else 2


def _state(members: list[Mapping[str, Any]]) -> int | None:
    known = set(table("ucdp")["state"])
    return next((country(one["country"]).gw for one in members if known & set(one["sectors"])), None)


def _article(record: Mapping[str, Any], published: str) -> str:
    title = f"“{record['title']}”" if record["title"] else ""
    return ", ".join(filter(None, (record["outlet"], published, title)))


def _grid(latitude: float | None, longitude: float | None) -> int | None:
    """The cell of PRIO-GRID: half degrees, counted from the south-west (Tollefsen, Strand and Buhaug 2012)."""
    if latitude is None or longitude is None or not (-90 <= latitude < 90 and -180 <= longitude < 180):
        return None
    return int((latitude + 90) * 2) * 720 + int((longitude + 180) * 2) + 1


def _date_precision(when: Mapping[str, Any]) -> int:
    """1 the day, 2 some days, 3 up to a month, 4 up to a year, 5 more or an open end."""
    if not when["from"] or not when["to"]:
        return 5
    days = (date.fromisoformat(when["to"]) - date.fromisoformat(when["from"])).days
    return next(level for level, most in ((1, 0), (2, 6), (3, 31), (4, 366), (5, 10**9)) if days <= most)
