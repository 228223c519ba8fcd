"""The triggers of a language: the codebook's entries checked and put into a look-up by word form.

An entry of ``codebook/LANG/triggers/TYPE.yaml`` is one way of reporting a deed of that type; `Trigger` says what its
keys mean. A broken entry is a CodebookError that names the file and the rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from sumber.codebook import tree
from sumber.errors import CodebookError
from sumber.model import EventType, Status
from sumber.what.inflect import verb_forms
from sumber.what.phrases import PhraseBook
from sumber.what.plover import TypeCard, type_cards
from sumber.what.schema import LISTS, broken, items

FormKind = Literal["verb", "active", "passive", "bare", "noun"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """One entry of the codebook.

    ``object``: fires only with one of these words as object (light verbs); ``not_object``: not with these; ``subject``:
    only with one of these words as subject; ``particle``: only with one of these words behind the verb; ``needs`` and
    ``needs_actor``: only where the recipient, or the actor, is known at all, human, a state, or armed; ``recipient``:
    where the recipient stands, if not where the frame says.
    """

    rule: str
    type: EventType
    modes: tuple[str, ...]
    particle: tuple[str, ...]
    object: tuple[str, ...]
    not_object: tuple[str, ...]
    subject: tuple[str, ...]
    needs: str | None
    needs_actor: str | None
    frame: str
    recipient: tuple[str, ...]
    contexts: tuple[str, ...]
    status: Status | None
    example: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    lang: str

    @property
    def path(self) -> str:
        """The rule id of the output contract, e.g. ``id/what/tangkap.coerce``."""
        return f"{self.lang}/what/{self.rule}.{self.type.lower()}"


@dataclass(frozen=True, slots=True)
class Form:
    """A word form of a trigger, and how it stands in the clause."""

    trigger: Trigger
    kind: FormKind


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All triggers of a language."""

    lang: str
    triggers: tuple[Trigger, ...]
    forms: PhraseBook[Form]


def _words(value: Any) -> tuple[str, ...]:
    return tuple(str(word) for word in items(value))


def _check(where: str, entry: Any, card: TypeCard) -> None:
    """Raise CodebookError where an entry does not keep to the schema."""
    trouble = next(broken(entry, card), None)
    if trouble is not None:
        rule = entry.get("rule") if isinstance(entry, dict) else None
        raise CodebookError(f"{where}: {rule or 'an entry'}: {trouble}")


def _trigger(lang: str, type_name: str, entry: dict[str, Any]) -> Trigger:
    lists = {key: _words(entry.get(key)) for key in LISTS}
    return Trigger(
        rule=entry["rule"],
        type=cast(EventType, type_name),
        modes=lists["modes"],
        particle=tuple(word.lower() for word in lists["particle"]),
        object=tuple(word.lower() for word in lists["object"]),
        not_object=tuple(word.lower() for word in lists["not_object"]),
        subject=tuple(word.lower() for word in lists["subject"]),
        needs=entry.get("needs"),
        needs_actor=entry.get("needs_actor"),
        frame=entry.get("frame", "directed"),
        recipient=lists["recipient"],
        contexts=lists["contexts"],
        status=entry.get("status"),
        example=entry["example"],
        actors=lists["actors"],
        recipients=lists["recipients"],
        lang=lang,
    )


def build_lexicon(lang: str, files: dict[str, Any]) -> Lexicon:
    """The lexicon of entries by file stem (the type in lower case). Raises CodebookError."""
    triggers: list[Trigger] = []
    forms: list[tuple[str, Form]] = []
    seen: set[str] = set()
    for stem, entries in sorted(files.items()):
        card = type_cards().get(stem.upper())
        name = f"{lang}/triggers/{stem}.yaml"
        if card is None:
            raise CodebookError(f"{name}: {stem} is no PLOVER type")
        for entry in entries or ():
            _check(name, entry, card)
            trigger = _trigger(lang, card.name, entry)
            if trigger.path in seen:
                raise CodebookError(f"{name}: there are two rules {trigger.rule}")
            seen.add(trigger.path)
            triggers.append(trigger)
            kinds: tuple[FormKind, ...] = ("verb", "active", "passive", "bare", "noun")
            forms += [(word, Form(trigger, kind)) for kind in kinds for word in _surface(kind, entry, lang)]
    return Lexicon(lang, tuple(triggers), PhraseBook(forms))


def _surface(kind: FormKind, entry: dict[str, Any], lang: str) -> tuple[str, ...]:
    """The word forms to look for: English verbs inflected, all else as the entry has them (nouns meet by lemma)."""
    if kind == "bare":  # akan kami sita beside disita
        return tuple(word[2:] for word in _words(entry.get("passive")) if word.startswith("di") and len(word) > 5)
    words = _words(entry.get(kind))
    if kind == "verb" and lang == "en":
        return tuple(form for word in words for form in verb_forms(word))
    return words


@cache
def load_lexicon(lang: str) -> Lexicon:
    """The lexicon of a language from ``codebook/LANG/triggers``."""
    return build_lexicon(lang, tree(lang, "triggers"))
