"""A noun phrase around a role noun, and what may be taken into it on either side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sumber.who.page import Page, Unit
from sumber.who.tables import KnownBody
from sumber.who.words import Pronoun, RoleWord

Number = Literal["one", "many"] | None
#: Sectors of bodies that a person's name behind them does not name: "pemerintah Widodo".
_OF_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})


@dataclass(eq=False)
class Phrase:
    """A role noun with what belongs to it.

    ``core`` is where the phrase begins without determiners; ``inner`` are the countries, bodies, places, persons and
    phrases inside it, the closest first; ``name`` is the proper name of a body; ``bonded`` are the persons it is said
    of; ``owner`` is the possessive that stands with it, and its token.
    """

    start: int
    end: int
    unit: Unit
    role: RoleWord
    number: Number = None
    definite: bool = False
    indefinite: bool = False
    counted: bool = False
    local: bool = False
    anonymous: bool = False
    former: tuple[str, ...] = ()
    core: int = 0
    inner: list[Unit | Phrase] = field(default_factory=list)
    name: Unit | None = None
    owner: tuple[int, Pronoun] | None = None
    bonded: list[Unit] = field(default_factory=list)

    @property
    def collects(self) -> bool:
        """True for "both sides", "kedua pihak itu"; not for two sides of some kind ("dua pihak swasta")."""
        plain = not self.inner and (self.end == self.unit.end or self.definite)
        return self.role.collective is not None and plain

    @property
    def several(self) -> bool:
        return self.number == "many" or (self.number is None and self.role.plural)


def is_one_of_group(phrase: Phrase) -> bool:
    """True for "a rebel", one of those who are told of as a group; not for "a militia"."""
    return phrase.role.kind == "group" and phrase.number == "one" and not phrase.role.many


def starting(phrases: dict[int, Phrase], start: int) -> Phrase | None:
    return max((p for p in phrases.values() if p.start == start), key=lambda p: p.end, default=None)


def ending(phrases: dict[int, Phrase], end: int) -> Phrase | None:
    return min((p for p in phrases.values() if p.end == end), key=lambda p: p.start, default=None)


def take(phrase: Phrase, unit: Unit) -> None:
    phrase.inner.append(unit)
    if unit.sort == "body" and phrase.role.kind != "person" and phrase.name is None and _names_it(phrase, unit):
        phrase.name = unit
    phrase.start, phrase.end = min(phrase.start, unit.start), max(phrase.end, unit.end)


def is_of_state(phrase: Phrase) -> bool:
    """True for government, army, court: bodies that a name behind them is not the name of."""
    return bool(set(phrase.role.sectors) & _OF_STATE)


def takes_name(page: Page, phrase: Phrase) -> bool:
    """A name right behind "newspaper", "foundation", "group" is the body's, behind "government" a person's.

    A person's it is, too, where an office stands before the body ("leader of the union").
    """
    role = phrase.role
    outer = page.ending(phrase.unit.start)
    if outer is not None and outer.role is not None and outer.role.kind == "person":
        return False
    if role.sectors:
        return not is_of_state(phrase)
    return role.needs == "name" or role.concept in ("group", "organisation")


def rename(page: Page, unit: Unit) -> Unit:
    """Take a name for a body's after all."""
    page.drop(unit)
    body = KnownBody(page.text(unit.start, unit.end), None, (), "organization")
    named = Unit(unit.start, unit.end, "body", body=body)
    page.add([named])
    return named


def _names_it(phrase: Phrase, unit: Unit) -> bool:
    """So "kantor berita Kyodo" is Kyodo; "misi PBB" is not the UN, "pasukan Houthi" not the whole movement."""
    body = unit.body
    if body is None:
        return False
    medium = "JRN" in phrase.role.sectors
    if "JRN" in body.sectors or medium:
        return medium
    return not body.sectors


def linked(page: Page, phrase: Phrase, i: int, phrases: dict[int, Phrase]) -> int | None:
    """The end of "of X" at token ``i``, X being a country, body, place or phrase; taken in."""
    match = page.grammar.of.match(page.words, i)
    if match is None:
        return None
    at = match[0]
    while page.together(i, at) and (
        page.grammar.determines(page.words[at]) or (page.tokens[at].pos_ in ("ADJ", "NUM") and page.unit_at(at) is None)
    ):
        at += 1
    if not page.together(i, at):
        return None
    unit = page.starting(at)
    inner = next((p for p in phrases.values() if p is not phrase and p.core <= at < p.end and p.start >= i), None)
    if inner is not None and not inner.role.rank:
        phrase.inner.append(inner)
        return inner.end
    if unit is not None and unit.sort in ("country", "body", "place"):
        phrase.inner.append(unit)
        return unit.end
    return None
