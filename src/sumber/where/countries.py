"""Country words: names, adjectives, capitals and metonyms of states, from ``codebook/actors/countries.yaml``.

This is the look-up that `who/` uses for actors; codes of dependencies are folded into their state, as PLOVER does.
Which words are places, and not actors, is for `find_places` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from sumber.codebook import entries
from sumber.where.names import Names

Kind = Literal["name", "adjective", "capital", "metonym"]


class CountryWord(NamedTuple):
    """What a word says of a state.

    ``iso3``: the state that acts (ISO 3166-1 alpha-3, KOS for Kosovo). ``kind``: ``adjective`` holds demonyms too.
    ``sectors``: PLOVER sectors of the word itself ("Pentagon": MIL); a plain name has none.
    ``territory``: the ISO code of a dependency, else equal to ``iso3``. ``geonameid``: of the country, or for a capital
    that of the capital.
    """

    iso3: str
    kind: Kind
    sectors: tuple[str, ...] = ()
    territory: str = ""
    geonameid: int | None = None


@lru_cache(maxsize=8)  # several rooms ask for the words of the same article
def find_country_words(text: str, lang: str) -> tuple[tuple[int, int, CountryWord], ...]:
    """Country words in `text` as (start, end, word), longest match first, in order, without overlaps.

    ``lang`` (``id`` or ``en``) is the language of the text. Words inside a phrase that denotes no country ("bahasa
    Inggris", "Paris Agreement") or inside the name of a larger place ("Laut China Selatan") are left out.
    """
    hidden = hidden_stretches(text, lang)
    homonyms = _homonyms(text, lang)
    places = [(start, end) for start, end, _ in _place_names(lang).find(text)]
    return tuple(
        (start, end, word)
        for start, end, word in _names(lang).find(text)
        if not (word.kind == "name" and text[start:end] in homonyms)
        and not any(start < to and begin < end for begin, to in hidden)
        and not any(begin <= start and end <= to and (begin, to) != (start, end) for begin, to in places)
    )


@lru_cache(maxsize=20_000)
def lookup(word: str, lang: str) -> CountryWord | None:
    """The country word that `word` is as a whole, or ``None``."""
    return next((found for start, end, found in _names(lang).find(word) if (start, end) == (0, len(word))), None)


def state_of(territory: str) -> str:
    """The state that acts for a territory: ``GRL`` gives ``DNK``, a state gives itself."""
    return _states().get(territory, territory)


def country_geonameid(iso3: str) -> int | None:
    """The GeoNames id of a country or dependency, ``None`` where the codebook has none."""
    return _ids().get(iso3)


@cache
def country_names(iso3: str, lang: str) -> tuple[str, ...]:
    """All names of a country in a language, the usual one first."""
    return tuple(
        name
        for entry in entries("actors", "countries.yaml")
        if entry["iso3"] == iso3 and not entry.get("de_facto")
        for name, _ in _worded(entry.get(lang, {}).get("names"))
    )


def hidden_stretches(text: str, lang: str) -> list[tuple[int, int]]:
    """Stretches of `text` that hold the name of a place and denote none, from ``codebook/places/phrases.yaml``."""
    stretches = []
    for start, end, goes_on in _phrases(lang).find(text):
        following = re.match(r"\s*[^\W_]+", text[end:]) if goes_on else None
        stretches.append((start, end + following.end() if following else end))
    return stretches


def _homonyms(text: str, lang: str) -> set[str]:
    """Names of countries that mean another place in this text: "Georgia" beside Atlanta and without Tbilisi."""
    return {
        name
        for entry in entries("actors", "countries.yaml")
        if "not_with" in entry and not any(word in text for word in entry["capital"][lang])
        for name, _ in _worded(entry[lang]["names"])
        if name in text and any(word in text for word in entry["not_with"][lang])
    }


@cache
def _phrases(lang: str) -> Names[bool]:
    phrases = entries("places", "phrases.yaml").get(lang, ())
    return Names(((phrase.rstrip(" ~"), phrase.endswith("~")) for phrase in phrases), any_case=True)


@cache
def _place_names(lang: str) -> Names[None]:
    """Names of places by hand with more than one word, which may hold the name of a country."""
    names = (name for entry in entries("places", "extra.yaml") for name in entry.get(lang, ()))
    return Names((name, None) for name in names if " " in name)


@cache
def _names(lang: str) -> Names[CountryWord]:
    return Names((name, word) for entry in entries("actors", "countries.yaml") for name, word in _words(entry, lang))


def _words(entry: dict[str, Any], lang: str) -> Iterator[tuple[str, CountryWord]]:
    """All words of one entry in a language. The name of a state wins over an adjective or capital of the same form."""
    here = entry.get(lang, {})
    capital = entry.get("capital", {})
    groups: tuple[tuple[Kind, Any, int | None], ...] = (
        ("name", here.get("names"), entry["geonameid"]),
        ("adjective", here.get("adjectives"), entry["geonameid"]),
        ("adjective", here.get("demonyms"), entry["geonameid"]),
        ("capital", capital.get(lang), capital.get("geonameid")),
        ("metonym", entry.get("metonyms", {}).get(lang), entry["geonameid"]),
    )
    own = tuple(entry.get("sectors", ()))
    for kind, words, geonameid in groups:
        for name, sector in _worded(words):
            sectors = (sector,) if sector else own
            yield name, CountryWord(entry.get("state", entry["iso3"]), kind, sectors, entry["iso3"], geonameid)


def _worded(words: list[str | dict[str, str]] | None) -> Iterator[tuple[str, str | None]]:
    """Words with the sector each carries, if any: ``Pentagon`` or ``{Pentagon: MIL}``."""
    for word in words or ():
        if isinstance(word, dict):
            yield from word.items()
        else:
            yield word, None


@cache
def _states() -> dict[str, str]:
    return {entry["iso3"]: entry["state"] for entry in entries("actors", "countries.yaml") if "state" in entry}


@cache
def _ids() -> dict[str, int]:
    return {
        entry["iso3"]: entry["geonameid"]
        for entry in entries("actors", "countries.yaml")
        if entry["geonameid"] and not entry.get("de_facto")
    }
