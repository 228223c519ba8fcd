"""What other articles know of somebody whom an article names and does not explain: dated evidence, never memory.

Who is meant is for the register to say: the sightings that it joins with the bare one. Of these, other articles' own
words count, and only if they leave one answer:

1. A country holds whatever the day; all that the identity is told to be must be one country.
2. A role, and the sector it gives, holds around the days on which it was told. All articles of the `WINDOW` around the
   article's own day must agree; told before and after, it holds between; told on one side only, within `ONE_SIDED`.
3. A name that others bear, told of with a country or role, tells nothing: the reason is given instead.
4. An organisation's name is often one of many ("Democratic Party"): outside its own story the article must speak of
   the country that the organisation is told to be of.

The article's own word is never asked of others. A function of the tellers, whatever their order.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from sumber.merge.actors.sighting import Sighting

Field = Literal["country", "sectors", "role"]

WINDOW = 365  # days before and after an article within which a role was told
ONE_SIDED = 182  # … where it was told only before, or only after
EVIDENCE = 30  # articles, the nearest in time, that stand behind an answer and are counted


class Teller(NamedTuple):
    """What one article says of an actor: ``land`` the country in its own words, ``senses`` the roles. ``name``,
    ``country`` and ``sectors`` are those of its record."""

    document: str
    actor: str
    name: str
    published: str | None
    country: str | None
    land: str | None
    sectors: tuple[str, ...]
    senses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, with the articles that give it, nearest in time first; ``sense`` is the role's, ``first`` and ``last``
    the days on which it was told."""

    field: Field
    value: str
    tellers: tuple[Teller, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Refused:
    """No answer, though other articles speak of the name; ``reason`` is for a person."""

    field: Field
    reason: str


Outcome = Answer | Refused


class Tellers:
    """The articles that tell something of one identity, by day; what is asked of all of them is found out once."""

    def __init__(self, tellers: Iterable[Teller]) -> None:
        every = sorted(tellers, key=lambda one: (one.published or "", one.document, one.actor))
        self.every = every
        self.by_land = _Days([one for one in every if one.land is not None])
        self.by_role = _Days([one for one in every if one.senses and one.sectors])
        self.lands = {one.land for one in every if one.land is not None}
        self.sectors = {code for one in every for code in one.sectors}
        self.countries = {one.country for one in every if one.country is not None}
        self.documents = {one.document for one in every}

    def without(self, document: str) -> Tellers:
        """Those of other articles: an article's own word is no evidence for it."""
        return Tellers(one for one in self.every if one.document != document) if document in self.documents else self


class _Days:
    """Tellers in the order of days, the undated first."""

    def __init__(self, tellers: list[Teller]) -> None:
        self.dated = [one for one in tellers if one.published is not None]
        self.undated = [one for one in tellers if one.published is None]
        self.days = [_day(one.published or "") for one in self.dated]

    def __bool__(self) -> bool:
        return bool(self.dated or self.undated)

    def nearest(self, day: int | None, most: int) -> list[Teller]:
        """The nearest to a day first, of one distance the earlier; the undated last."""
        if day is None:
            return [*self.dated, *self.undated][:most]
        at = bisect_left(self.days, day)
        near = range(max(0, at - most), min(len(self.days), at + most))
        ordered = sorted(near, key=lambda i: (abs(self.days[i] - day), i))
        return [*(self.dated[i] for i in ordered), *self.undated][:most]

    def around(self, day: int, days: int) -> list[Teller]:
        """Those at most so many days away, by day."""
        return self.dated[bisect_left(self.days, day - days) : bisect_right(self.days, day + days)]


def know(own: Sighting, same: Tellers, namesakes: Sequence[Teller], mates: Collection[str]) -> list[Outcome]:
    """What the others tell of ``own``, field by field; nothing of what it says itself, or of what nobody tells.

    ``same`` tell of the same identity, ``namesakes`` of others that bear its name; ``mates`` are the documents of the
    article's story.
    """
    others = same.without(own.document)
    rivals = [one for one in namesakes if one.document != own.document]
    return [one for field in own.open for one in _answers(own, field, others, rivals, mates)]


def _answers(
    own: Sighting, field: str, others: Tellers, rivals: Sequence[Teller], mates: Collection[str]
) -> Iterator[Outcome]:
    name: Field = "country" if field == "country" else "role"
    if not (others.by_land if field == "country" else others.by_role):
        if any(one.land if field == "country" else one.senses for one in rivals):
            yield Refused(name, _several(rivals))
        return
    reason = _stranger(own, others, mates)
    if reason is not None:
        yield Refused(name, reason)
    elif field == "country":
        yield _country(own, others)
    else:
        yield from _role(own, others.by_role)


def _several(rivals: Sequence[Teller]) -> str:
    shown = {f"{one.name} ({' '.join(filter(None, (one.country, *one.sectors[:1])))})" for one in rivals}
    return f"others bear the name: {', '.join(sorted(shown))}"


def _stranger(own: Sighting, others: Tellers, mates: Collection[str]) -> str | None:
    """Why those whom the others speak of may be somebody else, though of one name."""
    if own.sectors and others.sectors and not others.sectors & set(own.sectors):
        return f"the article says {' '.join(own.sectors)}, others {' '.join(sorted(others.sectors))}"
    if own.kind == "person" or any(document in mates for document in others.documents):
        return None
    if others.countries & {own.country, *own.around}:
        return None
    return f"the article does not speak of {' or '.join(sorted(others.countries)) or 'its country'}"


def _country(own: Sighting, others: Tellers) -> Outcome:
    if len(others.lands) > 1:
        told = [(one.land, one) for one in others.every if one.land is not None]
        return Refused("country", _contradiction(told))
    return _answer("country", min(others.lands), others.by_land, others.by_land.nearest(_own_day(own), EVIDENCE))


def _role(own: Sighting, told: _Days) -> Iterator[Outcome]:
    day = _own_day(own)
    if day is None:
        yield Refused("role", "the day of the article is not known")
        return
    around = told.around(day, WINDOW)
    near = _Days(around)
    is_between = bool(near.days) and near.days[0] <= day <= near.days[-1]
    if not is_between and not told.around(day, ONE_SIDED):
        yield Refused("role", f"told on other days only: {_span([*told.dated, *told.undated])}")
        return
    if len({one.sectors[0] for one in around}) > 1:
        yield Refused("role", _contradiction((one.sectors[0], one) for one in around))
        return
    nearest = near.nearest(day, EVIDENCE)
    codes = set.intersection(*map(set, {one.sectors for one in around}))
    yield _answer("sectors", " ".join(code for code in nearest[0].sectors if code in codes), near, nearest)
    senses = set.intersection(*map(set, {one.senses for one in around}))
    sense = next((one for one in nearest[0].senses if one in senses), None)
    if sense is None:
        yield Refused("role", _contradiction((one.senses[0], one) for one in around))
    else:
        yield _answer("role", sense, near, nearest)


def _answer(field: Field, value: str, told: _Days, nearest: Sequence[Teller]) -> Answer:
    days = [one.published for one in (told.dated[:1] + told.dated[-1:])]
    return Answer(field, value, tuple(nearest), days[0] if days else None, days[-1] if days else None)


def _contradiction(said: Iterable[tuple[str, Teller]]) -> str:
    told: dict[str, list[Teller]] = {}
    for value, one in said:
        told.setdefault(value, []).append(one)
    shown = (f"{value} ({_span(listed)})" for value, listed in sorted(told.items()))
    return f"others contradict one another: {', '.join(shown)}"


def _span(told: Sequence[Teller]) -> str:
    days = sorted({one.published for one in told if one.published is not None})
    return "undated" if not days else days[0] if len(days) == 1 else f"{days[0]} – {days[-1]}"


def _own_day(own: Sighting) -> int | None:
    return None if own.published is None else _day(own.published)


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()
