"""The figures of one record: how many people suffered what, by whose count, up to which day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sumber.merge.tolls.groups import is_part

Contract = dict[str, Any]

#: What befalls people and can be counted, as `Quantity.what` has it.
KINDS = frozenset({
    "killed", "injured", "arrested", "abducted", "displaced", "missing", "released", "sentenced", "participants",
})  # fmt: skip
#: A deed that is only planned has no toll yet; one that another party denies still has the figure of who asserts it.
_HAPPENED = frozenset({None, "actual", "alleged", "denied"})
_UPHELD = frozenset({None, "asserts", "confirms", "claims", "believes"})
#: How far before a figure a word that makes it a part ("including") may begin, in characters.
_LEAD = 20
#: How far the "since" of a running total may stand from a figure of no event, in characters; and where a sentence ends.
_NEAR = 80
_STOP = re.compile(r"[.!?;][\"”’']?\s")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as one report has it.

    ``min`` and ``max`` are numbers of people, inclusive; ``None`` means not stated. ``who`` is of whom, as worded.
    ``since`` and ``as_of`` are ISO dates, the first and last day of a running total; ``None`` for a single event.
    ``origin`` is who counts, the end of the chain; ``via`` the media between, nearest to the reader first. ``subject``
    are ISO 3166-1 alpha-3 codes. ``status`` is the event's, ``stance`` the source's towards the figure. ``part``
    marks a part of a figure given before it. Source: the record's quantities, events and attributions.
    """

    document: str
    event: str | None
    quantity: str
    what: str
    who: str | None
    min: int | float | None
    max: int | float | None
    approx: bool
    since: str | None
    as_of: str | None
    published: str | None
    outlet: str | None
    origin: str
    via: tuple[str, ...]
    words: str
    aggregate: bool
    subject: tuple[str, ...]
    status: str | None = None
    stance: str | None = None
    part: bool = False

    @property
    def upheld(self) -> bool:
        """True where somebody says that it is so: not denied, asked for, planned or supposed."""
        return self.status in _HAPPENED and self.stance in _UPHELD

    @property
    def total(self) -> bool:
        """True for a running total, false for the toll of a single event."""
        return self.aggregate or self.since is not None

    @property
    def day(self) -> str | None:
        """The day up to which it counts: that of a running total, else the day of publication."""
        return self.as_of or self.published


def figures(key: str, record: Contract) -> list[Figure]:
    """The figures of a record in the contract's form, in text order; ``key`` is the document's.

    The source of a figure is whoever says the words it stands in, else whoever its event is attributed to, else the
    outlet, which is called by the document's key where it is not known. Figures inside an attribution that belong to
    no event are kept with ``event=None``; those of the outlet's own that belong to no event are not a toll of any.
    """
    return [_figure(key, record, *found) for found in _found(record)]


def _found(record: Contract) -> Iterator[tuple[Contract, Contract | None, Contract | None]]:
    """Quantities with their event and their attribution."""
    said = {item["id"]: item for item in record["attributions"]}
    for quantity in sorted(record["quantities"], key=lambda item: (item["start"], item["end"])):
        if quantity["what"] not in KINDS:
            continue
        sayer = _sayer(record, quantity)
        events = [event for event in record["events"] if quantity["id"] in event["quantities"]]
        for event in events:
            yield quantity, event, sayer or said.get(event["attribution"] or "")
        if not events and sayer is not None:
            yield quantity, None, sayer


def _sayer(record: Contract, quantity: Contract) -> Contract | None:
    """The innermost attribution whose content holds the quantity."""
    holding = [
        (span["end"] - span["start"], number)
        for number, item in enumerate(record["attributions"])
        for span in item["content"]
        if span["start"] <= quantity["start"] and quantity["end"] <= span["end"]
    ]
    return record["attributions"][min(holding)[1]] if holding else None


def _figure(key: str, record: Contract, quantity: Contract, event: Contract | None, said: Contract | None) -> Figure:
    text, start = record["text"], quantity["start"]
    words = " ".join(text[start : quantity["end"]].split())
    published = record["published"]["from"] if record["published"] else None
    aggregate, since, until = _interval(record, quantity, event)
    before = " ".join(text[max(0, start - _LEAD) : start].split())
    return Figure(
        document=key,
        event=event["id"] if event else None,
        quantity=quantity["id"],
        what=quantity["what"],
        who=quantity["who"],
        min=quantity["min"],
        max=quantity["max"],
        approx=quantity["approx"],
        since=since,
        as_of=(until or published) if aggregate else None,
        published=published,
        outlet=record["outlet"],
        origin=_origin(record, said) or record["outlet"] or key,
        via=tuple(hop["name"] for hop in said["via"]) if said else (),
        words=words,
        aggregate=aggregate,
        subject=_subject(record, event, said),
        status=event["status"] if event else None,
        stance=said["stance"] if said else None,
        part=is_part(before, words, quantity["who"], _another(record, quantity, event)),
    )


def _origin(record: Contract, said: Contract | None) -> str | None:
    """Who counts. The actor's name outranks the words at this place: it is the fullest the article has for it."""
    origin = (said or {}).get("origin")
    if not origin or origin["kind"] == "outlet":
        return None
    actor = next((actor["name"] for actor in record["actors"] if actor["id"] == origin["actor"]), None)
    name: str | None = actor or origin["name"]
    return name


def _interval(record: Contract, quantity: Contract, event: Contract | None) -> tuple[bool, str | None, str | None]:
    """Whether the figure is a running total, and from which day to which it counts."""
    if event is not None:
        stated = event["aggregate"] and event["time_how"] == "stated"
        return event["aggregate"], event["from"] if stated else None, event["to"] if stated else None
    if quantity["what"] != "participants":
        for time in record["times"]:
            if time["mod"] == "since" and _beside(record["text"], quantity, time):
                return True, time["from"], time["to"]
    return False, None, None


def _beside(text: str, quantity: Contract, time: Contract) -> bool:
    """Whether a time stands near a quantity and in its sentence."""
    between = text[min(quantity["end"], time["end"]) : max(quantity["start"], time["start"])]
    return len(between) <= _NEAR and not _STOP.search(between)


def _subject(record: Contract, event: Contract | None, said: Contract | None) -> tuple[str, ...]:
    """The countries a total is about: of the place, where none is told of those it befell, else of who did it."""
    if event is None:
        spans = said["content"] if said else []
        return _countries(place for place in record["places"] if _inside(place, spans)) or _countries(
            actor for actor in record["actors"] if any(_inside(mention, spans) for mention in actor["mentions"])
        )
    return (
        _countries(place for place in record["places"] if place["id"] == event["place"])
        or _countries(actor for actor in record["actors"] if actor["id"] in event["recipients"])
        or _countries(actor for actor in record["actors"] if actor["id"] in event["actors"])
    )


def _countries(members: Iterator[Contract]) -> tuple[str, ...]:
    return tuple(sorted({member["country"] for member in members if member["country"]}))


def _inside(span: Contract, spans: list[Contract]) -> bool:
    return any(holder["start"] <= span["start"] and span["end"] <= holder["end"] for holder in spans)


def _another(record: Contract, quantity: Contract, event: Contract | None) -> bool:
    """Whether the event has another figure of the same kind before this one."""
    told = event["quantities"] if event else ()
    return any(
        item["id"] in told and item["what"] == quantity["what"] and item["start"] < quantity["start"]
        for item in record["quantities"]
    )
