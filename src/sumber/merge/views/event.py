"""One event with all its reports: what each says, where they differ, how many independent voices back each field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sumber.errors import StoreError
from sumber.merge.actors.names import form
from sumber.merge.events.groups import Link
from sumber.merge.events.voices import FIELDS, Backing, Voice, back, field_values, voice_of
from sumber.merge.events.wording import field_wording
from sumber.merge.views.story import text_voices
from sumber.store import Corpus

Contract = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Report:
    """One report of an event. ``values`` are what it says of each field, ``wording`` the words it says it in, ``via``
    the media it names, nearest to the reader first."""

    name: str
    document: str
    outlet: str | None
    published: str | None
    title: str | None
    lang: str
    values: Mapping[str, str]
    wording: Mapping[str, str]
    voice: Voice
    via: tuple[str, ...]
    sentence: str
    copy_of: str | None


@dataclass(frozen=True, slots=True)
class EventView:
    """An event. ``backing`` has for each field its values with their independent voices; ``differs`` the fields with
    more than one value; ``links`` the pairs that are enough alike, with points and reason."""

    id: str
    reports: tuple[Report, ...]
    voices: Backing
    backing: Mapping[str, tuple[Backing, ...]]
    differs: tuple[str, ...]
    links: tuple[Link, ...]


def view_event(corpus: Corpus, name: str) -> EventView:
    """An event by its id ``E…`` or one of its reports ``DOC.eN``. Raises StoreError where there is none."""
    tables = corpus.events
    # An id that is no more leads to where its first report is now.
    members = tables.members([name]) or tables.members(tables.merged([name, name.removeprefix("E")]).values())
    if not members:
        row = tables.tombstone(name)
        if row is not None:
            return view_event(corpus, row["merged_into"])
        raise StoreError(f"there is no event {name!r}. See them with: sumber events, sumber story ID")
    within = [row for row in tables.links(members) if row["a"] in members and row["b"] in members]
    links = tuple(Link(**row) for row in within)
    return side_by_side(corpus, tables.merged(members)[members[0]], members, links)


def view_events(corpus: Corpus, names: Sequence[str]) -> list[EventView]:
    """Several events by their ids ``E…``, without their links; documents that tell more than one are read once."""
    members: dict[str, list[str]] = {}
    told = corpus.events.merged(corpus.events.members(names))
    for report, event in told.items():
        members.setdefault(event, []).append(report)
    background = _Background(corpus, told)
    return [_view(background, name, members[name]) for name in names if name in members]


def side_by_side(corpus: Corpus, name: str, reports: Sequence[str], links: tuple[Link, ...] = ()) -> EventView:
    """Any reports as if they told one event, under this name."""
    return _view(_Background(corpus, reports), name, reports, links)


class _Background:
    """What the documents of some reports are, each read once."""

    def __init__(self, corpus: Corpus, reports: Iterable[str]) -> None:
        keys = dict.fromkeys(name.partition(".")[0] for name in reports)
        self.headings = corpus.documents.headings(keys)
        self.parents = corpus.documents.parents(keys)
        self.voices, self.heads = text_voices(corpus.documents, keys)
        self.records = {key: corpus.documents.record(key) for key in keys}


def _view(background: _Background, name: str, members: Sequence[str], links: tuple[Link, ...] = ()) -> EventView:
    labels: dict[tuple[str, str], str] = {}
    told = [_report(background, member, labels) for member in members]
    told.sort(key=lambda report: (report.published is None, report.published or "", report.name))
    backing = {field: backed for field in FIELDS if (backed := _backed(field, told))}
    differs = tuple(field for field, values in backing.items() if len(values) > 1)
    whole = back(name, [(report.name, report.voice) for report in told])
    return EventView(name, tuple(told), whole, backing, differs, links)


def _report(background: _Background, name: str, labels: dict[tuple[str, str], str]) -> Report:
    key, _, number = name.partition(".")
    record, heading = background.records[key], background.headings[key]
    told = next(event for event in record["events"] if event["id"] == number)
    parent = background.parents.get(key)
    return Report(
        name=name,
        document=key,
        outlet=heading["outlet"],
        published=heading["published"],
        title=heading["title"],
        lang=heading["lang"],
        values=_with_common_labels(record, told, labels),
        wording=field_wording(record, told),
        voice=voice_of(record, told, background.heads[key], background.voices[key]),
        via=_via(record, told),
        sentence=" ".join(record["text"][told["sentence"]["start"] : told["sentence"]["end"]].split()),
        copy_of=parent["parent"] if parent else None,
    )


def _backed(field: str, reports: Sequence[Report]) -> tuple[Backing, ...]:
    told: dict[str, list[tuple[str, Voice]]] = {}
    for report in reports:
        if field in report.values:
            told.setdefault(report.values[field], []).append((report.name, report.voice))
    return tuple(back(value, voices) for value, voices in told.items())


def _via(record: Contract, event: Contract) -> tuple[str, ...]:
    said = next((s for s in record["attributions"] if s["id"] == event["attribution"]), None)
    return tuple(hop["name"] for hop in said["via"]) if said else ()


def _with_common_labels(record: Contract, event: Contract, labels: dict[tuple[str, str], str]) -> dict[str, str]:
    """The values with one label for what is one thing in both languages: Moskow and Moscow, polisi and police."""
    values = dict(field_values(record, event))
    place = next((p for p in record["places"] if p["id"] == event["place"]), None)
    if "place" in values and place is not None and place["geonameid"]:
        values["place"] = labels.setdefault(("place", str(place["geonameid"])), values["place"])
    actors = {actor["id"]: actor for actor in record["actors"]}
    for side in ("actors", "recipients"):
        if side in values:
            shown = []
            for one in event[side]:
                actor = actors[one]
                shown.append(labels.setdefault(("actor", _identity(actor)), actor["name"]))
            values[side] = "; ".join(sorted(dict.fromkeys(shown)))
    return values


def _identity(actor: Contract) -> str:
    is_named = actor["kind"] in ("person", "organization") and not actor["name"][:1].islower()
    if not is_named and actor["country"]:
        return f"{actor['country']} {actor['sectors'][:1]}"  # "polisi Malawi" and "police" there are one
    return " ".join(form(actor["name"], actor["kind"])) or str(actor["name"])
