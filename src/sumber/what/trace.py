"""What became of each word form of the lexicon that a text holds, for whoever asks why there is (no) event.

A `Trace` is handed down by `find_events` to its steps, which tell it where a form was let go. Without one nothing is
told and nothing is different.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from spacy.tokens import Token

from sumber.what.lexicon import Form, Trigger

if TYPE_CHECKING:
    from sumber.what.roles import Roles
    from sumber.what.triggers import Hit

#: Why a form of the lexicon is no trigger where it stands.
MissKind = Literal["noun", "modifier", "beside", "pronoun", "verb", "particle", "object", "not_object", "subject"]
#: Where a form was let go, or what it became.
Step = Literal["form", "question", "met", "longer", "place", "told", "source", "guard", "turned", "protest", "same",
               "fired"]  # fmt: skip
Key = tuple[str, int]


class Miss(NamedTuple):
    """Why a form is no trigger here, with the word that stands in the way, where there is one."""

    kind: MissKind
    token: Token | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """One step of one form. ``first`` and ``last`` are token indices, inclusive; ``why`` is a code or a word.

    ``other`` is the trigger that took its place: rule id and index of the first token. ``roles`` are the parties that
    a guard looked at, ``token`` the word that stood in the way.
    """

    trigger: Trigger
    first: int
    last: int
    step: Step
    why: str = ""
    other: Key | None = None
    token: Token | None = None
    roles: Roles | None = None

    @property
    def key(self) -> Key:
        """Which form of the text the note is about."""
        return self.trigger.path, self.first


@dataclass(slots=True)
class Trace:
    """The notes in the order in which they were made."""

    notes: list[Note] = field(default_factory=list)

    def tried(self, place: Token, outcomes: Iterable[tuple[int, Form, Hit | Miss]]) -> None:
        """The forms of (so many tokens) that begin at a token: each a hit, or missed by what."""
        for size, form, outcome in outcomes:
            if isinstance(outcome, Miss):
                note = Note(form.trigger, place.i, place.i + size - 1, "form", outcome.kind, token=outcome.token)
                self.notes.append(note)
            else:
                self.notes.append(Note(form.trigger, outcome.first, outcome.last, "met"))


def key_of(hit: Hit) -> Key:
    """How the notes call a hit."""
    return hit.trigger.path, hit.first


def tell(
    trace: Trace | None, hit: Hit, step: Step, why: str = "", other: Hit | None = None, roles: Roles | None = None
) -> None:
    """Note a step of a hit, where somebody wants to know."""
    if trace is not None:
        told = None if other is None else key_of(other)
        trace.notes.append(Note(hit.trigger, hit.first, hit.last, step, why, told, roles=roles))
