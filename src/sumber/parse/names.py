"""Names of an article: spans cleaned at their edges, labels made to agree from mention to mention.

The model tells eight kinds apart: PER, ORG, MEDIA (outlets and agencies), GPE (places with a government), LOC (other
places), NORP (nationalities, ethnic, religious and political groups), EVENT (named wars, meetings, exercises) and
WEAPON (named weapons and platforms). The rooms that follow resolve three of them: persons, organisations and places.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from spacy.tokens import Doc, Span

from sumber.codebook import entries

Found = tuple[int, int, str]
#: The kinds that ``doc.ents`` shows, and the label that each has there.
BROAD = {"PER": "PER", "ORG": "ORG", "MEDIA": "ORG", "GPE": "LOC", "LOC": "LOC"}
_THINGS = frozenset({"WEAPON", "EVENT"})
_SITE = re.compile(r"(?i)\w\.(?:com|id|net|org|news|info|tv)$")


def find_names(doc: Doc, found: Iterable[Found], lang: str) -> list[Span]:
    """Names from (start, end, label) in tokens of `doc`, as the model gives them, with the model's eight labels.

    A part of a person's name that stands alone is the person; else a form that is labelled in different ways takes the
    label it has most often, where places count together and so do organisations; the address of a site is a medium.
    What stands behind an office is its holder and no weapon or event ("President Alpha Conde").
    """
    trimmed = [(*_trim(doc, start, end, lang), label) for start, end, label in found]
    trimmed = [(start, end, _held(doc, start, end, label, lang)) for start, end, label in trimmed]
    names = [name for name in trimmed if name[1] > name[0]]
    forms = [doc[start:end].text.casefold() for start, end, _ in names]
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for form, (_, _, label) in zip(forms, names, strict=True):
        votes[form][label] += 1
    people = {token.text.casefold() for start, end, label in names if label == "PER" and end - start > 1
              for token in doc[start:end] if len(token) > 2}  # fmt: skip
    return [
        Span(doc, start, end, label=_label(form, label, votes[form], people))
        for form, (start, end, label) in zip(forms, names, strict=True)
    ]


def _held(doc: Doc, start: int, end: int, label: str, lang: str) -> str:
    behind = end > start > 0 and doc[start - 1].lower_ in _offices(lang)
    return "PER" if behind and label in _THINGS and doc[start].is_title else label


@cache
def _offices(lang: str) -> frozenset[str]:
    """The nouns for persons by what they are, from the codebook: the last word of each."""
    people = (entry for entry in entries(lang, "roles.yaml") if entry["kind"] == "person")
    return frozenset(form.split()[-1] for entry in people for form in (entry["role"], *entry.get("also", ())))


def _label(form: str, label: str, votes: Counter[str], people: set[str]) -> str:
    if _SITE.search(form):
        return "MEDIA"
    if form in people:
        return "PER"
    broad: Counter[str] = Counter()
    for voted, count in sorted(votes.items()):
        broad[BROAD.get(voted, voted)] += count
    own = BROAD.get(label, label)
    kind = own if broad[own] == max(broad.values()) else max(sorted(broad), key=lambda other: broad[other])
    best = [voted for voted in sorted(votes) if BROAD.get(voted, voted) == kind]
    top = max(best, key=lambda voted: votes[voted])
    return label if label in best and votes[label] == votes[top] else top


def broad_names(doc: Doc, names: Iterable[Span]) -> list[Span]:
    """The names that ``doc.ents`` shows: PER, ORG and LOC."""
    return [Span(doc, name.start, name.end, label=BROAD[name.label_]) for name in names if name.label_ in BROAD]


def _trim(doc: Doc, start: int, end: int, lang: str) -> tuple[int, int]:
    """A name neither begins nor ends with a mark, nor begins with "the", and has no half of a pair of brackets."""
    brackets = [doc[i].text for i in range(start, end) if doc[i].text in ("(", ")")]
    if brackets.count("(") > brackets.count(")"):
        end = next(i for i in range(start, end) if doc[i].text == "(")
    while end > start and not any(sign.isalnum() for sign in doc[end - 1].text):
        end -= 1
    while end > start and doc[end - 1].lower_ in ("'s", "’s"):
        end -= 1
    while start < end and not any(sign.isalnum() for sign in doc[start].text):
        start += 1
    if lang == "en" and end > start and doc[start].lower_ == "the":
        start += 1
    return start, end
