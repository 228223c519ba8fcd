"""Who did what a passive leaves unsaid, where the text leaves no doubt: "was held", "ditahan", "the two were freed".

1. a verdict          the one court that acted shortly before
2. asked to let go    "urged the police to free six farmers who were held": who is asked to free them holds them
3. police tell it     the force whose officer tells of the arrest, seizure, charge or release
4. the same people    who took them, where that was told before
5. the force at work  the only one that took, stopped or shot somebody shortly before
6. the only takers    who did all the arresting that the article has told of
7. the speaker        whose soldiers will do what he threatens in the passive ("the planes will be shot at")
8. the other side     in a fight of two sides told before, who hit a soldier is the enemy, who hit the enemy a soldier
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sumber.model import Actor
from sumber.what.cast import Cast
from sumber.what.claims import source_actors
from sumber.what.draft import Draft
from sumber.what.guards import ARMED
from sumber.what.lexicon import Lexicon
from sumber.what.plover import in_frame_list
from sumber.what.roles import Roles

NEARBY = 2  # paragraphs over which a force at work is carried
_REBELS = frozenset({"REB", "UAF"})
_FORCES = frozenset({"MIL", "COP"})


def with_agents(draft: Draft, before: Sequence[Draft], cast: Cast, lexicon: Lexicon) -> Roles:
    """The roles of an event without an actor, with those filled in whom the text before it names; as they were else."""
    roles, trigger = draft.roles, draft.hit.trigger
    if in_frame_list("judged", trigger.type) and "legal" in trigger.contexts:
        return replace(roles, actors=_court(draft, before, cast))
    if draft.background or draft.aggregate:
        return roles
    agents: tuple[str, ...] = ()
    if _is_custody(draft):
        agents = (
            _asked_to_free(draft, before, lexicon)
            or _telling_force(draft, cast)
            or _takers(draft, before, cast)
            or _force_at_work(draft, before, cast)
            or _only_taker(draft, before, cast)
        )
    elif in_frame_list("fought", trigger.type) and draft.hit.voice == "passive":
        agents = _threatening(draft, cast) or _other_side(draft, before, cast)
    agents = tuple(one for one in agents if one not in roles.recipients)
    return replace(roles, actors=agents, how="agent from the sentences before") if agents else roles


def _court(verdict: Draft, before: Sequence[Draft], cast: Cast) -> tuple[str, ...]:
    """The court that acted shortly before, where only one did ("Two others were acquitted")."""
    near = [old for old in before if verdict.paragraph - old.paragraph <= 1 and not old.background]
    courts = {one for old in near for one in old.roles.actors if "JUD" in cast.by_id[one].sectors}
    return tuple(courts) if len(courts) == 1 and not courts & set(verdict.roles.recipients) else ()


def _is_custody(draft: Draft) -> bool:
    """True for taking people or things, letting people go, and charging them."""
    trigger = draft.hit.trigger
    charged = trigger.type != "ACCUSE" or "legal" in trigger.contexts
    return charged and any(in_frame_list("custody", mode) for mode in draft.modes)


def _asked_to_free(draft: Draft, before: Sequence[Draft], lexicon: Lexicon) -> tuple[str, ...]:
    """Whom somebody asks, in the same sentence, to free those who are held."""
    asking = [old for old in before if old.hit.token.sent.start == draft.hit.token.sent.start and old.roles.recipients]
    above = list(draft.hit.token.ancestors)
    for old in reversed(asking):
        below = above[: above.index(old.hit.token)] if old.hit.token in above else []
        freeing = (form.trigger for token in below for size, form in lexicon.forms.at([token], 0) if size == 1)
        if any(trigger.type == "RETREAT" and "release" in trigger.modes for trigger in freeing):
            return old.roles.recipients
    return ()


def _telling_force(draft: Draft, cast: Cast) -> tuple[str, ...]:
    """The police that report it themselves, where there is one such force."""
    sources = {_force(cast.by_id[one]) for one in source_actors(draft.claim) if "COP" in cast.by_id[one].sectors}
    told = tuple(force for force in sources if force is not None)
    return told if len(told) == 1 else ()


def _force(speaker: Actor) -> str | None:
    """The force that a police source is or speaks for: the chief who tells of an arrest did not make it himself."""
    if speaker.kind != "person":
        return speaker.id
    return next((role.of for role in speaker.roles if role.of), None)


def _takers(draft: Draft, before: Sequence[Draft], cast: Cast) -> tuple[str, ...]:
    """Who took the same people, or people called by the same word: the six farmers who were held, and the farmers."""
    ours = {word for one in draft.roles.recipients for word in _called(cast.by_id[one])}
    for old in reversed(before):
        if not (old.roles.actors and _is_custody(old) and old.realis.status == "actual" and not old.background):
            continue
        theirs = {word for one in old.roles.recipients for word in _called(cast.by_id[one])}
        if set(old.roles.recipients) & set(draft.roles.recipients) or ours & theirs:
            return old.roles.actors
    return ()


def _called(actor: Actor) -> set[str]:
    """The first and the last word of a group's roles: which of them says who they are depends on the language."""
    if actor.kind != "group":
        return set()
    return {word for role in actor.roles for word in (role.role.lower().split()[0], role.role.lower().split()[-1])}


def _force_at_work(draft: Draft, before: Sequence[Draft], cast: Cast) -> tuple[str, ...]:
    """The only soldiers or police that took, stopped or shot somebody within the last paragraphs."""
    near = [old for old in before if draft.paragraph - old.paragraph <= NEARBY and not old.background]
    forces = {
        one
        for old in near
        if in_frame_list("forcible", old.hit.trigger.type) and old.realis.status == "actual"
        for one in old.roles.actors
        if cast.by_id[one].kind != "person" and _FORCES & set(cast.by_id[one].sectors)
    }
    return tuple(forces) if len(forces) == 1 else ()


def _threatening(draft: Draft, cast: Cast) -> tuple[str, ...]:
    """Those with arms who say themselves what will be done if they are not heeded."""
    if draft.realis.status != "threatened":
        return ()
    return tuple(one for one in source_actors(draft.claim) if ARMED & set(cast.by_id[one].sectors))


def _only_taker(draft: Draft, before: Sequence[Draft], cast: Cast) -> tuple[str, ...]:
    """Those who did all the taking and letting go that the article has told of so far, where they are the same and
    those taken now are of their own country."""
    takers = {old.roles.actors for old in before if _is_custody(old) and old.roles.actors and not old.background}
    if len(takers) != 1:
        return ()
    (only,) = takers
    home = {cast.by_id[one].country for one in only}
    return only if {cast.by_id[one].country for one in draft.roles.recipients} <= home else ()


def _other_side(draft: Draft, before: Sequence[Draft], cast: Cast) -> tuple[str, ...]:
    """The enemy of those who were hit, where a fight between a state's forces and one armed group was told before."""
    sides: dict[bool, set[str]] = {False: set(), True: set()}
    for old in before:
        if in_frame_list("fought", old.hit.trigger.type) and not old.background:
            for one in old.roles.actors + old.roles.recipients:
                side = _is_rebel(cast.by_id[one])
                if side is not None:
                    sides[side].add(one)
    hit = {_is_rebel(cast.by_id[one]) for one in draft.roles.recipients}
    if len(hit) != 1 or None in hit or not all(sides.values()):
        return ()
    enemies = sides[not hit.pop()]
    bodies = {one for one in enemies if cast.by_id[one].kind != "person"}
    named = {
        one
        for one in bodies
        if cast.by_id[one].name.lower() not in {role.role.lower() for role in cast.by_id[one].roles}
    }
    return tuple(sorted(named or bodies)) if len(named or bodies) == 1 else ()


def _is_rebel(actor: Actor) -> bool | None:
    """True of armed groups, False of a state's forces, None of others."""
    if _REBELS & set(actor.sectors[:1]):
        return True
    return False if _FORCES & set(actor.sectors[:1]) else None
