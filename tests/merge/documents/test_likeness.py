"""Likeness: what an article is about, in its language and without one."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sumber.merge.documents.likeness import KEPT, features, free_likeness, likeness
from sumber.merge.documents.stories import FREE_LIKE, LIKE
from tests.merge.made_facts import ARREST, CLASH, CURFEW, DEATHS, FACTS, STRIKE, TALKS, VISIT
from tests.merge.made_records import MZUZU, Fact, report

WEIGHTS = st.dictionaries(st.sampled_from(["w:a", "w:b", "w:c", "g:1", "p:x"]), st.floats(0.01, 10), max_size=5)
WEATHER = Fact("Cyclone season brought heavier rainfall to coastal plantations, meteorologists in Antananarivo warned.")


def test_an_article_is_wholly_like_itself() -> None:
    about = features(report("a", *FACTS))
    assert math.isclose(likeness(about, about), 1.0)
    assert math.isclose(free_likeness(about, about), 1.0)
    assert len(about) <= KEPT


def test_reports_of_one_affair_are_near_and_others_are_not() -> None:
    one, other = features(report("a", ARREST, DEATHS)), features(report("b", DEATHS, CURFEW))
    weather = features(report("c", WEATHER))
    assert likeness(one, other) > LIKE
    assert likeness(one, weather) < LIKE / 3


def test_two_languages_meet_in_names_places_and_days() -> None:
    one, other = features(report("a", VISIT, TALKS, lang="en")), features(report("b", TALKS, VISIT, lang="id"))
    elsewhere = features(report("c", CLASH, STRIKE, lang="id"))
    assert free_likeness(one, other) > FREE_LIKE
    assert free_likeness(one, elsewhere) < free_likeness(one, other) / 2
    assert free_likeness(one, features(report("d", WEATHER))) == 0.0


def test_the_words_that_everybody_uses_say_little_or_nothing() -> None:
    about = features(report("a", Fact("They said that it was there and that they had been with the plantation.")))
    assert "w:that" not in about
    assert "w:the" not in about
    assert max(weight for name, weight in about.items() if name != "w:plantat") < about["w:plantat"] / 3


def test_inflections_of_a_word_are_one_and_the_title_counts_double() -> None:
    first = report("a", Fact("Plantation owners disagreed."))
    second = report("b", Fact("Plantations disagreed."))
    assert set(features(first)) >= {"w:plantat"} <= set(features(second))
    titled = report("c", Fact("Plantation owners disagreed. Smugglers vanished."))
    titled["layout"][0] |= {"kind": "title", "end": 17}
    titled["layout"].append({"kind": "paragraph", "start": 17, "end": len(titled["text"])})
    plain = features(report("d", Fact("Plantation owners disagreed. Smugglers vanished.")))
    about = features(titled)
    assert about["w:plantat"] / about["w:smuggle"] > plain["w:plantat"] / plain["w:smuggle"]


def test_furniture_is_not_what_an_article_is_about() -> None:
    record = report("a", ARREST, WEATHER)
    record["layout"][1]["kind"] = "furniture"
    assert features(record) == features(report("b", ARREST))


def test_names_places_and_deeds_stand_for_themselves_in_any_language() -> None:
    both = [features(report("a", VISIT, lang=lang)) for lang in ("en", "id")]
    free = [{name for name in about if name[:2] != "w:"} for about in both]
    assert free[0] == free[1] >= {f"g:{MZUZU[0]}", "e:CONSULT:2024-05-04"}
    assert sum(name.startswith("p:") for name in free[0]) == 2


@given(WEIGHTS, WEIGHTS)
def test_likeness_has_no_direction(one: dict[str, float], other: dict[str, float]) -> None:
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert free_likeness(one, other) == pytest.approx(free_likeness(other, one))
    assert free_likeness(one, other) <= 1.000001
