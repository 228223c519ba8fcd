"""Named actors: one draft a person, a body, a state, whatever forms of the name the article uses."""

from __future__ import annotations

from collections import Counter

from sumber.where import find_country_words
from sumber.who.bonds import titles_before
from sumber.who.cast import Cast, Draft, Land
from sumber.who.lands import World, is_located
from sumber.who.page import Page, Unit
from sumber.who.phrase import Phrase
from sumber.who.tables import KnownBody

Form = tuple[str, ...]


def form_of(page: Page, unit: Unit) -> Form:
    """The words of a name in lower case, without marks."""
    return tuple(page.words[i] for i in unit.tokens if any(sign.isalnum() for sign in page.words[i]))


def full_forms(forms: list[Form]) -> list[Form]:
    """The forms that are no part of a longer one, each once, in order."""
    once = list(dict.fromkeys(forms))
    return [form for form in once if not any(set(form) < set(other) for other in once)]


def cast_people(cast: Cast, people: list[Unit]) -> None:
    """A short form goes to the longer name nearest before it, else to the first one after it."""
    page = cast.page
    people = sorted(people, key=lambda unit: unit.start)
    forms = {unit: form_of(page, unit) for unit in people}
    full = full_forms([forms[unit] for unit in people if page.kinds[unit.start] != "title"])
    drafts: dict[frozenset[str], Draft] = {}
    for unit in people:
        if forms[unit] in full:
            key = frozenset(forms[unit])
            draft = drafts.get(key)
            if draft is None:
                draft = drafts[key] = cast.add(Draft("person", page.text(unit.start, unit.end), named=True))
            _take_name(cast, draft, unit)
    for unit in people:
        if forms[unit] not in full:
            key = frozenset(forms[unit])
            longer = [draft for words, draft in drafts.items() if key < words or key == words]
            draft = _nearest(longer, unit.start)
            if draft is not None:
                _take_name(cast, draft, unit)


def _nearest(drafts: list[Draft], token: int) -> Draft | None:
    before = [(found.token, i) for i, draft in enumerate(drafts) for found in draft.mentions if found.token < token]
    if before:
        return drafts[max(before)[1]]
    return min(drafts, key=lambda draft: draft.first, default=None)


def _take_name(cast: Cast, draft: Draft, unit: Unit) -> None:
    page = cast.page
    cast.of_unit[unit] = draft
    cast.mention(draft, unit.start, unit.end, "name")
    if page.kinds[unit.start] == "paragraph" and draft.name.isupper() and not page.text(unit.start, unit.end).isupper():
        draft.name = page.text(unit.start, unit.end)
    for title in titles_before(page, unit):
        draft.gender = draft.gender or title.gender
        if title.role is not None and all(role != title.role for _, role in draft.ranks):
            draft.ranks.append((title, title.role))


def cast_bodies(cast: Cast, phrases: list[Phrase], aliases: dict[str, Unit], world: World) -> None:
    """One draft a body: the same table entry, the same words, or an abbreviation given in brackets."""
    page = cast.page
    nested = {id(inner) for phrase in phrases for inner in phrase.inner}
    by_key: dict[str, Draft] = {}
    for unit in page.units:
        if unit.sort != "body" or unit.body is None:
            continue
        meant = aliases.get(page.text(unit.start, unit.end), unit)
        body = meant.body or unit.body
        key = body.name.lower()
        draft = by_key.get(key)
        if draft is None:
            draft = by_key[key] = cast.add(_body_draft(cast, meant, body, world))
        cast.of_unit[unit] = draft
        cast.mention(draft, unit.start, unit.end, "name", id(unit) in nested)


def _body_draft(cast: Cast, unit: Unit, body: KnownBody, world: World) -> Draft:
    draft = Draft(body.kind, cast.page.text(unit.start, unit.end), body, named=True)
    draft.own_sectors = body.sectors
    if body.country is not None:
        draft.land = _where_it_fights(body, world) or Land(body.country, None, "table")
    elif {"IGO", "NGO"} & set(body.sectors):
        draft.land = Land(None, None, "igo")
    else:
        draft.land = _land_in_name(cast.page, unit)
    return draft


def _where_it_fights(body: KnownBody, world: World) -> Land | None:
    """Of a group that fights in several states the one in which the article plays, else that of most of its places."""
    lands = {body.country, *body.also}
    if not body.also:
        return None
    if world.scene is not None and world.scene.iso3 in lands:
        return Land(world.scene.iso3, world.scene.evidence, "scene")
    clues = [clue for clue in world.clues if clue.iso3 in lands]
    most = Counter(clue.iso3 for clue in clues).most_common(2)
    if not most or (len(most) > 1 and most[0][1] == most[1][1]):
        return None
    first = next(clue for clue in clues if clue.iso3 == most[0][0])
    return Land(first.iso3, (first.start, first.end), "near")


def _land_in_name(page: Page, unit: Unit) -> Land | None:
    """The country that an unknown body's own name holds ("Rwandan Patriotic Front")."""
    begin = page.begins[unit.start]
    words = find_country_words(page.text(unit.start, unit.end), page.lang)
    if not words:
        return _land_behind(page, unit.end)
    if len({word.iso3 for _, _, word in words}) != 1:
        return None
    start, end, word = words[0]
    return Land(word.iso3, (begin + start, begin + end), "name")


def _land_behind(page: Page, end: int) -> Land | None:
    """The country whose name ends that of a body ("Law Society of Kenya")."""
    if not page.together(end, end + 1) or page.words[end] not in page.grammar.seat:
        return None
    unit = page.starting(end + 1)
    if unit is None or unit.country is None or unit.country.kind != "name":
        return None
    return Land(unit.country.iso3, page.chars(unit.start, unit.end), "name")


_RANK = {"name": 0, "metonym": 1, "capital": 1, "adjective": 2}


def cast_states(cast: Cast, phrases: list[Phrase]) -> None:
    """One draft a state, with its names, adjectives and, where they do not tell a place, its capital and seats.

    A seat with another sector than the government ("Pentagon": MIL) is a body of its own.
    """
    page = cast.page
    inner = {id(item) for phrase in phrases for item in phrase.inner}
    states: dict[str, Draft] = {}
    best: dict[str, int] = {}
    for unit in page.units:
        word = unit.country
        if (
            word is None
            or page.words[unit.end - 1].rpartition("-")[2] in page.grammar.based
            or (word.kind in ("capital", "metonym") and is_place(page, unit))
            or (word.kind == "capital" and id(unit) in inner)
        ):
            continue
        if word.kind == "adjective" and id(unit) not in inner and _are_people(page, unit):
            group = cast.add(Draft("group", page.text(unit.start, unit.end), named=True, several=True))
            group.land, group.own_sectors = Land(word.iso3, page.chars(unit.start, unit.end), "modifier"), ("CVL",)
            cast.mention(group, unit.start, unit.end, "name")
            cast.of_unit[unit] = group
            continue
        key, sectors = word.iso3, word.sectors or ("GOV",)
        if word.kind == "metonym" and sectors[0] != "GOV":
            key = page.text(unit.start, unit.end).lower()
        if key not in states:
            kind = "state" if key == word.iso3 else "organization"
            states[key] = cast.add(Draft(kind, page.text(unit.start, unit.end), named=True))  # type: ignore[arg-type]
            states[key].land = Land(word.iso3, None, "table")
            states[key].own_sectors = sectors
            best[key] = _RANK[word.kind]
        draft = states[key]
        if _RANK[word.kind] < best[key]:
            best[key], draft.name = _RANK[word.kind], page.text(unit.start, unit.end)
        how = {"capital": "metonym"}.get(word.kind, word.kind)
        cast.of_unit[unit] = draft
        cast.mention(draft, unit.start, unit.end, how, id(unit) in inner or is_located(page, unit))


def _are_people(page: Page, unit: Unit) -> bool:
    """A demonym that is counted or described ("51 Ukrainians", "hundreds of ethnic Albanians", "young Algerians")."""
    i = unit.start
    if (
        page.grammar.order == "after"
        or page.tokens[unit.end - 1].tag_ == "ADJ"
        or not page.text(i, unit.end).endswith("s")
    ):
        return False
    described = page.together(i - 1, i) and page.tokens[i - 1].pos_ == "ADJ" and page.unit_at(i - 1) is None
    if described:
        i -= 1
    counted = page.grammar.several.ends(page.words, i) is not None or page.tokens[i - 1].pos_ == "NUM"
    return (i > 0 and page.together(i - 1, unit.start) and counted) or described


def is_place(page: Page, unit: Unit) -> bool:
    """A capital is a place behind a preposition of place, in a list headed by one, and before its country."""
    start = unit.start
    while start > 0:
        if page.grammar.place_before.ends(page.words, start) is not None:
            return True
        back = page.words[start - 1]
        earlier = page.ending(start - 1)
        if (
            back in page.grammar.conjunctions | {",", "/"}
            and earlier is not None
            and earlier.sort in ("country", "place")
        ):
            start = earlier.start
            continue
        break
    after = page.starting(unit.end + 1) if page.inside(unit.end) and page.words[unit.end] == "," else None
    return after is not None and after.country is not None and after.country.kind == "name"
