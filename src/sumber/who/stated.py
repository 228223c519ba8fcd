"""Which state a sentence is about: the one that is its subject, by name or through an institution."""

from __future__ import annotations

from collections.abc import Callable

from sumber.parse.syntax import base
from sumber.who.cast import Cast, Draft, Land
from sumber.who.lands import Clue, World
from sumber.who.page import Page
from sumber.who.tree import is_subject

_OF_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_MODIFIER = frozenset({"amod", "compound", "nmod", "flat", "det"})
_STEPS = 4  # from an adjective to the noun that is the subject
#: The country that the text gives an actor itself.
Told = Callable[[Draft], Land | None]


def is_office(draft: Draft) -> bool:
    """True for what every state has one of: a ministry, an army, a president, a spokesman."""
    roles = [phrase.role for phrase in draft.roles] + [role for _, role in draft.ranks]
    return any(_OF_STATE & set(role.sectors[:1]) or (role.inherit and not role.sectors) for role in roles)


def find_stated(cast: Cast, token: int, world: World, told: Told) -> Land | None:
    """The one state that is the subject of the sentence, else of the sentence before where this one names no other."""
    page = cast.page
    here = find_subjects(cast, page.sentence[token], world, told)
    if here:
        return next(iter(here.values())) if len(here) == 1 else None
    first = page.sentence.index(page.sentence[token])
    if any(clue.place and clue.sentence == page.sentence[token] and _is_site(page, clue) for clue in world.clues):
        return None  # the sentence plays at a place of its own
    last = next((i for i in range(first - 1, -1, -1) if page.inside(i)), None)
    if last is None or page.kinds[last] != "paragraph":
        return None
    before = find_subjects(cast, page.sentence[last], world, told)
    return next(iter(before.values())) if len(before) == 1 else None


def _is_site(page: Page, clue: Clue) -> bool:
    """True for a town or a region: "an apology from Peru" does not place a sentence in Peru."""
    span = page.span(clue.start, clue.end)
    unit = page.unit_at(span[0]) if span is not None else None
    return unit is not None and unit.sort == "place"


def find_subjects(cast: Cast, sentence: int, world: World, told: Told) -> dict[str, Land]:
    """The states and institutions with a country that are subjects in a sentence, and whose adjective a subject has."""
    page = cast.page
    found: dict[str, Land] = {}
    for draft in cast.drafts:
        if draft.kind == "person" or not (draft.kind == "state" or is_office(draft)):
            continue
        for mention in draft.mentions:
            if page.sentence[mention.token] != sentence or mention.nested or mention.how == "adjective":
                continue
            span = page.span(mention.start, mention.end)
            if span is None or not is_subject(page, *span):
                continue
            land = told(draft)
            if land is not None and land.iso3 is not None:
                named = mention.how not in ("pronoun", "clitic")
                evidence = (mention.start, mention.end) if named else land.evidence
                found.setdefault(land.iso3, Land(land.iso3, evidence, "subject"))
    for clue in world.clues:
        if clue.sentence == sentence and not clue.place and clue.iso3 not in found and _of_subject(cast, clue):
            found[clue.iso3] = Land(clue.iso3, (clue.start, clue.end), "subject")
    return found


def _of_subject(cast: Cast, clue: Clue) -> bool:
    """True for the adjective of a subject that is no actor itself: "the French measures were announced by ..."."""
    page = cast.page
    span = page.span(clue.start, clue.end)
    if span is None:
        return False
    token = page.tokens[span[1] - 1]
    for _ in range(_STEPS):
        if base(token.dep_) == "nsubj":
            owner = page.unit_at(token.i)
            return token.i >= span[1] and owner is None
        if base(token.dep_) not in _MODIFIER:
            return False
        token = token.head
    return False
