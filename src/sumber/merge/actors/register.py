"""The register: persons and organisations over all articles, and what might be one but is not said to be.

Only names that are the same join, of one kind, and with nothing against it; the rules are those of `merge.people` and
`merge.bodies`. What is only likely stands beside the register as a candidate for a person to decide. The register is
a function of the set of sightings, and of each connected part of it alone (`merge.sighting.blocks`).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sumber.merge.actors.bodies import face_of_body, gather_bodies
from sumber.merge.actors.candidates import Candidate, Party, find_candidates
from sumber.merge.actors.joining import Groups
from sumber.merge.actors.names import Form, form, is_abbreviation, is_full
from sumber.merge.actors.people import face_of_person, gather_people
from sumber.merge.actors.sighting import Sighting, blocks, sightings

__all__ = ["Candidate", "Entry", "Register", "Sighting", "blocks", "resolve", "sightings"]

K = TypeVar("K", bound=Hashable)
#: How often, first and last day.
Dated = tuple[int, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One person or organisation.

    ``variants``: each name with its mentions and the first and last day it was printed; ``roles``: role words and whose
    role, first and last day, number of documents; ``sightings``: (document, actor), the first one first. Days are
    ``None`` where no document that counts is dated.
    """

    id: str
    name: str
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    variants: tuple[tuple[str, int, str | None, str | None], ...]
    roles: tuple[tuple[str, str | None, str | None, str | None, int], ...]
    sightings: tuple[tuple[str, str], ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Register:
    """All entries by id, and pairs of them that might be one."""

    entries: tuple[Entry, ...]
    candidates: tuple[Candidate, ...]


def resolve(sightings: Sequence[Sighting]) -> Register:
    """The register of these sightings, the same for any order of them. One (document, actor) is sighted once."""
    ordered = sorted(sightings, key=_order)
    groups: Groups = gather_people([face_of_person(one) for one in ordered if one.kind == "person"])
    groups += gather_bodies([face_of_body(one) for one in ordered if one.kind == "organization"])
    entries, parties = [], []
    for group in groups:
        entry = _entry(
            sorted((face.sighting for face in group), key=_order), frozenset(face.form for face in group if face.full)
        )
        entries.append(entry)
        parties.append(Party(entry.id, entry.name, entry.kind, entry.country, tuple(group)))
    return Register(tuple(sorted(entries, key=lambda entry: entry.id)), find_candidates(parties))


def _order(sighting: Sighting) -> tuple[bool, str, str, str]:
    return sighting.published is None, sighting.published or "", sighting.document, sighting.actor


def _entry(seen: list[Sighting], forms: frozenset[Form]) -> Entry:
    names = [(name, one.published) for one in seen for name in one.names or (one.name,)]
    days = _days(one.published for one in seen)
    return Entry(
        id=_id(seen[0]),
        name=_best_name(names, seen[0].kind, forms),
        kind=seen[0].kind,
        country=_most(one.country for one in seen if one.country is not None),
        sectors=tuple(_ranked(sector for one in seen for sector in one.sectors)),
        variants=tuple((name, *dated) for name, dated in _dated(names)),
        roles=_roles(seen),
        sightings=tuple((one.document, one.actor) for one in seen),
        first=days[0],
        last=days[1],
    )


def _id(first: Sighting) -> str:
    seal = hashlib.sha256(f"{first.document}\n{first.actor}".encode()).hexdigest()
    return f"{first.kind[0]}-{seal[:10]}"


def _best_name(names: Iterable[tuple[str, str | None]], kind: str, forms: frozenset[Form]) -> str:
    """The full name printed most often; part of a name, an abbreviation or capitals for want of others."""
    counts = Counter(name for name, _ in names)
    long = [name for name in counts if not (is_abbreviation(name) or name.isupper())] or list(counts)
    if kind == "person":
        full = [name for name in long if is_full(form(name))]
    else:
        full = [name for name in long if ("".join(form(name, kind)),) in forms]
    return min(full or long, key=lambda name: (-counts[name], -len(name), name))


def _roles(seen: list[Sighting]) -> tuple[tuple[str, str | None, str | None, str | None, int], ...]:
    """Roles by first day; words in other capitals are the same, shown as printed most often."""
    printed = Counter(role for one in seen for role, _ in one.roles)
    shown: dict[str, str] = {}
    for role in sorted(printed, key=lambda role: (printed[role], role), reverse=True):
        shown.setdefault(role.casefold(), role)
    held = {(shown[role.casefold()], of, one.published, one.document) for one in seen for role, of in one.roles}
    dated = _dated(((role, of), published) for role, of, published, _ in held)
    rows = [(role, of, first, last, count) for (role, of), (count, first, last) in dated]
    return tuple(sorted(rows, key=lambda row: (row[2] is None, row[2] or "", row[0], row[1] or "")))


def _dated(items: Iterable[tuple[K, str | None]]) -> list[tuple[K, Dated]]:
    """Each item with its count and its first and last day, the most frequent first."""
    published: dict[K, list[str | None]] = {}
    for item, day in items:
        published.setdefault(item, []).append(day)
    rows = [(item, (len(days), *_days(days))) for item, days in published.items()]
    return sorted(rows, key=lambda row: (-row[1][0], str(row[0])))


def _days(published: Iterable[str | None]) -> tuple[str | None, str | None]:
    known = [day for day in published if day is not None]
    return min(known, default=None), max(known, default=None)


def _ranked(items: Iterable[str]) -> list[str]:
    counts = Counter(items)
    return sorted(counts, key=lambda item: (-counts[item], item))


def _most(items: Iterable[str]) -> str | None:
    return next(iter(_ranked(items)), None)
