"""From a record to the narrow rows that charts count."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product

from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from sumber.store import schema
from sumber.store.count_schema import dated, dyads, located, sites, tallies
from sumber.store.pack import Row
from sumber.store.rows import Contract, by_id, parties


def insert_counts(connection: Connection, record: Contract, key: str) -> None:
    """Enter what is counted of one record whose events are entered."""
    e = schema.events.c
    numbers = {row.id: row.row for row in connection.execute(select(e.id, e.row).where(e.document == key))}
    places = by_id(record, "places")
    found: dict[Table, list[Row]] = {sites: [], dated: [], located: [], dyads: [], tallies: []}
    for event in record["events"]:
        shared = {"event": numbers[event["id"]], **_judged(event)}
        found[dated].append(shared)
        place = places.get(event["place"] or "")
        if place is not None:
            found[sites].append(site_row(place))
            found[located].append({"site": site_of(place), **shared})
        found[dyads] += [{**pair, **shared} for pair in dyad_rows(record, event)]
    found[tallies] = [{**row, "event": numbers.get(row.pop("id")), "document": key} for row in tally_rows(record, key)]
    for table, rows in found.items():
        if rows:
            connection.execute(upsert(table).on_conflict_do_nothing() if table is sites else insert(table), rows)


def _judged(event: Contract) -> Row:
    day = event["from"] or schema.UNDATED
    return {**{name: event[name] for name in ("type", "status", "background")}, "day": day, "until": event["to"]}


def site_of(place: Contract) -> str:
    """What names a place in all articles: its GeoNames id, else its country and name."""
    return str(place["geonameid"]) if place["geonameid"] else f"{place['country'] or '?'} {place['name']}"


def site_row(place: Contract) -> Row:
    """A place as it is kept once for all articles."""
    return {
        "site": site_of(place),
        **{name: place.get(name) for name in ("name", "country", "lat", "lon", "precision")},
    }


def dyad_rows(record: Contract, event: Contract) -> Iterator[Row]:
    """Who to whom, by name and by country, each pair once an event. Of a deed that all its parties are actors of (they
    met, they clashed), each stands to each."""
    listed = list(parties(record, event))
    actors, recipients = ([one for one in listed if one["side"] == side] for side in ("actor", "recipient"))
    mutual = not recipients
    pairs = list(permutations(actors, 2)) if mutual else list(product(actors, recipients))
    for level in ("name", "country"):
        told = dict.fromkeys((a[level], b[level]) for a, b in pairs)
        for a, b in told:
            if a and b and not (mutual and level == "name" and a == b):
                yield {"level": level, "a": a, "b": b, "mutual": mutual}


def tally_rows(record: Contract, key: str) -> Iterator[Row]:
    """The counts of a record with the events that they are of; ``id`` is the event's, empty for none."""
    issued = (record["published"] or {}).get("from") or schema.UNDATED
    for quantity in record["quantities"]:
        stated = [bound for bound in (quantity["min"], quantity["max"]) if bound is not None]
        row = {"quantity": quantity["id"], "what": quantity["what"], "greatest": max(stated, default=None)}
        events = [event for event in record["events"] if quantity["id"] in event["quantities"]]
        for event in events:
            name = f"{key}.{event['id']}"
            yield {**row, "id": event["id"], "report": name, "running": event["aggregate"], "issued": issued}
        if not events:
            yield {**row, "id": "", "report": "", "running": True, "issued": issued}
