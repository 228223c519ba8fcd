"""Countries: what a phrase says itself, and the scene of the article, where everything happens in one country."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from sumber.who.cast import Land
from sumber.who.page import Page, Unit
from sumber.who.phrase import Phrase

_LOOK_BACK = 8
_LOOK_BEHIND = 4  # tokens behind a phrase in which "in X" belongs to it


def own_land(page: Page, phrase: Phrase) -> Land | None:
    """The country that the phrase names itself: adjective, possessor, body, or the place it stands at."""
    if "IGO" in phrase.role.sectors and not phrase.role.inherit:
        return Land(None, None, "igo")
    for inner in phrase.inner:
        land = own_land(page, inner) if isinstance(inner, Phrase) else _unit_land(page, inner)
        if land is not None:
            return land
    if phrase.role.foreign and page.inside(phrase.end) and page.words[phrase.end] in page.grammar.stays:
        return None  # "its embassy in Jakarta"
    return place_behind(page, phrase.end)


def _unit_land(page: Page, unit: Unit) -> Land | None:
    evidence = page.chars(unit.start, unit.end)
    if unit.country is not None:
        return Land(unit.country.iso3, evidence, "modifier")
    if unit.place is not None and unit.place.country is not None:
        return Land(unit.place.country, evidence, "place")
    if unit.body is not None and unit.body.country is not None:
        # of a group that fights in several states its own draft knows
        return None if unit.body.also else Land(unit.body.country, evidence, "body")
    if unit.body is not None and {"IGO", "NGO"} & set(unit.body.sectors):
        return Land(None, evidence, "igo")
    return None


def place_behind(page: Page, end: int) -> Land | None:
    """The country of the place in "... di X" or "... from the village of X" right behind a phrase."""
    if not page.inside(end):
        return None
    match = page.grammar.at.match(page.words, end)
    if match is None:
        return None
    for i in range(match[0], match[0] + _LOOK_BEHIND):
        if not page.together(end, i) or page.tokens[i].pos_ in ("VERB", "PUNCT"):
            return None
        unit = page.starting(i)
        if unit is not None and unit.sort in ("place", "country"):
            return _unit_land(page, unit)
    return None


@dataclass(frozen=True)
class Clue:
    """A word that points at a country: where it stands, and whether it is a place where something happens."""

    start: int
    end: int
    iso3: str
    block: str
    paragraph: int
    sentence: int
    place: bool


@dataclass(frozen=True)
class World:
    """What the whole article says about where it plays."""

    clues: list[Clue]
    scene: Land | None
    dateline: Land | None


def find_clues(page: Page) -> list[Clue]:
    """Country words and places of the whole article, datelines included, in text order."""
    clues = []
    for unit in page.units:
        iso3 = unit.country.iso3 if unit.country else unit.place.country if unit.place else None
        if iso3 is None:
            continue
        at = unit.start
        locative = is_located(page, unit) and not (unit.country is not None and unit.country.kind == "adjective")
        clues.append(
            Clue(
                *page.chars(unit.start, unit.end), iso3, page.kinds[at], page.paragraph[at], page.sentence[at], locative
            )
        )
    return clues


def is_located(page: Page, unit: Unit) -> bool:
    """True behind a preposition of place, at whatever step of "in the village of X, Y province, Z"."""
    i = unit.start
    for _ in range(_LOOK_BACK):
        if i == 0 or not page.together(i - 1, unit.start):
            return False
        if page.grammar.at.ends(page.words, i) is not None:
            return True
        word = page.tokens[i - 1]
        if not (
            word.text == ","
            or page.capital(i - 1)
            or (word.pos_ in ("NOUN", "ADJ", "DET") and page.unit_at(i - 1) is None)
        ):
            return False
        i -= 1
    return False


def dateline_land(page: Page, words: list[tuple[int, int, str]]) -> Land | None:
    """The country of the dateline; ``words`` are (start, end, country) of all country words and places of the text."""
    spans = [(block.start, block.end) for block in page.article.blocks if block.kind == "dateline"]
    if page.article.dateline_place is not None:
        spans = [page.article.dateline_place]
    found = [(start, end, iso3) for start, end, iso3 in words for a, b in spans if a <= start and end <= b]
    if len({iso3 for _, _, iso3 in found}) != 1:
        return None
    start, end, iso3 = found[0]
    return Land(iso3, (start, end), "scene")


def find_scene(page: Page, clues: list[Clue], dateline: Land | None) -> Land | None:
    """The one country in which the article plays, or ``None`` where its title and lead leave a doubt.

    The dateline's country counts where the title names no other, or where more of the deeds are placed in it than in
    any other. Without a dateline, or with one from elsewhere, it is the only country of the title, else of the lead.
    """
    title = [clue for clue in clues if clue.block == "title"]
    lead_at = min((clue.paragraph for clue in clues if clue.block == "paragraph"), default=None)
    lead = [clue for clue in clues if clue.block == "paragraph" and clue.paragraph == lead_at]
    named, told = {clue.iso3 for clue in title}, {clue.iso3 for clue in lead}
    places = Counter(clue.iso3 for clue in clues if clue.place and clue.block == "paragraph")

    def foremost(iso3: str | None) -> bool:
        return iso3 is not None and places[iso3] > max((n for other, n in places.items() if other != iso3), default=0)

    if dateline is not None and (dateline.iso3 in named | told or not named | told):
        sure = named <= {dateline.iso3} or foremost(dateline.iso3)
        return dateline if sure else None
    if len(named) == 1 and told & named:
        return Land(title[0].iso3, (title[0].start, title[0].end), "scene")
    here = [clue for clue in lead if clue.place or clue.iso3 in named]
    if len({clue.iso3 for clue in here}) == 1 and (not named or here[0].iso3 in named):
        sure = not named or foremost(here[0].iso3)
        return Land(here[0].iso3, (here[0].start, here[0].end), "scene") if sure else None
    return None


def opening_land(page: Page, clues: list[Clue], token: int) -> Land | None:
    """The country of the last place in the paragraph with which a sentence opens, that of the token or one before it:
    "Di Tel Aviv, ratusan orang ... Polisi menangkap 14 orang"."""
    found = [
        clue
        for clue in clues
        if clue.place and clue.paragraph == page.paragraph[token] and clue.start < page.begins[token]
    ]
    opening = [clue for clue in found if _opens_sentence(page, clue)]
    if not opening or any(clue.iso3 != opening[-1].iso3 for clue in found if clue.start > opening[-1].start):
        return None
    return Land(opening[-1].iso3, (opening[-1].start, opening[-1].end), "near")


def _opens_sentence(page: Page, clue: Clue) -> bool:
    """True where nothing but a preposition of place and words that go with the name stand before it."""
    at = bisect_left(page.begins, clue.start)
    first = page.grammar.at.ends(page.words, at)
    while first is None and at > 0 and page.capital(at - 1) and page.together(at - 1, at):
        at -= 1
        first = page.grammar.at.ends(page.words, at)
    return first is not None and page.opens_sentence(first)


def near_land(page: Page, clues: list[Clue], token: int) -> Land | None:
    """The one country in which the places of the sentence lie, else those before it in the paragraph."""
    places = [clue for clue in clues if clue.place and clue.paragraph == page.paragraph[token]]
    here = page.begins[token]
    near = [clue for clue in places if clue.sentence == page.sentence[token]] or [c for c in places if c.start < here]
    if near and len({clue.iso3 for clue in near}) == 1:
        return Land(near[0].iso3, (near[0].start, near[0].end), "near")
    return None
