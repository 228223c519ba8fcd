"""One deed, one record: hits that tell the same event are merged, distinct incidents stay apart.

In one sentence, words of the same type with compatible parties are one event (opened fire … killing nine). Across
sentences something must say that it is the same: a pointing noun (serangan itu), the same word, or a bare toll.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sumber.parse.syntax import base, is_below
from sumber.what.cast import Cast
from sumber.what.contexts import has_word
from sumber.what.draft import Draft
from sumber.what.plover import closed_class, frames, type_cards
from sumber.what.trace import Trace, tell

NEAR_DAYS = 3  # dates of one incident in two sentences do not lie further apart


def merge_drafts(drafts: Sequence[Draft], cast: Cast, trace: Trace | None = None) -> list[Draft]:
    """The drafts with all tellings of one event merged into the fullest, in text order."""
    kept: list[Draft] = []
    for draft in drafts:
        if _is_demand_of_protest(draft, kept):
            tell(trace, draft.hit, "protest", other=kept[-1].hit)
            continue
        for place in range(len(kept) - 1, -1, -1):
            if _is_same(kept[place], draft, cast):
                merged = _merge(kept[place], draft)
                lost = draft if merged.hit is kept[place].hit else kept[place]
                tell(trace, lost.hit, "same", other=merged.hit)
                kept[place] = merged
                break
        else:
            kept.append(draft)
    return sorted(kept, key=lambda draft: (draft.hit.first, draft.hit.trigger.type))


def _is_demand_of_protest(draft: Draft, before: Sequence[Draft]) -> bool:
    """True for what protesters ask for right after their protest is told: it is part of the protest."""
    if draft.hit.trigger.type != "REQUEST" or not before:
        return False
    old = before[-1]
    same = bool(set(old.roles.actors) & set(draft.roles.actors))
    return old.hit.trigger.type == "PROTEST" and same and draft.paragraph == old.paragraph


def _is_same(old: Draft, new: Draft, cast: Cast) -> bool:
    if old.hit.trigger.type != new.hit.trigger.type and not _is_umbrella(old, new):
        return False
    if old.aggregate != new.aggregate and not _is_umbrella(old, new):
        return False
    if _disjoint(old.roles.actors, new.roles.actors, cast):
        return False
    if old.hit.token.sent.start == new.hit.token.sent.start:
        return _same_sentence(old, new, cast)
    return _across(old, new, cast)


def _is_umbrella(old: Draft, new: Draft) -> bool:
    """True for a noun of force that is the subject of a word of violence (the crackdown has killed hundreds)."""
    noun, verb = (old, new) if old.hit.is_noun else (new, old)
    forces = {noun.hit.trigger.type, verb.hit.trigger.type} <= {"ASSAULT", "COERCE", "MOBILIZE"}
    head = noun.hit.token.head.i == verb.hit.token.i and base(noun.hit.token.dep_) == "nsubj"
    return noun.hit.is_noun and forces and verb.hit.trigger.type == "ASSAULT" and head


def _same_sentence(old: Draft, new: Draft, cast: Cast) -> bool:
    if old.when.how == new.when.how == "stated" and old.when.moment != new.when.moment and not _days_meet(old, new):
        return False
    if old.realis.status != new.realis.status and not {old.realis.status, new.realis.status} <= {"actual", "alleged"}:
        return False
    kind = old.hit.trigger.type
    if kind == "ASSAULT" or kind != new.hit.trigger.type:
        return True
    if _disjoint(old.roles.recipients, new.roles.recipients, cast):
        return False
    if old.hit.trigger.rule == new.hit.trigger.rule:
        return old.hit.token.i + 12 > new.hit.token.i
    if type_cards()[kind].is_speech or kind == "COERCE":
        return is_below(new.hit.token, old.hit.token) and new.hit.token.dep_ in {"advcl", "xcomp", "acl", "obj", "obl"}
    return True


def _across(old: Draft, new: Draft, cast: Cast) -> bool:
    if new.points_back and old.realis.status == new.realis.status:
        return True
    if old.when.how == new.when.how == "stated" and not _days_meet(old, new):
        return False
    if _places_part(old, new):
        return False
    if new.realis.status in {"denied", "threatened"} and old.realis.status == "actual" and not new.points_back:
        return False
    if new.points_back:
        return True
    if new.is_toll:
        return old.hit.trigger.type == "ASSAULT" and not old.realis.negated and _near(old, new)
    if old.is_toll and not type_cards()[old.hit.trigger.type].is_speech and _near(old, new, 2):
        return bool(set(old.roles.recipients) & set(new.roles.recipients)) or not new.roles.recipients
    if _disjoint(old.roles.recipients, new.roles.recipients, cast) or _other_party(old, new):
        return False
    both = set(old.roles.actors) & set(new.roles.actors), set(old.roles.recipients) & set(new.roles.recipients)
    if old.realis.status != new.realis.status:
        return False
    same_rule = old.hit.trigger.rule == new.hit.trigger.rule
    if type_cards()[old.hit.trigger.type].is_speech:
        return same_rule and bool(both[0]) and bool(both[1])
    if both[0] and (both[1] or len(both[0]) > 1):
        return True
    if both[1] and _near(old, new) and not (old.roles.actors and new.roles.actors):
        return True
    return same_rule and bool(both[0] or both[1]) and not (old.quantities and new.quantities)


def _other_party(old: Draft, new: Draft) -> bool:
    """True where all parties act and each of two tellings names one that the other does not: two meetings."""
    one, other = set(old.roles.actors), set(new.roles.actors)
    together = frames()[old.hit.trigger.frame].both and frames()[new.hit.trigger.frame].both
    return together and len(one) > 1 and len(other) > 1 and bool(one - other) and bool(other - one)


def _near(old: Draft, new: Draft, paragraphs: int = 1) -> bool:
    """True where the new sentence stands in the old one's paragraph or within so many after it."""
    return new.paragraph - old.paragraph <= paragraphs


def _disjoint(one: Sequence[str], other: Sequence[str], cast: Cast) -> bool:
    """True where both sides are named and no actor is on both, nor stands for the same state's same sector."""
    if not one or not other or set(one) & set(other):
        return False
    return not (_kinds(one, cast) & _kinds(other, cast))


def _kinds(ids: Sequence[str], cast: Cast) -> set[tuple[str, str]]:
    """(country, first sector) of unnamed groups and states: two ways of naming the same side."""
    found = set()
    for one in ids:
        actor = cast.by_id[one]
        if actor.country and actor.kind == "state":
            found |= {(actor.country, sector) for sector in ("GOV", "MIL", "COP", "")}
        elif actor.country and actor.kind != "person":
            found.add((actor.country, actor.sectors[0] if actor.sectors else ""))
    return found


def _days_meet(old: Draft, new: Draft) -> bool:
    one, other = old.when, new.when
    if not (one.begin and other.begin):
        return True
    return one.begin <= (other.until or other.begin) and other.begin <= (one.until or one.begin)


def _places_part(old: Draft, new: Draft) -> bool:
    one, other = old.where.place, new.where.place
    if one is None or other is None or old.where.how != "stated" or new.where.how != "stated":
        return False
    if "country" in (one.precision, other.precision):
        return one.country != other.country
    if "area" in (one.precision, other.precision):
        return one.country != other.country
    return one.geonameid != other.geonameid if one.geonameid and other.geonameid else one.name != other.name


def _merge(old: Draft, new: Draft) -> Draft:
    """The fuller draft, with what only the other one knows."""
    better = (_is_umbrella(old, new) and old.hit.is_noun) or _fullness(new) > _fullness(old)
    first, second = (new, old) if better else (old, new)
    actors = first.roles.actors or second.roles.actors
    if first.hit.token.sent.start == second.hit.token.sent.start:
        recipients = tuple(dict.fromkeys(first.roles.recipients + second.roles.recipients))
    else:
        recipients = first.roles.recipients or second.roles.recipients
    recipients = tuple(one for one in recipients if one not in actors)
    return replace(
        first,
        roles=replace(first.roles, actors=actors, recipients=recipients),
        modes=tuple(dict.fromkeys(first.modes + second.modes)),
        when=first.when if first.when.how == "stated" or second.when.how != "stated" else second.when,
        where=first.where if first.where.how == "stated" or second.where.how != "stated" else second.where,
        quantities=tuple(dict.fromkeys(first.quantities + second.quantities)),
        background=first.background and second.background,
        aggregate=first.aggregate or second.aggregate,
        claim=first.claim if first.claim is not None else second.claim if second.quantities else None,
    )


def _fullness(draft: Draft) -> tuple[bool, bool, bool, int]:
    roles = draft.roles
    return bool(roles.actors), not draft.points_back, not draft.is_toll, len(roles.recipients) > 0


def points_back(draft: Draft, lang: str) -> bool:
    """True for an event noun with a pointing word and no party of its own (serangan itu, the attack)."""
    noun = draft.hit.token
    if not draft.hit.is_noun:  # "the march began": the noun is the light verb's subject
        if draft.hit.object is None or base(draft.hit.object.dep_) != "nsubj":
            return False
        noun = draft.hit.object
    words = [child.lower_ for child in noun.children]
    after = (draft.hit.last if draft.hit.is_noun else noun.i) + 1
    if lang == "id" and after < len(noun.doc):
        words.append(noun.doc[after].lower_)
    if any(word in closed_class(lang, "definite") for word in words):
        return True
    return "the" in words and not (draft.roles.actors or draft.roles.recipients)


def is_toll(draft: Draft, lang: str) -> bool:
    """True for a bare report of dead or hurt, without agent or date: it sizes an event told elsewhere."""
    bare = not draft.roles.actors and draft.when.how != "stated"
    return bare and draft.hit.trigger.type == "ASSAULT" and has_word([draft.hit.token], lang, "neutral")
