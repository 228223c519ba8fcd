"""The steps of a trace in words: why a form of the lexicon became no event of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

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


def reason(note: Note, actors: Mapping[str, Actor], other: str) -> str:
    """Why a form was let go at this step. ``other`` is the trigger that took its place, in words."""
    fill: dict[str, Callable[[], str]] = {
        "word": lambda: _word(note),
        "tag": lambda: note.token.pos_ if note.token is not None else "?",
        "objects": lambda: _quoted([t.text for t in objects(note.token, note.trigger.lang)] if note.token else []),
        "actors": lambda: _named(note.roles.actors if note.roles else (), actors),
        "recipients": lambda: _named(_others(note), actors),
        "other": lambda: other,
        "why": lambda: note.why,
    }
    template = _template(note)
    words = {name: make() for name, make in fill.items() if f"{{{name}}}" in template}
    return template.format(**_guards_of(note.trigger), **words)


def _template(note: Note) -> str:
    if note.step == "form":
        return next(text for kind, text in _MISSES.items() if kind == note.why)
    if note.step == "guard":
        return next(text for kind, text in _GUARDS.items() if kind == note.why)
    if note.step == "told":
        if note.other is not None:
            return "it is what {other} speaks of, which has the record"
        return _TOLD.get(note.why, "negated by ‘{why}’: words that were not said are no event")
    return _STEPS[note.step]


def _guards_of(trigger: Trigger) -> dict[str, str]:
    lists = {name: getattr(trigger, name) for name in ("object", "not_object", "subject", "particle")}
    shown = {name: _listed(words) for name, words in lists.items()}
    return {**shown, "needs": trigger.needs or "any", "needs_actor": trigger.needs_actor or "any"}


def _listed(words: Sequence[str]) -> str:
    more = ", …" if len(words) > _SHOWN else ""
    return ", ".join(words[:_SHOWN]) + more


def _word(note: Note) -> str:
    return note.token.text if note.token is not None else "a word beside it"


def _others(note: Note) -> tuple[str, ...]:
    """Those whom `needs` is asked of: where all act, all but the first."""
    if note.roles is None:
        return ()
    return note.roles.actors[1:] if frames()[note.trigger.frame].both else note.roles.recipients


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"‘{word}’" for word in words) or "none"


def _named(ids: Sequence[str], actors: Mapping[str, Actor]) -> str:
    return _quoted([actors[one].name for one in ids if one in actors]) if ids else "nobody that is known"
