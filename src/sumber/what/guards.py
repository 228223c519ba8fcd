"""What is no event though its word is in the lexicon: deeds of nature, accidents, sport, the wrong kind of party."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from spacy.tokens import Span, Token

from sumber.model import Actor
from sumber.parse.syntax import base, children
from sumber.what.cast import Cast
from sumber.what.contexts import has_word, is_team
from sumber.what.plover import closed_class, frames, in_frame_list
from sumber.what.roles import Roles
from sumber.what.triggers import Hit

OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "REB", "UAF", "PRM", "IGO", "OPP", "PTY"})
ARMED = frozenset({"MIL", "COP", "REB", "PRM", "UAF", "SPY", "CRM"})
#: What keeps a hit from being an event.
Hindrance = Literal["needs", "needs_actor", "sport", "nature", "accident", "no_violence", "no_party"]


def hindrance(hit: Hit, roles: Roles, cast: Cast, around: Sequence[Token], sport: bool) -> Hindrance | None:
    """None where the hit may stand as an event. ``around``: the tokens of its paragraph and the sentence before."""
    trigger = hit.trigger
    others = roles.actors[1:] if frames()[trigger.frame].both else roles.recipients
    if trigger.needs and not _any_is(trigger.needs, others, cast):
        return "needs"
    acting = "any" if trigger.needs_actor == "human" else trigger.needs_actor  # states act like people
    if acting and not _any_is(acting, roles.actors, cast) and not _may_lack(hit, cast.lang):
        return "needs_actor"
    if sport and not any(_is_official(cast.by_id[one], cast.lang) for one in roles.actors + roles.recipients):
        return "sport"
    if trigger.type == "ASSAULT":
        return _no_violence(hit, roles, cast, around)
    return "no_party" if hit.is_noun and not _is_told(hit, roles, cast.lang) else None


def _may_lack(hit: Hit, lang: str) -> bool:
    """True for a passive word of death or hurt: whether people did it is for the words around to say."""
    return hit.trigger.needs_actor == "any" and hit.voice == "passive" and has_word([hit.token], lang, "neutral")


def _any_is(need: str, ids: Sequence[str], cast: Cast) -> bool:
    return any(_is(need, cast.by_id[one]) for one in ids)


def _is(need: str, actor: Actor) -> bool:
    if need == "any":
        return True
    if need == "state":
        return actor.kind == "state" or "GOV" in actor.sectors
    if need == "armed":
        return bool(ARMED & set(actor.sectors))
    return actor.kind in {"person", "group", "organization"}


def _is_official(actor: Actor, lang: str) -> bool:
    return actor.kind != "state" and bool(OFFICIAL & set(actor.sectors)) and not is_team(actor.name, lang)


def _no_violence(hit: Hit, roles: Roles, cast: Cast, around: Sequence[Token]) -> Hindrance | None:
    """What speaks against violence: nature, an accident, or deaths beside which no violence of people is told."""
    lang = cast.lang
    acting = [token for token in roles.actor_heads if not cast.at(token)]
    if any(has_word([token], lang, "nature") for token in acting) and not roles.actors:
        return "nature"
    if hit.is_noun and not _is_told(hit, roles, lang):
        return "no_party"
    if _happens(hit, lang) and not (roles.actors or roles.recipients):
        return None
    if roles.actors or not has_word([hit.token], lang, "neutral"):
        named = bool(roles.actors or roles.recipients or roles.heads)
        return None if named or not hit.is_noun else "no_party"
    sentence = list(hit.token.sent)
    if has_word(sentence, lang, "violence"):
        return None
    if has_word(sentence, lang, "accident"):
        return "accident"
    if not has_word(around, lang, "violence"):
        return "no_violence"
    return "accident" if has_word(around, lang, "accident") else None


def _happens(hit: Hit, lang: str) -> bool:
    """True for a riot or a fight that breaks out somewhere: whoever takes part, it is told as a deed."""
    if not in_frame_list("breaks_out", hit.trigger.type) or not hit.is_noun or base(hit.token.dep_) != "nsubj":
        return False
    verb = hit.token.head
    words = closed_class(lang, "happens")
    placed = any(base(child.dep_) in {"obl", "advmod"} and child.i > verb.i for child in verb.children)
    return placed and bool({verb.lemma_, verb.lower_} & words)


def _is_told(hit: Hit, roles: Roles, lang: str) -> bool:
    """True for an event noun that has a party, or breaks out somewhere, and is not just said to be something
    (cooperation is important)."""
    if _happens(hit, lang):
        return True
    noun = hit.token
    predicate = noun.head if base(noun.dep_) == "nsubj" else None
    if predicate is not None and children(predicate, "cop"):
        return False
    return bool(roles.actors or roles.recipients)


def surroundings(sentence: Span, start: int, end: int) -> list[Token]:
    """Tokens of the paragraph with these character bounds that the sentence stands in."""
    return [token for token in sentence.doc if start <= token.idx < end]
