"""An article as the desk shows it: its text, and its events with what each field stands on and could be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from sumber.merge.views.story import text_voices
from sumber.review.fields import FIELDS, candidates, field_spans
from sumber.review.standings import Spot, orphans, spot_of, spots, standings
from sumber.serve.chains import ChainLink, chain_of
from sumber.serve.standing_view import EventNow, event_now
from sumber.store import Corpus
from sumber.store.rows import Contract, words
from sumber.where.gazetteer import spots as places_called

CHOICES = 9  # candidates of a field: as many as there are keys for
ELSEWHERE = 4  # of them, places of the same name that the article does not mean

Pairs = list[list[int]]


class Candidate(BaseModel):
    """What a field could hold. ``label`` are the words of the article, or the name in the gazetteer; ``spans`` is
    empty for what does not stand in the article."""

    value: Any
    label: str
    spans: Pairs


class ArticleEvent(BaseModel):
    """An event. ``spans`` and ``candidates`` are by field; ``merged`` is the event that several reports tell."""

    report: str
    rule: str
    why: str
    trigger: list[int]
    sentence: list[int]
    time_how: str
    place_how: str
    attribution: str | None
    merged: str | None
    reports: int
    chain: list[ChainLink]
    spans: dict[str, Pairs]
    candidates: dict[str, list[Candidate]]
    now: EventNow


class Orphan(BaseModel):
    """What a coder said of an event that the machine no longer finds: ``words`` are those of its trigger."""

    start: int
    end: int
    words: str
    field: str
    action: str
    value: Any
    reason: str
    coder: str
    at: str


class Part(BaseModel):
    """A part of the page: title, dateline, byline, caption, paragraph or furniture."""

    kind: str
    start: int
    end: int


class PublishedOn(BaseModel):
    """When the article was published, how that is known, and in which words."""

    start: str | None
    end: str | None
    how: str
    evidence: Pairs


class Article(BaseModel):
    """An article. All offsets are Unicode code points of ``text``. ``copy_of`` is the document it took its text from,
    ``copies`` the number of those that share its text; ``voice`` whose text it is; ``tellers`` the documents of its
    story."""

    key: str
    id: str
    uri: str | None
    url: str | None
    outlet: str | None
    lang: str
    title: str | None
    text: str
    published: PublishedOn | None
    layout: list[Part]
    story: str
    tellers: int
    copy_of: str | None
    copies: int
    voice: str | None
    events: list[ArticleEvent]
    orphans: list[Orphan]


def view_article(corpus: Corpus, key: str, coder: str | None) -> Article:
    """A kept document. With ``coder`` only that coder's judgements are shown (double coding)."""
    record = corpus.documents.record(key)
    rows = corpus.review.of_documents([key])
    profile = corpus.documents.profiles([key]).get(key)
    parent = corpus.documents.parents([key]).get(key)
    voices, _heads = text_voices(corpus.documents, [key])
    story = profile["story"] if profile else f"S{key}"
    return Article(
        key=key,
        id=record["id"],
        lang=record["lang"],
        text=record["text"],
        **{name: record[name] for name in ("uri", "url", "outlet", "title")},
        published=_published(record["published"]),
        layout=[Part(**{name: part[name] for name in ("kind", "start", "end")}) for part in record["layout"]],
        story=story,
        tellers=max(1, len(corpus.documents.members(story))),
        copy_of=parent["parent"] if parent else None,
        copies=len(corpus.documents.copies([key])),
        voice=voices[key].name,
        events=_events(corpus, key, record, rows, coder),
        orphans=[_orphan(record, row) for row in orphans(record, rows) if coder in (None, row["coder"])],
    )


def _published(told: Contract | None) -> PublishedOn | None:
    if told is None:
        return None
    pairs = [[span["start"], span["end"]] for span in told["evidence"]]
    return PublishedOn(start=told["from"], end=told["to"], how=told["how"], evidence=pairs)


def _events(
    corpus: Corpus, key: str, record: Contract, rows: Sequence[Mapping[str, Any]], coder: str | None
) -> list[ArticleEvent]:
    found = standings(record, rows, coder)
    latest: dict[Spot, int] = {}
    for row in rows:
        latest[spot_of(row)] = row["row"]
    where = spots(record)
    merged = corpus.events.merged(f"{key}.{event['id']}" for event in record["events"])
    told: dict[str, int] = {}
    for member in corpus.events.merged(corpus.events.members(set(merged.values()))).values():
        told[member] = told.get(member, 0) + 1
    return [
        ArticleEvent(
            report=f"{key}.{event['id']}",
            **{name: event[name] for name in ("rule", "why", "time_how", "place_how", "attribution")},
            trigger=_pair(event["trigger"]),
            sentence=_pair(event["sentence"]),
            merged=merged.get(f"{key}.{event['id']}"),
            reports=told.get(merged.get(f"{key}.{event['id']}", ""), 1),
            chain=chain_of(record, event["attribution"]),
            spans=field_spans(record, event),
            candidates=_candidates(record, event),
            now=event_now(found[event["id"]], latest.get(where[event["id"]], 0)),
        )
        for event in record["events"]
    ]


def _candidates(record: Contract, event: Contract) -> dict[str, list[Candidate]]:
    found = candidates(record, event)
    place = next((one for one in record["places"] if one["id"] == event["place"]), None)
    shown = {}
    for name in FIELDS:
        elsewhere = _elsewhere(record, place, found["where"]) if name == "where" and place else []
        distinct = _distinct(found.get(name, []))[: CHOICES - len(elsewhere)]
        shown[name] = [Candidate(**one) for one in (*distinct, *elsewhere)]
    return shown


def _distinct(listed: Sequence[Contract]) -> list[Contract]:
    """One candidate a value, with the spans of all."""
    found: list[Contract] = []
    for one in listed:
        same = next((other for other in found if other["value"] == one["value"]), None)
        if same is None:
            found.append({**one, "spans": list(one["spans"])})
        else:
            same["spans"] += one["spans"]
    return found


def _elsewhere(record: Contract, place: Contract, known: Sequence[Contract]) -> list[Contract]:
    """Other places that bear the name, the most populous first."""
    there = {one["value"]["geonameid"] for one in known}
    called = {place["name"], words(record, place)}
    others = {spot.geonameid: spot for name in called for spot in places_called(name, record["lang"])}
    rest = [spot for number, spot in others.items() if number not in there]
    rest.sort(key=lambda spot: (-spot.population, spot.name, spot.geonameid or 0))
    return [
        {
            "value": {
                **{name: getattr(spot, name) for name in ("name", "country", "geonameid", "lat", "lon")},
                "precision": spot.precision,
            },
            "label": ", ".join(part for part in (spot.name, spot.admin1, spot.country) if part),
            "spans": [],
        }
        for spot in rest[:ELSEWHERE]
    ]


def _orphan(record: Contract, row: Mapping[str, Any]) -> Orphan:
    names = ("start", "end", "field", "action", "value", "reason", "coder", "at")
    return Orphan(words=words(record, {"start": row["start"], "end": row["end"]}), **{n: row[n] for n in names})


def _pair(span: Contract) -> list[int]:
    return [span["start"], span["end"]]
