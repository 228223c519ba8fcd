"""Whoever is asked about a bare name is, for the register of the whole corpus, the one who bears it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from hypothesis import given, settings

from sumber.merge.actors.identity import are_companions, face_of, identities, name_form, namesakes, spellings
from sumber.merge.actors.register import Sighting, resolve
from sumber.merge.actors.sightings_kept import Names
from sumber.merge.actors.stated import Told
from tests.merge.test_register_laws import SIGHTINGS

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
def test_who_is_asked_is_one_with_the_bare_one_in_the_register(many: list[Sighting]) -> None:
    sightings = [replace(one, told=SAID) for one in many]
    entry = {place: one.id for one in resolve(sightings).entries for place in one.sightings}
    names = Names(SimpleNamespace(actors=Kept(sightings)))  # type: ignore[arg-type]
    for own in sightings:
        mates = [one for one in sightings if one.story is not None and one.story == own.story and one != own]
        for companions in ([], [one for one in mates if are_companions(own, one)]):
            pool = [own, *companions]
            forms = [form for one in pool if (form := name_form(one))]
            names.read(forms)
            faces = [face_of(one) for one in pool]
            same, _others = namesakes(faces[0], identities([*faces, *names.heads(forms)]))
            asked = {(one.document, one.actor) for one in names.tellers(same).every}
            assert {entry[place] for place in asked} <= {entry[own.document, own.actor]}, own
