"""What an article says of an actor in its own words, beside the name; and the sense of a role in two languages."""

from __future__ import annotations

import json

import pytest

from sumber.merge.actors.sighting import sightings
from sumber.merge.actors.stated import sense_of
from sumber.model.record import to_contract
from tests.conftest import Code


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Menteri Luar Negeri", "foreign minister"),
        ("mantan presiden", "former president"),
        ("Wakil Menlu", "deputy foreign minister"),
        ("Gov.", "Gubernur"),
    ],
)
def test_a_role_has_one_sense_in_both_languages(one: str, other: str) -> None:
    assert sense_of(one) == sense_of(other)


@pytest.mark.parametrize(("one", "other"), [("president", "former president"), ("minister", "deputy minister")])
def test_what_makes_it_another_role_is_part_of_the_sense(one: str, other: str) -> None:
    assert sense_of(one) != sense_of(other)


@pytest.mark.parametrize(
    ("text", "lang", "told"),
    [
        (
            "Peruvian President Marta Quispe pardoned four farmers on Saturday.",
            "en",
            {"country": "Peruvian President Marta Quispe", "role": "Peruvian President Marta Quispe"},
        ),
        (
            "Menteri Luar Negeri Peru Ana Rojas memanggil duta besar Ekuador, Rabu (12/6/2024).",
            "id",
            {"country": "Peru Ana Rojas", "role": "Menteri Luar Negeri Peru Ana Rojas"},
        ),
        ("Marta Quispe met the president of Ghana in Accra on Saturday.", "en", {}),
    ],
)
def test_only_what_stands_beside_the_name_is_said_of_it(code: Code, text: str, lang: str, told: dict[str, str]) -> None:
    record = json.loads(json.dumps(to_contract(code(text, lang, "2024-06-12"))))
    people = [one for one in sightings("d", record, None) if one.name in ("Marta Quispe", "Ana Rojas")]
    assert [{one.field: one.words for one in person.told} for person in people] == [told]
    for one in people[0].told:
        assert text[one.start : one.end] == one.words
