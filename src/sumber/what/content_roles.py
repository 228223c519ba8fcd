"""Whom a word of speech or protest is for, where its own clause names nobody: read from what is said.

who shall do it    ``demanded that Ankara withdraw``: the subject of what is asked, or blamed
who can avert it   ``threatened to strike unless Kigali withdrew``: the subject of the condition
whom it touches    ``agreed to lift the embargo on sales to Iran``: the first party inside the content, layer by layer
whose it is        ``rejected an Australian ultimatum``: whose the thing is that is spoken of
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from sumber.parse.syntax import NOMINAL, base, case_of, children, conjuncts
from sumber.what.cast import Cast
from sumber.what.clause import own_subjects, passive_parts
from sumber.what.noun_roles import owners_of
from sumber.what.plover import closed_class, cues, frames, in_frame_list, type_cards
from sumber.what.triggers import Hit

_LAYERS = 4  # "agreed | to lift | embargoes | on sales | to Iran"
_ARGUMENTS = frozenset({"obj", "iobj", "obl", "nmod"})


def spoken_to(
    hit: Hit, direct: Sequence[Token], cast: Cast, wanted: Sequence[str], actors: Sequence[str]
) -> tuple[str, ...]:
    """The recipients of a hit that its content names, without those who act; empty where it names none."""
    lang, kind = cast.lang, hit.trigger.type
    card = type_cards()[kind]
    demanding = in_frame_list("demanding", kind)
    among = len({cast.by_id[one].country for one in actors}) > 1  # who agree among themselves promise nobody else
    places: list[tuple[bool, Callable[[], tuple[str, ...]]]] = [
        (in_frame_list("addressed", kind), lambda: cast.all(_doers(_said(hit.token), lang))),
        (in_frame_list("averted", kind), lambda: cast.all(_doers(_conditions(hit.token, lang), lang))),
        (card.is_speech, lambda: cast.all(owner for noun in direct for owner in owners_of(noun, lang))),
        (card.content != "none" and not among, lambda: _touched(hit, direct, cast, wanted, actors)),
    ]
    first: tuple[str, ...] = ()
    for applies, look in places:
        found = cast.others(look(), actors) if applies else ()
        if demanding:  # a strike for the status of a civil servant is not for civil servants
            found = cast.rulers(found)
        if cast.are_known(found):
            return found
        first = first or found
    return first


def asked_for(hit: Hit, cast: Cast, actors: Sequence[str]) -> tuple[str, ...]:
    """Who shall do what is called for: "for Oslo to mediate", "for Norwegian help"; empty where nobody is named."""
    if not in_frame_list("addressed", hit.trigger.type):
        return ()
    clauses = [
        clause
        for clause in children(hit.token, "advcl", "ccomp", "xcomp")
        if any(hit.first <= mark.i <= hit.last for mark in children(clause, "mark"))
    ]
    found = list(cast.all(_doers(clauses, cast.lang)))
    for noun in _under_particle(hit):
        does = any(clause.i > noun.i for clause in (*children(hit.token, "xcomp"), *children(noun, "acl", "xcomp")))
        bare = [owner for owner in owners_of(noun, cast.lang) if not case_of(owner) or owner.dep_ == "nmod:poss"]
        found += cast.all([noun]) if does else cast.all(bare)
    return cast.others(found, actors)


def _under_particle(hit: Hit) -> list[Token]:
    """The nouns whose preposition is one of the trigger's words (called for, reneged on)."""
    return [
        noun
        for noun in children(hit.token, "obl", "obj", "nmod")
        if any(hit.first <= case.i <= hit.last for case in children(noun, "case"))
    ]


def _said(verb: Token) -> list[Token]:
    """The clauses of what is said; where the speaker comes last ("X is failing, Y protested") the clause before."""
    clauses = children(verb, "ccomp", "xcomp", "advcl")
    if not clauses and base(verb.dep_) == "parataxis":
        return [verb.head]
    return clauses


def _doers(clauses: Sequence[Token], lang: str) -> Iterator[Token]:
    """Who does what the clauses tell: their subjects, in the passive their agents."""
    for clause in clauses:
        if any(child.dep_ in {"nsubj:pass", "aux:pass"} for child in clause.children):
            yield from passive_parts(clause, lang)[0]
        else:
            yield from own_subjects(clause, lang)


def _conditions(verb: Token, lang: str) -> list[Token]:
    """The clauses under if or unless, of the verb or of what it says will be done."""
    words = cues(lang, "condition")
    heads = [verb, *children(verb, "xcomp", "ccomp")]
    return [
        clause
        for head in heads
        for clause in children(head, "advcl")
        if any(mark.lower_ in words for mark in children(clause, "mark", "advmod", "case"))
    ]


def _touched(
    hit: Hit, direct: Sequence[Token], cast: Cast, wanted: Sequence[str], actors: Sequence[str]
) -> tuple[str, ...]:
    lang = cast.lang
    near = {*wanted, *frames()["directed"].recipient} - {"obj"}
    further = closed_class(lang, "complement") | closed_class(lang, "agent")
    layer = [*direct, *_under_particle(hit), *([hit.object] if hit.object is not None else [])]
    layer += _content(hit.token, cast, actors)
    demanding = in_frame_list("demanding", hit.trigger.type)
    if demanding:
        layer += [clause for clause in children(hit.token, "advcl", "acl") if not own_subjects(clause, lang)]
    asking = ("xcomp", "ccomp") if demanding else ("xcomp",)
    first: tuple[str, ...] = ()
    for _ in range(_LAYERS):
        below = [noun for head in layer for noun in _arguments(head, near | further)]
        below += [who for head in layer for clause in children(head, *asking) for who in own_subjects(clause, lang)]
        for nouns in ([n for n in below if case_of(n) in near], below):
            found = cast.others(cast.all(nouns), actors)
            if cast.are_known(found):  # "offered to send troops to help the Philippine army"
                return found
            first = first or found
        layer = [*below, *(clause for head in layer for clause in _content(head, cast, actors))]
    return first


def _content(head: Token, cast: Cast, actors: Sequence[str]) -> list[Token]:
    """The clauses that complete a verb or noun or say what for, with no subject but those who act."""
    found = []
    purpose = closed_class(cast.lang, "purpose")
    aims = [c for c in children(head, "advcl") if any(mark.lower_ in purpose for mark in children(c, "mark", "case"))]
    for clause in (*children(head, "xcomp", "ccomp", "acl"), *aims):
        subjects = own_subjects(clause, cast.lang)
        if clause.dep_ != "acl:relcl" and (not subjects or set(cast.all(subjects)) <= set(actors)):
            found.append(clause)
    return found


def _arguments(head: Token, prepositions: set[str] | frozenset[str]) -> Iterator[Token]:
    for child in head.children:
        if base(child.dep_) in _ARGUMENTS and child.pos_ in NOMINAL:
            case = case_of(child)
            if not case or case in prepositions:
                yield from conjuncts(child)
