"""Standing relations between actors: who supplies arms to whom, who is whose ally, who leads or belongs to what.

Read from nouns in apposition or predicate (``Rusia, pemasok senjata India``), from verbs, and from persons' roles.
A relation noun without complement takes the subject of its clause, or the state of who says so, as the other side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from sumber.codebook import entries
from sumber.errors import CodebookError
from sumber.model import Actor, Article, Attribution, Relation, Span
from sumber.parse.syntax import base, case_of, children, coordination_head
from sumber.what.cast import Cast
from sumber.what.clause import grammatical_subject, objects, obliques
from sumber.what.phrases import PhraseBook, visible
from sumber.what.plover import closed_class

TYPES = ("supplies_arms_to", "ally_of", "leads", "member_of", "part_of", "opposes")


@dataclass(frozen=True, slots=True)
class _Pattern:
    rule: str
    type: str
    kind: str


@cache
def _patterns(lang: str) -> tuple[PhraseBook[_Pattern], dict[str, _Pattern]]:
    """Phrases of nouns and verbs, and role words."""
    phrases: list[tuple[str, _Pattern]] = []
    roles: dict[str, _Pattern] = {}
    for entry in entries(lang, "relations.yaml"):
        if entry.get("type") not in TYPES or not entry.get("example"):
            raise CodebookError(f"{lang}/relations.yaml: {entry.get('rule')} needs a known type and an example")
        rule = f"{lang}/what/{entry['rule']}.relation"
        for kind in ("noun", "verb"):
            phrases += [(phrase, _Pattern(rule, entry["type"], kind)) for phrase in entry.get(kind, ())]
        roles |= {word: _Pattern(rule, entry["type"], "role") for word in entry.get("role", ())}
    return PhraseBook(phrases), roles


def find_relations(
    doc: Doc, article: Article, actors: Sequence[Actor], attributions: Sequence[Attribution]
) -> tuple[Relation, ...]:
    """The relations the article states, each once, in text order."""
    cast = Cast(doc, actors, (), article.lang)
    found = [*_of_phrases(doc, article, cast, attributions), *_of_roles(article, actors)]
    unique: dict[tuple[str, str, str], Relation] = {}
    for relation in sorted(found, key=lambda r: (r.start, r.end)):
        unique.setdefault((relation.type, relation.subject, relation.object), relation)
    return tuple(unique.values())


def _of_roles(article: Article, actors: Sequence[Actor]) -> Iterator[Relation]:
    """``Kepala junta Myanmar Min Aung Hlaing``: the role's words say what its holder is to the body it is a role of."""
    _, words = _patterns(article.lang)
    known = {actor.id for actor in actors}
    for actor in actors:
        for role in actor.roles:
            if role.of is None or role.of == actor.id or role.of not in known:
                continue
            row = article.text[role.start : role.end].lower().replace(",", " ").split()
            pattern = next((words[word] for word in row if word in words), None)
            if pattern is not None and not closed_class(article.lang, "aside") & set(row):
                yield Relation(pattern.type, actor.id, role.of, role.start, role.end, None, pattern.rule)


def _of_phrases(doc: Doc, article: Article, cast: Cast, attributions: Sequence[Attribution]) -> Iterator[Relation]:
    book, _ = _patterns(article.lang)
    for sentence in doc.sents:
        row = visible(sentence)
        for place in range(len(row)):
            matches = book.at(row, place)
            if not matches or not _in_body(article, row[place]):
                continue
            size, pattern = matches[0]
            words = row[place : place + size]
            claim = _claim(words[0], attributions)
            sides = _sides(words, pattern, cast, claim)
            if sides is not None:
                start, end = words[0].idx, words[-1].idx + len(words[-1])
                yield Relation(pattern.type, *sides, start, end, claim.id if claim else None, pattern.rule)


def _in_body(article: Article, token: Token) -> bool:
    block = article.block_at(token.idx)
    return block is not None and block.kind == "paragraph"


def _sides(words: Sequence[Token], pattern: _Pattern, cast: Cast, claim: Attribution | None) -> tuple[str, str] | None:
    """(subject, object) of the relation, or None where one side is not in the text."""
    inside = {word.i for word in words}
    head = next((word for word in words if word.head.i not in inside or word.head.i == word.i), words[0])
    if pattern.kind == "verb":
        ones = cast.all(grammatical_subject(head, cast.lang))
        others = cast.all(t for t in objects(head, cast.lang) if t.i not in inside)
        others = others or cast.all(obliques([head, *words], closed_class(cast.lang, "complement")))
    else:
        ones = _holder(head, cast)
        others = _complement(words, cast) or cast.clitic(words[-1])
        if not ones and others:  # "mendukung sekutunya": the clause's subject has an ally, who is named elsewhere
            ones = tuple(one for one in cast.at(head) if one not in others)
        if ones and not others:
            others = _bridged(head, ones, cast, claim)
    pairs = [(one, other) for one in ones for other in others if one != other]
    return pairs[0] if pairs else None


def _holder(head: Token, cast: Cast) -> tuple[str, ...]:
    """Who is what the noun says: the noun it stands in apposition to, or the subject of the predicate."""
    first = coordination_head(head)
    for token in dict.fromkeys((head, first)):
        if base(token.dep_) in {"appos", "flat", "acl"}:
            found = cast.of(token.head)
            if found:
                return found
        subject = cast.all(child for child in children(token, "nsubj") if child.i not in (head.i, first.i))
        if subject:
            return subject
        for child in children(token, "appos", "flat"):
            found = cast.at(child)
            if found:
                return found
    return cast.at(first.doc[first.i - 2]) if _is_aside(first) else ()


def _is_aside(token: Token) -> bool:
    """Behind a comma and outside the clause, or its second subject: an apposition that the tree misses."""
    if token.i < 2 or token.doc[token.i - 1].text != ",":
        return False
    before = token.doc[token.i - 2]
    twin = base(token.dep_) == base(before.dep_) == "nsubj" and token.head.i == before.head.i
    return twin or base(token.dep_) in {"parataxis", "dep", "advcl"}


def _complement(words: Sequence[Token], cast: Cast) -> tuple[str, ...]:
    """Whose the relation is: owner, adjective or complement of the noun."""
    inside = {word.i for word in words}
    first = words[0].i if _is_aside(words[0]) else 0  # what stands before an apposition is its holder
    kinds = {"nmod", "amod", "compound", "obl", "flat", "det"}
    for word in words:
        for child in word.children:
            if child.i < first or child.i in inside or base(child.dep_) not in kinds:
                continue
            case = case_of(child)
            if not case or case in closed_class(cast.lang, "complement") or child.dep_ == "nmod:poss":
                found = cast.at(child) or cast.of(child)
                if found:
                    return found
    return ()


def _bridged(head: Token, ones: tuple[str, ...], cast: Cast, claim: Attribution | None) -> tuple[str, ...]:
    """The other side where the noun has no complement: the clause's subject, else the state of who says so."""
    token, steps = head, 0
    while token.head.i != token.i and steps < 12:
        token, steps = token.head, steps + 1
        if token.pos_ in {"VERB", "AUX"}:
            subject = [one for one in cast.all(grammatical_subject(token, cast.lang)) if one not in ones]
            if subject:
                return tuple(subject)
    for source in claim.source if claim is not None else ():
        speaker = cast.by_id.get(source.actor or "")
        if speaker is not None and speaker.id not in ones and speaker.country != cast.by_id[ones[0]].country:
            return (speaker.id,)
    return ()


def _claim(word: Token, attributions: Sequence[Attribution]) -> Attribution | None:
    spot = Span(word.idx, word.idx + 1)
    holding = [said for said in attributions if any(content.holds(spot) for content in said.content)]
    return min(holding, key=lambda said: min(len(c) for c in said.content if c.holds(spot))) if holding else None
