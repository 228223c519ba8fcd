"""Tolls side by side: what contradicts what, what came after what, how totals ran on."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sumber.merge.tolls import Figure, bounds, compare, series, summary
from sumber.merge.tolls.groups import relation, whose


def figure(
    origin: str, low: int | None, high: int | None, published: str | None = "2021-09-01", **other: Any
) -> Figure:
    base: dict[str, Any] = {
        "document": f"{origin}-{published}", "event": "e1", "quantity": "q1", "what": "killed", "who": "people",
        "approx": False, "since": None, "as_of": None, "outlet": "Harbour Post", "via": (), "words": "",
        "aggregate": False, "subject": ("MWI",),
    }  # fmt: skip
    return Figure(**{**base, "origin": origin, "min": low, "max": high, "published": published, **other})


def total(origin: str, low: int | None, high: int | None, day: str, **other: Any) -> Figure:
    since = other.pop("since", "2021-02-01")
    return figure(origin, low, high, day, as_of=day, since=since, aggregate=True, **other)


def kinds(*told: Figure) -> list[tuple[str, Any, Any]]:
    return [(d.kind, d.a.min, d.b.min) for d in compare(told)]


# --- compare


def test_four_and_at_least_nine_contradict() -> None:
    (found,) = compare([figure("a surgeon", 9, None, via=("Reuters",)), figure("police", 4, 4)])
    assert (found.kind, found.what) == ("contradiction", "killed")
    assert "≥9 by a surgeon via Reuters (Harbour Post, 2021-09-01)" in found.words
    assert "both cannot hold" in found.words


def test_at_least_nine_and_twelve_can_both_hold() -> None:
    assert kinds(figure("a", 9, None), figure("b", 12, 12), figure("c", None, 20)) == []


def test_an_approximate_figure_has_a_tenth_of_room() -> None:
    assert kinds(figure("a", 20, 20, approx=True), figure("b", 22, 22)) == []
    assert kinds(figure("a", 20, 20, approx=True), figure("b", 23, 23)) != []


def test_soldiers_and_civilians_are_not_compared() -> None:
    assert kinds(figure("a", 4, 4, who="soldiers"), figure("b", 9, 9, who="warga sipil")) == []


def test_children_contradict_all_only_where_they_are_more() -> None:
    assert kinds(figure("a", 7, 7, who="children"), figure("b", 31, 31)) == []
    assert kinds(figure("a", 7, 7, who="children"), figure("b", 4, 4)) != []


def test_killed_and_injured_are_not_compared() -> None:
    assert kinds(figure("a", 4, 4), figure("b", 9, 9, what="injured")) == []


def test_a_newer_figure_of_the_same_source_replaces_the_older() -> None:
    told = [figure("police", 4, 4), figure("The Police", 9, 9, "2021-09-02"), figure("a surgeon", 9, None)]
    assert kinds(*told) == [("superseded", 4, 9)]


def test_one_voice_in_two_reports_contradicts_once() -> None:
    again = figure("police", 4, 4, document="copy", outlet="Another")
    assert len(kinds(figure("police", 4, 4), again, figure("a surgeon", 9, None))) == 1


def test_totals_to_different_days_contradict_only_where_the_earlier_is_higher() -> None:
    assert kinds(total("a", 870, None, "2021-06-22"), total("b", 883, 883, "2021-07-01")) == []
    assert kinds(total("a", 870, None, "2021-06-22"), total("b", 300, 300, "2021-06-22")) != []
    assert kinds(total("a", 870, 870, "2021-06-22"), total("b", 300, 300, "2021-07-01")) != []
    assert kinds(total("a", 870, 870, "2021-06-22"), total("b", 3, 3, "2021-06-22", since="2021-06-01")) == []


def test_a_total_that_went_down_is_said_to() -> None:
    (found,) = compare([total("a", 870, 870, "2021-06-22"), total("a", 860, 860, "2021-07-01")])
    assert found.kind == "superseded"
    assert "went down" in found.words


# --- series and summary


def test_one_monitor_is_one_series_and_another_another() -> None:
    told = [
        total("AAPP", 883, 883, "2021-07-01", since=None),
        total("AAPP", 870, None, "2021-06-22", who="civilians"),
        total("UN", 880, 880, "2021-07-02"),
        figure("AAPP", 5, 5),
    ]
    assert [(s.origin, s.since, [f.min for f in s.figures]) for s in series(told)] == [
        ("AAPP", "2021-02-01", [870, 883]),
        ("UN", "2021-02-01", [880]),
    ]


def test_totals_of_soldiers_are_a_series_of_their_own() -> None:
    told = [total("UN", 870, None, "2021-06-22"), total("UN", 40, None, "2021-07-01", who="soldiers")]
    assert [s.who for s in series(told)] == ["", "soldiers"]


def test_a_total_without_beginning_stands_alone_where_two_could_take_it() -> None:
    told = [
        total("UN", 5, 5, "2021-06-22", since="2021-02-01"),
        total("UN", 2, 2, "2021-06-22", since="2021-06-01"),
        total("UN", 6, 6, "2021-06-22", since=None),
    ]
    assert [s.since for s in series(told)] == [None, "2021-02-01", "2021-06-01"]


def test_summary_gives_the_range_and_counts_sources() -> None:
    told = [figure("police", 4, 4), figure("Police", 4, 4, document="copy"), figure("a surgeon", 9, None)]
    (found,) = summary([*told, figure("police", 3, 3, part=True)])
    assert (found.min, found.max, found.highest, found.origins) == (4, None, 9, 2)
    (found,) = summary([figure("a", 4, 4), figure("b", 11, 19)])
    assert (found.min, found.max, found.highest) == (4, 19, 19)


def test_nothing_gives_nothing() -> None:
    assert compare([]) == series([]) == summary([]) == ()
    assert kinds(figure("a", None, None), figure("b", 3, 3)) == []


def test_bounds_are_written_short() -> None:
    shown = [bounds(figure("a", *pair)) for pair in ((12, 12), (870, None), (None, 40), (11, 19), (None, None))]
    assert shown == ["12", "≥870", "≤40", "11–19", "?"]
    assert bounds(figure("a", 1200, None, approx=True)) == "~≥1,200"


# --- properties

DAYS = st.sampled_from([None, "2021-06-22", "2021-06-23", "2021-07-01"])
NUMBERS = st.one_of(st.none(), st.integers(0, 12))
FIGURES = st.builds(
    lambda pair, **rest: figure(rest.pop("origin"), *pair, rest.pop("published"), **rest),
    pair=st.tuples(NUMBERS, NUMBERS).map(lambda p: p if None in p else (min(p), max(p))),
    origin=st.sampled_from(["police", "The police", "AFP", "a surgeon"]),
    published=DAYS,
    document=st.sampled_from(["d1", "d2", "d3"]),
    what=st.sampled_from(["killed", "injured"]),
    who=st.sampled_from([None, "orang", "soldiers", "warga sipil", "children", "dockers"]),
    approx=st.booleans(),
    since=st.sampled_from([None, None, "2021-02-01", "2021-05-01"]),
    as_of=DAYS,
    part=st.booleans(),
    stance=st.sampled_from([None, "asserts", "denies"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(FIGURES, max_size=10).flatmap(lambda told: st.tuples(st.just(told), st.permutations(told))))
def test_order_does_not_matter(pair: tuple[list[Figure], list[Figure]]) -> None:
    told, shuffled = pair
    assert compare(told) == compare(shuffled)
    assert series(told) == series(shuffled)
    assert summary(told) == summary(shuffled)


@settings(max_examples=150, deadline=None)
@given(st.lists(FIGURES, max_size=10))
def test_what_is_said_of_figures_is_in_them(told: list[Figure]) -> None:
    for found in summary(told):
        assert set(found.figures) <= set(told)
        assert 1 <= found.origins <= len(found.figures)
        assert found.min is None or found.min in {f.min for f in found.figures}
    in_series = [f for one in series(told) for f in one.figures]
    assert len(in_series) == len(set(in_series))
    assert set(in_series) == {f for f in told if f.total and f.upheld and not f.part and (f.min, f.max) != (None, None)}
    for pair in compare(told):
        assert pair.a.what == pair.b.what == pair.what


@given(FIGURES, FIGURES)
def test_contradiction_is_symmetric(a: Figure, b: Figure) -> None:
    opposite = {"same": "same", "within": "holds", "holds": "within", "apart": "apart"}
    assert relation(whose(b.who), whose(a.who)) == opposite[relation(whose(a.who), whose(b.who))]
    assert compare([a, b]) == compare([b, a])
