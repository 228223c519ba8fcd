"""Whom a phrase means again: "the minister", "koalisi", "the officers", and whom a headline means at all."""

from __future__ import annotations

from sumber.who.cast import Cast, Draft, Land
from sumber.who.lands import own_land
from sumber.who.page import Page, Unit
from sumber.who.phrase import Phrase
from sumber.who.tree import is_subject
from sumber.who.words import RoleWord

_JUST_BEFORE = 2  # sentences back within which another description means the subject
_NEAR = 4  # sentences back within which "the group" may mean a body
_LOOSE = frozenset({"group", "organisation"})
#: Sectors of bodies that "the group" never means.
_NO_GROUP = frozenset({"JRN", "IGO", "GOV", "MIL", "COP", "JUD", "LEG", "SPY"})


def find_antecedent(cast: Cast, phrase: Phrase, scene: Land | None) -> Draft | None:
    """Somebody before the phrase whom it means again."""
    if phrase.counted and not phrase.definite:
        return None
    land = own_land(cast.page, phrase)
    if land is not None and (leader := _find_head(cast, phrase, land)) is not None:
        return leader
    person = phrase.role.kind == "person" and not phrase.several
    bare = not phrase.definite and not phrase.owner
    if person and bare and (phrase.role.crowd or cast.page.grammar.order == "before"):
        person = False
    for found, draft in cast.before(phrase.start):
        if draft.kind == "state" or draft.human != person or not _lands_agree(land, draft.land, scene):
            continue
        if person and any(_means(phrase, role) for role in draft.roles):
            if land is not None and _from_elsewhere(cast.page, draft, land):
                continue
            return draft
        if not person and _same_group(cast, phrase, draft, found.token):
            return draft
    return None


def find_described(cast: Cast, phrase: Phrase) -> Draft | None:
    """Whom another description means: the first subject of the sentence before that is a named person, or the only
    person named there ("Mantan gubernur Riau itu", "Politikus Golkar tersebut"). Only where the word that points back
    stands behind a proper name, else it may belong to a noun inside ("ketua parlemen itu")."""
    page = cast.page
    proper = all(isinstance(inner, Unit) for inner in phrase.inner) and (phrase.inner or phrase.former)
    person = phrase.role.kind == "person" and not (phrase.several or phrase.counted or phrase.owner)
    if page.grammar.order != "after" or not (phrase.definite and proper and person and phrase.end > phrase.unit.end):
        return None
    if page.kinds[phrase.start] != "paragraph" or not is_subject(page, phrase.start, phrase.end):
        return None
    people = [
        (found, draft)
        for found, draft in cast.before(phrase.start)
        if draft.named and draft.human and not found.nested
        and 0 < page.sentence[phrase.start] - page.sentence[found.token] <= _JUST_BEFORE
    ]  # fmt: skip
    subjects = [one for one in people if is_subject(page, one[0].token, one[0].token + 1)]
    if not subjects and len({id(draft) for _, draft in people}) == 1:
        subjects = people
    meant = max(subjects, key=lambda one: (page.sentence[one[0].token], -one[0].token))[1] if subjects else None
    return meant if meant is not None and _may_be_described(cast, phrase, meant) else None


def _may_be_described(cast: Cast, phrase: Phrase, draft: Draft) -> bool:
    """Nobody has two offices at once, or two countries."""
    land, own = own_land(cast.page, phrase), draft.land
    if land is not None and ((own is not None and own.iso3 != land.iso3) or _from_elsewhere(cast.page, draft, land)):
        return False
    offices = [role for role in draft.roles if not role.role.rank and not role.former]
    if phrase.former or not offices:
        return True
    parties = {_belongs(role) for role in draft.roles if role.role.sectors == phrase.role.sectors}
    return phrase.role.sectors == ("PTY",) and parties <= {_belongs(phrase), None}


def _find_head(cast: Cast, phrase: Phrase, land: Land) -> Draft | None:
    """Whom "the Turkish leader" means: the head of that state named before, else the only one without a country."""
    page = cast.page
    plain = all(isinstance(inner, Unit) and inner.country is not None for inner in phrase.inner)
    if phrase.role.gloss != "leader" or phrase.several or phrase.indefinite or not plain:
        return None
    homeless: list[Draft] = []
    for _, draft in cast.before(phrase.start):
        heads = [role for role in draft.roles if role.role.gloss in page.grammar.heads and not role.former]
        if not draft.named or not draft.human or not heads:
            continue
        lands = [found for role in heads if (found := own_land(page, role)) is not None]
        if any(found.iso3 == land.iso3 for found in lands):
            return draft
        if not lands and draft not in homeless and all(not role.inner for role in heads):
            homeless.append(draft)
    return homeless[0] if len(homeless) == 1 else None


def _from_elsewhere(page: Page, draft: Draft, land: Land) -> bool:
    """True of somebody whose roles name countries, and not this one."""
    lands = {found.iso3 for role in draft.roles if (found := own_land(page, role)) is not None}
    return bool(lands) and land.iso3 not in lands


def _lands_agree(one: Land | None, other: Land | None, scene: Land | None) -> bool:
    if one is None or other is None:
        # what is said without a country is at home: it does not mean somebody from elsewhere where home is known
        known = one or other
        return known is None or scene is None or known.iso3 in (scene.iso3, None) or known.how == "igo" or one is None
    return one.iso3 == other.iso3


def _suffix(short: str, long: str) -> bool:
    return long == short or long.endswith(" " + short)


def _means(phrase: Phrase, role: Phrase) -> bool:
    """So "menteri itu" means the defence minister, "pemimpin junta" the head of the junta, not the wakil menteri."""
    if bool(phrase.former) != bool(role.former) and phrase.former:
        return False
    if not phrase.definite and phrase.role.inherit and not phrase.inner:
        return phrase.role.gloss == role.role.gloss and not phrase.role.rank
    return same_role(phrase, role)


def same_role(phrase: Phrase, role: Phrase) -> bool:
    if not (
        _suffix(phrase.role.gloss, role.role.gloss)
        or _suffix(role.role.gloss, phrase.role.gloss)
        or _same_concept(phrase.role, role.role)
    ):
        return False
    mine, other = _belongs(phrase), _belongs(role)
    return mine is None or other is None or mine == other


def _same_concept(one: RoleWord, other: RoleWord) -> bool:
    return one.concept == other.concept and one.inherit and other.inherit


def _belongs(phrase: Phrase) -> str | None:
    """What the role is a role of, as a word that can be compared."""
    for inner in phrase.inner:
        if isinstance(inner, Phrase):
            return inner.role.gloss
        if inner.body is not None:
            return inner.body.name.lower()
    return None


def _same_group(cast: Cast, phrase: Phrase, draft: Draft, token: int) -> bool:
    """Let "the officers" mean three police officers, "koalisi" the one led by X, "the group" a body just named."""
    near = cast.page.sentence[phrase.start] - cast.page.sentence[token] <= _NEAR
    if phrase.definite and not phrase.inner and phrase.role.concept in _LOOSE and draft.named:
        return near and draft.body is not None and not _NO_GROUP & set(draft.body.sectors)
    body = draft.body
    if (
        phrase.definite
        and not phrase.inner
        and body is not None
        and phrase.role.sectors == ("REB",) == body.sectors[:1]
    ):
        return True
    bare = (
        cast.page.grammar.order == "after"
        and not phrase.counted
        and not phrase.inner
        and phrase.role.kind == "organization"
    )
    for role in draft.roles:
        if role.owner is not None or phrase.owner is not None or bool(role.former) != bool(phrase.former):
            continue
        if (
            phrase.definite
            and not phrase.inner
            and role.several
            and role.counted
            and _suffix(phrase.role.gloss, role.role.gloss)
        ):
            return True
        if bare and near and not role.counted and _suffix(phrase.role.gloss, role.role.gloss):
            return True
        if phrase.definite and role.name is not None and _suffix(phrase.role.gloss, role.role.gloss):
            return True
        if role.counted or phrase.counted or phrase.role.thing:
            continue
        if (
            phrase.role.gloss == role.role.gloss
            and _belongs(phrase) in (None, _belongs(role))
            and not _places_differ(phrase, role)
        ):
            return True
    return False


def _places_differ(phrase: Phrase, role: Phrase) -> bool:
    """Two bodies of one kind at two places, or an ordinary one and one of a place, are two bodies."""

    def places(item: Phrase) -> set[str]:
        return {inner.place.name for inner in item.inner if not isinstance(inner, Phrase) and inner.place is not None}

    return bool(places(phrase)) and places(phrase) != places(role)


def join_headlines(cast: Cast) -> None:
    """Whom only title and captions name, by role, is the first in the body who can be meant."""
    page = cast.page
    for draft in list(cast.drafts):
        if draft.named or not draft.roles or any(page.kinds[found.token] == "paragraph" for found in draft.mentions):
            continue
        same = [one for one in cast.drafts if one is not draft and one.roles and _same_in_body(page, draft, one)]
        if same:
            cast.merge(same[0], draft)


def _same_in_body(page: Page, draft: Draft, other: Draft) -> bool:
    if (
        draft.human != other.human
        or draft.count != other.count
        or not any(page.kinds[f.token] == "paragraph" for f in other.mentions)
    ):
        return False
    lands = {land.iso3 for one in (draft, other) for role in one.roles if (land := own_land(page, role)) is not None}
    if len(lands) > 1:
        return False
    if draft.human:
        return any(_means(mine, role) for mine in draft.roles for role in other.roles)
    return any(mine.role.gloss == role.role.gloss for mine in draft.roles for role in other.roles)
