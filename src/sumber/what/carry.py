"""What one event lends another: the story's time and place, the target of a threat, the other side of a reaction.

Each step fills only what the event's own sentence leaves open, and only from an event or date told before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Token

from sumber.model import Actor, Place, Published
from sumber.what.cast import Cast
from sumber.what.claims import source_actors
from sumber.what.clause import objects
from sumber.what.draft import Draft
from sumber.what.guards import ARMED
from sumber.what.lexicon import Lexicon
from sumber.what.plover import closed_class, type_cards
from sumber.what.when_where import NO_PLACE, Setting, When, Where

RECENT_DAYS = 8  # a date further back is not what today's words react to
NEARBY = 2  # paragraphs over which a place, an agent or a quarrel is carried
_REACTIONS = ("ACCUSE", "REJECT", "SUPPORT")
_SETTLED = ("CONSULT", "COOPERATE", "AID", "RETREAT", "PROTEST", "COERCE", "ASSAULT", "MOBILIZE")


def carry_parties(drafts: Sequence[Draft], cast: Cast, lexicon: Lexicon) -> list[Draft]:
    """Recipients of threats and reactions and agents of arrests, from the events they hang on."""
    done: list[Draft] = []
    for number, draft in enumerate(drafts):
        roles = draft.roles
        kind = draft.hit.trigger.type
        if kind == "THREATEN" and not roles.recipients:
            roles = replace(roles, recipients=_threatened(draft, drafts[number + 1 :]))
        elif kind in _REACTIONS and not roles.recipients and roles.actors:
            roles = replace(roles, recipients=_reacted_to(draft, done, cast, lexicon))
        elif kind == "COERCE" and "arrest" in draft.modes and not roles.actors and not draft.background:
            agents = _arresters(draft, done, cast)
            if agents:
                roles = replace(roles, actors=agents, how="agent from the sentences before")
        done.append(replace(draft, roles=roles))
    return done


def _threatened(threat: Draft, later: Sequence[Draft]) -> tuple[str, ...]:
    """Whom the deed that is threatened would hit."""
    for deed in later:
        above = deed.realis.governed_by
        if above is not None and above.token.i == threat.hit.token.i:
            return tuple(one for one in deed.roles.recipients if one not in threat.roles.actors)
    return ()


def _reacted_to(draft: Draft, before: Sequence[Draft], cast: Cast, lexicon: Lexicon) -> tuple[str, ...]:
    """Who did what a word of blame or praise is about, where its object points back to an event (that bombing)."""
    for thing in objects(draft.hit.token, cast.lang):
        types = {form.trigger.type for size, form in lexicon.forms.at([thing], 0) if size == 1}
        if not types or not _is_definite(thing, cast.lang):
            continue
        for old in reversed(before):
            if old.hit.trigger.type in types and old.roles.actors:
                return tuple(one for one in old.roles.actors if one not in draft.roles.actors)
    return ()


def _is_definite(noun: Token, lang: str) -> bool:
    words = {child.lower_ for child in noun.children}
    if noun.i + 1 < len(noun.doc):
        words.add(noun.doc[noun.i + 1].lower_)
    return bool(words & (closed_class(lang, "definite") | closed_class(lang, "article")))


def _arresters(draft: Draft, before: Sequence[Draft], cast: Cast) -> tuple[str, ...]:
    """Police or soldiers who report the arrest or who acted shortly before, where there is only one such force."""
    sources = {_force(cast.by_id[one]) for one in source_actors(draft.claim) if "COP" in cast.by_id[one].sectors}
    told = [force for force in sources if force is not None]
    if len(told) == 1:
        return tuple(told)
    near = [old for old in before if draft.paragraph - old.paragraph <= NEARBY and not old.background]
    forces = {
        one: cast.by_id[one].country
        for old in near
        if old.hit.trigger.type in {"ASSAULT", "COERCE", "MOBILIZE"} and old.realis.status == "actual"
        for one in old.roles.actors
        if cast.by_id[one].kind != "person" and {"COP", "MIL"} & ARMED & set(cast.by_id[one].sectors)
    }
    return tuple(forces) if len(forces) == 1 and not set(forces) & set(draft.roles.recipients) else ()


def _force(speaker: Actor) -> str | None:
    """The force that a police source is or speaks for: the chief who tells of an arrest did not make it himself."""
    if speaker.kind != "person":
        return speaker.id
    return next((role.of for role in speaker.roles if role.of), None)


def carry_settings(
    drafts: Sequence[Draft], setting: Setting, published: Published | None, dateline: Place | None, cast: Cast
) -> list[Draft]:
    """Undated actual events dated, and deeds without a place placed, by the story so far."""
    last: When | None = None
    place: tuple[Place, int] | None = None
    done: list[Draft] = []
    for draft in drafts:
        open_ended = draft.realis.status in {"planned", "threatened", "hypothetical"} or draft.realis.negated
        if draft.when.how != "stated" and not open_ended and not draft.background and not draft.aggregate:
            draft = replace(draft, when=_carried_time(draft, last, setting, published))
        if draft.where.place is None and draft.hit.trigger.type in _SETTLED and not open_ended and not draft.background:
            draft = replace(draft, where=_carried_place(draft, place, dateline, cast))
        if draft.when.how == "stated" and not (open_ended or draft.background or draft.aggregate):
            last = draft.when
        if draft.where.how == "stated" and draft.where.place is not None and not draft.background:
            place = draft.where.place, draft.paragraph
        done.append(draft)
    return done


def _carried_time(draft: Draft, last: When | None, setting: Setting, published: Published | None) -> When:
    """A deed has the time of the last dated one; words lie between what they react to and publication."""
    speech = type_cards()[draft.hit.trigger.type].is_speech
    base = last
    if base is None and published is not None:
        base = _recent(draft, setting, published)
    if base is None or base.begin is None:
        return draft.when
    until = base.until
    if speech and published is not None:
        until = max(until or base.begin, published.until)
    return replace(base, until=until, how="inherited")


def _recent(draft: Draft, setting: Setting, published: Published) -> When | None:
    """The last date told up to the end of the draft's sentence that lies within the days before publication."""
    oldest = (date.fromisoformat(published.begin) - timedelta(days=RECENT_DAYS)).isoformat()
    found = [
        moment
        for moment, _ in setting.moments_in(0, draft.hit.token.sent.end)
        if moment.begin and oldest <= moment.begin <= published.until and moment.mod not in {"until", "since"}
    ]
    return When(found[-1].begin, found[-1].until, found[-1].id, "inherited") if found else None


def _carried_place(draft: Draft, place: tuple[Place, int] | None, dateline: Place | None, cast: Cast) -> Where:
    """The last place told, if it is near, else that of the dateline; in either case a party must be of its country."""
    parties = {cast.by_id[one].country for one in draft.roles.actors + draft.roles.recipients}
    if place is not None and draft.paragraph - place[1] <= NEARBY and place[0].country in parties:
        return Where(place[0], "inherited")
    if dateline is not None and dateline.country in parties:
        return Where(dateline, "dateline")
    return NO_PLACE
