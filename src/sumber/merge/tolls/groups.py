"""Of whom a figure is, and by whom: wordings of two languages brought to keys that can be compared."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sumber.codebook import entries

#: How one counted group stands to another. ``apart``: neither holds the other, so their figures cannot be compared.
Relation = Literal["same", "within", "holds", "apart"]

LANGUAGES = ("id", "en")
EVERYONE = "everyone"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MIXED = {("same", "within"), ("within", "same"), ("within", "within")}


@dataclass(frozen=True, slots=True)
class Whose:
    """Whom a figure counts. ``group`` is one of `plover/tolls.yaml`, or the words themselves where none is known.

    ``countries`` (ISO 3166-1 alpha-3) are those that the words name: "Indian soldiers".
    """

    group: str
    countries: frozenset[str] = frozenset()


@cache
def whose(who: str | None) -> Whose:
    """The group and the countries that the words for the counted name; nothing said means everyone."""
    words = [word.lower() for word in _WORD.findall(who or "")]
    countries = frozenset(_spot(words, _state_words()))
    groups = {_group_of(part) for part in _conjuncts(words)}
    group = groups.pop() if len(groups) == 1 else None
    if group is None and countries and len(words) == 1:
        group = EVERYONE  # "51 Ukrainians"
    return Whose(group or " ".join(words), countries)


def _conjuncts(words: list[str]) -> list[list[str]]:
    joins = {join for table in _tables() for join in table["joins"]}
    parts: list[list[str]] = [[]]
    for word in words:
        if word in joins:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def _group_of(words: list[str]) -> str | None:
    """The narrowest group named, if one holds the others; ``None`` where the words are of no or of several groups."""
    groups = set(_spot(words, _group_words()))
    if not words or groups == {EVERYONE}:
        return EVERYONE
    narrowest = [one for one in groups if groups <= {one, EVERYONE, *_holders(one)}]
    return narrowest[0] if narrowest else None


def relation(a: Whose, b: Whose) -> Relation:
    """How the people of ``a`` stand to those of ``b``: one figure's part cannot exceed the other's whole."""
    return both(_of_groups(a.group, b.group), _of_countries(a.countries, b.countries))


def both(first: Relation, second: Relation) -> Relation:
    """Two relations that hold at once (of people and of countries, of people and of days) as one."""
    if first == second:
        return first
    if "apart" in (first, second) or {first, second} == {"within", "holds"}:
        return "apart"
    return "within" if (first, second) in _MIXED else "holds"


def heading(counted: Whose, subject: tuple[str, ...]) -> str:
    """What keeps two totals of one source apart: empty for the whole toll, else the group and the countries.

    The countries that the total is about anyway (``subject``) say nothing more.
    """
    card = entries("plover", "tolls.yaml")["groups"].get(counted.group)
    # Words that no group knows ("bus passengers") mostly stand for the whole toll too: wires vary them.
    group = "" if card is None or card.get("whole") else counted.group
    return " ".join([*filter(None, [group]), *sorted(counted.countries - set(subject))])


def is_part(before: str, words: str, who: str | None, given: bool) -> bool:
    """Whether a figure is a part of one given before it ("six of them", "two more") or adds to it.

    ``before`` is the text before the figure; ``given`` says that another figure of its kind is there. A figure of
    a group of its own ("including seven children") can be compared as that group's and is no part in this sense.
    """
    if whose(who).group != EVERYONE:
        return False
    text, lead = f" {' '.join(_WORD.findall(words.lower()))} ", f" {before.lower().rstrip()}"
    for table in _tables():
        if any(f" {phrase} " in text for phrase in table["inside"]):
            return True
        if given and any(lead.endswith(f" {phrase}") for phrase in table["before"]):
            return True
        if given and any(f" {phrase} " in text for phrase in table["added"]):
            return True
    return False


@cache
def origin_key(name: str) -> str:
    """One form for the names of one source: case, articles, and the aliases that the codebook knows."""
    words = unicodedata.normalize("NFKC", name).casefold().split()
    articles = {article for table in _tables() for article in table["articles"]}
    while len(words) > 1 and words[0] in articles:
        words = words[1:]
    plain = " ".join(words)
    return _aliases().get(plain, plain)


def _of_groups(a: str, b: str) -> Relation:
    if a == b:
        return "same"
    if b == EVERYONE or b in _holders(a):
        return "within"
    return "holds" if a == EVERYONE or a in _holders(b) else "apart"


def _of_countries(a: frozenset[str], b: frozenset[str]) -> Relation:
    if a == b:
        return "same"
    if not b or (a and a < b):
        return "within"
    return "holds" if not a or b < a else "apart"


def _holders(group: str) -> tuple[str, ...]:
    groups = entries("plover", "tolls.yaml")["groups"]
    holder = groups.get(group, {}).get("in")
    return (holder, *_holders(holder)) if holder else ()


def _spot(words: list[str], table: dict[tuple[str, ...], str]) -> list[str]:
    """What the phrases of ``table`` found in ``words`` stand for; the longest phrase at a place wins."""
    longest = max(map(len, table), default=1)
    found: list[str] = []
    at = 0
    while at < len(words):
        length = next((n for n in range(longest, 0, -1) if tuple(words[at : at + n]) in table), 0)
        if length:
            found.append(table[tuple(words[at : at + length])])
        at += length or 1
    return found


@cache
def _tables() -> tuple[dict[str, Any], ...]:
    return tuple(entries(lang, "tolls.yaml") for lang in LANGUAGES)


@cache
def _group_words() -> dict[tuple[str, ...], str]:
    return {
        tuple(phrase.split()): group
        for table in _tables()
        for group, phrases in table["groups"].items()
        for phrase in phrases
    }


@cache
def _state_words() -> dict[tuple[str, ...], str]:
    return {
        tuple(str(word).lower().split()): state["iso3"]
        for state in entries("actors", "countries.yaml")
        for lang in LANGUAGES
        for part in ("names", "adjectives", "demonyms")
        for word in state.get(lang, {}).get(part, ())
        if isinstance(word, str)
    }


@cache
def _aliases() -> dict[str, str]:
    """Other names of organisations and media, and the name they are shown by, both in lower case."""
    found: dict[str, str] = {}
    for body in entries("actors", "organizations.yaml"):
        for alias in (body["name"], *(alias for lang in LANGUAGES for alias in body.get(lang, ()))):
            found.setdefault(str(alias).casefold(), str(body["name"]).casefold())
    for medium in entries("outlets", "outlets.yaml")["outlets"]:
        for alias in (medium["name"], *medium["aliases"]):
            found.setdefault(str(alias).casefold(), str(medium["name"]).casefold())
    return found
