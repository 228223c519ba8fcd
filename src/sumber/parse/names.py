"""Names of an article: spans cleaned at their edges, labels made to agree from mention to mention."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc, Span

Found = tuple[int, int, str]
_SITE = re.compile(r"(?i)\w\.(?:com|id|net|org|news|info|tv)$")


def find_names(doc: Doc, found: Iterable[Found], lang: str) -> list[Span]:
    """Entities for ``doc.ents`` from (start, end, label) in tokens of `doc`, as the model gives them.

    A part of a person's name that stands alone is the person; else a form that is labelled in different ways takes the
    label it has most often; the address of a site is an organisation.
    """
    trimmed = [(*_trim(doc, start, end, lang), label) for start, end, label in found]
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


def _label(form: str, label: str, votes: Counter[str], people: set[str]) -> str:
    if _SITE.search(form):
        return "ORG"
    if form in people:
        return "PER"
    return label if votes[label] == max(votes.values()) else max(sorted(votes), key=lambda other: votes[other])


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
