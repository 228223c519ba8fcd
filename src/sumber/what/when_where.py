"""When and where: the time and place that the event's own clause gives, else its sentence.

A date beside the words of saying dates the saying, not what is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sumber.model import Attribution, Moment, Place, PlaceHow, Span, TimeHow
from sumber.parse.syntax import ancestors, base, is_below
from sumber.what.clause import is_relative, own_subjects
from sumber.what.plover import closed_class
from sumber.what.triggers import Hit


@dataclass(frozen=True, slots=True)
class When:
    """ISO dates, inclusive, the moment they come from, and how: stated, inherited or none. ``mod`` is the moment's."""

    begin: str | None = None
    until: str | None = None
    moment: str | None = None
    how: TimeHow = "none"
    words: str = ""
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """A place and how it was come by: stated, inherited, dateline or none."""

    place: Place | None = None
    how: PlaceHow = "none"


NO_TIME = When()
NO_PLACE = Where()


class Setting:
    """The times and places of an article by their tokens."""

    def __init__(self, doc: Doc, times: Sequence[Moment], places: Sequence[Place], lang: str) -> None:
        self.lang = lang
        self.doc = doc
        self._moments = [
            (m, token) for m in times if m.begin for token in [_root(doc, m.start, m.end)] if token is not None
        ]
        self._places = [(p, token) for p in places for token in [_root(doc, p.start, p.end)] if token is not None]

    def moments_in(self, sentence_start: int, sentence_end: int) -> list[tuple[Moment, Token]]:
        """Moments with dates whose words lie between two token indices."""
        return [(m, t) for m, t in self._moments if sentence_start <= t.i < sentence_end]

    def places_in(self, sentence_start: int, sentence_end: int) -> list[tuple[Place, Token]]:
        """Places whose words lie between two token indices."""
        return [(p, t) for p, t in self._places if sentence_start <= t.i < sentence_end]


def _root(doc: Doc, start: int, end: int) -> Token | None:
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def stated_time(
    hit: Hit, hits: Sequence[Hit], setting: Setting, claim: Attribution | None, latest: str | None = None
) -> When:
    """The time that the hit's own clause, or else its sentence, gives it; nothing that begins after ``latest``."""
    sentence = hit.token.sent
    moments = setting.moments_in(sentence.start, sentence.end)
    if latest is not None:
        moments = [(m, t) for m, t in moments if m.begin is not None and m.begin <= latest]
    if claim is not None:  # a date outside the words that are reported is the date of reporting
        moments = [(m, t) for m, t in moments if m.mod == "since" or _is_told(Span(m.start, m.end), claim)]
    owned = [(m, t) for m, t in moments if _owner(t, hits) in _cluster(hit, setting.lang)]
    if not owned and claim is not None:  # a tree that hung a date of the content on the word of saying
        owned = [(m, t) for m, t in moments if any(_holds(cue, t.doc[_owner(t, hits)]) for cue in claim.cue)]
    if not owned:
        open_to = _open_owners(hit, hits)
        owned = [(m, t) for m, t in moments if _owner(t, hits) in open_to | {t.i} and _same_stretch(t, hit)]
    if not owned:
        owned = [(m, t) for m, t in moments if _is_loose(_owner(t, hits), hits, hit, setting.lang)]
    if not owned:
        return NO_TIME
    return _as_when(_nearest(owned, hit), owned)


def _is_told(words: Span, claim: Attribution) -> bool:
    return any(content.holds(words) for content in claim.content)


def _holds(span: Span, token: Token) -> bool:
    return span.start <= token.idx < span.end


def _as_when(moment: Moment, others: Sequence[tuple[Moment, Token]]) -> When:
    until = moment.until or moment.begin
    for other, _ in others:  # "from Wednesday until the weekend"
        if (
            other.mod == "until"
            and moment.mod != "until"
            and other.until
            and moment.begin
            and other.until > moment.begin
        ):
            until = other.until
    return When(moment.begin, until, moment.id, "stated", "", moment.mod)


def _nearest(owned: Sequence[tuple[Moment, Token]], hit: Hit) -> Moment:
    day_like = {"minute": 0, "hour": 0, "day": 0, "week": 1, "month": 1}
    usable = [(m, t) for m, t in owned if m.mod != "until"] or list(owned)
    return min(usable, key=lambda item: (day_like.get(item[0].grain, 2), abs(item[1].i - hit.token.i)))[0]


def _cluster(hit: Hit, lang: str) -> set[int]:
    """Tokens whose adjuncts date and place the hit: its verb, its object, the verb it is coordinated with."""
    found = {hit.token.i}
    if hit.object is not None:
        found.add(hit.object.i)
    token = hit.token
    if hit.is_noun and token.head.pos_ in {"VERB", "AUX"} and base(token.dep_) in {"obj", "nsubj", "obl", "xcomp"}:
        token = token.head
        found.add(token.i)
    for _ in range(3):
        if (
            base(token.dep_) in {"conj", "xcomp"}
            and token.head.pos_ in {"VERB", "AUX"}
            and not own_subjects(token, lang)
        ):
            token = token.head
            found.add(token.i)
    return found


def _open_owners(hit: Hit, hits: Sequence[Hit]) -> set[int]:
    """Verbs above the hit that are no events of their own: their dates and places hold for what stands below them."""
    events = {other.token.i for other in hits}
    return {above.i for above in ancestors(hit.token) if above.i not in events}


def _is_loose(owner: int, hits: Sequence[Hit], hit: Hit, lang: str) -> bool:
    """True for a verb below the hit that opens no clause of its own: its adjuncts are most likely the hit's."""
    verb = hit.token.doc[owner]
    if owner in {other.token.i for other in hits} or not is_below(verb, hit.token):
        return False
    return not any(child.dep_ == "mark" or is_relative(child, lang) for child in verb.children) and not own_subjects(
        verb, lang
    )


def _owner(token: Token, hits: Sequence[Hit]) -> int:
    """The verb or event noun that an adjunct belongs to."""
    events = {hit.token.i for hit in hits}
    for above in ancestors(token):
        if above.pos_ in {"VERB", "AUX"} or above.i in events:
            return above.i
    return token.i


def _same_stretch(token: Token, hit: Hit) -> bool:
    """No dash, semicolon or quotation mark between the two."""
    first, last = sorted((token.i, hit.token.i))
    return not any(between.text in ';“”"—' for between in token.doc[first:last])


def stated_place(hit: Hit, hits: Sequence[Hit], setting: Setting, claim: Attribution | None) -> Where:
    """The place that the hit's own clause, or else its sentence, gives it: the smallest one named."""
    sentence = hit.token.sent
    places = [(p, t) for p, t in setting.places_in(sentence.start, sentence.end) if _is_location(t, setting.lang)]
    if claim is not None:
        places = [(p, t) for p, t in places if _is_told(Span(p.start, p.end), claim)]
    owned = [(p, t) for p, t in places if _owner(t, hits) in _cluster(hit, setting.lang)]
    if not owned:
        taken = {other.token.i for other in hits if other.token.i != hit.token.i}
        owned = [(p, t) for p, t in places if _owner(t, hits) not in taken and _same_stretch(t, hit)]
    if not owned:
        return NO_PLACE
    fine = {"city": 0, "area": 1, "country": 2}
    best = min(owned, key=lambda item: (fine.get(item[0].precision or "", 1), abs(item[1].i - hit.token.i)))
    return Where(best[0], "stated")


def _is_location(token: Token, lang: str) -> bool:
    """True where the place stands as one: under a preposition of place, by itself or through the names before it."""
    seen: set[int] = set()
    while token.i not in seen:
        seen.add(token.i)
        for child in token.children:
            if child.dep_ == "case" and child.i < token.i:
                return child.lower_ in closed_class(lang, "at")
        if base(token.dep_) not in {"flat", "appos", "nmod", "compound", "conj"} or token.head.pos_ not in {
            "PROPN",
            "NOUN",
        }:
            return False
        token = token.head
    return False
