"""Who acted and who received: the parties of a hit, by the frame of its trigger.

directed     the subject acts, the object or an oblique receives; in the passive the agent acts, the subject receives
reciprocal   all parties act
visit        the subject visits, the host receives
self         the subject acts, nobody receives
received     the subject gets what the one under from or dari gives: the giver acts
said         the subject is spoken of: who says so acts (`claims.by_source`)
Event nouns have their parties in their own phrase or at the verb that supports them (`noun_roles`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from sumber.parse.syntax import base, case_of
from sumber.what.cast import Cast
from sumber.what.clause import (
    grammatical_subject,
    nearest_left,
    objects,
    obliques,
    own_subjects,
    passive_parts,
)
from sumber.what.content_roles import asked_for, spoken_to
from sumber.what.noun_roles import noun_parties, owners_of
from sumber.what.plover import closed_class, frames, in_frame_list, type_cards
from sumber.what.recipients import find_recipients
from sumber.what.triggers import Hit


@dataclass(frozen=True, slots=True)
class Roles:
    """Actor ids on both sides, and how they were found, in a word or two for a person.

    ``heads`` are the nouns that stand for the parties, whether or not they are known actors.
    """

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    how: str
    heads: tuple[Token, ...] = ()
    actor_heads: tuple[Token, ...] = ()


def find_roles(hit: Hit, cast: Cast) -> Roles:
    """The parties of a hit."""
    frame = frames()[hit.trigger.frame]
    wanted = hit.trigger.recipient or frame.recipient
    if frame.both:
        wanted = ("obj", *(place for place in wanted if place != "obj"))
    if hit.voice == "noun":
        parties = noun_parties(hit, cast, wanted)
        if not (parties.recipients or frame.both) and type_cards()[hit.trigger.type].is_speech:
            parties = replace(parties, recipients=spoken_to(hit, (), cast, wanted, parties.actors))
        return _as_frame(hit, parties.actors, parties.recipients, parties.how, parties.heads, parties.heads)
    roles = _passive(hit, cast, wanted) if hit.voice == "passive" else _active(hit, cast, wanted)
    if hit.trigger.frame == "received":
        return replace(roles, actors=roles.recipients, recipients=roles.actors, actor_heads=())
    if hit.trigger.frame == "said":
        return replace(roles, actors=(), recipients=roles.actors or roles.recipients, actor_heads=())
    return roles


def _active(hit: Hit, cast: Cast, wanted: Sequence[str]) -> Roles:
    verb, lang = hit.token, cast.lang
    subject = grammatical_subject(verb, lang)
    if not subject or not cast.all(subject):
        subject = subject or nearest_left(verb, lang)
    actors = cast.all(subject) or _speaker(hit, cast) or _behind(subject, cast)
    frame = hit.trigger.frame
    if frame == "self":
        asked = asked_for(hit, cast, actors)
        if in_frame_list("demanding", hit.trigger.type):
            asked = spoken_to(hit, (), cast, wanted, actors)
        return Roles(actors, asked, "active voice", tuple(subject), tuple(subject))
    if frame == "visit":
        host, heads = _host(hit, cast, wanted, actors)
        return Roles(actors, _less(host, actors), "visitor and host", (*subject, *heads), tuple(subject))
    recipients, heads = find_recipients(hit, cast, wanted, {token.i for token in subject}, actors)
    if not recipients and in_frame_list("lands_on", hit.trigger.type):  # "shelled Kharkiv", "an attack on Gaza"
        inside = closed_class(lang, "inside")
        recipients = _abroad([head for head in heads if case_of(head) not in inside], cast, actors)
    if frame == "reciprocal" or _is_mutual(verb, lang):
        others = _less(recipients + _together(hit, cast), actors)
        return Roles(actors + others, (), "all parties", (*subject, *heads), tuple(subject))
    return Roles(actors, _less(recipients, actors), "active voice", (*subject, *heads), tuple(subject))


def _behind(subject: Sequence[Token], cast: Cast) -> tuple[str, ...]:
    """Who made the thing that is the subject: issued a statement condemning, launched a raid killing."""
    for noun in subject:
        verb = noun.head
        if noun.pos_ == "VERB":  # "army shelling killed two"
            return cast.all(own_subjects(noun, cast.lang))
        if noun.pos_ == "PRON" and base(verb.dep_) == "ccomp":  # "Switzerland said it had expelled"
            return cast.all(grammatical_subject(verb.head, cast.lang))
        if base(noun.dep_) == "obj" and verb.pos_ == "VERB":
            return cast.all(grammatical_subject(verb, cast.lang))
    return ()


def _speaker(hit: Hit, cast: Cast) -> tuple[str, ...]:
    """Who a clitic on a bare word of speech stands for (ancamnya: he threatened)."""
    bare = hit.token.lower_.endswith("nya") and not hit.token.lower_.startswith(("me", "ber", "di", "ter"))
    return cast.clitic(hit.token) if bare else ()


def _passive(hit: Hit, cast: Cast, wanted: Sequence[str]) -> Roles:
    agents, patients = passive_parts(hit.token, cast.lang)
    actors = cast.all(agents)
    if hit.object is not None:  # "sanctions were imposed on X", "killed in an attack by Y": whose the object is acts
        if hit.trigger.recipient[:1] != ("obj",):  # "twenty girls were released": the object is who receives
            patients = [token for token in patients if token.i != hit.object.i]
        itself = cast.at(hit.object)  # "the party's office was burnt": the office did not do it, it suffered it
        suffers = in_frame_list("suffers", hit.trigger.type) and hit.object in passive_parts(hit.token, cast.lang)[1]
        actors = actors or _less(cast.all(owners_of(hit.object, cast.lang)), itself)
        patients = patients or ([hit.object] if suffers and itself and not actors else [])
        if hit.trigger.type == "MOBILIZE":  # "troops were not deployed": who moves is the object
            actors = actors or cast.of(hit.object)
    recipients = cast.all(patients)
    heads = (*agents, *patients)
    if hit.trigger.frame in {"self", "visit"} and not actors:
        return Roles(recipients, (), "passive voice, no agent", heads, tuple(patients))
    if not recipients:
        more, extra = find_recipients(
            hit, cast, [place for place in wanted if place != "obj"], {t.i for t in agents}, actors
        )
        recipients, heads = more, (*heads, *extra)
    if frames()[hit.trigger.frame].both:  # "talks between Oman and Qatar were held"
        recipients += _together(hit, cast, patients)
    how = "passive voice" if agents else "passive voice, no agent"
    return _as_frame(hit, actors, _less(recipients, actors), how, heads, tuple(agents))


def _as_frame(
    hit: Hit,
    actors: tuple[str, ...],
    recipients: tuple[str, ...],
    how: str,
    heads: Sequence[Token],
    acting: Sequence[Token],
) -> Roles:
    if frames()[hit.trigger.frame].both:
        return Roles(actors + _less(recipients, actors), (), "all parties", tuple(heads), tuple(acting))
    if hit.trigger.frame == "self":
        return Roles(actors or recipients, (), how, tuple(heads), tuple(acting))
    return Roles(actors, _less(recipients, actors), how, tuple(heads), tuple(acting))


def _together(hit: Hit, cast: Cast, things: Sequence[Token] = ()) -> tuple[str, ...]:
    verb = hit.token
    bases = [verb, *([hit.object] if hit.object is not None else []), *objects(verb, cast.lang), *things]
    return cast.all(obliques(bases, closed_class(cast.lang, "together")))


def _host(hit: Hit, cast: Cast, wanted: Sequence[str], guests: tuple[str, ...]) -> tuple[tuple[str, ...], list[Token]]:
    """The host: the person or state visited, or the state of the place."""
    taken = {token.i for token in grammatical_subject(hit.token, cast.lang)}
    found, heads = find_recipients(hit, cast, wanted, taken, guests)
    return found or _abroad(heads, cast, guests), heads


def _abroad(heads: Sequence[Token], cast: Cast, actors: Sequence[str]) -> tuple[str, ...]:
    """The foreign state of the first of the places named."""
    return next((state for state in (cast.host_at(head, actors) for head in heads) if state), ())


def _is_mutual(verb: Token, lang: str) -> bool:
    """True where a word beside the verb makes both sides the same (each other, saling)."""
    stretch = verb.doc[max(verb.sent.start, verb.i - 2) : min(verb.sent.end, verb.i + 4)]
    text = f" {' '.join(token.lower_ for token in stretch)} "
    return any(f" {words} " in text for words in closed_class(lang, "mutual"))


def _less(ids: tuple[str, ...], taken: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in ids if one not in taken))
