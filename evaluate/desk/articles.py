"""An article on an affair as the record of the output contract: every field points at characters of the text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from evaluate.desk.plots import Deed, Plot, country_names, words
from evaluate.lineage.data import Lang
from sumber.model import (
    Actor,
    Attribution,
    Block,
    Event,
    Hop,
    MadeBy,
    Mention,
    Moment,
    Place,
    Published,
    Quantity,
    Record,
    SourceSpan,
    Span,
)
from sumber.model.record import to_contract
from sumber.model.said import Origin

FILLER = 14  # sentences of words without an event


@dataclass(frozen=True, slots=True)
class Page:
    """What makes one article of an affair another one: outlet, language, day, which deeds it tells with which counts,
    and the agency it has them from."""

    outlet: str
    lang: Lang
    published: datetime.date | None
    told: tuple[tuple[int, int], ...]
    agency: str | None
    filler: tuple[str, ...]


@dataclass(slots=True)
class _Desk:
    """The text as it grows, and what points into it."""

    plot: Plot
    page: Page
    rng: Random
    parts: list[str] = field(default_factory=list)
    length: int = 0
    layout: list[Block] = field(default_factory=list)
    times: list[Moment] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    actors: dict[str, Actor] = field(default_factory=dict)
    quantities: list[Quantity] = field(default_factory=list)
    said: list[Attribution] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def put(self, text: str) -> tuple[int, int]:
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start, self.length


def write(rng: Random, plot: Plot, page: Page, ident: str, event_of: dict[str, int]) -> dict[str, Any]:
    """The record. ``event_of`` is given which deed of the affair each event tells, by the event's id."""
    desk = _Desk(plot, page, rng)
    title = _title(desk)
    _block(desk, "title", desk.put(title))
    desk.put("\n\n")
    _block(desk, "dateline", desk.put(f"{plot.deeds[0].spot.name.upper()}, {page.outlet} -"))
    desk.put(" ")
    filler = iter(page.filler)
    for number, count in page.told:
        begun = desk.length
        _tell(desk, plot.deeds[number], count)
        event_of[desk.events[-1].id] = number
        desk.put(" " + " ".join(next(filler, "") for _ in range(2)).strip())
        _block(desk, "paragraph", (begun, desk.length))
        desk.put("\n\n")
    for sentence in filler:
        _block(desk, "paragraph", desk.put(sentence))
        desk.put("\n\n")
    day = page.published.isoformat() if page.published else None
    slug = re.sub(r"[^a-z0-9]+", "-", f"{page.outlet} {ident}".lower()).strip("-")
    record = Record(
        id=ident,
        uri=f"https://{slug}.example/{ident}",
        outlet=page.outlet,
        lang=page.lang,
        title=title,
        url=None,
        author=None,
        text="".join(desk.parts),
        published=Published(day, day, "metadata") if day else None,
        credits=(),
        layout=tuple(desk.layout),
        times=tuple(desk.times),
        places=tuple(desk.places),
        actors=tuple(desk.actors.values()),
        quantities=tuple(desk.quantities),
        attributions=tuple(desk.said),
        events=tuple(desk.events),
        relations=(),
        made_by=MadeBy("0.1.0", "sha256:made-up", {}),
    )
    return dict(to_contract(record))


def _block(desk: _Desk, kind: Any, span: tuple[int, int]) -> None:
    desk.layout.append(Block(kind, *span))


def _title(desk: _Desk) -> str:
    deed = desk.plot.deeds[desk.page.told[0][0]]
    known = country_names()[desk.plot.country][desk.page.lang]
    told = deed.kind["type"].title() if deed.kind else "Update"
    template: str = desk.rng.choice(words()["titles"][desk.page.lang])
    return template.format(place=deed.spot.name, country=known, deed=told, year=desk.plot.day.year)


def _pieces(template: str) -> Iterator[tuple[str, str]]:
    """A template as (kind, text): ``slot``, ``trigger`` or ``words``."""
    for found in re.finditer(r"\{(\w+)\}|\[([^]]+)\]|[^{\[]+", template):
        if found[1]:
            yield "slot", found[1]
        elif found[2]:
            yield "trigger", found[2]
        else:
            yield "words", found[0]


def _tell(desk: _Desk, deed: Deed, count: int) -> None:
    """One sentence with its event."""
    begun, head, lang = desk.length, len(desk.parts), desk.page.lang
    template = deed.kind[lang] if deed.kind else words()["totals"][lang]
    sides: dict[str, str] = {}
    trigger = Span(begun, begun)
    time: Moment | None = None
    place: Place | None = None
    amount: Quantity | None = None
    for kind, text in _pieces(template):
        if kind == "words":
            desk.put(text)
        elif kind == "trigger":
            trigger = Span(*desk.put(text))
        elif text in ("actor", "recipient") and deed.kind:
            sides[text] = _party(desk, deed.kind[text])
        elif text in ("day", "since"):
            time = _time(desk, deed.day, text == "since")
        elif text == "count":
            amount = _amount(desk, deed, count)
        else:
            place = _place(desk, deed, text)
    content = Span(begun, desk.length)
    desk.parts[head] = desk.parts[head][:1].upper() + desk.parts[head][1:]
    said = _voice(desk, deed, content) if desk.rng.random() < 0.7 else None
    desk.put(".")
    known = deed.kind or {"type": "ASSAULT", "modes": [], "contexts": []}
    desk.events.append(
        Event(
            id=f"e{len(desk.events) + 1}",
            type=known["type"],
            modes=tuple(known["modes"]),
            contexts=tuple(known["contexts"]),
            status="actual" if deed.kind is None else deed.status,  # type: ignore[arg-type]
            background=deed.background,
            aggregate=deed.kind is None,
            trigger=trigger,
            sentence=Span(begun, desk.length),
            actors=(sides["actor"],) if "actor" in sides else (),
            recipients=(sides["recipient"],) if "recipient" in sides else (),
            time=time.id if time else None,
            begin=time.begin if time else None,
            until=time.until if time else None,
            time_how="stated" if time else "none",
            place=place.id if place else None,
            place_how="stated" if place else "none",
            attribution=said,
            quantities=(amount.id,) if amount else (),
            rule=f"{lang}/what/made-up.{known['type'].lower()}",
            why="made up to measure with",
        )
    )


def _party(desk: _Desk, part: str) -> str:
    """An actor in its part; the same part of one article is one actor."""
    known = words()["parties"][part]
    names = country_names()
    country = desk.plot.other if part == "other" else desk.plot.country
    name = known[desk.page.lang].format(
        country=names[desk.plot.country][desk.page.lang],
        other=names[desk.plot.other][desk.page.lang],
        person=desk.plot.people[part],
    )
    how = "role" if known["kind"] == "group" else "name"
    mention = Mention(*desk.put(name), how)
    if part in desk.actors:
        there = desk.actors[part]
        desk.actors[part] = replace(there, mentions=(*there.mentions, mention))
    else:
        number = f"a{len(desk.actors) + 1}"
        desk.actors[part] = Actor(number, name, known["kind"], country, tuple(known["sectors"]), (mention,))
    return desk.actors[part].id


def _time(desk: _Desk, day: datetime.date, since: bool) -> Moment:
    lang, month = desk.page.lang, words()["months"][desk.page.lang][day.month - 1]
    span = desk.put(f"{day.day} {month} {day.year}")
    until = (desk.page.published or desk.plot.day).isoformat() if since else day.isoformat()
    mod = "since" if since else None
    found = Moment(f"t{len(desk.times) + 1}", *span, day.isoformat(), until, "day", mod, f"{lang}/when/made-up")  # type: ignore[arg-type]
    desk.times.append(found)
    return found


def _place(desk: _Desk, deed: Deed, slot: str) -> Place:
    number = f"p{len(desk.places) + 1}"
    if slot == "country":
        name = country_names()[desk.plot.country][desk.page.lang]
        found = Place(number, *desk.put(name), name, None, desk.plot.country, None, None, "country")
    else:
        spot = deed.spot
        span = desk.put(spot.name)
        found = Place(number, *span, spot.name, spot.geonameid, spot.country, spot.lat, spot.lon, "city")
    desk.places.append(found)
    return found


def _amount(desk: _Desk, deed: Deed, count: int) -> Quantity:
    what = deed.kind["count"] if deed.kind else "killed"
    least = deed.kind is None
    found = Quantity(f"q{len(desk.quantities) + 1}", *desk.put(str(count)), what, None, count, count, False)
    found = replace(found, max=None) if least or count % 5 == 0 else found
    desk.quantities.append(found)
    return found


def _voice(desk: _Desk, deed: Deed, content: Span) -> str:
    """Who says so, and through whom."""
    verbs = words()["says"][desk.page.lang]
    stance = "denies" if deed.status == "denied" else "asserts"
    desk.put(", ")
    cue = Span(*desk.put(verbs[stance]))
    desk.put(" ")
    speaker = desk.rng.choice(["speaker", "watchers", "police"])
    actor = _party(desk, speaker)
    source = desk.actors[speaker].mentions[-1]
    via: tuple[Hop, ...] = ()
    if desk.page.agency:
        desk.put(f", {verbs['via']} ")
        via = (Hop(desk.page.agency, *desk.put(desk.page.agency)),)
    number = f"s{len(desk.said) + 1}"
    desk.said.append(
        Attribution(
            id=number,
            kind="indirect",
            stance=stance,  # type: ignore[arg-type]
            source=(SourceSpan(source.start, source.end, actor),),
            cue=(cue,),
            content=(content,),
            via=via,
            origin=Origin("speaker", desk.actors[speaker].name, actor),
        )
    )
    return number
