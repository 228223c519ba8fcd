"""The parties that one event lends another: the target of a threat, the other side of a reaction, both sides of a deal.

Each step fills only what the event's own sentence leaves open, and but for threats only from an event told before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from sumber.what.agents import with_agents
from sumber.what.cast import Cast
from sumber.what.claims import source_actors
from sumber.what.clause import objects, passive_parts
from sumber.what.dispersals import dispersed
from sumber.what.draft import Draft
from sumber.what.lexicon import Lexicon
from sumber.what.plover import closed_class, cues, frames, in_frame_list
from sumber.what.roles import Roles

STEM = 5  # letters that a verb and its noun share
REACH = 2  # sentences over which `the decision` points back
NEARBY = 2  # paragraphs over which the parties of a deal are carried


def carry_parties(drafts: Sequence[Draft], cast: Cast, lexicon: Lexicon) -> list[Draft]:
    """Recipients of threats and reactions and agents of arrests, from the events they hang on."""
    done: list[Draft] = []
    for number, draft in enumerate(drafts):
        roles = draft.roles
        kind = draft.hit.trigger.type
        if kind == "THREATEN" and not roles.recipients:
            roles = replace(roles, recipients=_threatened(draft, drafts[number + 1 :]))
        elif _reacts(draft) and not roles.recipients and roles.actors:
            roles = replace(roles, recipients=_reacted_to(draft, done, cast, lexicon))
        elif in_frame_list("breaks_up", kind) and not roles.recipients:
            roles = replace(roles, recipients=dispersed(draft, done))
        elif kind == "COOPERATE" and draft.hit.voice == "passive" and not (roles.actors or roles.recipients):
            roles = _of_deal(draft, done)
        if not roles.actors:
            roles = with_agents(replace(draft, roles=roles), done, cast, lexicon)
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


def _reacts(draft: Draft) -> bool:
    """True for a word about somebody's deed; what all parties do together is about none."""
    trigger = draft.hit.trigger
    return in_frame_list("reacting", trigger.type) and not frames()[trigger.frame].both


def _reacted_to(draft: Draft, before: Sequence[Draft], cast: Cast, lexicon: Lexicon) -> tuple[str, ...]:
    """Who did what a word of blame or praise is about, where its object points back to an event (that bombing)."""
    things = passive_parts(draft.hit.token, cast.lang)[1] if draft.hit.voice == "passive" else []
    for thing in things or objects(draft.hit.token, cast.lang):
        types = {form.trigger.type for size, form in lexicon.forms.at([thing], 0) if size == 1}
        if not _is_definite(thing, cast.lang):
            continue
        for old in reversed(before):
            words = {old.hit.token.lemma_, *([old.hit.object.lemma_] if old.hit.object is not None else [])}
            told = old.hit.trigger.type in types or thing.lemma_ in words or _is_noun_of(thing, old.hit.token)
            if told and old.roles.actors:
                return tuple(one for one in old.roles.actors if one not in draft.roles.actors)
        if _is_word(thing, "report", cast.lang) or _is_word(thing, "deed", cast.lang):
            near = _doer_before(draft, before, cast, _is_word(thing, "report", cast.lang))
            if near:
                return near
    return ()


def _is_noun_of(noun: Token, verb: Token) -> bool:
    """True for "criticism" of "criticise": words of one long stem."""
    return noun.pos_ == "NOUN" and noun.lemma_[:STEM] == verb.lemma_[:STEM] and len(noun.lemma_) > STEM


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
