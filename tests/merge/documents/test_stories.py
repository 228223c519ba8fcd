"""Stories: each document follows the nearest one before it; the trees are the same in any order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sumber.merge.documents.stories import COPY, DAYS, Telling, days_between, forerunner, nearness, trees

BEGIN = date(2024, 5, 1)


def telling(key: str, day: int | None, lang: str = "en", **weights: float) -> Telling:
    """Weights: w_x is a word, p_x a name."""
    length = sum(weight**2 for weight in weights.values()) ** 0.5 or 1.0
    about = {name.replace("_", ":"): weight / length for name, weight in weights.items()}
    return Telling(key, None if day is None else (BEGIN + timedelta(day)).isoformat(), lang, about)


FIRST = telling("a", 0, w_flood=1, w_bridge=1)


@st.composite
def corpora(draw: st.DrawFn) -> list[Telling]:
    count = draw(st.integers(2, 9))
    weights = st.dictionaries(st.sampled_from(["w_a", "w_b", "p_c", "g_d"]), st.integers(1, 3), max_size=4)
    day = st.one_of(st.none(), st.integers(0, 12))
    return [telling(f"k{n}", draw(day), draw(st.sampled_from(["en", "id"])), **draw(weights)) for n in range(count)]


def test_the_nearest_document_before_it_is_followed() -> None:
    near = telling("b", 1, w_flood=1, w_bridge=1, w_river=1)
    child = telling("c", 2, w_flood=1, w_bridge=1, w_river=1)
    found = forerunner(child, [FIRST, near, child])
    assert found is not None
    assert (found.key, found.parent, found.likeness) == ("c", "b", 1.0)


def test_one_that_came_later_is_not_followed_however_near_it_is() -> None:
    later = telling("b", 1, w_flood=1, w_bridge=1)
    assert forerunner(FIRST, [later]) is None
    found = forerunner(later, [FIRST])
    assert found is not None
    assert found.parent == "a"


def test_of_one_day_the_key_says_which_is_first() -> None:
    twin = telling("b", 0, w_flood=1, w_bridge=1)
    assert forerunner(FIRST, [twin]) is None
    assert forerunner(twin, [FIRST]) is not None


def test_of_two_equally_near_the_first_key_is_followed() -> None:
    twin, child = telling("b", 0, w_flood=1, w_bridge=1), telling("c", 1, w_flood=1, w_bridge=1)
    for others in ([FIRST, twin], [twin, FIRST]):
        found = forerunner(child, others)
        assert found is not None
        assert found.parent == "a"


def test_an_affair_rests_after_some_days_but_goes_on_through_what_lies_between() -> None:
    last, beyond = telling("b", DAYS, w_flood=1, w_bridge=1), telling("c", DAYS + 1, w_flood=1, w_bridge=1)
    assert nearness(FIRST, last) == 1.0
    assert nearness(FIRST, beyond) == 0.0
    assert forerunner(beyond, [FIRST]) is None
    found = forerunner(beyond, [FIRST, last])
    assert found is not None
    assert trees("abc", {"c": found.parent, "b": "a"})["c"] == "a"


def test_a_copy_is_followed_over_any_distance_and_before_any_other() -> None:
    old, near = telling("a", 0, w_x=1), telling("b", 29, w_flood=1)
    child = telling("c", 30, w_flood=3, w_river=1)
    found = forerunner(child, [near, old], {"a"})
    assert found is not None
    assert (found.parent, found.likeness) == ("a", COPY)


def test_without_a_day_a_document_follows_copies_only_and_is_last() -> None:
    undated = telling("a", None, w_flood=1, w_bridge=1)
    other = telling("b", 3, w_flood=1, w_bridge=1)
    assert forerunner(undated, [other]) is None
    assert forerunner(undated, [other], {"b"}) is not None
    assert forerunner(other, [undated], {"a"}) is None


def test_across_languages_only_what_has_no_language_counts() -> None:
    loan = telling("b", 1, "id", w_flood=1, w_bridge=1)
    assert nearness(FIRST, loan) == 0.0
    named = telling("c", 0, "en", w_flood=1, p_banda=1), telling("d", 1, "id", w_banjir=1, p_banda=1)
    assert nearness(*named) == 1.0


def test_days_between_have_no_sign() -> None:
    assert days_between("2024-02-28", "2024-03-01") == days_between("2024-03-01", "2024-02-28") == 2


def test_trees_give_each_document_its_first() -> None:
    parents = {"b": "a", "c": "b", "e": "d"}
    assert trees(["c", "e", "a", "b", "d"], parents) == {"a": "a", "b": "a", "c": "a", "d": "d", "e": "d"}


def grown(tellings: Sequence[Telling]) -> dict[str, str]:
    """The forest as the corpus grows it: a newcomer finds its forerunner, later ones may turn to it."""
    parents: dict[str, tuple[float, str]] = {}
    here: list[Telling] = []
    for new in tellings:
        before = forerunner(new, here)
        if before is not None:
            parents[new.key] = (-before.likeness, before.parent)
        for other in here:
            if other.order > new.order and (near := nearness(other, new)):
                parents[other.key] = min(parents.get(other.key, (0.0, "")), (-near, new.key))
        here.append(new)
    return trees([one.key for one in here], {key: parent for key, (_, parent) in parents.items()})


@settings(deadline=None, max_examples=80)
@given(corpora(), st.randoms(use_true_random=False))
def test_the_forest_is_the_same_for_any_order(tellings: list[Telling], random: object) -> None:
    shuffled = list(tellings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    ordered = sorted(tellings, key=lambda one: one.order)
    assert grown(shuffled) == grown(ordered) == grown(ordered[::-1])


@settings(deadline=None, max_examples=80)
@given(corpora())
def test_whom_a_document_follows_is_earlier_near_and_nearest(tellings: list[Telling]) -> None:
    for child in tellings:
        found = forerunner(child, tellings)
        earlier = [nearness(child, one) for one in tellings if one.order < child.order]
        assert (found.likeness if found else 0.0) == max(earlier, default=0.0)
