"""An event as the corpus sees it: its fields without a language, so that reports can be compared across languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sumber.merge.actors.names import form
from sumber.merge.documents.prints import Contract

_LONGEST_SPAN = 92  # days; an event dated more vaguely is looked for in its own story only
_FEW_DAYS = 2
_GENERIC = frozenset({"state", "group"})


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or recipient; ``words`` are the parts of a proper name, empty for states and groups."""

    name: str
    kind: str
    country: str | None
    sector: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sight:
    """One report of an event. ``begin`` and ``until`` are ISO days; ``counts`` are (what, min, max)."""

    document: str
    event: str
    lang: str
    published: str | None
    story: str | None
    type: str
    modes: tuple[str, ...]
    status: str
    background: bool
    aggregate: bool
    begin: str | None
    until: str | None
    time_how: str
    country: str | None
    place: int | None
    precision: str | None
    point: tuple[float, float] | None
    place_how: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    counts: tuple[tuple[str, float | None, float | None], ...]
    start: int
    end: int

    @property
    def name(self) -> str:
        """``DOC.eN``."""
        return f"{self.document}.{self.event}"

    @property
    def order(self) -> tuple[bool, str, str, int]:
        """By publication (unknown last), then document, then place in the text."""
        return self.published is None, self.published or "", self.document, int(self.event[1:])

    @property
    def days(self) -> int | None:
        """Length of its interval in days; ``None`` where an end is open."""
        if self.begin is None or self.until is None:
            return None
        return (date.fromisoformat(self.until) - date.fromisoformat(self.begin)).days + 1


def unpacked(kept: Contract, story: str | None) -> Sight:
    """A sight from what `dataclasses.asdict` made of it, as JSON gives it back, in the story its document is in now."""
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}
    for side in ("actors", "recipients"):
        values[side] = tuple(Party(**{**party, "words": tuple(party["words"])}) for party in kept[side])
    values["counts"] = tuple((what, low, high) for what, low, high in kept["counts"])
    return Sight(**{**values, "story": story})


def sights(key: str, record: Contract, story: str | None) -> list[Sight]:
    """The events of a record."""
    actors = {actor["id"]: _party(actor) for actor in record["actors"]}
    places = {place["id"]: place for place in record["places"]}
    counts = {q["id"]: (q["what"], q["min"], q["max"]) for q in record["quantities"]}
    published = (record["published"] or {}).get("from")
    found = []
    for event in record["events"]:
        place = places.get(event["place"]) or {}
        latitude, longitude = place.get("lat"), place.get("lon")
        found.append(
            Sight(
                document=key,
                event=event["id"],
                lang=record["lang"],
                published=published,
                story=story,
                type=event["type"],
                modes=tuple(event["modes"]),
                status=event["status"],
                background=event["background"],
                aggregate=event["aggregate"],
                begin=event["from"],
                until=event["to"],
                time_how=event["time_how"],
                country=place.get("country"),
                place=place.get("geonameid"),
                precision=place.get("precision"),
                point=(latitude, longitude) if latitude is not None and longitude is not None else None,
                place_how=event["place_how"],
                actors=tuple(actors[i] for i in event["actors"] if i in actors),
                recipients=tuple(actors[i] for i in event["recipients"] if i in actors),
                counts=tuple(counts[i] for i in event["quantities"] if i in counts),
                start=event["trigger"]["start"],
                end=event["trigger"]["end"],
            )
        )
    return found


def _party(actor: Contract) -> Party:
    words = () if actor["kind"] in _GENERIC else form(actor["name"], actor["kind"])
    sectors = actor["sectors"]
    return Party(actor["name"], actor["kind"], actor["country"], sectors[0] if sectors else None, words)


def block_keys(sight: Sight) -> Iterator[str]:
    """Keys of which two reports of one event share at least one: its story; for a deed dated to a quarter or better,
    its place or a named party by month; for one dated to a day or two, the countries that take part by day. Types are
    left out: two coders may differ there."""
    if sight.story is not None:
        yield f"s:{sight.story}"
    if sight.days is None or sight.days > _LONGEST_SPAN:
        return
    what = [f"g:{sight.place}"] if sight.place is not None and sight.precision != "country" else []
    what += [f"p:{party.words[-1]}" for party in (*sight.actors, *sight.recipients) if party.words]
    for month in _months(sight.begin or "", sight.until or ""):
        yield from (f"{one}:{month}" for one in dict.fromkeys(what))
    if sight.days <= _FEW_DAYS:
        countries = (sight.country, *(party.country for party in (*sight.actors, *sight.recipients)))
        for country in dict.fromkeys(one for one in countries if one):
            yield from (f"c:{country}:{day}" for day in dict.fromkeys((sight.begin, sight.until)))


def _months(begin: str, until: str) -> list[str]:
    found = [begin[:7]]
    while found[-1] < until[:7]:
        year, month = int(found[-1][:4]), int(found[-1][5:])
        found.append(f"{year + month // 12}-{month % 12 + 1:02}")
    return found
