"""Which of the places that bear a name is meant: size, the countries the article speaks of, and what the text says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from sumber.where.candidates import Candidate, known_spots
from sumber.where.countries import CountryWord, state_of
from sumber.where.gazetteer import Spot, country_spot, spots
from sumber.where.keys import fold
from sumber.where.scene import Scene

# Weights in powers of ten of population: a country of which alone the article speaks makes up for a town 10,000 times
# smaller. Set by hand, once.
VOTES, MENTIONED, OWNER, CONTAINER, CONTAINING_AREA = 3.0, 1.0, 4.0, 6.0, 6.0
BY_HAND, OWN_NAME, HOME, CUE = 3.0, 0.7, 0.7, 3.0
AREA_SIZE = {"1": 4.2, "2": 3.2, "A": 4.5}  # at least, whatever its people
AREA_SMALLER = 1.2  # an area counts less than a town of as many people: "Kabul" is the town
WELL_KNOWN = {"P": 400_000, "A": 0, "1": 3_000_000}  # so large a place needs no country in the article
ONLY_ONE = 40_000  # so large a town needs none where nothing else bears its name and the article names no country
SPOKEN_OF = 0.8  # share of one country among the country words or places of an article, for a place in no table
OFTEN = 3  # of which it needs so many
UNKNOWN = "where/unresolved.unknown"
HOME_OF = {"id": "IDN"}  # the country that newswire in a language need not name


@dataclass(frozen=True, slots=True)
class Meant:
    """What a name denotes, and the rule that says so. ``spot`` is ``None`` for a place in no table."""

    spot: Spot | None
    country: str | None
    rule: str


def resolve_name(mentions: Sequence[Candidate], scene: Scene) -> Meant:
    """What the mentions of one name mean; they are taken to mean one place, so each adds its evidence."""
    containers = [container for mention in mentions for container in mention.containers]
    owners = {mention.owner for mention in mentions if mention.owner}
    countries = [c.territory for c in containers if isinstance(c, CountryWord)]
    found = [spot for mention in mentions[:1] for spot in known_spots(mention, scene.lang)]
    areas = [spot for c in containers if isinstance(c, str) for spot in spots(c, scene.lang) if spot.kind != "P"]
    name = fold(mentions[0].text)
    # A capital must not vote for itself: in "Paris, Texas" nothing speaks of France.
    others = scene.votes - Counter(mention.country.territory for mention in mentions if mention.country)
    cue = next((mention.cue for mention in mentions if mention.cue), None)

    def weigh(spot: Spot) -> float:
        weight = log10(spot.population + 10) - AREA_SMALLER * (spot.kind in AREA_SIZE)
        weight = max(weight, AREA_SIZE.get(spot.kind, 0.0))
        weight += BY_HAND * spot.by_hand + OWN_NAME * (fold(spot.name) == name)
        if cue is not None:
            weight += CUE if (cue == "city") == (spot.kind == "P") else -CUE
        weight += OWNER * (spot.country in owners) + CONTAINER * (spot.country in countries)
        weight += CONTAINING_AREA * any(_holds(area, spot) for area in areas)
        weight += HOME * (spot.country == HOME_OF.get(scene.lang))
        return weight + votes_for(spot.country, others)

    ranked = sorted(found, key=lambda spot: (-weigh(spot), spot.geonameid or 0))
    stated = next(iter(countries), None) or next(iter(sorted(owners)), None)
    best = next((spot for spot in ranked if stated is None or spot.country in {stated, None}), None)
    if best is None and ranked and (ranked[0].by_hand or (not owners and _is_well_known(ranked[0]))):
        best, stated = ranked[0], None  # "Arizona, Colorado, Georgia" is a list, and no Arizona lies in that country
    if best is None:
        return _unknown(stated, areas, scene)
    if stated is not None and best.country == stated:
        return Meant(best, best.country, "where/gazetteer.stated")
    if best.by_hand:
        return Meant(best, best.country, "where/gazetteer.known")
    if _spoken_of(best.country, scene) or any(_holds(area, best) for area in areas):
        return Meant(best, best.country, "where/gazetteer.context")
    if _is_well_known(best):
        return Meant(best, best.country, "where/gazetteer.population")
    alone = all(spot.country == best.country for spot in ranked)
    if alone and (mentions[0].dateline or (best.population >= ONLY_ONE and not scene.votes)):
        return Meant(best, best.country, "where/gazetteer.only")
    return _unknown(None, areas, scene)


def _is_well_known(spot: Spot) -> bool:
    return spot.population >= WELL_KNOWN.get(spot.kind, spot.population + 1)


def resolve_country(word: CountryWord) -> Meant:
    """A country, or a building that stands for its government, as a place."""
    if word.kind == "metonym":
        return Meant(None, word.territory, "where/metonym.building")
    return Meant(country_spot(word.territory), word.territory, "where/country.name")


def _holds(area: Spot, spot: Spot) -> bool:
    """True where an area is the first-level area of a place, or lies in it."""
    return bool(area.admin1) and area != spot and (area.country, area.admin1) == (spot.country, spot.admin1)


def votes_for(country: str | None, votes: Counter[str]) -> float:
    """What the article's country words add to a place in a country; more the larger its share of them."""
    total = votes.total()
    count = votes.get(country, 0) if country else 0
    return MENTIONED + VOTES * count / total if count else 0.0


def _spoken_of(country: str | None, scene: Scene) -> bool:
    if country is None:
        return True
    home = HOME_OF.get(scene.lang)
    return country == home or scene.votes[country] > 0 or scene.votes[state_of(country)] > 0


def among_known(meant: Meant, known: Counter[str]) -> Meant:
    """A place in no table lies where nearly all other places of the article lie; ``known`` counts them by country."""
    country = _prevailing(known) if meant.rule == UNKNOWN else None
    return Meant(None, country, "where/unresolved.company") if country is not None else meant


def _prevailing(counts: Counter[str]) -> str | None:
    """The country that is spoken of often enough, and of which hardly any other is."""
    for country, count in counts.most_common(1):
        if count >= OFTEN and count >= SPOKEN_OF * counts.total():
            return country
    return None


def _unknown(stated: str | None, areas: Sequence[Spot], scene: Scene) -> Meant:
    """A place in no table: its country where the words around it say so, or the article speaks of hardly any other."""
    if stated is not None:
        return Meant(None, stated, "where/unresolved.stated")
    around = {area.country for area in areas[:1] if area.country}
    if around:
        return Meant(None, around.pop(), "where/unresolved.area")
    most = _prevailing(scene.votes)
    return Meant(None, most, "where/unresolved.context") if most is not None else Meant(None, None, UNKNOWN)
