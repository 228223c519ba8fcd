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
from sumber.what.clause import objects, passive_parts
from sumber.what.dispersals import dispersed
from sumber.what.draft import Draft
from sumber.what.guards import ARMED
from sumber.what.lexicon import Lexicon
from sumber.what.plover import closed_class, cues, type_cards
from sumber.what.roles import Roles
from sumber.what.when_where import NO_PLACE, Setting, When, Where

RECENT_DAYS = 8  # a date further back is not what today's words react to
REACH = 2  # sentences over which `the decision` points back
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
        elif kind in {"ASSAULT", "COERCE"} and not roles.recipients:
            roles = replace(roles, recipients=dispersed(draft, done))
        elif kind == "COOPERATE" and draft.hit.voice == "passive" and not (roles.actors or roles.recipients):
            roles = _of_deal(draft, done)
        elif "legal" in draft.hit.trigger.contexts and kind in {"SANCTION", "CONCEDE"} and not roles.actors:
            roles = replace(roles, actors=_court(draft, done, cast))
        elif kind == "COERCE" and "arrest" in draft.modes and not roles.actors and not draft.background:
            agents = _arresters(draft, done, cast)
            if agents:
                roles = replace(roles, actors=agents, how="agent from the sentences before")
        roles = replace(
            roles,
            actors=_all_parties(roles.actors, done, cast),
            recipients=_all_parties(roles.recipients, done, cast),
        )
        done.append(_joined(replace(draft, roles=roles), cast))
    return done


def _joined(draft: Draft, cast: Cast) -> Draft:
    """An exercise that forces of two states hold is one they hold together: they cooperate."""
    target, trigger = draft.hit.object, draft.hit.trigger
    if trigger.type != "MOBILIZE" or target is None or not _is_word(target, "exercise", cast.lang):
        return draft
    countries = {cast.by_id[one].country for one in draft.roles.actors} - {None}
    if len(countries) < 2:
        return draft
    return replace(draft, hit=replace(draft.hit, trigger=replace(trigger, type="COOPERATE", modes=())), modes=())


def _of_deal(delivery: Draft, before: Sequence[Draft]) -> Roles:
    """Seller and buyer of the goods delivered, from the deal told shortly before ("the rest will be delivered")."""
    for old in reversed(before):
        near = delivery.paragraph - old.paragraph <= NEARBY
        if near and old.hit.trigger.type == "COOPERATE" and old.roles.actors and old.roles.recipients:
            bought = {"from", "dari"} & set(old.hit.trigger.recipient)
            sides = (old.roles.recipients, old.roles.actors) if bought else (old.roles.actors, old.roles.recipients)
            return replace(delivery.roles, actors=sides[0], recipients=sides[1], how="parties of the deal")
    return delivery.roles


def _court(verdict: Draft, before: Sequence[Draft], cast: Cast) -> tuple[str, ...]:
    """The court that acted shortly before, where only one did ("Two others were acquitted")."""
    near = [old for old in before if verdict.paragraph - old.paragraph <= 1 and not old.background]
    courts = {one for old in near for one in old.roles.actors if "JUD" in cast.by_id[one].sectors}
    return tuple(courts) if len(courts) == 1 and not courts & set(verdict.roles.recipients) else ()


def _all_parties(ids: tuple[str, ...], before: Sequence[Draft], cast: Cast) -> tuple[str, ...]:
    """The ids with `both sides`, `kedua menteri` read as the two parties of the nearest event with two.

    A phrase that already has a country keeps it and is joined by the party of the other one.
    """
    found: list[str] = []
    for one in ids:
        actor = cast.by_id[one]
        name = f" {actor.name.lower()}"
        if not any(f" {words} " in name for words in closed_class(cast.lang, "pair")) or len(ids) > 1:
            found.append(one)
            continue
        sides = next((pair for pair in (_pair(old, cast) for old in reversed(before)) if pair), ())
        others = [side for side in sides if cast.by_id[side].country != actor.country]
        found += [*([one] if not sides or actor.country is not None else []), *others]
    return tuple(dict.fromkeys(found))


def _pair(draft: Draft, cast: Cast) -> tuple[str, ...]:
    """The parties of an event between two countries, one for each; none where there are more or fewer."""
    by_country: dict[str, str] = {}
    for one in draft.roles.actors + draft.roles.recipients:
        country = cast.by_id[one].country
        if country is not None:
            by_country.setdefault(country, one)
    return tuple(by_country.values()) if len(by_country) == 2 else ()


def _threatened(threat: Draft, later: Sequence[Draft]) -> tuple[str, ...]:
    """Whom the deed that is threatened would hit."""
    for deed in later:
        above = deed.realis.governed_by
        if above is not None and above.token.i == threat.hit.token.i:
            return tuple(one for one in deed.roles.recipients if one not in threat.roles.actors)
    return ()


def _reacted_to(draft: Draft, before: Sequence[Draft], cast: Cast, lexicon: Lexicon) -> tuple[str, ...]:
    """Who did what a word of blame or praise is about, where its object points back to an event (that bombing)."""
    things = passive_parts(draft.hit.token, cast.lang)[1] if draft.hit.voice == "passive" else []
    for thing in things or objects(draft.hit.token, cast.lang):
        types = {form.trigger.type for size, form in lexicon.forms.at([thing], 0) if size == 1}
        if not _is_definite(thing, cast.lang):
            continue
        for old in reversed(before):
            words = {old.hit.token.lemma_, *([old.hit.object.lemma_] if old.hit.object is not None else [])}
            if (old.hit.trigger.type in types or thing.lemma_ in words) and old.roles.actors:
                return tuple(one for one in old.roles.actors if one not in draft.roles.actors)
        if _is_word(thing, "report", cast.lang) or _is_word(thing, "deed", cast.lang):
            near = _doer_before(draft, before, cast, _is_word(thing, "report", cast.lang))
            if near:
                return near
    return ()


def _doer_before(draft: Draft, before: Sequence[Draft], cast: Cast, said: bool) -> tuple[str, ...]:
    """Who did the deed that `the decision` points back to, or (``said``) made `that claim`: rather somebody abroad."""
    start = draft.hit.token.sent.start
    near = [
        tuple(one for one in (source_actors(old.claim) if said else old.roles.actors) if one not in draft.roles.actors)
        for old in reversed(before)
        if (said or old.realis.status == "actual") and _sentences_back(old.hit.token, start) <= REACH
    ]
    home = {cast.by_id[one].country for one in draft.roles.actors}
    near = [actors for actors in near if actors and not _same_side(actors, draft.roles.actors, cast)]
    abroad = [actors for actors in near if not home & {cast.by_id[one].country for one in actors}]
    return next(iter(abroad or near), ())


def _same_side(ones: Sequence[str], others: Sequence[str], cast: Cast) -> bool:
    """True where an actor of each belongs to one government: a state, or two of its offices."""
    return any(
        cast.by_id[one].country is not None
        and cast.by_id[one].country == cast.by_id[other].country
        and (
            "state" in (cast.by_id[one].kind, cast.by_id[other].kind)
            or "GOV" in set(cast.by_id[one].sectors) & set(cast.by_id[other].sectors)
        )
        for one in ones
        for other in others
    )


def _sentences_back(token: Token, start: int) -> int:
    """Number of sentence starts between the token's sentence and the one that begins at ``start``."""
    return sum(1 for other in token.doc[token.sent.start : start] if other.is_sent_start and not other.is_space)


def _is_word(noun: Token, section: str, lang: str) -> bool:
    return noun.lower_ in cues(lang, section) or noun.lemma_ in cues(lang, section)


def _is_definite(noun: Token, lang: str) -> bool:
    words = {child.lower_ for child in noun.children}
    if lang == "id" and noun.i + 1 < len(noun.doc):  # "rumours that he had left" are not those rumours
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
