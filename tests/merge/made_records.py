"""Records made by hand from marked sentences in two languages, so that the corpus's tests need no language model."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Any

from sumber.model import (
    Actor,
    Attribution,
    Block,
    Event,
    Hop,
    MadeBy,
    Mention,
    Moment,
    Origin,
    Place,
    Published,
    Quantity,
    SourceSpan,
    Span,
)
from sumber.model import Record as Coded
from sumber.model.record import to_contract
from sumber.store import Store

Contract = dict[str, Any]
Who = tuple[str, str | None, str | None]  # kind, country, sector
Where = tuple[int, str, float, float]  # geonameid, country, latitude, longitude

BLANTYRE: Where = (931755, "MWI", -15.785, 35.008)
MZUZU: Where = (925789, "MWI", -11.466, 34.021)
POLICE: Who = ("group", "MWI", "COP")
CROWD: Who = ("group", "MWI", "CVL")
_MARK = re.compile(r"\{(\w):([^}]*)\}")


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence. Marks: ``{t:trigger}`` ``{a:actor}`` ``{r:recipient}`` ``{p:place}`` ``{q:count}`` ``{d:day}``
    ``{s:speaker}`` ``{v:medium}``. A sentence with a trigger tells an event, one with a speaker is what he says."""

    en: str
    id: str = ""
    type: str = "ASSAULT"
    on: str | None = None
    until: str | None = None
    modes: tuple[str, ...] = ()
    actor: Who = POLICE
    recipient: Who = CROWD
    speaker: Who = ("person", "MWI", "COP")
    place: Where = BLANTYRE
    count: tuple[str, int | None, int | None] = ("killed", 1, 1)
    status: str = "actual"
    aggregate: bool = False
    quoted: bool = False


class _Coder:
    """Collects what the marks of the sentences stand for."""

    def __init__(self) -> None:
        self.text = ""
        self.blocks: list[Block] = []
        self.actors: dict[str, Actor] = {}
        self.places: list[Place] = []
        self.times: list[Moment] = []
        self.counts: list[Quantity] = []
        self.said: list[Attribution] = []
        self.events: list[Event] = []

    def add(self, fact: Fact, lang: str) -> None:
        """Append one sentence as a paragraph."""
        self.text += "\n\n" if self.text else ""
        begin, at, marked = len(self.text), 0, fact.en if lang == "en" else fact.id or fact.en
        spans: dict[str, tuple[int, int]] = {}
        for mark in _MARK.finditer(marked):
            self.text += marked[at : mark.start()]
            spans[mark[1]] = len(self.text), len(self.text) + len(mark[2])
            self.text += mark[2]
            at = mark.end()
        self.text += marked[at:]
        end = len(self.text)
        self.blocks.append(Block("paragraph", begin, end))
        sides = {side: self._actor(spans.get(side), who) for side, who in
                 (("a", fact.actor), ("r", fact.recipient), ("s", fact.speaker))}  # fmt: skip
        place, time, count = self._place(spans.get("p"), fact), self._time(spans.get("d"), fact), None
        if "q" in spans:
            what, low, high = fact.count
            count = f"q{len(self.counts) + 1}"
            self.counts.append(Quantity(count, *spans["q"], what, None, low, high, False))  # type: ignore[arg-type]
        said = self._said(spans, fact, sides["s"], Span(begin, end))
        if "t" in spans:
            until = fact.until or fact.on
            self.events.append(Event(
                f"e{len(self.events) + 1}", fact.type, fact.modes, (), fact.status, False, fact.aggregate,  # type: ignore[arg-type]
                Span(*spans["t"]), Span(begin, end), (sides["a"],) if sides["a"] else (),
                (sides["r"],) if sides["r"] else (), time, fact.on, until, "stated" if fact.on else "none",
                place, "stated" if place else "none", said, (count,) if count else (),
                "made/for.tests", "made for a test",
            ))  # fmt: skip

    def _words(self, span: tuple[int, int]) -> str:
        return self.text[span[0] : span[1]]

    def _actor(self, span: tuple[int, int] | None, who: Who) -> str | None:
        if span is None:
            return None
        name, (kind, country, sector) = self._words(span), who
        known = self.actors.get(name)
        mentions = (*(known.mentions if known else ()), Mention(*span))
        ident = known.id if known else f"a{len(self.actors) + 1}"
        self.actors[name] = Actor(ident, name, kind, country, (sector,) if sector else (), mentions)  # type: ignore[arg-type]
        return ident

    def _place(self, span: tuple[int, int] | None, fact: Fact) -> str | None:
        if span is None:
            return None
        self.places.append(Place(f"p{len(self.places) + 1}", *span, self._words(span), *fact.place, "city"))
        return self.places[-1].id

    def _time(self, span: tuple[int, int] | None, fact: Fact) -> str | None:
        if span is None:
            return None
        until = fact.until or fact.on
        self.times.append(Moment(f"t{len(self.times) + 1}", *span, fact.on, until, "day", None, "made/for.tests"))
        return self.times[-1].id

    def _said(self, spans: dict[str, tuple[int, int]], fact: Fact, speaker: str | None, sentence: Span) -> str | None:
        if "s" not in spans and "v" not in spans:
            return None
        via = (Hop(self._words(spans["v"]), *spans["v"]),) if "v" in spans else ()
        source = (SourceSpan(*spans["s"], speaker),) if "s" in spans else ()
        origin = Origin("speaker", self._words(spans["s"]), speaker) if source else Origin("medium", via[0].name)
        kind = "direct" if fact.quoted else "indirect"
        said = Attribution(f"s{len(self.said) + 1}", kind, "asserts", source, (), (sentence,), via, origin=origin)  # type: ignore[arg-type]
        self.said.append(said)
        return said.id


def report(
    ident: str,
    *facts: Fact,
    lang: str = "en",
    day: str | None = "2024-05-04",
    outlet: str | None = "Kabar Uji",
    title: str | None = None,
    credits: tuple[str, ...] = (),
) -> Contract:
    """A record of the contract that tells some facts in this order."""
    coder = _Coder()
    for fact in facts:
        coder.add(fact, lang)
    record = Coded(
        id=ident, uri=f"{ident}.txt", outlet=outlet, lang=lang, title=title, url=None, author=None, text=coder.text,
        published=Published(day, day, "given") if day else None, credits=tuple(Hop(name, 0, 0) for name in credits),
        layout=tuple(coder.blocks), times=tuple(coder.times), places=tuple(coder.places),
        actors=tuple(coder.actors.values()), quantities=tuple(coder.counts), attributions=tuple(coder.said),
        events=tuple(coder.events), relations=(), made_by=MadeBy("0.1.0", "sha256:0", {}),
    )  # fmt: skip
    return dict(to_contract(record))


def sha(ident: str) -> str:
    """A stand-in for the hash of a document's bytes."""
    return hashlib.sha256(ident.encode()).hexdigest()


def key(ident: str) -> str:
    """The key under which the store keeps a made document."""
    return sha(ident)[:12]


def keep(store: Store, *records: Contract) -> None:
    """Write records without merging them."""
    for record in records:
        store.write(record, sha(record["id"]))
