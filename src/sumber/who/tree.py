"""What the parser is asked for: which mention is the subject, what stands in quotation marks."""

from __future__ import annotations

from sumber.parse.syntax import base, coordination_head
from sumber.who.page import Page

_CLIMB = frozenset({"flat", "appos", "compound", "nmod", "fixed", "amod"})
_OPEN, _CLOSE = frozenset('"“„«'), frozenset('"”»')


def is_subject(page: Page, start: int, end: int) -> bool:
    """True for a subject by the tree, a speaker behind a word of speech, and the first nominal of a sentence."""
    if start > 0 and page.grammar.speech_before.ends(page.words, start) is not None:
        return True
    token = page.doc[start:end].root
    while base(token.dep_) in _CLIMB and start <= token.head.i < end:
        token = token.head
    relation = base(coordination_head(token).dep_)
    if relation == "nsubj":
        return True
    return relation in ("ROOT", "dep", "dislocated", "vocative") and page.opens_sentence(start)


def quoted(page: Page) -> list[bool]:
    """For each token whether it stands inside quotation marks; a mark left open closes with its paragraph."""
    flags, inside, paragraph = [], False, -1
    for i, text in enumerate(page.texts):
        if page.paragraph[i] != paragraph:
            inside, paragraph = False, page.paragraph[i]
        if text in _OPEN and not inside:
            inside = True
        elif text in _CLOSE and inside:
            inside = False
        flags.append(inside)
    return flags
