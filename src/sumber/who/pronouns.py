"""Pronouns, the clitic on words of speech, possessives, and words like "both sides": whom they stand for.

No model: the nearest actor before that fits in number, kind and gender, where a subject beats an object, the latest
sentence an earlier one, and what stands inside another phrase or a quotation comes last.
"""

from __future__ import annotations

from collections.abc import Callable

from sumber.parse.syntax import base
from sumber.who.cast import Cast, Draft, Found
from sumber.who.lists import collect, listed, numbered
from sumber.who.phrase import Phrase
from sumber.who.tree import is_subject, quoted
from sumber.who.words import Pronoun, body_pronouns, clitic, clitic_hosts, death_words, pronouns, speech_words

_FARTHEST = 4  # sentences
#: What counts for a candidate: sentences away, subject, inside a phrase, inside a quotation, a body, a person's name.
_PER_SENTENCE, _SUBJECT, _NESTED, _QUOTED, _BODY, _NAMED = -2.0, 1.5, -2.0, -1.5, -2.0, 1.0
#: The dead do and say nothing more: "14 people were killed ... They fired" is about somebody else.
_DEAD, _DEAD_REACH = -6.0, 3  # words behind the mention in which it is told
Fits = Callable[[Draft], bool]


def cast_pronouns(cast: Cast, phrases: list[Phrase]) -> None:
    """Add the mentions by pronoun, clitic and collective noun, in text order, each resolved with those before it."""
    page = cast.page
    inside = quoted(page)
    owners = {phrase.owner[0]: phrase for phrase in phrases if phrase.owner is not None}
    collectives = {phrase.start: phrase for phrase in phrases if phrase.collects}
    for i, word in enumerate(page.words):
        if not page.live[i]:
            continue
        if i in owners:
            _own(cast, owners[i], inside)
        elif i in collectives:
            collect(cast, collectives[i])
        elif word in clitic_hosts(page.lang):
            _attach(cast, i, inside)
        elif word in body_pronouns(page.lang):
            _body(cast, i, inside)
        elif word in pronouns(page.lang):
            _stand_in(cast, i, inside)


def _stand_in(cast: Cast, i: int, inside: list[bool]) -> None:
    page = cast.page
    pronoun = next((p for p in pronouns(page.lang)[page.words[i]] if not p.possessive), None)
    if pronoun is None or (page.together(i, i + 1) and page.words[i + 1] in page.grammar.relative):
        return  # "mereka yang meminta air" are not those named before
    if isinstance(pronoun.number, int):
        members = numbered(cast, i, pronoun.number)
        for draft in members:
            cast.mention(draft, i, i + 1, "pronoun")
        if len(members) == 1:
            _name_members(cast, i, members[0])
        return
    found = _resolve(cast, i, pronoun, inside)
    if found is not None and pronoun.number == "many" and len(parties := _together(cast, i, found)) > 1:
        for member in parties:
            cast.mention(member, i, i + 1, "pronoun")
        return
    if found is None and pronoun.number == "many":
        for member in listed(cast, i):
            cast.mention(member, i, i + 1, "pronoun")
    elif found is not None:
        found.gender = found.gender or pronoun.gender
        cast.mention(found, i, i + 1, "pronoun")


def _together(cast: Cast, i: int, draft: Draft) -> list[Draft]:
    """All whom the last mention of somebody stands for at once, as "the two sides" does for each of them."""
    last = max((found for found in draft.mentions if found.token < i), key=lambda found: found.token)
    return [one for one in cast.drafts if any((f.start, f.end) == (last.start, last.end) for f in one.mentions)]


def _same_clause_subject(cast: Cast, i: int) -> list[Draft]:
    """The subject of the verb whose object a pronoun is: nobody calls on himself by "them"."""
    page = cast.page
    token = page.tokens[i]
    if base(token.dep_) == "nsubj" or base(token.head.dep_) == "nsubj":
        return []
    subjects = {child.i for child in token.head.children if base(child.dep_) == "nsubj"}
    spans = [(page.begins[k], page.begins[k] + len(page.texts[k])) for k in subjects]
    return [d for d in cast.drafts for f in d.mentions if any(f.start <= a and b <= f.end for a, b in spans)]


def _name_members(cast: Cast, i: int, group: Draft) -> None:
    """In "Keduanya, A dan B, ..." what was said of the two is said of each."""
    page, at = cast.page, i + 1
    while page.together(i, at) and (page.words[at] == "," or page.words[at] in page.grammar.conjunctions):
        unit = page.starting(at + 1) if page.inside(at + 1) else None
        if unit is None or unit.sort != "person" or unit not in cast.of_unit:
            return
        cast.of_unit[unit].roles += [role for role in group.roles if role not in cast.of_unit[unit].roles]
        at = unit.end


def _resolve(cast: Cast, i: int, pronoun: Pronoun, inside: list[bool]) -> Draft | None:
    """The best actor before token ``i`` for a pronoun of one or many."""
    if pronoun.number == "one" and pronoun.of != "body":
        return _best(cast, i, inside, lambda draft: draft.human and _genders_agree(draft, pronoun))
    if pronoun.of == "body":
        return _best(cast, i, inside, _is_body)
    own = _same_clause_subject(cast, i)
    return _best(
        cast, i, inside, lambda draft: draft not in own and (draft.several or draft.kind in ("group", "organization"))
    )


def _genders_agree(draft: Draft, pronoun: Pronoun) -> bool:
    return draft.gender is None or pronoun.gender is None or draft.gender == pronoun.gender


def _best(cast: Cast, i: int, inside: list[bool], fits: Fits, office: bool = False) -> Draft | None:
    """The best of those before token ``i`` that fit; an ``office`` ("its embassy") is as readily a body's of the same
    sentence as a person's."""
    page = cast.page
    best: tuple[float, int] | None = None
    chosen = None
    for found, draft in cast.before(i):
        distance = page.sentence[i] - page.sentence[found.token]
        if distance > _FARTHEST or page.kinds[found.token] != page.kinds[i]:
            continue
        if not fits(draft):
            continue
        value = _score(cast, found, draft, distance, inside[found.token] and not inside[i])
        if office and distance == 0 and draft.kind in ("organization", "state"):
            value -= _BODY
        score = (value, found.token)
        if best is None or score > best:
            best, chosen = score, draft
    return chosen


def _score(cast: Cast, found: Found, draft: Draft, distance: int, in_quotation: bool) -> float:
    page = cast.page
    end = found.token
    while end < len(page.words) and page.begins[end] < found.end:
        end += 1
    score = distance * _PER_SENTENCE
    score += (
        _SUBJECT
        if not found.nested and (found.how in ("pronoun", "clitic") or is_subject(page, found.token, end))
        else 0.0
    )
    score += _NESTED if found.nested or found.how == "adjective" else 0.0
    score += _QUOTED if in_quotation else 0.0
    score += _DEAD if not death_words(page.lang).isdisjoint(page.words[end : end + _DEAD_REACH]) else 0.0
    score += _NAMED if draft.named and draft.kind == "person" else 0.0
    body = draft.kind in ("organization", "state") and not (found.how == "role" and _is_shared(cast, found))
    return score + (_BODY if body else 0.0)


def _is_shared(cast: Cast, found: Found) -> bool:
    """True for "both sides": a mention of several actors at once."""
    span = (found.start, found.end)
    return sum(any((f.start, f.end) == span for f in draft.mentions) for draft in cast.drafts) > 1


def _attach(cast: Cast, i: int, inside: list[bool]) -> None:
    """The clitic of "katanya": the last speaker, a person if there is one."""
    page = cast.page
    draft = _best(cast, i, inside, lambda one: one.human) or _best(cast, i, inside, lambda one: True)
    if draft is not None:
        end = page.chars(i, i + 1)[1]
        cast.note(draft, end - len(clitic(page.lang)), end, i, "clitic")


def _body(cast: Cast, i: int, inside: list[bool]) -> None:
    """Let "it said" mean the body that spoke in the sentence before."""
    page = cast.page
    for at in (i + 1, i + 2, i + 3):
        if page.together(i, at) and {page.words[at], page.tokens[at].lemma_} & speech_words(page.lang):
            draft = _best(cast, i, inside, _is_body)
            if draft is not None:
                cast.mention(draft, i, i + 1, "pronoun")
            return


def _own(cast: Cast, phrase: Phrase, inside: list[bool]) -> None:
    """Who the possessive of a phrase means: "his lawyer", "pengacaranya", "its defence minister"."""
    assert phrase.owner is not None
    at, pronoun = phrase.owner
    mine = {cast.of_phrase.get(phrase), *(cast.of_unit.get(unit) for unit in phrase.bonded)}
    draft = cast.of_phrase.get(phrase)
    if draft is None:
        return

    def fits(one: Draft) -> bool:
        if one in mine:
            return False
        if pronoun.of == "body":
            return _is_body(one)
        if pronoun.number == "many":
            return one.several or one.kind != "person"
        return (one.human or pronoun.of == "any") and _genders_agree(one, pronoun)

    owner = _best(cast, at, inside, fits, office=phrase.role.kind == "organization")
    draft.owner = draft.owner or owner
    if owner is not None and pronoun.number != "many" and cast.page.words[at] in pronouns(cast.page.lang):
        cast.mention(owner, at, at + 1, "pronoun", nested=True)


def _is_body(draft: Draft) -> bool:
    return draft.kind in ("state", "organization") or (draft.kind == "group" and draft.named)
