"""Whether a figure is a quantity, and of what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sumber.counts.deeds import Found, Scene, deed_of
from sumber.counts.figures import Figure
from sumber.counts.nouns import Counted, counted_after, is_people
from sumber.counts.words import forms, low

_LIST_NUMBER = re.compile(r"[.)]\s")
_SMALL = 10
#: How far the deed may be from an article, and from the word for one.
_NEAR, _NEAR_ONE = 5, 9
#: What may befall a single person told of with an article ("a policeman was killed").
_BEFALLS = frozenset({"killed", "injured", "arrested", "abducted", "missing", "released", "sentenced"})


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with what it counts. ``first`` is its token, ``begin`` that of its bounds, ``end`` a character."""

    figure: Figure
    first: int
    begin: int
    counted: Counted
    what: str
    end: int
    who: str | None = None
    deed: Found | None = None


def judge(
    scene: Scene, figure: Figure, tokens: tuple[int, int], last: Count | None, held: Count | None
) -> Count | None:
    """What a figure counts; ``None`` where it is no quantity: an age, a score, a number of something.

    ``tokens`` are its first and end token, ``last`` is the count of a deed before it, ``held`` the one before it in
    its block.
    """
    first, end = tokens
    doc, words = scene.doc, scene.words
    whole = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    begin = whole.start if whole is not None else first
    base = Count(figure, first, begin, Counted(end, end, None), "other", figure.end)
    after = doc[end] if end < len(doc) else None
    if figure.currency:
        return replace(base, what="money", who=figure.currency)
    if after is not None and low(after) in words.percent:
        return replace(base, end=after.idx + len(after), who=after.text)
    strong = next((ending for ending in words.strong if scene.text.startswith(ending, figure.end)), None)
    if strong:
        return replace(base, what="participants", end=figure.end + len(strong))
    if _is_no_quantity(scene, base, end):
        return None
    counted = counted_after(doc, end, scene.lang, words)
    span = doc[counted.first : counted.last]
    named = counted.head is not None and (low(counted.head),) not in words.deeds
    who = span.text.removeprefix("of ") if named else None
    stop = span.end_char if len(span) else figure.end
    return _of_what(scene, replace(base, counted=counted, end=stop, who=who), last, held)


def _of_what(scene: Scene, base: Count, last: Count | None, held: Count | None) -> Count | None:
    figure, counted = base.figure, base.counted
    people = is_people(counted, scene.words)
    kind = scene.words.kind(low(counted.head)) if counted.head is not None else None
    if kind in ("goods", "distance") and not people:
        return replace(base, what=kind) if figure.shape != "one" else None
    deed = deed_of(scene, base.begin, counted)
    if figure.shape == "one" or (figure.spelled and figure.low == figure.high == 1):
        return _single(scene, base, people, deed, held)
    before = [low(token) for token in scene.doc[max(scene.doc[base.first].sent.start, base.begin - 6) : base.begin]]
    what = _inherited(scene, base, people, before, last, held)
    if what:
        return replace(base, what=what)
    part = _is_part(scene, base)
    if deed is not None and (people or part or deed.cost <= 3):
        return replace(base, what=deed.deed.what, deed=deed)
    if counted.head is None:
        goes_on = scene.words.counting.intersection(before[-2:]) or (part and held == last)
        return replace(base, what=last.what) if goes_on and last else None
    if kind == "crowd":
        return replace(base, what="participants")
    small = figure.spelled and figure.shape == "figure" and figure.high is not None and figure.high <= _SMALL
    return None if small and (not people or _acts(scene, counted)) else base


def _acts(scene: Scene, counted: Counted) -> bool:
    """True of those who do something, or tell of it: "two officials said", "dua polisi menembak"."""
    head = counted.head
    if head is None:
        return False
    return head.dep_ == "nsubj" or not scene.words.tellers.isdisjoint(forms(low(head)))


def _single(scene: Scene, base: Count, people: bool | None, deed: Found | None, held: Count | None) -> Count | None:
    """One person, told of with an article or the word for one: counted only where something befell them."""
    if base.figure.shape == "one" and people and held and held.deed and joined(scene, held, base):
        return replace(base, what=held.what, deed=held.deed)
    fits = people or (people is None and base.figure.shape != "one")
    near = _NEAR if base.figure.shape == "one" else _NEAR_ONE
    if deed is None or not fits or deed.cost > near or deed.deed.what not in _BEFALLS:
        return None
    return replace(base, what=deed.deed.what, deed=deed)


def _inherited(
    scene: Scene, base: Count, people: bool | None, before: list[str], last: Count | None, held: Count | None
) -> str | None:
    """What a toll noun before the figure says, or the count of which this one is a part."""
    bare = base.counted.head is None
    line = f" {' '.join(before)} "
    toll = next((what for toll, what in scene.words.tolls.items() if _completes(line, f" {toll} ")), None)
    if toll and (people or bare):
        return toll
    if bare and held and held.what == "goods" and _is_part(scene, base):
        return "goods"
    if people and last is not None and scene.words.subset.intersection(before[-1:]):
        return last.what
    return None


def _completes(line: str, toll: str) -> bool:
    """True where the toll noun waits for its figure, and has none before it ("12 korban jiwa dan 30 korban luka")."""
    before, noun, _ = line.rpartition(toll)
    return bool(noun) and not before[-1:].isdigit()


def _is_part(scene: Scene, base: Count) -> bool:
    aside = scene.doc[base.counted.first : base.counted.last].text.lower()
    return any(phrase in aside for phrase in scene.words.subset)


def joined(scene: Scene, first: Count, second: Count) -> bool:
    """True where only "and" stands between two counts."""
    return scene.text[first.end : second.figure.start].strip().lower() in scene.words.joins


def _is_no_quantity(scene: Scene, base: Count, end: int) -> bool:
    doc, figure, first = scene.doc, base.figure, base.first
    bounded = figure.start < figure.core
    previous = doc[first - 1] if first > 0 else None
    after = doc[end] if end < len(doc) else None
    opens = first == doc[first].sent.start or previous is None or not previous.text.isalpha()
    if figure.spelled and figure.shape == "figure" and not bounded and not opens and doc[first].text[:1].isupper():
        return True  # a name: Lima, the Seven
    if after is not None and low(after).partition("-")[0] in scene.words.never:
        return True
    if previous is not None and not bounded and low(previous) in scene.words.not_after:
        return True
    line_start = previous is None or "\n" in scene.text[previous.idx : figure.start]
    if line_start and not figure.spelled and _LIST_NUMBER.match(scene.text, figure.end):
        return True
    named = previous is not None and previous.pos_ == "PROPN" and not figure.spelled and not bounded
    return named and (after is None or after.pos_ not in ("NOUN", "ADJ", "PROPN"))
