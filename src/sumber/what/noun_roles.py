"""The parties of an event noun: in its own phrase, at the verb that supports it, or beside it.

``serangan Rusia terhadap Ukraina``, ``the arrest of three men by police``, ``talks between A and B``: in the phrase.
``A held talks with B``, ``A menggelar latihan``: the supporting verb's subject acts.
``A told B during a meeting in C``: who speaks and who is spoken to are those who met.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sumber.parse.syntax import base, case_of, children, conjuncts
from sumber.what.cast import Cast
from sumber.what.clause import grammatical_subject, objects, obliques, passive_parts, phrase_top
from sumber.what.guard_words import in_class
from sumber.what.plover import closed_class, frames, in_frame_list, sufferers
from sumber.what.triggers import Hit


@dataclass(frozen=True, slots=True)
class Parties:
    """Actor ids on both sides; ``how`` says where they stood; ``support`` is the verb that says it took place."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    how: str
    heads: tuple[Token, ...] = ()
    support: Token | None = None


def support_of(noun: Token, lang: str) -> Token | None:
    """The verb that says no more than that the event took place, as object or subject of which the noun stands."""
    head = noun.head
    if noun.dep_ == "conj":
        head = head.head
        noun = noun.head
    if head.i == noun.i or head.pos_ not in {"VERB", "AUX"}:
        return None
    if base(noun.dep_) in {"obj", "nsubj", "obl", "xcomp"} and not case_of(noun) and in_class(head, lang, "support"):
        return head
    if base(noun.dep_) == "nsubj" and in_class(head, lang, "occurs"):
        return head
    return None


def noun_parties(hit: Hit, cast: Cast, wanted: Sequence[str]) -> Parties:
    """The parties of an event noun."""
    noun, lang = hit.token, cast.lang
    words = [noun.doc[i] for i in range(hit.first, hit.last + 1)]
    owning = [token for word in words for token in owners_of(word, lang) if not hit.first <= token.i <= hit.last]
    owners = cast.all(owning)
    agents = cast.all(_under(hit, closed_class(lang, "agent"), cast))
    places = (closed_class(lang, "against") | set(wanted)) - closed_class(lang, "owner") - {"obj"}
    hit_by = _under(hit, places, cast)
    others = cast.all(_human(hit_by, cast))
    support = support_of(noun, lang)
    heads = (*owning, *hit_by)
    if frames()[hit.trigger.frame].both:
        together = cast.all(_under(hit, closed_class(lang, "together"), cast))
        parties = _merge(owners, agents, together, _doers(support, noun, cast), _beside(support, cast))
        if len(parties) < 2 and support is None:
            parties = _merge(parties, _adjoined(noun, cast))
        return Parties(parties, (), "all parties of the noun", heads, support)
    actors, recipients = _sides(hit, cast, owning, agents, others)
    if not actors and not owners and any(token.pos_ == "PRON" for token in owning) and noun.head.pos_ == "VERB":
        actors = cast.all(grammatical_subject(noun.head, lang))  # "reiterated its demand"
    if support is not None:
        actors = actors or _doers(support, noun, cast)
        recipients = recipients or _beside(support, cast, wanted)
    return Parties(actors, tuple(one for one in recipients if one not in actors), "noun phrase", heads, support)


def _sides(
    hit: Hit, cast: Cast, owning: Sequence[Token], agents: tuple[str, ...], others: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(actors, recipients) of a noun: whose it is acts, unless it is one that happens to its owner."""
    owners = cast.all(owning)
    if agents:
        return agents, _merge(owners, others)
    if hit.trigger.type in sufferers():  # "Poland's expulsion of three diplomats"
        before = cast.all(token for token in owning if token.dep_ == "nmod:poss")
        behind = cast.all(token for token in owning if case_of(token) == "of")
        if before and behind:
            return before, _merge(behind, others)
    if _suffers(hit, bool(others)):
        return (), _merge(others, owners)
    return owners, others


def _under(hit: Hit, prepositions: Collection[str], cast: Cast) -> list[Token]:
    """Nouns under one of the prepositions: below the noun in the tree, or else right behind it in the text.

    The tree may nest two of them: in ``the killing of a man by police`` the last may hang on the man. In ``a protest
    against killings by police`` it has to.
    """
    noun = hit.token
    words = [noun.doc[i] for i in range(hit.first, hit.last + 1)]
    nested = [below for word in words for below in children(word, "nmod", "obl", "obj")]
    if in_frame_list("demanding", hit.trigger.type):
        nested = [below for below in nested if cast.at(below)]
    found = list(obliques([*words, *nested], prepositions))
    if found or hit.last + 1 >= noun.sent.end or noun.doc[hit.last + 1].lower_ not in prepositions:
        return found
    for token in noun.doc[hit.last + 2 : noun.sent.end]:
        if token.pos_ in {"NOUN", "PROPN", "PRON"}:
            return conjuncts(phrase_top(token))
        if token.pos_ not in {"DET", "ADJ", "NUM"}:
            break
    return []


def owners_of(noun: Token, lang: str) -> list[Token]:
    """Bare, adjectival and possessive modifiers, and those under of or dari."""
    owners = closed_class(lang, "owner")
    bare = {"nmod", "amod", "compound", "flat"} | ({"obj"} if lang == "id" else set())
    return [
        child
        for child in noun.children
        if base(child.dep_) in bare
        and (not case_of(child) or case_of(child) in owners or child.dep_ == "nmod:poss")
        and (child.pos_ != "VERB")
    ]


def _human(tokens: Sequence[Token], cast: Cast) -> list[Token]:
    """Nouns under `at`, `in`, `di` only where they stand for somebody other than a bare state: the rest are places."""
    found = []
    for token in tokens:
        kinds = {cast.by_id[one].kind for one in cast.of(token)}
        if kinds and (case_of(token) not in closed_class(cast.lang, "inside") or kinds - {"state"}):
            found.append(token)
    return found


def _suffers(hit: Hit, has_target: bool) -> bool:
    """True where the noun's owner is the one it happens to (penangkapan X, the killing of X)."""
    of = any(case_of(child) == "of" for child in children(hit.token, "nmod"))
    if has_target or hit.trigger.type not in sufferers(under_of=of):
        return False
    word = hit.token.lower_
    return of if hit.trigger.lang == "en" else word.startswith("pe") and word.endswith(("an", "annya"))


def _doers(support: Token | None, noun: Token, cast: Cast) -> tuple[str, ...]:
    """The subject of the supporting verb; in the passive its agent."""
    if support is None:
        return ()
    if base(noun.dep_) == "nsubj":
        passive = noun.dep_.endswith(":pass") or support.lower_.startswith("di")
        agents = passive_parts(support, cast.lang)[0] if passive else []
        return cast.all(token for token in agents if token.i != noun.i)
    return cast.all(token for token in grammatical_subject(support, cast.lang) if token.i != noun.i)


def _beside(support: Token | None, cast: Cast, wanted: Sequence[str] = ()) -> tuple[str, ...]:
    if support is None:
        return ()
    prepositions = set(wanted) - {"obj"} if wanted else closed_class(cast.lang, "together")
    return cast.all(obliques([support], prepositions))


def _adjoined(noun: Token, cast: Cast) -> tuple[str, ...]:
    """Who acts and who is spoken to, where the noun is an adjunct (during talks, dalam pertemuan)."""
    head = noun.head
    if head.i == noun.i or not case_of(noun):
        return ()
    towards = obliques([head], closed_class(cast.lang, "towards"))
    if head.pos_ == "VERB":
        others = [token for token in objects(head, cast.lang) if token.i != noun.i]
        persons = [t for t in others if {cast.by_id[one].kind for one in cast.at(t)} & {"person", "organization"}]
        return _merge(cast.all(grammatical_subject(head, cast.lang)), cast.all(persons), cast.all(towards))
    return _merge(cast.all(owners_of(head, cast.lang)), cast.all(towards))


def _merge(*parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for part in parts for one in part))
