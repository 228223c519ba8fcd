"""What a word of speech speaks of: the trigger whose promise, threat, charge or denial a deed is the content of."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from sumber.parse.syntax import base, case_of, children, is_below
from sumber.what.clause import own_subjects
from sumber.what.plover import cues, type_cards
from sumber.what.triggers import Hit

_CONTENT = frozenset({"xcomp", "ccomp", "obj", "obl", "advcl", "csubj", "compound", "nmod", "dep", "iobj"})
WINDOW = 6  # tokens between a word of speech and the verb it governs, where the tree has lost the link


def is_denial(hit: Hit, lang: str) -> bool:
    """True for a trigger that denies what it speaks of."""
    words = cues(lang, "denying")
    return hit.trigger.type == "REJECT" and (hit.token.lower_ in words or hit.token.lemma_ in words)


def governing_hit(hit: Hit, hits: Sequence[Hit], lang: str) -> Hit | None:
    """The trigger whose content the hit is: above it in the tree, or right before it in the same stretch of clause."""
    by_token = {other.token.i: other for other in hits if other.token.i != hit.token.i}
    by_token |= {other.object.i: other for other in hits if other.object is not None and other.token.i != hit.token.i}
    token, seen = hit.token, set()
    while token.head.i != token.i and token.i not in seen:
        seen.add(token.i)
        relation = base(token.dep_)
        if not _leads_to_content(token, hit, lang):
            break
        token = token.head
        if (
            token.i in by_token
            and relation != "conj"
            and type_cards()[by_token[token.i].trigger.type].content != "none"
        ):
            return by_token[token.i]
        if token.pos_ not in {"VERB", "AUX", "ADJ", "NOUN"}:
            break
    return _just_before(hit, by_token, lang)


def _leads_to_content(token: Token, hit: Hit, lang: str) -> bool:
    """True where the token's relation to its head may be that of content to a word of speech."""
    relation = base(token.dep_)
    if relation == "advcl":
        return is_purpose(token, lang) or _is_of(token, lang)
    if relation == "conj":
        return token.pos_ != "VERB" or not own_subjects(token, lang)
    if relation == "acl":  # "its demand that Israel withdraw", "an appeal to stop"
        return token.dep_ == "acl" and bool(children(token, "mark"))
    if relation == "obl" and token.i == hit.token.i and hit.is_noun:  # "refused to respond to a demand"
        return hit.trigger.type == "REQUEST" and case_of(token) not in cues(lang, "aftermath")
    return relation in _CONTENT


def _just_before(hit: Hit, by_token: dict[int, Hit], lang: str) -> Hit | None:
    """A speaking trigger to the left with no break between, for trees that lost the complement."""
    if hit.is_noun:
        return None
    breaks = cues(lang, "contrast")
    for token in reversed(list(hit.token.doc[max(hit.token.sent.start, hit.first - WINDOW) : hit.first])):
        if token.pos_ in {"PUNCT"} or token.lower_ in breaks:
            return None
        other = by_token.get(token.i)
        if other is not None and not other.is_noun and type_cards()[other.trigger.type].content != "none":
            between = hit.token.doc[other.last + 1 : hit.first]
            light = all(word.pos_ in {"AUX", "ADV", "PART", "SCONJ"} for word in between)
            aside = is_below(other.token, hit.token) and (not light or base(other.token.dep_) == "acl")
            return None if aside else other
        if token.pos_ == "VERB":
            return None
    return None


def is_purpose(verb: Token, lang: str) -> bool:
    """True for a clause that says what something is done for."""
    return any(
        mark.lower_ in cues(lang, "purpose") and mark.i < verb.i for mark in children(verb, "mark", "case", "advmod")
    )


def _is_of(verb: Token, lang: str) -> bool:
    """True for a clause that completes a verb of speech by a preposition (accused of breaking)."""
    return any(mark.lower_ in cues(lang, "about") for mark in children(verb, "mark", "case"))
