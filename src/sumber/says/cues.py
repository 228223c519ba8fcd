"""The cues of attribution and the small words around them, read from the codebook once a language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, cast, get_args

from sumber.codebook import entries
from sumber.errors import CodebookError
from sumber.model import Stance

CueKind = Literal["verb", "inverted", "preposition", "noun", "passive", "relay", "tail"]
_KINDS = frozenset(get_args(CueKind))
_STANCES = frozenset(get_args(Stance))
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of cues.yaml; `clitic` marks the form with -nya, whose source is the clitic itself."""

    name: str
    kind: CueKind
    stance: Stance
    takes: frozenset[str]
    needs: frozenset[str]
    weak: bool
    clitic: bool = False


@dataclass(frozen=True, slots=True)
class Frames:
    """The word sets of says_frames.yaml by their keys.

    Phrases of several words are tuples, longest first; ``heads``: their first words, to pass over most tokens.
    """

    sets: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    heads: dict[str, frozenset[str]]

    def __getitem__(self, key: str) -> frozenset[str]:
        return self.sets[key]


Lexicon = dict[str, tuple[tuple[tuple[str, ...], tuple[Cue, ...]], ...]]


@cache
def frames_of(lang: str) -> Frames:
    """The small words of one language. Raises CodebookError where the file is missing."""
    raw: dict[str, list[str]] = entries(lang, "says_frames.yaml")
    sets = {key: frozenset(words) for key, words in raw.items()}
    phrases = {
        key: tuple(sorted((tuple(words.split()) for words in values), key=lambda words: (-len(words), words)))
        for key, values in raw.items()
    }
    heads = {key: frozenset(words[0] for words in found if words) for key, found in phrases.items()}
    return Frames(sets, phrases, heads)


@cache
def lexicon(lang: str) -> Lexicon:
    """The forms of all cues of one language by their first word, longest first; a form may belong to several cues.

    Raises CodebookError where an entry does not keep to the schema.
    """
    table: dict[str, dict[tuple[str, ...], tuple[Cue, ...]]] = {}

    def add(words: tuple[str, ...], cue: Cue) -> None:
        known = table.setdefault(words[0], {})
        if cue not in known.get(words, ()):
            known[words] = (*known.get(words, ()), cue)

    for entry in entries(lang, "cues.yaml"):
        cue = _cue(lang, entry)
        for form in _forms(lang, entry):
            add(tuple(form.split()), cue)
        for form in entry.get("clitic", [form + "nya" for form in entry["forms"]] if cue.kind == "inverted" else []):
            add((form,), replace(cue, clitic=True))
    return {
        first: tuple(sorted(found.items(), key=lambda item: (-len(item[0]), item[0]))) for first, found in table.items()
    }


def _cue(lang: str, entry: dict[str, Any]) -> Cue:
    kind, stance = entry.get("kind"), entry.get("stance")
    if kind not in _KINDS or stance not in _STANCES or not entry.get("cue") or not entry.get("forms"):
        raise CodebookError(f"{lang}/cues.yaml: an entry lacks cue, forms, kind or stance: {entry}")
    return Cue(
        name=str(entry["cue"]),
        kind=cast(CueKind, kind),
        stance=cast(Stance, stance),
        takes=frozenset(_several(entry.get("takes"))),
        needs=frozenset(_several(entry.get("needs"))),
        weak=bool(entry.get("weak")),
    )


def _several(value: object) -> Iterable[str]:
    return value if isinstance(value, list) else [str(value)] if value else []


def _forms(lang: str, entry: dict[str, Any]) -> list[str]:
    forms = [str(form) for form in entry["forms"]]
    if lang == "en" and entry["kind"] == "verb":
        irregular = [str(form) for form in entry.get("irregular", [])]
        return [*irregular, *(inflected for form in forms for inflected in _inflect(form))]
    return forms


def _inflect(verb: str) -> list[str]:
    """The English forms of a regular verb, with whatever follows its first word kept in place."""
    first, blank, rest = verb.partition(" ")
    tail = blank + rest
    if first.endswith("e"):
        past, going = first + "d", first[:-1] + "ing"
    elif first.endswith("y") and first[-2] not in _VOWELS:
        past, going = first[:-1] + "ied", first + "ing"
    else:
        past, going = first + "ed", first + "ing"
    if first.endswith(("s", "x", "z", "ch", "sh")):
        third = first + "es"
    elif first.endswith("y") and first[-2] not in _VOWELS:
        third = first[:-1] + "ies"
    else:
        third = first + "s"
    return [form + tail for form in (first, third, past, going)]
