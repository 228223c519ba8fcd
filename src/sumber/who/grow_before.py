"""Growing a phrase where modifiers stand before the noun ("an | Indian army | spokesman")."""

from __future__ import annotations

from sumber.who.page import Page, Unit
from sumber.who.phrase import Phrase, ending, is_of_state, linked, rename, take
from sumber.who.tables import KnownBody
from sumber.who.words import pronouns

_BEFORE = frozenset({"amod", "compound", "nmod", "flat", "nummod"})
_MOST_OPEN = 4  # words of the open classes in one phrase


def grow_left(page: Page, phrase: Phrase, phrases: dict[int, Phrase]) -> None:
    """Modifiers before the noun, nearest first, up to a determiner or a possessor."""
    opened = 0
    while page.together(phrase.start - 1, phrase.unit.start):
        i = phrase.start - 1
        if page.words[i] in page.grammar.possessor:
            _possessor(page, phrase, i, phrases)
            return
        owner = next((p for p in pronouns(page.lang).get(page.words[i], ()) if p.possessive), None)
        if owner is not None:
            phrase.owner, phrase.start, phrase.definite = (i, owner), i, True
            return
        inner = ending(phrases, phrase.start)
        unit = page.ending(phrase.start)
        if inner is not None and _may_lead(page, inner):
            phrase.inner.append(inner)
            phrase.start, phrase.core = inner.start, inner.core
            phrase.number, phrase.definite, phrase.indefinite = inner.number, inner.definite, inner.indefinite
            phrase.counted, phrase.owner = inner.counted, inner.owner
            inner.start = inner.core
            inner.number, inner.indefinite, inner.counted, inner.owner = None, False, False, None
            return
        phrase.core = phrase.start
        if page.grammar.prefixes.ends(page.words, phrase.start) is not None:
            return
        if unit is not None and unit.sort in ("country", "body", "place") and not _is_place_before(page, unit):
            take(phrase, unit)
            phrase.core = phrase.start
        elif unit is not None and unit.sort == "person" and _between_names(page, phrase):
            take(phrase, rename(page, unit))
            phrase.core = phrase.start
        elif unit is not None and unit.sort == "person" and phrase.role.kind == "organization":
            take(phrase, unit)
        elif unit is None and page.capital(i) and _may_be_capitals(page, phrase, i) and _capitals_left(page, phrase):
            phrase.core = phrase.start
            continue
        elif unit is None and opened < _MOST_OPEN and _leads(page, phrase, i):
            opened += 1
            phrase.local = phrase.local or page.words[i] in page.grammar.local
            phrase.start = phrase.core = i
        else:
            return


def complement(page: Page, phrase: Phrase, phrases: dict[int, Phrase]) -> None:
    """What follows the noun where modifiers stand before it: "of X", or the name of the body itself."""
    if phrase.end != phrase.unit.end or not page.inside(phrase.end):
        return
    unit = page.starting(phrase.end)
    if unit is not None and unit.sort == "person" and phrase.role.kind == "organization" and not is_of_state(phrase):
        unit = rename(page, unit)  # "the opposition coalition Azimio"
    if unit is not None and unit.sort == "body" and phrase.role.kind != "person":
        phrase.inner.append(unit)
        phrase.name = phrase.name or unit
        phrase.end = unit.end
        return
    behind = linked(page, phrase, phrase.end, phrases)
    if behind is not None:
        phrase.end = behind


def _between_names(page: Page, phrase: Phrase) -> bool:
    """In "Citizens First leader Thokozani Mbewe" the name before the role is a body's."""
    after = page.starting(phrase.unit.end) if page.inside(phrase.unit.end) else None
    return phrase.role.kind == "person" and not phrase.role.plural and after is not None and after.sort == "person"


def _possessor(page: Page, phrase: Phrase, i: int, phrases: dict[int, Phrase]) -> None:
    """As in "Ukraine's president", "the president's office": the possessor belongs to the phrase."""
    inner, unit = ending(phrases, i), page.ending(i)
    if inner is not None:
        phrase.inner.append(inner)
        phrase.start = inner.start
    elif unit is not None:
        employs = unit.sort == "body" and all(isinstance(one, Unit) and one.sort != "body" for one in phrase.inner)
        phrase.inner.insert(0 if employs else len(phrase.inner), unit)  # "Amnesty International's Nigeria director"
        phrase.start = unit.start
    phrase.core = phrase.start
    phrase.definite = True


def _may_lead(page: Page, inner: Phrase) -> bool:
    """As in "police spokeswoman", "opposition leader", but not "told reporters police had"."""
    last = page.words[inner.end - 1]
    return not inner.role.rank and inner.end == inner.unit.end and not (inner.role.plural and last.endswith("s"))


def _may_be_capitals(page: Page, phrase: Phrase, i: int) -> bool:
    """Not where any sentence raises the first letter, nor before a thing: "Rafale jets" are no body's."""
    return not page.opens_sentence(i) and not phrase.role.thing


def _is_place_before(page: Page, unit: Unit) -> bool:
    """A place with a preposition stands before the noun by chance: "on Monday in Zomba police said"."""
    if unit.country is not None and unit.country.kind == "adjective":
        return False
    return unit.start > 0 and page.grammar.at.ends(page.words, unit.start) is not None and unit.sort != "body"


def _capitals_left(page: Page, phrase: Phrase) -> bool:
    """A run of unknown capitals before the noun: the name of a body ("Citizens First coalition")."""
    end = phrase.start
    start = end
    while (
        start > 0 and page.together(start - 1, end - 1) and page.capital(start - 1) and page.unit_at(start - 1) is None
    ):
        start -= 1
    country = page.ending(start)
    if (
        country is not None
        and country.country is not None
        and country.country.kind == "name"
        and country.end - country.start == 1
    ):
        page.drop(
            country
        )  # "the Malawi Law Watch group": an adjective would stand before the name, a name is part of it
        start = country.start
    if page.opens_sentence(start) and page.grammar.determines(page.words[start]):
        start += 1
    if end - start < 1 or (page.kinds[start] == "title" and end - start < 2):
        return False
    if end - start == 1 and page.tokens[start].pos_ != "PROPN":
        return False
    unit = Unit(start, end, "body", body=KnownBody(page.text(start, end), None, (), "organization"))
    page.add([unit])
    take(phrase, unit)
    return True


def _leads(page: Page, phrase: Phrase, i: int) -> bool:
    """An open-class word before the noun that the tree hangs into the phrase."""
    token = page.tokens[i]
    if (
        page.words[i] in page.grammar.never
        or page.grammar.definite.ends(page.words, i + 1) is not None
        or page.grammar.prefixes.ends(page.words, i + 1) is not None
    ):
        return False
    if token.pos_ == "ADJ" and page.grammar.several.ends(page.words, i + 1) is None:
        return True
    inside = phrase.start <= token.head.i < phrase.unit.end
    return token.dep_.partition(":")[0] in _BEFORE and inside and token.pos_ in ("ADJ", "NOUN", "PROPN", "VERB")
