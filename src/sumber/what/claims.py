"""Who says so: the innermost attribution whose content holds a trigger, and what its stance makes of the deed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sumber.model import Attribution, Span, Status
from sumber.what.clause import antecedent
from sumber.what.plover import closed_class
from sumber.what.roles import Roles
from sumber.what.status import Realis
from sumber.what.triggers import Hit

_OF_SOURCES = frozenset({"REJECT", "REQUEST", "CONSULT", "AGREE"})  # what a source does so as to speak
_BESIDE = 3  # tokens between a source and the verb of a clause that only describes it
_STANCE_STATUS: dict[str, Status] = {"denies": "denied", "doubts": "alleged", "claims": "alleged"}


def find_claim(hit: Hit, attributions: Sequence[Attribution]) -> Attribution | None:
    """The innermost attribution of the trigger's words.

    A trigger that is itself the cue ("promised", "denied") belongs to whoever reports it, not to its own speaker.
    """
    trigger = Span(*hit.characters)
    start = Span(hit.token.idx, hit.token.idx + 1)
    holding: list[tuple[int, int, int]] = []
    for number, said in enumerate(attributions):
        if any(cue.overlaps(trigger) for cue in said.cue):
            continue
        sizes = [len(content) for content in said.content if content.holds(start)]
        if sizes:
            holding.append((min(sizes), -_depth(said, attributions), number))
    return attributions[min(holding)[2]] if holding else None


def names_source(hit: Hit, attributions: Sequence[Attribution]) -> bool:
    """True where the words describe a source (an officer who declined to be named): that is no event."""
    if hit.is_noun:
        return False
    trigger = Span(*hit.characters)
    sources = [Span(source.start, source.end) for said in attributions for source in said.source]
    if any(source.holds(trigger) for source in sources):
        return True
    noun = antecedent(hit.token, hit.trigger.lang)
    if noun is None or hit.trigger.type not in _OF_SOURCES or hit.token.i - noun.i > _BESIDE:
        return False
    return any(source.start <= noun.idx < source.end for source in sources)


def in_first_person(roles: Roles, claim: Attribution | None, lang: str) -> Roles:
    """The roles with `we` and `I` of reported words read as whoever says them."""
    speakers = source_actors(claim)
    words = closed_class(lang, "first")
    if not speakers or roles.actors or not any(token.lower_ in words for token in roles.actor_heads):
        return roles
    return replace(roles, actors=speakers, recipients=tuple(one for one in roles.recipients if one not in speakers))


def by_source(roles: Roles, claim: Attribution | None) -> Roles | None:
    """The roles with whoever says so as actor; None where the text names nobody, or only the one spoken of."""
    speakers = tuple(one for one in source_actors(claim) if one not in roles.recipients)
    return replace(roles, actors=speakers) if speakers else None


def is_threat(claim: Attribution | None, beside: Sequence[Hit]) -> bool:
    """True where the words that attribute a quotation are those of a threat ("…," demikian peringatan X)."""
    threats = [Span(*hit.characters) for hit in beside if hit.trigger.type == "THREATEN"]
    return claim is not None and any(cue.overlaps(threat) for cue in claim.cue for threat in threats)


def _depth(said: Attribution, attributions: Sequence[Attribution]) -> int:
    by_id = {one.id: one for one in attributions}
    depth, parent = 0, said.parent
    while parent is not None and parent in by_id and depth < len(by_id):
        depth, parent = depth + 1, by_id[parent].parent
    return depth


def status_in_claim(realis: Realis, claim: Attribution | None, actors: Sequence[str] = ()) -> tuple[Status, str]:
    """The status once the stance of the source is taken into account, and the word that decided it.

    What a source says of a deed already told as planned, denied or threatened leaves it so; who claims a deed of his
    own admits it.
    """
    if claim is None or realis.status != "actual":
        return realis.status, realis.why
    if claim.stance == "claims" and set(source_actors(claim)) & set(actors):
        return "actual", realis.why
    if claim.stance in _STANCE_STATUS:
        return _STANCE_STATUS[claim.stance], f"the source {claim.stance}"
    if not claim.source:
        return "alleged", "hearsay"
    return "actual", realis.why


def source_actors(claim: Attribution | None) -> tuple[str, ...]:
    """Ids of the actors who are the source of the attribution."""
    if claim is None:
        return ()
    return tuple(dict.fromkeys(span.actor for span in claim.source if span.actor))


def reporter(claim: Attribution | None, attributions: Sequence[Attribution]) -> Attribution | None:
    """Whoever reports a speech act: the attribution that its speaker's own words stand in."""
    parent = claim.parent if claim is not None else None
    return next((said for said in attributions if said.id == parent), None)
