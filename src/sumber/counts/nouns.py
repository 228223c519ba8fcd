"""The noun phrase that a figure counts."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sumber.counts.words import CountedWords, forms, low

_INDONESIAN = frozenset({"NOUN", "PROPN", "ADJ"})
_MOST = 4


@dataclass(frozen=True, slots=True)
class Counted:
    """The words after a figure: tokens ``first`` to ``last`` (exclusive); without a noun ``head`` is ``None``."""

    first: int
    last: int
    head: Token | None


def counted_after(doc: Doc, start: int, lang: str, words: CountedWords) -> Counted:
    """What stands counted from token ``start`` on."""
    return _indonesian(doc, start, words) if lang == "id" else _english(doc, start, words)


def _aside(doc: Doc, at: int, words: CountedWords) -> int:
    """Where words like "others" or "di antaranya" end that begin at a token; the token itself where there are none."""
    for phrase in words.aside:
        if tuple(low(token) for token in doc[at : at + len(phrase)]) == phrase:
            return at + len(phrase)
    return at


def _indonesian(doc: Doc, start: int, words: CountedWords) -> Counted:
    """The noun right after the figure and the words that follow to describe it, up to a deed or a preposition."""
    at = start
    head: Token | None = None
    while at < len(doc) and at - start < _MOST:
        token = doc[at]
        if low(token) in words.ends or not token.text[0].isalpha():
            break
        known = words.kind(low(token)) is not None
        if head is None and not (known or token.pos_ in ("NOUN", "PROPN", "X")):
            break
        if head is not None and (_is_deed(doc, at, words) or not (token.pos_ in _INDONESIAN or known)):
            break
        if head is None or (low(head) in words.classifiers and token.pos_ == "NOUN" and at == start + 1):
            head = token
        at += 1
    return Counted(start, _aside(doc, at, words), head)


def _english(doc: Doc, start: int, words: CountedWords) -> Counted:
    """The words up to the noun: adjectives and nouns, after "of" where the figure is a noun itself (dozens of)."""
    at = _aside(doc, start, words)
    if at > start and low(doc[at - 1]) not in words.more:
        return Counted(start, at, None)
    if at < len(doc) and low(doc[at]) == "of" and at == start:
        at += 1
        while at < len(doc) and (doc[at].pos_ in ("DET", "PRON")):
            at += 1
    head: Token | None = None
    first = at
    while at < len(doc) and at - first < _MOST + 1:
        token = doc[at]
        leads_on = token.pos_ == "ADJ" or (token.dep_ in ("amod", "compound") and token.head.i > token.i)
        if token.pos_ in ("NOUN", "PROPN"):
            head = token
        elif not leads_on or head is not None:
            break
        at += 1
    if head is None:
        return Counted(start, first if first > start and low(doc[first - 1]) in words.more else start, None)
    return Counted(start, head.i + 1, head)


def _is_deed(doc: Doc, at: int, words: CountedWords) -> bool:
    return (low(doc[at]),) in words.deeds or any(
        tuple(low(token) for token in doc[at : at + size]) in words.deeds for size in (2, 3)
    )


def is_people(counted: Counted, words: CountedWords) -> bool | None:
    """Whether people are counted: ``None`` where the noun is in no list, or there is none."""
    if counted.head is None:
        return None
    kind = words.kind(low(counted.head))
    if kind is None:
        described = [form for token in counted.head.doc[counted.first : counted.last] for form in forms(low(token))]
        return True if words.people.intersection(described) else None
    return kind in ("people", "crowd")
