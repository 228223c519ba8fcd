"""The cascade: from a parsed article to its actors, step by step."""

from __future__ import annotations

from spacy.tokens import Doc

from sumber.model import Actor, Article, Place
from sumber.where import find_country_words
from sumber.who.again import join_headlines
from sumber.who.aliases import find_aliases
from sumber.who.bonds import bond_persons, name_bodies
from sumber.who.cast import Cast
from sumber.who.finish import finish
from sumber.who.keep import keep_phrases
from sumber.who.lands import World, dateline_land, find_clues, find_scene
from sumber.who.names import cast_bodies, cast_people, cast_states, form_of, full_forms
from sumber.who.page import Page, Unit, open_page
from sumber.who.people import find_acting, find_behind_roles, find_people, find_short_forms
from sumber.who.phrases import build_phrases
from sumber.who.pronouns import cast_pronouns
from sumber.who.roles import cast_roles, find_leaders
from sumber.who.units import find_named_bodies, find_units


def find_actors(doc: Doc, article: Article, places: tuple[Place, ...]) -> tuple[Actor, ...]:
    """All persons, bodies, groups and states of an article, each once, with all their mentions.

    1. label      role nouns, country words, known bodies, media, titles; then abbreviations, then persons' names
    2. phrases    role nouns grow into noun phrases; names and roles that stand together are bonded
    3. name       one draft a person, body, state
    4. role       phrases join the draft that they mean, or make their own
    5. stand in   pronouns, clitics, possessives, collectives
    6. finish     sectors, countries, roles in order
    """
    page = open_page(doc, article, places)
    page.add(find_units(page))
    aliases = find_aliases(page)
    find_people(page)
    page.add(list(find_behind_roles(page)))
    page.add(find_named_bodies(page))
    page.add(list(find_acting(page)))
    phrases = build_phrases(page)
    people = _people(page)
    bond_persons(page, phrases, people)
    name_bodies(page, phrases)
    phrases = keep_phrases(page, phrases)
    world = _world(page)
    cast = Cast(page)
    cast_people(cast, people)
    cast_bodies(cast, phrases, aliases, world)
    cast_states(cast, phrases)
    cast_roles(cast, phrases, world.scene)
    find_leaders(cast, phrases)
    join_headlines(cast)
    cast_pronouns(cast, phrases)
    return finish(cast, world)


def _people(page: Page) -> list[Unit]:
    """All names of persons: those seen so far and their short forms elsewhere, in titles too."""
    named = [unit for unit in page.units if unit.sort == "person" and page.kinds[unit.start] != "title"]
    full = full_forms([form_of(page, unit) for unit in named])
    page.add(list(find_short_forms(page, full)))
    return [unit for unit in page.units if unit.sort == "person"]


def _world(page: Page) -> World:
    clues = find_clues(page)
    words = [(start, end, word.iso3) for start, end, word in find_country_words(page.article.text, page.lang)]
    words += [(place.start, place.end, place.country) for place in page.places if place.country is not None]
    dateline = dateline_land(page, words)
    return World(clues, find_scene(page, clues, dateline), dateline)
