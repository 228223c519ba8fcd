"""FollowTheMoney: one entity a line. An event with its parties, the articles that tell it, who says so and how many as
notes. Figures with bounds, characters and voices have no property there: the notes say them in words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sumber.share.files import Put
from sumber.share.rows import amount, both_known, flat, joined
from sumber.share.tables import country, table
from sumber.share.told import ReportOf, Told

Entity = dict[str, Any]
SEEN = 1_000_000  # ids of parties and articles that are remembered, so that each is written once


@contextmanager
def ftm_file(path: Path) -> Iterator[Put]:
    """The entities of the events, each once."""
    seen: set[str] = set()
    with path.open("w", encoding="utf-8", newline="\n") as file:

        def put(told: Told) -> int:
            for entity in entities(told):
                if entity["id"] not in seen:
                    if len(seen) < SEEN:
                        seen.add(entity["id"])
                    file.write(json.dumps(entity, ensure_ascii=False) + "\n")
            return 1

        yield put


def entities(told: Told) -> Iterator[Entity]:
    """All entities that one event becomes."""
    values, row = told.values, flat(told)
    sides = {side: [_party(one) for one in values[side]] for side in ("actors", "recipients")}
    for side in sides.values():
        yield from side
    event = _id("event", told.id)
    where, when = values["where"] or {}, values["when"]
    is_one_day = when["from"] == when["to"]
    title = f"{values['what']['type']}: {row['actors'] or '?'} → {row['recipients'] or '?'}"
    properties = {
        "name": [title],
        "summary": [row["sentence"]],
        "recordId": [told.id],
        "date": [when["from"]] if is_one_day else [],
        "startDate": [] if is_one_day else [when["from"]],
        "endDate": [] if is_one_day else [when["to"]],
        "location": [where.get("name")],
        "country": [_country(where.get("country"))],
        "involved": [one["id"] for side in sides.values() for one in side],
        "keywords": [values["what"]["type"], *values["what"]["modes"], *values["what"]["contexts"]],
        "sourceUrl": [one.record["url"] for one in told.reports],
        "publisher": [one.record["outlet"] for one in told.reports],
        "notes": [f"status: {values['status']['status']}", f"review: {told.head.standing.state}"],
    }
    yield _entity(event, "Event", properties)
    for one in told.reports:
        article = _article(one)
        yield article
        role = {"entity": [event], "document": [article["id"]], "role": ["report"], "date": [one.published]}
        yield _entity(_id("report", told.id, one.id), "Documentation", role)
    yield from _notes(told, event)


def _notes(told: Told, event: str) -> Iterator[Entity]:
    said, row = told.values["said_by"], flat(told)
    texts = {f"count-{n}": f"how many: {amount(one)}" for n, one in enumerate(told.values["how_many"])}
    if said:
        texts["said"] = f"who says so: {' ← '.join((*said['via'], joined(said['speakers']) or '…'))}"
    texts["voices"] = f"independent voices: {row['n_voices']} ({row['voices']}); reports: {row['n_reports']}"
    known = both_known(row)
    if known:
        texts["known"] = f"known from other articles: {known}"
    for name, text in texts.items():
        yield _entity(_id("note", told.id, name), "Note", {"entity": [event], "description": [text]})


def _party(one: Mapping[str, Any]) -> Entity:
    name, kind, code = one["name"], one["kind"], _country(one["country"])
    schema = table("ftm")["kinds"][kind]
    properties = {"name": [name], "country": [code], "keywords": list(one["sectors"])}
    return _entity(_id("party", kind, name, code or ""), schema, properties)


def _article(one: ReportOf) -> Entity:
    record = one.record
    properties = {
        "title": [record["title"]],
        "fileName": [] if record["title"] else [record["uri"]],
        "author": [record["author"]],
        "publishedAt": [one.published],
        "publisher": [record["outlet"]],
        "language": [table("ftm")["languages"].get(record["lang"])],
        "sourceUrl": [record["url"]],
        "bodyText": [record["text"].strip()],
    }
    return _entity(_id("article", one.document), "PlainText", properties)


def _entity(ident: str, schema: str, properties: Mapping[str, list[Any]]) -> Entity:
    kept = {name: list(dict.fromkeys(str(v) for v in values if v)) for name, values in properties.items()}
    return {"id": ident, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _id(*parts: str) -> str:
    return f"sumber-{parts[0]}-{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:24]}"


def _country(iso3: str | None) -> str | None:
    code = country(iso3).iso2
    return code.lower() if code else None
