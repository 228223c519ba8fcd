"""POLECAT's forty columns, tab-separated. It has no place for who says so, for figures, for what did not happen.

Several parties stand behind each other with ``;``, the sectors of one with ``|``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from typing import Any

from sumber import __version__
from sumber.codebook import entries
from sumber.share.files import Put, table_file
from sumber.share.tables import country, table
from sumber.share.told import Told
from sumber.store.rows import Contract, words

_PARTY = ("Name", "Country", "COW")
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip


def polecat_file(path: Path) -> AbstractContextManager[Put]:
    """One row an event that PLOVER codes."""
    return table_file(path, COLUMNS, polecat_row, tabs=True)


def polecat_row(told: Told) -> Mapping[str, Any] | None:
    """The row of an event; None where PLOVER codes none: what did not happen, history, running totals."""
    values, record = told.values, told.head.record
    coded = _type_of(values)
    if coded is None or values["status"]["background"] or values["status"]["aggregate"]:
        return None
    kind, modes = coded
    card, where = _types()[kind], values["where"] or {}
    scores = [card["modes"][mode] for mode in modes if card["modes"].get(mode) is not None]
    place = next((p for p in record["places"] if p["id"] == told.head.coded["place"]), None)
    is_city = where.get("precision") in table("polecat")["cities"]
    return {
        "Event ID": told.id,
        "Event Date": values["when"]["from"] or values["when"]["to"],
        "Event Type": kind,
        "Event Mode": ";".join(modes),
        "Intensity": min(scores, key=lambda score: -abs(score)) if scores else card["score"],
        "Quad Code": table("polecat")["quads"][card["quad"]],
        "Contexts": ";".join(values["what"]["contexts"]),
        **_party("Actor", values["actors"], record, told.head.coded),
        **_party("Recipient", values["recipients"], record, told.head.coded),
        "Placename": where.get("name"),
        "City": where.get("name") if is_city else None,
        "District": None,
        "Province": None,
        "Country": where.get("country"),
        "Latitude": where.get("lat"),
        "Longitude": where.get("lon"),
        "GeoNames ID": where.get("geonameid"),
        "Raw Placename": words(record, place) if place and "where" not in told.mended else None,
        "Feature Type": where.get("precision"),
        "Source": record["outlet"],
        "Publication Date": told.head.published or None,
        "Story People": _named(record["actors"], "person"),
        "Story Organizations": _named(record["actors"], "organization"),
        "Story Locations": ";".join(dict.fromkeys(place["name"] for place in record["places"])),
        "Language": table("polecat")["languages"].get(record["lang"], record["lang"]),
        "Version": f"sumber {__version__}",
    }


@cache
def _types() -> Mapping[str, Any]:
    found: Mapping[str, Any] = entries("plover", "types.yaml")
    return found


def _type_of(values: Mapping[str, Any]) -> tuple[str, list[str]] | None:
    """Type and modes under which an event of its status goes out."""
    kind = values["what"]["type"]
    rule = table("polecat")["statuses"][values["status"]["status"]]
    if isinstance(rule, dict):
        rule = rule[_types()[kind]["sign"]]
        return None if rule == "drop" else (rule, [] if rule != kind else values["what"]["modes"])
    return (kind, values["what"]["modes"]) if rule == "keep" else None


def _party(side: str, members: list[Mapping[str, Any]], record: Contract, coded: Contract) -> dict[str, Any]:
    known = {actor["name"]: actor for actor in record["actors"]}

    def each(cell: Callable[[Mapping[str, Any]], Any]) -> str:
        return ";".join("" if (value := cell(one)) is None else str(value) for one in members)

    sectors = [code for one in members for code in one["sectors"][:1]]
    unnamed = "" if side == "Recipient" else table("polecat")["unnamed"]
    return {
        f"{side} Name": each(lambda one: one["name"]),
        f"{side} Country": each(lambda one: one["country"]),
        f"{side} COW": each(lambda one: country(one["country"]).cow),
        f"Primary {side} Sector": sectors[0] if sectors else (unnamed if not members else ""),
        f"{side} Sectors": each(lambda one: "|".join(one["sectors"])),
        f"{side} Title": each(lambda one: "|".join(_titles(known.get(one["name"])))),
        f"{side} Name Raw": each(lambda one: _raw(record, known.get(one["name"]), coded)),
        f"Wikipedia {side} ID": each(lambda _one: None),
    }


def _titles(actor: Contract | None) -> Iterable[str]:
    return dict.fromkeys(role["role"] for role in actor["roles"]) if actor else ()


def _raw(record: Contract, actor: Contract | None, coded: Contract) -> str | None:
    """The words for an actor in the event's sentence."""
    sentence = coded["sentence"]
    mentions = actor["mentions"] if actor else []
    return next((words(record, m) for m in mentions if sentence["start"] <= m["start"] < sentence["end"]), None)


def _named(actors: Iterable[Contract], kind: str) -> str:
    return ";".join(dict.fromkeys(actor["name"] for actor in actors if actor["kind"] == kind))
