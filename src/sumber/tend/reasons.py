"""The steps of a trace in words: why a form of the lexicon became no event of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sumber.model import Actor
from sumber.what.clause import objects
from sumber.what.guards import Hindrance
from sumber.what.lexicon import Trigger
from sumber.what.plover import frames
from sumber.what.trace import MissKind, Note, Step

_SHOWN = 8  # words of a list that are shown
_MISSES: dict[MissKind, str] = {
    "noun": "‘{word}’ is no event noun here (it is tagged {tag})",
    "modifier": "it only describes ‘{word}’ here",
    "beside": "none of its object words describes it (object: {object})",
    "pronoun": "a bare form counts only behind the pronoun of who acts",
    "verb": "‘{word}’ is no predicate here (it is tagged {tag})",
    "particle": "its particle does not follow (particle: {particle})",
    "object": "its object is none of the list (object: {object}); here it has {objects}",
    "not_object": "not with ‘{word}’ (not_object: {not_object})",
    "subject": "none of the list acts (subject: {subject})",
}
_GUARDS: dict[Hindrance, str] = {
    "needs": "the recipient must be {needs} (needs: {needs}); here it is {recipients}",
    "needs_actor": "who acts must be {needs_actor} (needs_actor: {needs_actor}); here it is {actors}",
    "sport": "the text is a report of sport, and no official party acts",
    "nature": "nature does it, not people",
    "accident": "a word of accident and none of violence stand by it",
    "no_violence": "a word of death or hurt, and no violence of people is told beside it",
    "no_party": "an event noun without a party of its own, or only said to be something",
}
_TOLD = {
    "condition": "it stands under a condition, so it is not told as a deed",
    "duty": "it is told as a duty, not as a deed",
    "purpose": "it is the purpose of another deed, which has the record",
    "within": "it is what {other} speaks of, which has the record",
    "negated": "negated by ‘{why}’: words that were not said are no event",
}
_STEPS: dict[Step, str] = {
    "question": "the sentence is a question",
    "met": "a narrower entry for the same word comes first: {other}",
    "longer": "it is part of the longer trigger {other}",
    "place": "it stands outside the paragraphs that events are coded from",
    "source": "it describes a source of reported words",
    "turned": "‘{why}’ makes it the opposite, {other}",
    "protest": "it is the demand of the protest told before it, {other}",
    "same": "it tells the same deed as {other}: one record",
}


#: What stands where there is nothing to say.
_NONE = {
    "word": "a word beside it",
    "objects": "none",
    "actors": "nobody that is known",
    "recipients": "nobody that is known",
    "other": "another trigger",
    "needs": "any",
    "needs_actor": "any",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a form was let go. ``code`` names the sentence, ``fill`` what stands in its gaps, empty for nothing; as text
    it is the sentence in English."""

    code: str
    fill: Mapping[str, str]

    def __str__(self) -> str:
        words = {name: value or _NONE.get(name, "") for name, value in self.fill.items()}
        return TEMPLATES[self.code].format(**words)


def _coded(kind: str, sentences: Mapping[Any, str]) -> dict[str, str]:
    return {f"{kind}.{code}": sentence for code, sentence in sentences.items()}


#: All sentences by their codes.
TEMPLATES: Mapping[str, str] = {
    **_coded("form", _MISSES),
    **_coded("guard", _GUARDS),
    **_coded("told", _TOLD),
    **_coded("step", _STEPS),
}


def reason(note: Note, actors: Mapping[str, Actor], other: str | None) -> Reason:
    """Why a form was let go at this step. ``other`` is the trigger that took its place, in words."""
    code = _code(note)
    sentence = TEMPLATES[code]
    fill: dict[str, Callable[[], str]] = {
        "word": lambda: note.token.text if note.token is not None else "",
        "tag": lambda: note.token.pos_ if note.token is not None else "?",
        "objects": lambda: _quoted([t.text for t in objects(note.token, note.trigger.lang)] if note.token else []),
        "actors": lambda: _named(note.roles.actors if note.roles else (), actors),
        "recipients": lambda: _named(_others(note), actors),
        "other": lambda: other or "",
        "why": lambda: note.why,
        **_guards_of(note.trigger),
    }
    return Reason(code, {name: make() for name, make in fill.items() if f"{{{name}}}" in sentence})


def _code(note: Note) -> str:
    if note.step in ("form", "guard"):
        return f"{note.step}.{note.why}"
    if note.step == "told":
        return "told.within" if note.other is not None else f"told.{note.why if note.why in _TOLD else 'negated'}"
    return f"step.{note.step}"


def _guards_of(trigger: Trigger) -> dict[str, Callable[[], str]]:
    lists = {name: getattr(trigger, name) for name in ("object", "not_object", "subject", "particle")}
    shown = {name: partial(_listed, words) for name, words in lists.items()}
    return {**shown, "needs": lambda: trigger.needs or "", "needs_actor": lambda: trigger.needs_actor or ""}


def _listed(words: Sequence[str]) -> str:
    more = ", …" if len(words) > _SHOWN else ""
    return ", ".join(words[:_SHOWN]) + more


def _others(note: Note) -> tuple[str, ...]:
    """Those whom `needs` is asked of: where all act, all but the first."""
    if note.roles is None:
        return ()
    return note.roles.actors[1:] if frames()[note.trigger.frame].both else note.roles.recipients


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"‘{word}’" for word in words)


def _named(ids: Sequence[str], actors: Mapping[str, Actor]) -> str:
    return _quoted([actors[one].name for one in ids if one in actors])
