"""The places of an article."""

from __future__ import annotations

from collections import Counter, defaultdict

from spacy.tokens import Doc

from sumber.model import Article, Place
from sumber.where.candidates import Candidate, find_candidates, known_spots
from sumber.where.gazetteer import Spot
from sumber.where.keys import fold
from sumber.where.resolve import Meant, among_known, resolve_country, resolve_name
from sumber.where.scene import Scene, set_scene


def find_places(doc: Doc, article: Article) -> tuple[Place, ...]:
    """All mentions of places in title, dateline, captions and paragraphs, in text order.

    A name in the part of an actor is none: a country without a preposition of place, a capital that speaks or signs
    ("Moskow mengatakan"), a town in the name of an organisation. `who` handles those.
    """
    scene = set_scene(doc, article)
    accepted = [candidate for candidate in find_candidates(scene) if is_place(candidate, scene)]
    by_name: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in accepted:
        by_name[fold(candidate.text)].append(candidate)
    meant = {name: _meaning(mentions, scene) for name, mentions in by_name.items()}
    lands = (meant[fold(candidate.text)] for candidate in accepted)
    known = Counter(one.country for one in lands if one.spot is not None and one.country is not None)
    meant = {name: among_known(one, known) for name, one in meant.items()}
    return tuple(
        _place(f"p{number}", candidate, meant[fold(candidate.text)]) for number, candidate in enumerate(accepted, 1)
    )


def is_place(candidate: Candidate, scene: Scene) -> bool:
    """True where the words around a candidate, or the parser, show that a place is meant."""
    positioned = candidate.positioned
    if candidate.country is not None:
        if candidate.country.kind in {"name", "metonym"}:
            return positioned
        if candidate.country.kind == "adjective":
            return False
    found = known_spots(candidate, scene.lang)
    if not found:
        return not candidate.known
    if positioned or candidate.cue is not None or _lies_in_named_country(candidate, found):
        return True
    if candidate.country is not None:
        return False
    if candidate.by_hand and " " in candidate.text:
        return _is_mapped(found[0])
    return candidate.entity and _is_mapped(found[0])


def _lies_in_named_country(candidate: Candidate, found: list[Spot]) -> bool:
    """True for "Gao, Mali": the country behind the comma is one in which the gazetteer has such a place."""
    countries = {spot.country for spot in found}
    return any(not isinstance(holder, str) and holder.territory in countries for holder in candidate.containers)


def _is_mapped(spot: Spot) -> bool:
    """True for a place that a point can stand for, or a district; parts of the world are places only after a
    preposition."""
    return spot.lat is not None or spot.kind in {"1", "2"}


def _meaning(mentions: list[Candidate], scene: Scene) -> Meant:
    country = next((mention.country for mention in mentions if mention.country is not None), None)
    if country is not None and country.kind != "capital" and not any(mention.by_hand for mention in mentions):
        return resolve_country(country)
    return resolve_name(mentions, scene)


def _place(number: str, candidate: Candidate, meant: Meant) -> Place:
    spot = meant.spot
    return Place(
        number,
        candidate.start,
        candidate.end,
        spot.name if spot else candidate.text,
        spot.geonameid if spot else None,
        meant.country,
        spot.lat if spot else None,
        spot.lon if spot else None,
        spot.precision if spot else None,
        meant.rule,
    )
