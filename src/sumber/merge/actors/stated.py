"""What an article itself says of somebody it names, with its characters, and what it leaves open.

Something counts as said where its words stand beside the name: "Russian Foreign Minister Sergei Lavrov", *Gubernur
Maluku Hendrik Tuanakotta*, "Lin Wei, a spokesman". What was inferred, from the scene, the dateline or a role some
sentences away, is the article's own affair: nobody else should be told on a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sumber.codebook import entries
from sumber.merge.actors.names import is_title
from sumber.says.media import LANGUAGES

Field = Literal["country", "role"]
Span = tuple[int, int]

#: The last word of the rule by which a country was read from words that belong to the actor (`who.lands`, `who.names`).
_OWN_WORDS = frozenset({"name", "modifier", "place", "body", "of"})
#: Offices that are of the country in which they are; a correspondent or an engineer in Jakarta may be from anywhere.
_OF_PLACE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY", "OPP", "REB", "SEP", "UAF"})
#: Roles that say whose somebody is and not what.
_KIN = "relative"
_GAP = 40  # characters between what is said and the name
_LONGEST = 240  # characters of a quotation
_ASIDE = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Told:
    """One thing said: ``value`` is the country or the sense of the role, ``shown`` what a person reads, ``words`` the
    characters from ``start`` to ``end``, which hold the name too where it is near."""

    field: Field
    value: str
    shown: str
    start: int
    end: int
    words: str


def find_told(record: dict[str, Any], actor: dict[str, Any]) -> tuple[Told, ...]:
    """What a record says of one of its actors: its country first, then its roles in the record's order."""
    text = record["text"]
    names = list(_names(record, actor))
    roles = [(role, hull) for role in actor["roles"] if (hull := _role_hull(text, role, names, actor))]
    found = list(_country(record, actor, names, [hull for _, hull in roles]))
    of = {one["id"]: one["name"] for one in record["actors"]}
    senses: dict[str, Told] = {}
    for role, hull in roles if actor["sectors"] else ():
        sense = sense_of(role["role"])
        whose = of.get(role["of"])
        shown = role["role"] + (f" ({whose})" if whose and whose not in role["role"] else "")
        if sense != _KIN:
            senses.setdefault(sense, _told(text, "role", sense, shown, hull))
    return (*found, *senses.values())


def find_open(actor: dict[str, Any]) -> tuple[Field, ...]:
    """What the article leaves open. Who belongs to an international body has no country by its own word."""
    no_country = actor["country"] is None and _how(actor) != "igo"
    no_role = not actor["roles"] and not actor["sectors"]
    fields: tuple[tuple[Field, bool], ...] = (("country", no_country), ("role", no_role))
    return tuple(name for name, is_open in fields if is_open)


def sense_of(words: str) -> str:
    """The sense of a role in whatever language: that of the longest role of the codebook in it, with what makes it
    another one (former, deputy), else its own words.

    >>> sense_of("mantan Menteri Luar Negeri") == sense_of("former foreign minister")
    True
    """
    plain = words.casefold().split()
    head = next((i for i, word in enumerate(plain[:-1]) if word not in _prefixes()), len(plain) - 1)
    before = [_prefixes()[word] for word in plain[:head]]
    rest = plain[head:]
    for length in range(min(len(rest), _most_words()), 0, -1):
        for start in range(len(rest) - length + 1):
            sense = _senses().get(" ".join(rest[start : start + length]))
            if sense is not None:
                return " ".join((*before, sense))
    return " ".join((*before, *rest))


def _names(record: dict[str, Any], actor: dict[str, Any]) -> Iterator[Span]:
    """Its mentions by name, without those that may as well mean another person of the article: "President Trump" where
    it tells of Donald and Melania."""
    others = [
        set(one["name"].casefold().split())
        for one in record["actors"]
        if one is not actor and one["kind"] == "person" and actor["kind"] == "person"
    ]
    for one in actor["mentions"]:
        words = {word for word in record["text"][one["start"] : one["end"]].casefold().split() if not is_title(word)}
        if one.get("how", "name") == "name" and not any(words <= other for other in others):
            yield one["start"], one["end"]


def _role_hull(text: str, role: dict[str, Any], names: list[Span], actor: dict[str, Any]) -> Span | None:
    """A role with the name beside it, its country between the two if need be (*Menteri Luar Negeri Peru Ana Rojas*).
    "New York Police" is no role of New York but a longer name."""
    span, land = (role["start"], role["end"]), actor.get("country_evidence")
    if actor["kind"] != "person":
        names = [one for one in names if not _goes_on(text, span, one)]
    if land is not None and span[1] <= land[0] and not text[span[1] : land[0]].strip():
        span = span[0], land[1]
    return _hull(text, span, names)


def _goes_on(text: str, role: Span, name: Span) -> bool:
    if name[0] < role[0] or role[1] < name[1]:
        return False
    rest = f"{text[role[0] : name[0]]} {text[name[1] : role[1]]}".split()
    return all(word[:1].isupper() for word in rest)


def _country(record: dict[str, Any], actor: dict[str, Any], names: list[Span], roles: list[Span]) -> Iterator[Told]:
    """The country, where its words stand beside the name, or beside or in a role that does."""
    how, evidence = _how(actor), actor.get("country_evidence")
    if actor["country"] is None or evidence is None or how not in _OWN_WORDS:
        return
    is_place = how == "place"
    if is_place and not _OF_PLACE & set(actor["sectors"]):
        return
    hull = _hull(record["text"], (evidence[0], evidence[1]), roles if is_place else [*names, *roles])
    if hull is not None:
        yield _told(record["text"], "country", actor["country"], actor["country"], hull)


def _how(actor: dict[str, Any]) -> str:
    return str(actor.get("rule") or "").rpartition(".")[2]


def _told(text: str, field: Field, value: str, shown: str, span: Span) -> Told:
    return Told(field, value, shown, *span, " ".join(text[span[0] : span[1]].split()))


def _hull(text: str, span: Span, others: list[Span]) -> Span | None:
    """From a span to the nearest of the others that it stands beside."""
    hulls = [(min(span[0], one[0]), max(span[1], one[1])) for one in others if _is_beside(text, span, one)]
    best = min(hulls, key=lambda hull: (hull[1] - hull[0], hull), default=None)
    return best if best is not None and best[1] - best[0] <= _LONGEST else None


def _is_beside(text: str, said: Span, name: Span) -> bool:
    """Nothing but titles and small words stand between. What a comma sets off before a name must end behind it:
    "the spokesman, Lin Wei, said" but not "like the president of Peru, Lin Wei said"."""
    between = text[min(said[1], name[1]) : max(said[0], name[0])]
    if len(between) > _GAP or "\n" in between:
        return False
    small = _ASIDE.sub(" ", between)
    if "," in small and said[0] < name[0] and text[name[1] : name[1] + 1] not in (",", ")", "("):
        return False
    return all(is_title(word) or word.casefold() in _small() for word in small.replace(",", " ").split())


@cache
def _small() -> frozenset[str]:
    """Words that may stand between a name and what it is: articles, "is"."""
    kinds = ("copula", "definite", "indefinite")
    return frozenset(
        str(word) for lang in LANGUAGES for kind in kinds for word in entries(lang, "who_grammar.yaml")[kind]
    )


@cache
def _senses() -> dict[str, str]:
    found: dict[str, str] = {}
    for lang in LANGUAGES:
        for entry in entries(lang, "roles.yaml"):
            for words in (entry["role"], *entry.get("also", ())):
                found.setdefault(words.casefold(), entry["gloss"])
    for lang in LANGUAGES:
        for entry in entries(lang, "titles.yaml")["titles"]:
            if entry["role"] is not None:
                found.setdefault(entry["title"].casefold(), found.get(entry["role"], entry["role"]))
    return found


@cache
def _most_words() -> int:
    return max(len(words.split()) for words in _senses())


@cache
def _prefixes() -> dict[str, str]:
    """ "mantan", "former": words before a role that make it another one."""
    found: dict[str, str] = {}
    for lang in LANGUAGES:
        found |= {word: entry["gloss"] for word, entry in entries(lang, "who_grammar.yaml")["prefixes"].items()}
    return found
