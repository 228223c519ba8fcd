"""From pairs to events: the surest join first, none that exclude each other meet, people stand above all."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sumber.merge.events.groups import Answer, Group, Link, Pair, group, pair_of
from sumber.merge.events.match import is_same, judge
from sumber.merge.events.sights import Sight
from tests.merge.events.made_sights import any_sight, sight

A, B, C, D = (sight(key) for key in "abcd")
ABC = [A, B, C]


def links(*pairs: tuple[Sight, Sight, float]) -> list[Link]:
    return [Link(one.name, other.name, points, "a test says so") for one, other, points in pairs]


def found(groups: tuple[Group, ...]) -> list[str]:
    return ["".join(member[0] for member in one.members) for one in groups]


def judged(reports: list[Sight]) -> list[Link]:
    made = []
    for one, other in combinations(reports, 2):
        verdict = judge(one, other)
        if is_same(one, other, verdict):
            made.append(Link(one.name, other.name, verdict.points, "; ".join(verdict.reasons)))
    return made


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Sight], dict[Pair, Answer]]:
    """Reports of some documents, and what people decided on some of their pairs."""
    reports = [
        draw(any_sight(document, f"e{number}"))
        for document in "abcde"[: draw(st.integers(2, 5))]
        for number in range(1, draw(st.integers(1, 2)) + 1)
    ]
    pairs = [pair_of(one.name, other.name) for one, other in combinations(reports, 2)]
    answers: st.SearchStrategy[Answer] = st.sampled_from(["same", "different", "unsure"])
    return reports, draw(st.dictionaries(st.sampled_from(pairs), answers, max_size=2))


def test_linked_reports_are_one_event_and_the_rest_are_events_of_their_own() -> None:
    groups = group([D, C, B, A], links((A, B, 5), (C, B, 4)))
    assert found(groups) == ["abc", "d"]
    assert groups[0].id == "Ea.e1"
    assert [(link.a, link.b) for link in groups[0].links] == [("a.e1", "b.e1"), ("c.e1", "b.e1")]
    assert groups[1].links == ()


def test_an_event_is_named_after_its_first_report() -> None:
    early = replace(C, published="2024-05-01")
    assert group([A, early], links((A, early, 5)))[0].id == "Ec.e1"
    undated = replace(A, published=None)
    assert group([undated, C], links((undated, C, 5)))[0].id == "Ec.e1"


def test_no_group_holds_two_that_exclude_each_other_and_the_surer_link_wins() -> None:
    far = sight("c", town="Mzuzu")
    loose = replace(B, place_how="dateline")
    assert found(group([A, loose, far], links((A, loose, 5), (loose, far, 6)))) == ["a", "bc"]
    assert found(group([A, loose, far], links((A, loose, 6), (loose, far, 5)))) == ["ab", "c"]


def test_two_deeds_of_one_article_never_meet_through_a_third() -> None:
    second = replace(A, event="e2")
    assert found(group([A, second, B], links((A, B, 5), (second, B, 5)))) == ["ab", "a"]


def test_links_to_reports_that_are_not_here_are_passed_over() -> None:
    assert found(group([A, B], links((A, D, 9), (B, D, 9)))) == ["a", "b"]


def test_same_joins_what_the_rules_keep_apart() -> None:
    far = sight("b", town="Mzuzu")
    assert found(group([A, far], [])) == ["a", "b"]
    (one,) = group([A, far], [], {("a.e1", "b.e1"): "same"})
    assert one.links[0].reason == "a coder says so"
    loose = replace(C, place_how="dateline")
    assert found(group([A, far, loose], links((A, loose, 5)), {("a.e1", "b.e1"): "same"})) == ["abc"]


def test_different_parts_what_the_rules_join_and_keeps_it_apart_through_others() -> None:
    decided: dict[Pair, Answer] = {("a.e1", "b.e1"): "different"}
    assert found(group([A, B], links((A, B, 9)), decided)) == ["a", "b"]
    assert found(group(ABC, links((A, C, 6), (B, C, 5)), decided)) == ["ac", "b"]


def test_unsure_leaves_it_to_the_rules() -> None:
    decided: dict[Pair, Answer] = {("a.e1", "b.e1"): "unsure"}
    assert found(group([A, B], links((A, B, 5)), decided)) == ["ab"]
    assert found(group([A, B], [], decided)) == ["a", "b"]
    far, loose = sight("b", town="Mzuzu"), replace(C, place_how="dateline")
    pairs = links((A, loose, 6), (loose, far, 5))
    assert found(group([A, far, loose], pairs)) == ["ac", "b"]
    assert found(group([A, far, loose], pairs, decided)) == ["ac", "b"], "who is unsure does not lift what excludes"


@pytest.mark.parametrize("names", [("b", "a"), ("a", "b")])
def test_a_pair_has_one_order(names: tuple[str, str]) -> None:
    assert pair_of(*names) == ("a", "b")


@settings(deadline=None, max_examples=60)
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_reports_links_and_decisions_does_not_matter(
    world: tuple[list[Sight], dict[Pair, Answer]], random: object
) -> None:
    reports, decided = world
    made = judged(reports)
    first = group(reports, made, decided)
    reports, made, answers = list(reports), list(made), list(decided.items())
    for values in (reports, made, answers):
        random.shuffle(values)  # type: ignore[attr-defined]
    assert group(reports, made, dict(answers)) == first


@settings(deadline=None, max_examples=60)
@given(worlds())
def test_each_report_has_one_event_and_no_event_breaks_a_rule(world: tuple[list[Sight], dict[Pair, Answer]]) -> None:
    reports, decided = world
    groups = group(reports, judged(reports), decided)
    by_name = {one.name: one for one in reports}
    assert sorted(name for one in groups for name in one.members) == sorted(by_name)
    if "same" in decided.values():
        return
    for one in groups:
        for pair in combinations(one.members, 2):
            assert decided.get(pair_of(*pair)) != "different"
            assert judge(by_name[pair[0]], by_name[pair[1]]).against is None
