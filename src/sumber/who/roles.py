"""Actors by their role: the phrase beside a name, the one that means somebody again, and those who have no name."""

from __future__ import annotations

from sumber.who.again import find_antecedent, find_described, same_role
from sumber.who.cast import Cast, Draft, Land
from sumber.who.lands import own_land
from sumber.who.page import Page
from sumber.who.phrase import Phrase, is_one_of_group

_NEAR = 4  # sentences within which somebody unnamed may get a name


def cast_roles(cast: Cast, phrases: list[Phrase], scene: Land | None) -> None:
    """A draft for every phrase: that of the person or body it stands beside, that of somebody before it, or its own."""
    nested = {id(inner) for phrase in phrases for inner in phrase.inner}
    for phrase in sorted(phrases, key=lambda item: (item.unit.start, item.end)):
        if phrase.collects:
            continue
        inside = id(phrase) in nested
        if phrase.bonded:
            _bind(cast, phrase)
            continue
        draft = _named(cast, phrase) or find_antecedent(cast, phrase, scene) or find_described(cast, phrase)
        if draft is None:
            draft = cast.add(_new_draft(cast, phrase))
        elif phrase not in draft.roles:
            draft.roles.append(phrase)
        cast.of_phrase[phrase] = draft
        cast.mention(draft, phrase.start, phrase.end, "role", inside)


def _bind(cast: Cast, phrase: Phrase) -> None:
    """The role of named persons; an unnamed one of the same role shortly before turns out to be the first of them."""
    drafts = list(dict.fromkeys(cast.of_unit[unit] for unit in phrase.bonded if unit in cast.of_unit))
    for draft in drafts:
        draft.roles.append(phrase)
        draft.gender = draft.gender or phrase.role.gender
        cast.mention(draft, phrase.start, phrase.end, "role")
    if not drafts:
        return
    cast.of_phrase[phrase] = drafts[0]
    if len(drafts) == 1 and not phrase.indefinite:
        unnamed = _unnamed_before(cast, phrase)
        if unnamed is not None:
            cast.merge(drafts[0], unnamed)


def find_leaders(cast: Cast, phrases: list[Phrase]) -> None:
    """Whom a relative clause makes the head of a body or state: "Colonel Keira, who heads the junta"."""
    page = cast.page
    by_start = {phrase.start: cast.of_phrase.get(phrase) for phrase in phrases}
    for unit, draft in list(cast.of_unit.items()):
        if unit.sort != "person" or draft.owner is not None:
            continue
        at = unit.end + (page.inside(unit.end) and page.words[unit.end] == ",")
        if not page.together(unit.start, at) or page.words[at] not in page.grammar.relative:
            continue
        verb = next((i for i in range(at + 1, at + 4) if page.together(at, i) and _leads(page, i)), None)
        if verb is None:
            continue
        for i in range(verb + 1, verb + 3):
            led = by_start.get(i) or cast.of_unit.get(page.starting(i)) if page.together(at, i) else None  # type: ignore[arg-type]
            if led is not None and led is not draft:
                draft.owner = led
                break


def _leads(page: Page, i: int) -> bool:
    return bool({page.words[i], page.tokens[i].lemma_} & page.grammar.leads)


def _unnamed_before(cast: Cast, phrase: Phrase) -> Draft | None:
    page = cast.page
    for found, draft in cast.before(phrase.start):
        if page.sentence[phrase.start] - page.sentence[found.token] > _NEAR:
            return None
        if draft.named or not draft.human or found.nested or not draft.roles:
            continue
        if draft.roles[0].indefinite and same_role(phrase, draft.roles[0]):
            return draft
    return None


def _new_draft(cast: Cast, phrase: Phrase) -> Draft:
    page, role = cast.page, phrase.role
    bare = page.grammar.order == "after" and not phrase.counted and not phrase.definite
    several = phrase.several or (role.crowd and bare)
    kind = role.kind
    if phrase.counted and not role.thing:
        kind = "person" if is_one_of_group(phrase) else kind
        kind = "group" if phrase.several and kind in ("person", "group") else kind
    elif several and kind == "person":
        kind = "group"
    draft = Draft(kind, _wording(page, phrase), several=several or kind == "group", gender=role.gender)
    draft.roles.append(phrase)
    draft.land = own_land(page, phrase)
    draft.count = _count(page, phrase)
    return draft


def _wording(page: Page, phrase: Phrase) -> str:
    """The words of the phrase, without what a comma sets off."""
    text = page.text(phrase.start, phrase.end)
    return " ".join(text.split())


def _count(page: Page, phrase: Phrase) -> int | None:
    for i in range(phrase.start, phrase.unit.start):
        if page.words[i] in page.grammar.counts:
            return page.grammar.counts[page.words[i]]
        if page.words[i].isdigit():
            return int(page.words[i])
    return None


def _named(cast: Cast, phrase: Phrase) -> Draft | None:
    """The body whose proper name stands in the phrase; what the phrase says of it is taken over."""
    if phrase.name is None:
        return None
    draft = cast.of_unit.get(phrase.name)
    if draft is None:
        return None
    capital = cast.page.texts[phrase.unit.start][:1].isupper() and not cast.page.opens_sentence(phrase.unit.start)
    if draft.body is not None and not draft.body.sectors and capital and phrase.name.start == phrase.unit.end:
        draft.name = cast.page.text(phrase.unit.start, phrase.name.end)
    if phrase not in draft.roles:
        draft.roles.append(phrase)
    if draft.land is None:
        draft.land = own_land(cast.page, phrase)
    if draft.body is not None and not draft.body.sectors:
        draft.kind = phrase.role.kind if phrase.role.kind != "person" else draft.kind
    return draft
