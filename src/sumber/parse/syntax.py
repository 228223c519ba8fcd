"""Walks over a Universal Dependencies tree that several rooms need: noun phrases, clauses, subjects, agents.

All functions take tokens of a spaCy `Doc` made by `parse`, whose `dep_` are UD relations with subtype and whose
root is `ROOT`. Trees are machine-made, so each function is total: it answers `None` or an empty list, never raises.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
#: Relations that open a clause of their own: the arguments below them belong to another verb.
CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "csubj:pass", "ROOT"})
#: Relations inside a noun phrase. Relative clauses, appositions and coordination are left out.
_PHRASE = frozenset(
    {"det", "amod", "nummod", "compound", "compound:prt", "flat", "flat:name", "flat:foreign", "fixed", "case",
     "nmod:poss", "nmod", "clf", "advmod", "compound:plur", "goeswith", "nummod:gov", "nmod:lmod", "det:predet"}
)  # fmt: skip


def base(relation: str) -> str:
    """The universal part of a relation: ``nsubj`` of ``nsubj:pass``."""
    return relation.partition(":")[0]


def children(token: Token, *relations: str) -> list[Token]:
    """Children in text order whose relation, or its universal part, is one of ``relations``."""
    return [child for child in token.children if child.dep_ in relations or base(child.dep_) in relations]


def conjuncts(token: Token) -> list[Token]:
    """The token and all that is coordinated with it, in text order."""
    found, queue = {token.i: token}, [token]
    while queue:
        for child in children(queue.pop(), "conj"):
            if child.i not in found:
                found[child.i] = child
                queue.append(child)
    return [found[i] for i in sorted(found)]


def coordination_head(token: Token) -> Token:
    """The first member of the coordination that the token is a member of."""
    seen = set()
    while token.dep_ == "conj" and token.i not in seen:
        seen.add(token.i)
        token = token.head
    return token


def case_of(token: Token) -> str:
    """The preposition of a noun phrase as lower-case words (``menurut``, ``according to``), or an empty string."""
    words: list[str] = []
    for child in children(token, "case"):
        if child.i < token.i:
            words += [child.lower_, *(deep.lower_ for deep in children(child, "fixed"))]
    return " ".join(words)


def _phrase_tokens(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ in _PHRASE or base(child.dep_) in _PHRASE:
            if base(child.dep_) == "advmod" and child.i > token.i:
                continue
            yield from _phrase_tokens(child)


def phrase(token: Token, with_case: bool = False) -> Span:
    """The noun phrase headed by ``token``: one unbroken run of tokens around it, without relative clauses.

    The preposition of the head itself is left out unless ``with_case``.
    """
    own_case = {child.i for child in children(token, "case")}
    inside = {t.i for t in _phrase_tokens(token) if with_case or t.i not in own_case}
    first = last = token.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return token.doc[first : last + 1]


def clause_head(token: Token) -> Token:
    """The predicate of the clause that the token stands in (the token itself where it is one)."""
    seen = set()
    while token.i not in seen and token.head.i != token.i:
        seen.add(token.i)
        if token.dep_ in CLAUSAL or base(token.dep_) in CLAUSAL:
            return token
        if token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"}:
            return token
        token = token.head
    return token


def subjects(verb: Token) -> list[Token]:
    """The verb's own subjects with all their conjuncts; empty where it has none of its own."""
    return [member for child in verb.children if child.dep_ in SUBJECTS for member in conjuncts(child)]


def governor(token: Token) -> Token | None:
    """The token's head, or ``None`` for a root."""
    return None if token.head.i == token.i else token.head


def ancestors(token: Token) -> Iterator[Token]:
    """The chain of heads above the token, nearest first, safe against cycles."""
    seen = {token.i}
    while token.head.i not in seen:
        token = token.head
        seen.add(token.i)
        yield token


def is_below(token: Token, top: Token) -> bool:
    """True where ``top`` is the token or one of its heads."""
    return token.i == top.i or any(up.i == top.i for up in ancestors(token))


def content_words(tokens: Iterable[Token]) -> list[Token]:
    """The tokens without white space and punctuation."""
    return [t for t in tokens if t.pos_ not in {"PUNCT", "SPACE"}]


def characters(span: Span) -> tuple[int, int]:
    """Start and end of a span in characters of the text."""
    return span.start_char, span.end_char
