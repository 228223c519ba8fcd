"""What other articles know of somebody whom an article names and does not explain: dated evidence, never memory.

Who is meant is for the register to say: the sightings that it joins with the bare one. Of these, other articles' own
words count, and only if they leave one answer:

1. A country holds whatever the day; all that the identity is told to be must be one country.
2. A role, and the sector it gives, holds around the days on which it was told. All articles of the `WINDOW` around the
   article's own day must agree; told before and after, it holds between; told on one side only, within `ONE_SIDED`.
3. A name that others bear, told of with a country or role, tells nothing: the reason is given instead.
4. An organisation's name is often one of many ("Democratic Party"): outside its own story the article must speak of
   the country that the organisation is told to be of.

The article's own word is never asked of others. A function of the sightings, whatever their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sumber.merge.actors.sighting import Sighting
from sumber.merge.actors.stated import Told

Field = Literal["country", "sectors", "role"]

WINDOW = 365  # days before and after an article within which a role was told
ONE_SIDED = 182  # … where it was told only before, or only after
EVIDENCE = 30  # articles, the nearest in time, that stand behind an answer and are counted


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters of another article that say so, and its day of publication."""

    document: str
    published: str | None
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """An answer, with its evidence, nearest in time first. ``reports`` are the independent reports among it, where they
    were counted; ``first`` and ``last`` the days of it."""

    field: Field
    value: str
    evidence: tuple[Evidence, ...]
    first: str | None
    last: str | None
    reports: int | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """No answer, though other articles speak of the name; ``reason`` is for a person."""

    field: Field
    reason: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an actor of an article from other articles, and what is not in spite of them. ``called`` is
    how the article's record calls it."""

    document: str
    actor: str
    called: str
    found: tuple[Found, ...]
    refused: tuple[Refused, ...]


def know(own: Sighting, same: Iterable[Sighting], namesakes: Iterable[Sighting]) -> Known | None:
    """What the others tell of ``own``: ``same`` are sightings of the same identity, ``namesakes`` of others that bear
    its name. ``None`` where the article leaves nothing open, or no other article tells anything."""
    others = sorted((one for one in same if one.document != own.document and one.told), key=_distance(own))
    rivals = [one for one in namesakes if one.told and one.document != own.document]
    outcomes = [one for field in own.open for one in _answers(own, field, others, rivals)]
    found = tuple(one for one in outcomes if isinstance(one, Found))
    refused = tuple(one for one in outcomes if isinstance(one, Refused))
    return Known(own.document, own.actor, own.called or own.name, found, refused) if outcomes else None


def independent(found: Found, voices: Callable[[str], str]) -> int:
    """How many independent reports stand behind an answer; ``voices`` gives for a document whose text it is."""
    return len({voices(one.document) for one in found.evidence})


Outcome = Found | Refused


def _answers(own: Sighting, field: str, others: Sequence[Sighting], rivals: Sequence[Sighting]) -> Iterator[Outcome]:
    telling = [one for one in others if _of(one, field)]
    if not telling:
        if any(_of(one, field) for one in rivals):
            yield Refused("country" if field == "country" else "role", _several(rivals))
        return
    reason = _stranger(own, others)
    if reason is not None:
        yield Refused("country" if field == "country" else "role", reason)
    elif field == "country":
        yield _country(own, telling)
    else:
        yield from _role(own, telling)


def _several(rivals: Sequence[Sighting]) -> str:
    shown = {f"{one.name} ({' '.join(filter(None, (one.country, *one.sectors[:1])))})" for one in rivals}
    return f"others bear the name: {', '.join(sorted(shown))}"


def _stranger(own: Sighting, others: Sequence[Sighting]) -> str | None:
    """Why those whom the others speak of may be somebody else, though of one name."""
    sectors = {code for one in others for code in one.sectors}
    if own.sectors and sectors and not sectors & set(own.sectors):
        return f"the article says {' '.join(own.sectors)}, others {' '.join(sorted(sectors))}"
    if own.kind == "person" or any(own.story is not None and one.story == own.story for one in others):
        return None
    lands = {one.country for one in others if one.country is not None}
    if lands & {own.country, *own.around}:
        return None
    return f"the article does not speak of {' or '.join(sorted(lands)) or 'its country'}"


def _country(own: Sighting, telling: Sequence[Sighting]) -> Outcome:
    said = [(one, told) for one in telling for told in one.told if told.field == "country"]
    if len({told.value for _, told in said}) > 1:
        return Refused("country", _contradiction((told.value, one) for one, told in said))
    return _found("country", said[0][1].value, said)


def _role(own: Sighting, telling: Sequence[Sighting]) -> Iterator[Outcome]:
    if own.published is None:
        yield Refused("role", "the day of the article is not known")
        return
    near = [one for one in telling if _days(own, one) is not None and abs(_days(own, one) or 0) <= WINDOW]
    days = [_days(own, one) or 0 for one in near]
    if not near or not (min(days) <= 0 <= max(days) or abs(days[0]) <= ONE_SIDED):
        yield Refused("role", f"told on other days only: {_shown_days(telling)}")
        return
    if len({one.sectors[0] for one in near}) > 1:
        yield Refused("role", _contradiction((one.sectors[0], one) for one in near))
        return
    shared = [code for code in near[0].sectors if all(code in one.sectors for one in near)]
    yield _found("sectors", " ".join(shared), [(one, _of(one, "role")[0]) for one in near])
    senses = [told for told in _of(near[0], "role") if all(_senses(one) & {told.value} for one in near)]
    if senses:
        same = [(one, told) for one in near for told in _of(one, "role") if told.value == senses[0].value]
        yield _found("role", senses[0].shown, same)
    else:
        yield Refused("role", _contradiction((_of(one, "role")[0].value, one) for one in near))


def _found(field: Field, value: str, said: Sequence[tuple[Sighting, Told]]) -> Found:
    days = sorted(one.published for one, _ in said if one.published is not None)
    evidence = tuple(
        Evidence(one.document, one.published, told.start, told.end, told.words) for one, told in said[:EVIDENCE]
    )
    return Found(field, value, evidence, days[0] if days else None, days[-1] if days else None)


def _of(one: Sighting, field: str) -> list[Told]:
    return [told for told in one.told if told.field == field]


def _senses(one: Sighting) -> set[str]:
    return {told.value for told in _of(one, "role")}


def _contradiction(said: Iterable[tuple[str, Sighting]]) -> str:
    told: dict[str, list[Sighting]] = {}
    for value, one in said:
        told.setdefault(value, []).append(one)
    shown = (f"{value} ({_shown_days(listed)})" for value, listed in sorted(told.items()))
    return f"others contradict one another: {', '.join(shown)}"


def _shown_days(told: Iterable[Sighting]) -> str:
    days = sorted({one.published for one in told if one.published is not None})
    return "undated" if not days else days[0] if len(days) == 1 else f"{days[0]} – {days[-1]}"


def _distance(own: Sighting) -> Callable[[Sighting], tuple[bool, int, str, str, str]]:
    """Nearest in time first; of one distance the earlier."""

    def order(one: Sighting) -> tuple[bool, int, str, str, str]:
        days = _days(own, one)
        return days is None, abs(days or 0), one.published or "~", one.document, one.actor

    return order


def _days(own: Sighting, other: Sighting) -> int | None:
    """Days from the article to another one, below 0 where that is earlier."""
    if own.published is None or other.published is None:
        return None
    return (date.fromisoformat(other.published) - date.fromisoformat(own.published)).days
