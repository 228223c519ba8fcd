"""Of whom and by whom: the words of the codebook and their keys."""

from __future__ import annotations

from typing import Any

import pytest

from sumber.codebook import entries
from sumber.merge.tolls.groups import LANGUAGES, heading, is_part, origin_key, relation, whose

CARDS = entries("plover", "tolls.yaml")


@pytest.mark.parametrize("example", CARDS["examples"], ids=lambda e: f"{e['a']} / {e['b']}")
def test_example_of_the_groups(example: dict[str, Any]) -> None:
    assert relation(whose(example["a"]), whose(example["b"])) == example["is"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_examples_of_parts(lang: str) -> None:
    for example in entries(lang, "tolls.yaml")["examples"]:
        assert is_part(example["before"], example["words"], None, example["given"]) is example["part"], example


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_are_of_known_groups(lang: str) -> None:
    table = entries(lang, "tolls.yaml")
    assert set(table["groups"]) == set(CARDS["groups"])
    assert all(phrase == phrase.lower() for phrases in table["groups"].values() for phrase in phrases)
    assert len(table["chart"]["months"]) == 12


def test_names_of_one_source_are_one() -> None:
    assert origin_key("The United Nations") == origin_key("PBB") == origin_key("united  nations")
    assert origin_key("Agence France-Presse") == origin_key("AFP")
    assert origin_key("police") != origin_key("witnesses")


def test_whole_tolls_share_a_heading() -> None:
    assert heading(whose("civilians"), ()) == heading(whose(None), ()) == heading(whose("orang"), ()) == ""
    assert heading(whose("anak-anak"), ()) == "children"
    assert heading(whose("Indian soldiers"), ("IND",)) == "soldiers"
