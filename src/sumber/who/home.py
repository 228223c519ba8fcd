"""Home: the country of those whom the text gives none of their own, by what stands around them.

An office or institution of a state without a country ("the junta", "Foreign Ministry spokesperson Lu") is of the state
that an earlier mention of the same institution names, else of the one state that is the subject of its sentence or of
the sentence before, else of the scene. Where none of these gives one answer, there is none.
"""

from __future__ import annotations

from collections import Counter

from sumber.parse.syntax import base
from sumber.where import HOME_OF
from sumber.who.cast import Cast, Draft, Land
from sumber.who.lands import World, near_land, opening_land, place_behind
from sumber.who.page import Page, Unit
from sumber.who.stated import Told, find_stated, find_subjects, is_office


def find_home(cast: Cast, draft: Draft, world: World, told: Told) -> Land | None:
    """The country that the surroundings give; ``told`` is the country that the text gives an actor itself."""
    page = cast.page
    if any(role.role.foreign for role in draft.roles):
        return None
    if not draft.roles and not draft.ranks:
        return _named_body(cast, draft, world, told)
    if draft.named and any("JRN" in role.role.sectors for role in draft.roles) and draft.kind != "person":
        return None  # a medium that is quoted may be from anywhere
    token = draft.roles[0].unit.start if draft.roles else draft.first
    opening = find_opening(cast, draft, world)
    if any(role.local for role in draft.roles):
        return opening or near_land(page, world.clues, token) or world.dateline or world.scene
    if (land := _behind_name(cast, draft)) is not None:
        return land
    if not is_office(draft):
        return opening or world.scene or near_land(page, world.clues, token)
    if opening is not None:
        return opening
    if world.scene is not None:
        abroad = _speaks_abroad(page, draft) and page.kinds[token] == "paragraph"
        land = find_stated(cast, token, world, told) if abroad else None
        return land or (None if _travels(page, draft) and world.scene.iso3 != HOME_OF.get(page.lang) else world.scene)
    if any(not isinstance(one, Unit) and one.role.collective for role in draft.roles for one in role.inner):
        return None  # "the navies of the two countries"
    if (land := _said_before(cast, draft, told)) is not None or not _is_certain(draft):
        return land or near_land(page, world.clues, token)
    if _faces(page, draft):
        return None
    return (
        _of_last_office(cast, draft, told)
        or find_stated(cast, token, world, told)
        or _datelined(cast, world, told)
        or near_land(page, world.clues, token)
    )


def find_opening(cast: Cast, draft: Draft, world: World) -> Land | None:
    """The country of the place with which its sentence or one before it opens, for those who are no single person in
    office: a minister who speaks in Geneva is not Switzerland's."""
    if not draft.roles or (draft.kind == "person" and is_office(draft)):
        return None
    return opening_land(cast.page, world.clues, draft.roles[0].unit.start)


def _is_certain(draft: Draft) -> bool:
    """False for some of many ("two officials", "officers"), who may be anybody's."""
    if draft.named or not draft.roles:
        return True
    return any(not role.counted and (role.definite or role.role.kind == "organization") for role in draft.roles)


def _faces(page: Page, draft: Draft) -> bool:
    """True where the first words for somebody follow "with": the subject met him, and he may be from anywhere."""
    start = min([role.start for role in draft.roles] or [draft.first])
    return start > 0 and page.together(start - 1, start) and page.words[start - 1] in page.grammar.facing


def _travels(page: Page, draft: Draft) -> bool:
    """True where somebody is the subject of a verb of travel: who arrives in a country need not be of it."""
    if draft.kind != "person":
        return False
    for found in draft.mentions:
        token = page.tokens[found.token]
        while base(token.dep_) in {"flat", "appos", "compound", "nmod"} and token.head.i != token.i:
            token = token.head
        if base(token.dep_) == "nsubj" and {token.head.lower_, token.head.lemma_} & page.grammar.arrives:
            return True
    return False


def _speaks_abroad(page: Page, draft: Draft) -> bool:
    """True for offices that a report quotes from the other capital: a foreign ministry, its spokesman."""
    words = page.grammar.abroad
    return any(
        phrase.role.gloss in words or any(not isinstance(i, Unit) and i.role.gloss in words for i in phrase.inner)
        for phrase in draft.roles
    )


def _of_last_office(cast: Cast, draft: Draft, told: Told) -> Land | None:
    """A spokesman without a body speaks for the one body of a state in the sentence before ("denied by his office")."""
    page = cast.page
    if not draft.roles or any(role.inner or role.role.concept != "spokesperson" for role in draft.roles):
        return None
    sentence = page.sentence[draft.roles[0].unit.start]
    bodies = [
        other
        for other in cast.drafts
        if other is not draft
        and other.kind == "organization"
        and any(page.sentence[found.token] == sentence - 1 and not found.nested for found in other.mentions)
        and not any("JRN" in role.role.sectors for role in other.roles)
        and "JRN" not in other.own_sectors
    ]
    land = told(bodies[0]) if len(bodies) == 1 else None
    if land is None:
        return None
    first = bodies[0].mentions[0]
    return Land(land.iso3, land.evidence or (first.start, first.end), "office")


def _said_before(cast: Cast, draft: Draft, told: Told) -> Land | None:
    """The country of the earlier mentions of the same institution, where all of them have the same."""
    page = cast.page
    mine = {kin for phrase in draft.roles for kin in (page.grammar.kin(phrase.role.gloss),)}
    found: dict[str, Land] = {}
    for other in cast.drafts:
        if other is draft or other.first >= draft.first or not other.roles:
            continue
        phrases = [phrase for phrase in other.roles if page.kinds[phrase.unit.start] == "paragraph"]
        if not mine & {page.grammar.kin(phrase.role.gloss) for phrase in phrases}:
            continue
        land = told(other)
        if land is not None and land.iso3 is not None:
            start = min(phrases, key=lambda phrase: phrase.start)
            found.setdefault(land.iso3, Land(land.iso3, land.evidence or page.chars(start.start, start.end), "again"))
    return next(iter(found.values())) if len(found) == 1 else None


def _datelined(cast: Cast, world: World, told: Told) -> Land | None:
    """The country of the dateline, where it is the subject of the lead too and named more than any other."""
    if world.dateline is None or world.dateline.iso3 is None:
        return None
    page = cast.page
    times = Counter(clue.iso3 for clue in world.clues)
    if any(n >= times[world.dateline.iso3] for iso3, n in times.items() if iso3 != world.dateline.iso3):
        return None
    spot = page.article.dateline_place
    lead = next(
        (i for i, kind in enumerate(page.kinds) if kind == "paragraph" and page.live[i] and _past(page, i, spot)), None
    )
    if lead is None or world.dateline.iso3 not in find_subjects(cast, page.sentence[lead], world, told):
        return None
    return Land(world.dateline.iso3, world.dateline.evidence, "dateline")


def _past(page: Page, i: int, spot: tuple[int, int] | None) -> bool:
    return spot is None or page.begins[i] >= spot[1]


def _named_body(cast: Cast, draft: Draft, world: World, told: Told) -> Land | None:
    """A body that only this article knows is at home in the scene if it fights there or is paired with an institution.

    So the rebels of "talks between the government and the Patriotic Movement", of "fighters from the Dawn Front".
    """
    page, scene = cast.page, world.scene
    if draft.body is None or draft.body.sectors or draft.kind == "person":
        return None
    if scene is not None and is_armed(cast, draft):
        return Land(scene.iso3, scene.evidence, "scene")
    for found in draft.mentions:
        for other in cast.drafts:
            if other is draft or other.named or not is_office(other) or other.kind == "person":
                continue
            for mate in other.mentions:
                between = page.article.text[mate.end : found.start] if mate.end < found.start else ""
                words = between.lower().split()
                if words[:1] and words[0] in page.grammar.conjunctions and all(map(page.grammar.determines, words[1:])):
                    land = told(other) or scene
                    return Land(land.iso3, land.evidence, "paired") if land is not None else None
    return None


def is_armed(cast: Cast, draft: Draft) -> bool:
    """True of a body that has fighters or rebels."""
    rebels = [role for other in cast.drafts for role in other.roles if role.role.sectors[:1] == ("REB",)]
    if not rebels:
        return False
    units = {id(unit) for unit, owner in cast.of_unit.items() if owner is draft}
    return any(id(inner) in units for role in rebels for inner in role.inner)


def _behind_name(cast: Cast, draft: Draft) -> Land | None:
    for unit, owner in cast.of_unit.items():
        if owner is draft and isinstance(unit, Unit) and (land := place_behind(cast.page, unit.end)) is not None:
            return land
    return None
