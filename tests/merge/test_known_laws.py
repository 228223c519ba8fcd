"""Whoever is asked about a bare name is, for the register, the one who bears it: for that of its story and of all full
names that hang together with the story's. What a short name means in one story says nothing of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from hypothesis import example, given, settings

from sumber.merge.actors.identity import companions, face_of, identities, name_form, namesakes, spellings
from sumber.merge.actors.register import Sighting, resolve
from sumber.merge.actors.sightings_kept import Names
from sumber.merge.actors.stated import Told
from tests.merge.made import seen
from tests.merge.test_register_laws import SIGHTINGS

BOARD = "Arab Relief Board"
#: Two may be the one of the full name, and each by itself would be, though they share no word with one another.
AT_ODDS = [
    seen("d0", "Ali Khan", story="s"),
    seen("d1", "Khan", country="PAK", story="s"),
    seen("d2", "Ali", country="IND", story="s"),
]
#: A short name stands for a full one that is torn between two countries, and another story settles which it is there.
TORN_BY_LAND = [
    seen("d1", "Zoe Wu", story="s"),
    seen("d2", "Zoe Wu", country="PAK", story="s"),
    seen("d3", "Zoe Wu", country="IND"),
    seen("d4", "Zoe Wu", story="t"),
    seen("d5", "Wu", story="t"),
]
#: Likewise of one country, torn between two middle names.
TORN_BY_NAME = [
    seen("d0", "Ali Khan", country="IND"),
    seen("d1", "Ali Khan", country="IND", story="s"),
    seen("d2", "Ali M. Khan", story="s"),
    seen("d3", "Ali Raza Khan"),
]
#: Spelled out beside an abbreviation that the codebook lists for another.
CALLED_TWO_WAYS = [
    seen("d1", BOARD, kind="organization", story="t"),
    seen("d2", BOARD, kind="organization", country="PAK"),
    seen("d3", BOARD, "KNU", kind="organization", country="IND", story="t"),
]
SAID = (Told("role", "minister", "minister", 0, 8, "minister"),)


class Kept:
    """The store's tables of names, over sightings in memory."""

    def __init__(self, sightings: list[Sighting]) -> None:
        self._by_form = [(form, one) for one in sightings if (form := name_form(one))]

    def linked(self, keys: Iterable[str]) -> Iterator[tuple[str, str, str]]:
        wanted = set(keys)
        yield from ((form, *spellings(form)) for form, _ in self._by_form if wanted & set(spellings(form)))

    def profiles(self, forms: Iterable[str]) -> list[tuple[str, str | None]]:
        wanted = set(forms)
        found = {(form, one.country) for form, one in self._by_form if form in wanted}
        return sorted(found, key=lambda row: (row[0], row[1] or ""))

    def told(self, forms: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        wanted = set(forms)
        for form, one in self._by_form:
            if form in wanted:
                head = (form, one.document, one.actor, one.name, one.published, one.country, None)
                yield (*head, " ".join(one.sectors), "minister")


@settings(max_examples=400, deadline=None)
@given(SIGHTINGS)
@example(AT_ODDS)
@example(TORN_BY_LAND)
@example(TORN_BY_NAME)
@example(CALLED_TWO_WAYS)
def test_who_is_asked_is_one_with_the_bare_one_in_the_register(many: list[Sighting]) -> None:
    sightings = [replace(one, told=SAID) for one in many]
    names = Names(SimpleNamespace(actors=Kept(sightings)))  # type: ignore[arg-type]
    for own in sightings:
        mates = [one for one in sightings if one.story is not None and one.story == own.story and one != own]
        for beside in ([], companions(own, mates)):
            pool = [own, *beside]
            forms = [form for one in pool if (form := name_form(one))]
            names.read(forms)
            faces = [face_of(one) for one in pool]
            heads = names.heads(forms)
            same, _others = namesakes(faces[0], identities([*faces, *heads]))
            asked = {(one.document, one.actor) for one in names.tellers(same).every}
            linked = {face.form for face in heads}
            read = [one for one in sightings if one == own or one in mates or face_of(one).form in linked]
            entry = {place: one.id for one in resolve(read).entries for place in one.sightings}
            assert {entry[place] for place in asked} <= {entry[own.document, own.actor]}, own
