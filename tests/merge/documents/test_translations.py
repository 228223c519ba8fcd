"""Translations: the same names, places, numbers and days in the same order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sumber.merge.documents.translations import LEAST, Anchor, anchors, is_translation
from tests.merge.made_facts import ARREST, CLASH, CURFEW, DEATHS, FACTS, STRIKE, TALKS, VISIT
from tests.merge.made_records import Fact, report

ANCHORS = st.lists(st.sampled_from(["g:1", "g:2", "g:MWI", "p:banda", "p:phiri", "n:killed:3:3", "t:a:a"]), max_size=14)


def spread(names: list[str]) -> tuple[Anchor, ...]:
    return tuple((10 * i, 10 * i + 5, name) for i, name in enumerate(names))


def translated(one: tuple[Fact, ...], other: tuple[Fact, ...]) -> tuple[object, ...]:
    return is_translation(anchors(report("a", *one, lang="en")), anchors(report("b", *other, lang="id")))


def test_a_translated_report_is_known_with_the_pairs_that_say_so() -> None:
    english, indonesian = report("a", *FACTS, lang="en"), report("b", *FACTS, lang="id")
    pairs = is_translation(anchors(english), anchors(indonesian))
    texts = [(english["text"][a:b], indonesian["text"][c:d]) for (a, b), (c, d) in pairs]
    assert ("forty", "empat puluh") in texts
    assert ("Thandiwe Phiri", "Thandiwe Phiri") in texts
    assert ("Friday", "Jumat") in texts
    assert len(pairs) == len(anchors(english)) == len(anchors(indonesian))


def test_a_translation_cut_short_is_one() -> None:
    assert translated((ARREST, CLASH, DEATHS, VISIT, TALKS), (ARREST, CLASH, DEATHS))


def test_another_report_of_the_affair_in_its_own_order_is_none() -> None:
    assert not translated((ARREST, CLASH, DEATHS, VISIT), (VISIT, STRIKE, CURFEW, ARREST))
    assert not translated((ARREST, CLASH, DEATHS, VISIT), (VISIT, DEATHS, CLASH, ARREST))


def test_whoever_counts_other_dead_has_not_translated() -> None:
    told = (ARREST, CLASH, DEATHS, VISIT)
    more = replace(DEATHS, id=DEATHS.id.replace("tiga", "lima"), count=("killed", 5, 5))
    assert translated(told, told)
    assert not translated(told, (ARREST, CLASH, more, VISIT))
    assert translated(told, (ARREST, CLASH, DEATHS, more, VISIT)), "a figure added leaves the translated one"
    pay = replace(TALKS, count=("money", 1_400_000, None))
    assert translated((*told, TALKS), (*told, pay)), "sums are converted"


def test_too_little_in_common_is_none() -> None:
    assert not translated((CURFEW,), (CURFEW,)), "two anchors do not tell a translation"
    assert not translated((), FACTS)


def test_countries_alone_do_not_tell_a_translation() -> None:
    states = spread(["g:MWI", "g:ZMB"] * 5)
    assert not is_translation(states, states)
    telling = spread(["g:MWI", "p:banda", "n:killed:3:3", "g:ZMB", "t:a:a", "g:MWI", "g:1"])
    assert is_translation(telling, telling)


def test_only_names_in_the_running_text_are_anchors() -> None:
    record = report("a", DEATHS, VISIT)
    assert {name.partition(":")[0] for _, _, name in anchors(record)} == {"p", "g", "n", "t"}
    record["layout"][1]["kind"] = "furniture"
    assert {name for _, _, name in anchors(record)} == {name for _, _, name in anchors(report("b", DEATHS))}
    record = report("a", VISIT)
    for actor in record["actors"]:
        for mention in actor["mentions"]:
            mention["how"] = "pronoun"
    assert not [name for _, _, name in anchors(record) if name.startswith("p:")], "a pronoun stands elsewhere"


@given(ANCHORS, ANCHORS)
def test_pairs_denote_the_same_and_never_cross(one: list[str], other: list[str]) -> None:
    a, b = spread(one), spread(other)
    pairs = is_translation(a, b)
    assert not pairs or len(pairs) >= LEAST
    names = {(start, end): name for start, end, name in a}, {(start, end): name for start, end, name in b}
    assert all(names[0][here] == names[1][there] for here, there in pairs)
    assert [there for _, there in pairs] == sorted(there for _, there in pairs)
    assert [here for here, _ in pairs] == sorted(here for here, _ in pairs)
