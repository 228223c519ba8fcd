"""Neither order nor company changes the register, and nothing in one entry contradicts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sumber.merge.actors.names import compare_people, form, is_full
from sumber.merge.actors.register import Sighting, blocks, resolve
from tests.merge.made import seen

PEOPLE = (
    "Ali Khan",
    "Ali M. Khan",
    "Ali Mirza Khan",
    "Ali Raza Khan",
    "Khan Ali",
    "Aly Khan",
    "Khan",
    "A. Khan",
    "Ali",
)
BODIES = ("Aliansi Rakyat Bersatu", "Aliansi Rakyat", "ARB", "Arab Relief Board", "KNU", "PBB", "UN", "United Nations")


def some(kind: str, names: Sequence[str]) -> st.SearchStrategy[Callable[[int], Sighting]]:
    def make(called: list[str], country: str | None, sector: str, story: str | None, day: str | None) -> Any:
        own = called if kind != "person" else called[:1]
        return lambda i: seen(f"d{i}", *own, kind=kind, country=country, sectors=(sector,), published=day, story=story)

    return st.builds(
        make,
        st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True),
        st.sampled_from([None, None, "PAK", "IND"]),
        st.sampled_from(["GOV", "CVL", "MIL"]),
        st.sampled_from([None, "s", "t"]),
        st.sampled_from([None, "2024-01-01", "2024-01-02"]),
    )


SIGHTINGS = st.lists(
    st.one_of(some("person", PEOPLE), some("organization", BODIES), some("person", ("Zoe Wu", "Wu"))), max_size=14
).map(lambda makers: [make(i) for i, make in enumerate(makers)])


@settings(max_examples=400, deadline=None)
@given(SIGHTINGS, st.randoms(use_true_random=False))
def test_order_changes_nothing(many: list[Sighting], chance: Any) -> None:
    other = list(many)
    chance.shuffle(other)
    assert resolve(many) == resolve(other)


@settings(max_examples=400, deadline=None)
@given(SIGHTINGS)
def test_each_part_alone_gives_the_same(many: list[Sighting]) -> None:
    parts: list[tuple[set[str], list[Sighting]]] = []
    for sighting in many:
        keys, members = set(blocks(sighting)), [sighting]
        for part in [part for part in parts if part[0] & keys]:
            parts.remove(part)
            keys |= part[0]
            members += part[1]
        parts.append((keys, members))
    alone = [resolve(members) for _, members in parts]
    whole = resolve(many)
    assert set(whole.entries) == {entry for register in alone for entry in register.entries}
    assert set(whole.candidates) == {candidate for register in alone for candidate in register.candidates}


@settings(max_examples=400, deadline=None)
@given(SIGHTINGS)
def test_all_sightings_stand_once_and_none_in_one_entry_contradict(many: list[Sighting]) -> None:
    register = resolve(many)
    of = {(sighting.document, sighting.actor): sighting for sighting in many}
    assert sorted(key for entry in register.entries for key in entry.sightings) == sorted(of)
    for entry in register.entries:
        members = [of[key] for key in entry.sightings]
        assert len({member.kind for member in members}) == 1
        for a, b in combinations(members, 2):
            if entry.kind == "person":
                assert a.country == b.country or None in (a.country, b.country)
                full = is_full(form(a.name)) and is_full(form(b.name))
                assert not full or compare_people(form(a.name), form(b.name)) == "same"
    ids = {entry.id for entry in register.entries}
    assert all({one.a, one.b} <= ids and one.a < one.b for one in register.candidates)
