"""What an entry of a trigger file may hold, and what is wrong with one that does not keep to it.

`broken` finds what makes an entry unusable: the lexicon refuses it. `careless` finds what makes it useless or
misleading: the check of a codebook reports it. Each fault is a sentence that says what to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sumber.what.inflect import verb_forms
from sumber.what.plover import TypeCard, context_names, frames

LISTS = ("modes", "active", "passive", "noun", "particle", "object", "not_object", "subject", "recipient", "contexts",
         "actors", "recipients")  # fmt: skip
FORMS = ("verb", "active", "passive", "noun")
NEEDS = ("any", "human", "state", "armed")
STATUS = ("actual", "planned", "threatened", "alleged", "denied", "hypothetical")
KEYS = frozenset({"rule", "verb", "frame", "needs", "needs_actor", "status", "example", *LISTS})
_LOWER = (*FORMS, "particle", "object", "not_object", "subject")
_RULE = re.compile(r"[a-z][a-z0-9-]*")


def items(value: Any) -> list[Any]:
    """The value of a key as a list: one word may stand without brackets."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def broken(entry: Any, card: TypeCard) -> Iterator[str]:
    """What makes an entry of a file of this type unusable."""
    if not isinstance(entry, dict) or not isinstance(entry.get("rule"), str):
        yield "every entry needs a rule name: rule: tangkap"
        return
    yield from _unknown_keys(entry)
    if not any(entry.get(key) for key in FORMS):
        yield "needs a verb, active, passive or noun form: the words that report the deed"
    if not isinstance(entry.get("example"), str) or not entry["example"].strip():
        yield 'needs an example sentence that reports the deed: example: "…"'
    for key in (*LISTS, "verb"):
        if any(not isinstance(word, str) or not word.strip() for word in items(entry.get(key))):
            yield f"{key} holds something that is no word (put on, off, no and yes in quotation marks)"
    yield from _unknown_values(entry, card)


def _unknown_keys(entry: dict[Any, Any]) -> Iterator[str]:
    for key in entry:
        if key == "type":
            yield "type is no key of a trigger: the type is the name of the file, LANG/triggers/TYPE.yaml"
        elif key not in KEYS:
            yield f"{key} is no key of a trigger; the keys are {', '.join(sorted(KEYS))}"


def _unknown_values(entry: dict[Any, Any], card: TypeCard) -> Iterator[str]:
    for mode in items(entry.get("modes")):
        if isinstance(mode, str) and mode not in card.modes:
            known = ", ".join(sorted(card.modes))
            yield f"{mode} is no mode of this type; {card.name} has {known or 'none: leave modes out'}"
    for context in items(entry.get("contexts")):
        if isinstance(context, str) and context not in context_names():
            yield f"{context} is no PLOVER context; they are {', '.join(sorted(context_names()))}"
    choices = (("frame", tuple(frames())), ("needs", NEEDS), ("needs_actor", NEEDS), ("status", STATUS))
    for key, known_values in choices:
        value = entry.get(key)
        if value is not None and value not in known_values:
            yield f"{value} is no {key}: {key} must be one of {', '.join(known_values)}"


def careless(entry: dict[str, Any], lang: str) -> Iterator[str]:
    """What makes an entry that is not broken useless or misleading."""
    if not _RULE.fullmatch(entry["rule"]):
        yield "a rule name is lower case, of a to z, digits and hyphens, for it stands in rule ids"
    for key in _LOWER:
        for word in items(entry.get(key)):
            if word != word.lower():
                yield f"{key}: write {word} in lower case"
    if lang == "en" and (entry.get("active") or entry.get("passive")):
        yield "an English verb stands under verb: both voices and all forms are found by themselves"
    if lang == "id" and entry.get("verb"):
        yield "an Indonesian verb stands under active and passive, each in its full form"
    yield from _beside_example(entry, lang)


def _beside_example(entry: dict[str, Any], lang: str) -> Iterator[str]:
    example = " ".join(re.findall(r"[\w'-]+", entry["example"].lower()))
    forms = surface(entry, lang)
    if not any(re.search(rf"\b{re.escape(form)}", example) for form in forms):
        yield f"the example holds none of its forms: {', '.join(sorted(forms))}"
    for key in ("actors", "recipients"):
        for word in items(entry.get(key)):
            if word not in entry["example"]:
                yield f"{key}: {word} does not stand in the example; give the head word as the example has it"


def surface(entry: dict[str, Any], lang: str) -> set[str]:
    """Every form that the example may show: verbs inflected, English nouns in both numbers, the rest as it stands."""
    found = {form.lower() for key in FORMS[1:] for form in items(entry.get(key))}
    found |= {form for verb in items(entry.get("verb")) for form in verb_forms(verb.lower())}
    if lang == "en":
        for noun in items(entry.get("noun")):
            found |= {f"{noun}s", f"{noun}es", f"{noun[:-1]}ies"}
    return found
