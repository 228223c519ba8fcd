"""One text through the coder, with what became of each form of the lexicon that stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc

from sumber.model import Document, Record
from sumber.pipeline import Findings, read_document, to_record
from sumber.tend.reasons import reason
from sumber.what import find_events
from sumber.what.trace import Key, Note, Trace

Outcome = Literal["fired", "merged", "stopped"]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One form in its place. ``start`` and ``end`` are characters of the text.

    ``fired``: it is the event ``event``; ``merged``: that event tells its deed too; ``stopped``: it is none. ``why``
    says so in words, ``code`` and ``fill`` say them in parts (`sumber.tend.reasons.Reason`); ``step`` and ``guard`` say
    it in the codes of `sumber.what.trace` and `sumber.what.guards`.
    """

    words: str
    start: int
    end: int
    rule: str
    outcome: Outcome
    step: str
    guard: str | None
    why: str
    event: str | None
    code: str | None = None
    fill: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trial:
    """The parsed text, its record, and the attempts in text order."""

    doc: Doc
    record: Record
    attempts: tuple[Attempt, ...]


def try_text(text: str, lang: str | None = None, date: str | None = None) -> Trial:
    """Code a text as the body of an article, and tell what became of every form that the lexicon knows."""
    how = "given" if date else None
    document = Document(id="try", text=text, lang=lang, published=date, published_how=how, plain=True)
    doc = read_document(document)
    found: Findings = doc._.findings
    trace = Trace()
    find_events(doc, *found.gathered, trace=trace)
    record = to_record(document, found)
    return Trial(doc, record, _attempts(doc, record, trace))


def _attempts(doc: Doc, record: Record, trace: Trace) -> tuple[Attempt, ...]:
    last = _last_notes(trace)
    turned = {note.other for note in last.values() if note.step == "turned"}  # told by the form that was turned
    found = [_attempt(note, doc, record, last) for key, note in last.items() if key not in turned]
    return tuple(sorted(found, key=lambda attempt: attempt.start))


def _attempt(note: Note, doc: Doc, record: Record, last: dict[Key, Note]) -> Attempt:
    span = doc[note.first : note.last + 1]
    event = next((event for event in record.events if event.id == _event(note.key, last)), None)
    other = note.other or (_winner(note, last) if note.step == "met" else None)
    told = None
    if note.step != "fired":
        told = reason(note, {actor.id: actor for actor in record.actors}, _shown(other, doc, last))
    return Attempt(
        words=span.text,
        start=span.start_char,
        end=span.end_char,
        rule=note.trigger.path,
        outcome="stopped" if event is None else "merged" if note.step in ("same", "protest") else "fired",
        step=note.step,
        guard=note.why if note.step in ("form", "guard") else None,
        why=str(told) if told is not None else event.why if event is not None else "",
        event=event.id if event is not None else None,
        code=told.code if told is not None else None,
        fill=told.fill if told is not None else {},
    )


def _shown(key: Key | None, doc: Doc, last: dict[Key, Note]) -> str | None:
    """Another trigger in words."""
    if key is None or key not in last:
        return None
    note = last[key]
    return f"‘{doc[note.first : note.last + 1].text}’ ({key[0]})"


def _last_notes(trace: Trace) -> dict[Key, Note]:
    """The note that decided each form, in the order in which the forms were met.

    An entry may be missed by one of its forms and met by another at the same word; then the miss says nothing.
    """
    last: dict[Key, Note] = {}
    for note in trace.notes:
        old = last.get(note.key)
        if old is None or old.step == "form" or note.step not in ("form", "met"):
            last[note.key] = note
    return last


def _winner(note: Note, last: dict[Key, Note]) -> Key | None:
    """The entry that was taken for the same word."""
    same = [key for key, other in last.items() if key[1] == note.first and other.step not in ("form", "met")]
    return same[-1] if same else None


def _event(key: Key, last: dict[Key, Note]) -> str | None:
    """The event that a form became, by itself or within another."""
    seen: set[Key] = set()
    while key in last and key not in seen:
        seen.add(key)
        note = last[key]
        if note.step == "fired":
            return note.why
        if note.step not in ("same", "turned", "protest") or note.other is None:
            return None
        key = note.other
    return None
