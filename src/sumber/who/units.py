"""Labelling: role nouns, country words, known bodies, media, places, titles and names of organisations on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sumber.model import Place
from sumber.where import CountryWord, find_country_words
from sumber.who.bodies import find_bodies, part_of_known
from sumber.who.offices import body_end
from sumber.who.page import Page, Unit
from sumber.who.tables import KnownBody, media_words
from sumber.who.words import RoleWord, role_named, roles, titles

_PRIORITY = {"body": 0, "role": 1, "country": 2, "title": 3, "place": 4}
_NO_NOUN = frozenset({"VERB", "ADV", "ADP", "AUX", "SCONJ", "CCONJ", "PRON", "PART"})
_NOUN = frozenset({"NOUN", "PROPN", "X"})


def find_units(page: Page) -> list[Unit]:
    """All units but persons; where two overlap the longer one stays, then the more telling sort."""
    names = [
        (_past_roles(page, ent.start, ent.end), ent.end)
        for ent in page.doc.ents
        if ent.label_ == "PER" and page.kinds[ent.start] != "title"
    ]
    words = find_country_words(page.article.text, page.lang)
    found = [*find_bodies(page, words), *_named_media(page), *_roles(page), *_countries(page, words)]
    found += [*_titles(page), *_places(page)]
    found = [unit for unit in found if all(page.live[i] for i in unit.tokens) and not _in_name(page, unit, names)]
    found.sort(key=lambda unit: (unit.start - unit.end, _PRIORITY[unit.sort], unit.start))
    taken: set[int] = set()
    kept = []
    for unit in found:
        if taken.isdisjoint(unit.tokens):
            taken.update(unit.tokens)
            kept.append(unit)
    return kept


def _named_media(page: Page) -> Iterator[Unit]:
    """What is no known body but named like one: a run of capitals with a media word or a body's word in it."""
    bodies = page.grammar.body_words
    people = [ent.start for ent in page.doc.ents if ent.label_ == "PER"]
    i = 0
    while i < len(page.words):
        end = page.run(i) if page.capital(i) and page.kinds[i] != "title" else i
        if end > i + 2:  # "Komisi III DPR | Ahmad Sahroni"
            end = next((name for name in people if i + 1 < name < end), end)
        while (
            end > i + 1 and (match := roles(page.lang).match(page.bases, i)) is not None and match[1].kind == "person"
        ):
            i = min(match[0], end)
        names = page.words[i:end]
        if len(names) > 1 and any(word in media_words() for word in names):
            yield Unit(i, end, "body", body=KnownBody(page.text(i, end), None, ("JRN",), "organization"))
        elif len(names) > 1 and any(word in bodies for word in names):
            end = body_end(page, end)
            yield Unit(i, end, "body", body=part_of_known(page, page.text(i, end)))
        i = max(end, i + 1)


def find_named_bodies(page: Page) -> Iterator[Unit]:
    """What the recogniser takes for an organisation and nothing else has claimed."""
    for ent in page.doc.ents:
        if ent.label_ != "ORG" or not page.capital(ent.start) or not page.free(ent.start, ent.end):
            continue
        if page.grammar.prefixes.ends(page.words, ent.end) is not None:
            continue  # "Pelaksana Tugas"
        if page.kinds[ent.start] != "title" or len(ent) == 1:
            yield Unit(ent.start, ent.end, "body", body=part_of_known(page, ent.text))


def _past_roles(page: Page, start: int, end: int) -> int:
    """Where a name begins once the roles at its head are taken off ("Kubu Houthi", "Jenderal Polisi Ali")."""
    while start < end and (match := roles(page.lang).match(page.bases, start)) is not None and match[0] < end:
        start = match[0]
    return start


def _in_name(page: Page, unit: Unit, names: list[tuple[int, int]]) -> bool:
    """True for a word inside a person's name: "Israel Katz", "John Bishop". A rank or title inside parts it."""
    for start, end in names:
        named = unit.country is not None and unit.country.kind == "name"
        if named and unit.end == start and is_first_name(page, unit.start, start):
            return True
        if start <= unit.start and unit.end <= end and unit.end - unit.start < end - start:
            if unit.sort == "title" or (unit.role is not None and unit.role.rank and unit.end < end):
                continue
            if (
                unit.sort == "country"
                and unit.start == start
                and page.grammar.order == "after"
                and start > 0
                and roles(page.lang).ends(page.bases, start) is not None
            ):
                continue
            if unit.sort == "body" and unit.end - unit.start > 1:
                continue
            return True
    return False


def is_first_name(page: Page, start: int, end: int) -> bool:
    """True for one capital between an English office and the rest of a name: "Defence Minister Israel | Katz"."""
    office = roles(page.lang).ends(page.bases, start) if page.grammar.order == "before" else None
    return office is not None and end - start == 1 and page.capital(start) and page.together(start, end)


def _roles(page: Page) -> Iterator[Unit]:
    table = roles(page.lang)
    i = 0
    while i < len(page.words):
        if not (page.live[i] and (table.opens(page.bases[i]) or table.opens(page.words[i]))):
            i += 1
            continue
        match = table.match(page.bases, i) or table.match(page.words, i)
        if (
            match
            and page.together(i, match[0] - 1)
            and _is_noun(page, i, match[0], match[1])
            and not _is_prefix(page, i, match[0])
            and not _in_proper_name(page, i, match)
        ):
            yield Unit(i, match[0], "role", role=match[1])
            i = match[0]
        else:
            i += 1


def _is_prefix(page: Page, start: int, end: int) -> bool:
    """So "wakil menteri" is a deputy minister, "wakil Houthi" a representative."""
    if page.grammar.prefixes.ends(page.words, end, end - start) != start or not page.together(start, end):
        return False
    office = roles(page.lang).match(page.bases, end)
    return office is not None and office[1].kind == "person"


def _in_proper_name(page: Page, start: int, match: tuple[int, RoleWord]) -> bool:
    """A crowd in capitals before another capital is part of a name: "the Citizens First coalition"; in a language
    whose names come last, a word for a body before a person's name."""
    end, role = match
    if page.grammar.order == "after":  # "juru bicara Geng Wenbin", where geng is a gang
        plain = role.kind != "person" and end - start == 1 and page.capital(start) and not page.opens_sentence(start)
        return plain and page.together(start, end) and page.tokens[end].ent_type_ == "PER"
    if not (role.plural and role.kind == "person") or page.kinds[start] == "title":
        return False
    if not (page.texts[start][:1].isupper() and page.together(start, end) and page.capital(end)):
        return False
    return (
        not page.opens_sentence(start)
        and page.tokens[end].ent_type_ != "PER"
        and roles(page.lang).match(page.bases, end) is None
    )


def _is_noun(page: Page, start: int, end: int, role: RoleWord) -> bool:
    """The tagger must take the head for a noun; where nouns lead, anything but a verb or a small word will do."""
    first, last = page.tokens[start], page.tokens[end - 1]
    if end - start > 1:
        return True
    if page.grammar.order == "after":
        counted = (
            page.grammar.several.ends(page.words, start) is not None
            or page.grammar.indefinite.ends(page.words, start) is not None
        )
        return first.pos_ not in _NO_NOUN or counted or (first.text[:1].isupper() and not page.opens_sentence(start))
    # before a name taggers take "Major" or "Economist" for an adjective
    titled = role.rank or last.dep_ == "nmod:desc"
    return last.pos_ in _NOUN or (titled and page.capital(start) and page.together(start, end) and page.capital(end))


def _countries(page: Page, words: Sequence[tuple[int, int, CountryWord]]) -> Iterator[Unit]:
    for start, end, word in words:
        span = page.span(start, end)
        if span and not (
            page.begins[span[0]] < start and page.article.text[start - 1] == "-"
        ):  # "anti-Russia", "Inter-American"
            yield Unit(*span, "country", country=word)


def _titles(page: Page) -> Iterator[Unit]:
    table = titles(page.lang)
    for i in range(len(page.words)):
        match = table.match(page.words, i) if page.live[i] and page.texts[i][:1].isupper() else None
        if match is None:
            continue
        end = match[0] + (page.inside(match[0]) and page.words[match[0]] == ".")
        if page.inside(end) and page.texts[end][:1].isupper():
            role = role_named(page.lang, match[1].role) if match[1].role else None
            yield Unit(i, end, "title", role=role, gender=match[1].gender)


def _places(page: Page) -> Iterator[Unit]:
    for place in page.places:
        span = page.span(place.start, place.end)
        if span:
            yield Unit(*span, "place", place=place)
            yield from _again(page, place, span)


def _again(page: Page, place: Place, span: tuple[int, int]) -> Iterator[Unit]:
    """The name proper of a place ("Muthanna" of "Provinsi Muthanna") right behind a role noun: "Gubernur Muthanna"."""
    for first in range(span[0], min(span[0] + 2, span[1])):
        form = page.words[first : span[1]]
        for i in page.standing(form[0]):
            if (
                page.words[i : i + len(form)] == form
                and i > 0
                and page.capital(i)
                and roles(page.lang).ends(page.bases, i) is not None
            ):
                yield Unit(i, i + len(form), "place", place=place)
