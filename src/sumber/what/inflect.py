"""English verb forms from the base, so that a trigger is found even where its lemma was not.

Irregular forms come from ``codebook/en/irregular.yaml``. Where spelling leaves a choice (a doubled consonant) both
spellings are given: the one that is no word does no harm.
"""

from __future__ import annotations

import re
from functools import cache

from sumber.codebook import entries

_DOUBLES = re.compile(r"[^aeiou][aeiou][bdgklmnprtvz]$")
_SIBILANT = re.compile(r"(s|x|z|ch|sh|o)$")


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {str(base): tuple(map(str, forms)) for base, forms in entries("en", "irregular.yaml")["verbs"].items()}


def verb_forms(phrase: str) -> tuple[str, ...]:
    """All forms of a verb, its base first; of a phrase the first word is inflected."""
    verb, _, rest = phrase.partition(" ")
    forms = [verb, *_irregular().get(verb, ()), _third(verb), *_past(verb), *_gerund(verb)]
    return tuple(dict.fromkeys(f"{form} {rest}".strip() for form in forms))


def _third(verb: str) -> str:
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if _SIBILANT.search(verb) else "s")


def _past(verb: str) -> list[str]:
    if verb in _irregular():
        return []
    if verb.endswith("e"):
        return [verb + "d"]
    if re.search(r"[^aeiou]y$", verb):
        return [verb[:-1] + "ied"]
    return [verb + "ed", *([verb + verb[-1] + "ed"] if _DOUBLES.search(verb) else [])]


def _gerund(verb: str) -> list[str]:
    if verb.endswith("ie"):
        return [verb[:-2] + "ying"]
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return [verb[:-1] + "ing"]
    return [verb + "ing", *([verb + verb[-1] + "ing"] if _DOUBLES.search(verb) else [])]
