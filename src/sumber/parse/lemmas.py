"""Lemmas: the dictionary form of a word, always lower case.

English: irregular forms from the codebook, then endings by rule. Indonesian: the word without its enclitics.
"""

from __future__ import annotations

import re
from functools import cache

from sumber.parse.words import read_table

_SHORTEST_STEM = 3
# Stems that most often lost an -e before -ed or -ing.
_LOST_E = re.compile(
    r"(v|c|u|[aeiouy]z|[bcdfgkpt]l|[^aeo]at|rg|dg|ag|ens|rs|lp?s|aus|eas|ais|[^aeiou][iou]s|ps|ir|ur)$"
)


def find_lemma(word: str, pos: str, lang: str) -> str:
    """The lemma of a word with its UPOS tag, in lower case; a word no rule knows gives itself."""
    form = word.lower()
    if lang == "id":
        return _without_clitics(form)
    return _english(form, pos)


@cache
def _english(form: str, pos: str) -> str:
    if pos in ("VERB", "AUX"):
        return _verbs().get(form) or (form if form in _words("plain") else _verb(form))
    if pos in ("NOUN", "PROPN"):
        return _table("nouns").get(form) or (form if form in _words("plain") or pos == "PROPN" else _noun(form))
    if pos in ("ADJ", "ADV"):
        return _table("adjectives").get(form, form)
    if form in ("n't", "n’t"):
        return "not"
    return form


def _verb(form: str) -> str:
    for ending in ("ing", "ed"):
        stem = form.removesuffix(ending)
        if stem != form and any(vowel in stem for vowel in "aeiouy"):
            return _base(stem, ending)
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if re.search(r"(sh|ch|ss|x|zz|o)es$", form):
        return form[:-2]
    if form.endswith("s") and not form.endswith("ss") and len(form) > _SHORTEST_STEM:
        return form[:-1]
    return form


def _base(stem: str, ending: str) -> str:
    """The base of a regular verb from what stands before -ed or -ing."""
    if stem.endswith("i") and ending == "ed":
        return stem[:-1] + "y"
    doubled = len(stem) > 2 and stem[-1] == stem[-2]
    if doubled and (stem[:-1] in _words("single") or (len(stem) > 3 and stem[-1] not in "lszfeo")):
        return stem[:-1]
    if _silent_e(stem):
        return stem + "e"
    return stem


def _silent_e(stem: str) -> bool:
    if stem + "e" in _words("silent_e"):
        return True
    return bool(_LOST_E.search(stem)) and stem not in _words("no_e")


def _noun(form: str) -> str:
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith("men") and len(form) > 5:
        return form[:-3] + "man"
    if re.search(r"(sh|ch|ss|x|zz)es$", form):
        return form[:-2]
    if form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > _SHORTEST_STEM:
        return form[:-1]
    return form


def _without_clitics(form: str) -> str:
    table = read_table("id", "clitics")
    for clitic in table["clitics"]:
        stem = form.removesuffix(clitic)
        if stem != form and len(stem.strip("-")) >= _SHORTEST_STEM and form not in _kept():
            return stem.rstrip("-")
    return form


@cache
def _kept() -> frozenset[str]:
    return frozenset(read_table("id", "clitics")["keep"])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_table("en", "irregular")[name])


@cache
def _verbs() -> dict[str, str]:
    listed: dict[str, list[str]] = read_table("en", "irregular")["verbs"]
    return {form: base for base, forms in listed.items() for form in (base, *forms)}


@cache
def _table(name: str) -> dict[str, str]:
    table: dict[str, str] = read_table("en", "irregular")[name]
    return table
