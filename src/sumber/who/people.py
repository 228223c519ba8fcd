"""Persons' names: what the recogniser sees, mended by titles, capitals and the tables; then their short forms."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from sumber.parse.syntax import base, case_of
from sumber.who.page import Page, Unit
from sumber.who.units import is_first_name
from sumber.who.words import name_parts

_LONG_NAME = 3  # words
_ACTING = frozenset({"nsubj", "obj"})
Stretch = tuple[int, int]


def find_people(page: Page) -> list[Unit]:
    """Names that the recogniser marks in the body, mended; and every later short form of one of them."""
    found: list[Unit] = []
    for ent in page.doc.ents:
        if ent.label_ != "PER" or page.kinds[ent.start] == "title" or _is_called_place(page, ent):
            continue
        for start, end in _mended(page, ent.start, ent.end):
            if _is_name(page, start, end):
                unit = Unit(start, end, "person")
                page.add([unit])
                found.append(unit)
    return found


def _is_called_place(page: Page, ent: Span) -> bool:
    """True where the words around what looks like a person's name make it a place that no table knows."""
    unit = page.unit_at(ent.start)
    place = unit.place if unit is not None and (unit.start, unit.end) == (ent.start, ent.end) else None
    return place is not None and place.geonameid is None


def find_behind_roles(page: Page) -> Iterator[Unit]:
    """Names behind an office that the recogniser misses, also where the last word is a town: "chief Keyla Madrid"."""
    if page.grammar.order == "after":
        return
    for role in [unit for unit in page.units if unit.role is not None and unit.role.kind == "person"]:
        i, end = role.end, page.run(role.end)
        if role.role is None or role.role.plural or end == i or page.kinds[i] == "title" or not page.together(i - 1, i):
            continue
        last = page.starting(end) if page.together(i, end) else None
        if last is not None and _is_town(last) and last.end == end + 1:
            end = last.end
        elif last is not None:
            continue
        names = [page.tokens[k] for k in range(i, end)]
        flat = all(token.dep_.startswith("flat") and i - 1 <= token.head.i <= end for token in names[1:])
        if (
            end > i + 1
            and flat
            and all(token.pos_ == "PROPN" and token.ent_type_ in ("", "PER") for token in names[:-1])
        ):
            if last is not None:
                page.drop(last)
            yield Unit(i, end, "person")


def find_acting(page: Page) -> Iterator[Unit]:
    """Names of two words and more that the recogniser takes for a place, that no table knows, and that do something
    to a person or have it done by one, without a preposition: "Hisham Farouk met Ana Rojas"."""
    for ent in page.doc.ents:
        first, last = ent.start, ent.end
        if ent.label_ != "LOC" or last - first < 2 or page.kinds[first] == "title" or not page.free(first, last):
            continue
        capitals = all(token.pos_ == "PROPN" and token.is_title for token in ent)
        verb = ent.root.head
        acts = base(ent.root.dep_) in _ACTING and verb.pos_ == "VERB" and not case_of(ent.root)
        others = (child for child in verb.children if base(child.dep_) in _ACTING and child.i != ent.root.i)
        if capitals and acts and any(other.ent_type_ == "PER" for other in others):
            yield Unit(first, last, "person")


def _is_town(unit: Unit) -> bool:
    return unit.sort == "place" or (unit.country is not None and unit.country.kind == "capital")


def find_short_forms(page: Page, names: list[tuple[str, ...]]) -> Iterator[Unit]:
    """Runs of capitalised words that all belong to one of the names (lower-case words of each), wherever they stand."""
    words = {word for name in names for word in name}
    i = 0
    while i < len(page.words):
        if not (page.words[i] in words and page.capital(i) and page.unit_at(i) is None):
            i += 1
            continue
        end = i + 1
        while page.inside(end) and page.words[end] in words and page.unit_at(end) is None and page.together(i, end):
            end += 1
        form = tuple(page.words[i:end])
        if any(set(form) <= set(name) for name in names) and not _longer_run(page, i, end):
            yield Unit(i, end, "person")
        i = end


def _longer_run(page: Page, start: int, end: int) -> bool:
    """True where an unknown capitalised word touches the run, outside titles: then it is some other name."""
    if page.kinds[start] == "title":
        return False
    after = page.inside(end) and page.capital(end) and page.unit_at(end) is None and page.together(start, end)
    before = (
        start > 0 and page.together(start, start - 1) and page.capital(start - 1) and page.unit_at(start - 1) is None
    )
    return after or (before and not page.opens_sentence(start - 1))


def _mended(page: Page, start: int, end: int) -> Iterator[Stretch]:
    """The name without titles and other units inside it, grown over what belongs to it on either side."""
    pieces: list[Stretch] = []
    i = start
    while i < end:
        if page.unit_at(i) is not None or not page.live[i]:
            i += 1
            continue
        stop = i
        while stop < end and page.unit_at(stop) is None and page.live[stop]:
            stop += 1
        pieces.append((i, stop))
        i = stop
    # a rank inside parts an office from the name: "Panglima Komando Armada Laksamana Surya"
    ranked = any((unit := page.unit_at(k)) is not None and unit.sort in ("role", "title") for k in range(start, end))
    for first, last in pieces[-1:] if ranked else pieces[:1]:
        while first < last and (not page.capital(first) or _acronym(page, first, last)):
            first += 1
        seat = _is_seat(page, first, last)
        while last > first and not page.capital(last - 1):
            last -= 1
        if last > first:
            left = first + 1 if seat else _grown_left(page, first)
            yield left, _grown_right(page, last, last - first == 1)


def _is_seat(page: Page, first: int, last: int) -> bool:
    """As in "Direktur LBH (LBH) Jambi | Fikri Ramadhan": a town that the article names elsewhere, behind a body."""
    if last - first < _LONG_NAME or not page.inside(first - 1):
        return False
    before = page.unit_at(first - 1)
    of_body = page.words[first - 1] == ")" or (before is not None and before.sort in ("body", "role"))
    towns = {page.article.text[place.start : place.end] for place in page.places}
    return of_body and page.texts[first] in towns


def _acronym(page: Page, first: int, last: int) -> bool:
    """As in "DIY Deddy Pranowo": letters of a place or body before a name printed in mixed case."""
    text = page.texts[first]
    return len(text) > 2 and text.isupper() and first + 1 < last and not page.texts[first + 1].isupper()


def _grown_right(page: Page, end: int, single: bool) -> int:
    """Over words that the recogniser also takes for a person, and those that the tree makes one name with the last.

    A name of one word grows over the capital behind it, whatever tagger and tree make of that.
    """
    while page.inside(end) and page.unit_at(end) is None and page.together(end - 1, end):
        token = page.tokens[end]
        small = page.words[end] in name_parts(page.lang) and page.run(end + 1) > end + 1
        flat = single or (token.pos_ == "PROPN" and token.dep_.startswith("flat") and token.head.i < end)
        flat = flat and token.ent_type_ == ""
        single = False
        if not (small or (page.capital(end) and (token.ent_type_ == "PER" or flat))):
            break
        end += 1
    return end


def _grown_left(page: Page, start: int) -> int:
    while page.together(start, start - 1) and page.capital(start - 1) and page.unit_at(start - 1) is None:
        if page.tokens[start - 1].ent_type_ != "PER" and not is_first_name(page, start - 1, start):
            break
        start -= 1
    return start


def _is_name(page: Page, start: int, end: int) -> bool:
    """Not the opening word of a sentence that also stands in lower case elsewhere, nor a lone acronym or initial."""
    if end - start > 1:
        return True
    text = page.texts[start]
    if len(text) < 2 or (text.isupper() and not _all_capitals(page, start)):
        return False
    return not (page.opens_sentence(start) and any(page.texts[k] == text.lower() for k in page.standing(text.lower())))


def _all_capitals(page: Page, i: int) -> bool:
    """True inside a block that is printed in capitals throughout."""
    around = [token.text for token in page.tokens[max(0, i - 6) : i + 6] if token.text.isalpha()]
    return len(around) > 4 and all(text.isupper() for text in around)
