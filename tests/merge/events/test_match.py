"""Do two reports tell one event? What speaks against it, what for it, and what does not matter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from sumber.merge.events.match import ENOUGH, ENOUGH_APART, Verdict, is_same, judge
from sumber.merge.events.sights import Sight, sights
from tests.merge.events.made_sights import any_sight, party, sight
from tests.merge.made_facts import FACTS
from tests.merge.made_records import report

PLAIN = sight("a")
OTHER = sight("b", published="2024-05-06")


def against(one: Sight, other: Sight) -> str:
    verdict = judge(one, other)
    assert verdict.against is not None, verdict
    assert not is_same(one, other, verdict)
    assert (verdict.points, verdict.reasons) == (0.0, ())
    return verdict.against


def same(one: Sight, other: Sight) -> Verdict:
    verdict = judge(one, other)
    assert is_same(one, other, verdict), verdict
    return verdict


def test_the_same_deeds_in_two_languages_are_the_same() -> None:
    english, indonesian = (sights(lang, report(lang, *FACTS, lang=lang), None) for lang in ("en", "id"))
    assert len(english) == len(indonesian) > 5
    for one in english:
        found = [other.event for other in indonesian if is_same(one, other, judge(one, other))]
        assert found == [one.event]


def test_the_reasons_can_be_read() -> None:
    verdict = same(PLAIN, OTHER)
    assert verdict.reasons == (
        "ASSAULT", "on 2024-05-03", "same place", "same actors: soldiers", "same recipients: students",
    )  # fmt: skip


def test_a_year_later_is_another_event() -> None:
    words = against(PLAIN, replace(OTHER, begin="2025-05-03", until="2025-05-03"))
    assert "2024-05-03" in words
    assert "2025-05-03" in words


def test_a_day_apart_is_apart_where_both_days_are_stated_and_may_be_one_where_not() -> None:
    next_day = replace(OTHER, begin="2024-05-04", until="2024-05-04")
    against(PLAIN, next_day)
    same(PLAIN, replace(next_day, time_how="inherited"))
    against(PLAIN, replace(next_day, begin="2024-05-05", until="2024-05-05", time_how="inherited"))


def test_a_week_that_holds_the_day_may_be_the_same() -> None:
    same(PLAIN, replace(OTHER, begin="2024-04-29", until="2024-05-05"))
    against(PLAIN, replace(OTHER, begin="2024-05-05", until="2024-05-12"))


def test_open_dates_meet_what_lies_on_their_open_side() -> None:
    assert judge(PLAIN, replace(OTHER, begin=None)).against is None
    assert judge(PLAIN, replace(OTHER, begin="2024-01-01", until=None)).against is None
    against(PLAIN, replace(OTHER, begin="2024-06-01", until=None))
    assert judge(PLAIN, replace(OTHER, begin=None, until=None)).against is None


def test_who_did_it_to_whom_is_not_turned_round() -> None:
    farmer, soldier = party("a farmer", "AGR"), party("a soldier", "MIL")
    one = replace(PLAIN, actors=(farmer,), recipients=(soldier,))
    assert "the other way round" in against(one, replace(OTHER, actors=(soldier,), recipients=(farmer,)))
    same(one, replace(OTHER, actors=(farmer,), recipients=(soldier,)))
    nowhere = replace(farmer, country=None), replace(soldier, country=None)
    two = replace(PLAIN, actors=nowhere[:1], recipients=nowhere[1:])
    against(two, replace(OTHER, actors=nowhere[1:], recipients=nowhere[:1]))


def test_other_persons_and_other_countries_are_other_parties() -> None:
    banda, phiri = (party(name, None, kind="person") for name in ("Chisomo Banda", "Thandiwe Phiri"))
    assert "Thandiwe Phiri" in against(replace(PLAIN, recipients=(banda,)), replace(OTHER, recipients=(phiri,)))
    against(PLAIN, replace(OTHER, actors=(party("soldiers", "MIL", "ZMB"),)))
    same(replace(PLAIN, recipients=(banda,)), replace(OTHER, recipients=(phiri, banda)))


def test_another_town_is_another_event_and_a_suburb_is_not() -> None:
    assert "places" in against(PLAIN, sight("b", town="Mzuzu"))
    same(PLAIN, sight("b", town="Limbe"))
    assert judge(PLAIN, sight("b", town="Mzuzu", place_how="dateline")).against is None, "a dateline is no scene"


def test_another_country_is_another_event_where_one_says_so() -> None:
    against(PLAIN, replace(OTHER, country="ZMB", place=1, point=None, place_how="dateline"))


def test_a_running_total_is_no_event_and_totals_are_of_one_time() -> None:
    total = replace(OTHER, aggregate=True, begin="2024-02-01", until="2024-05-04")
    assert "total" in against(PLAIN, total)
    assert "totals" in against(total, replace(total, document="c", begin="2024-03-01"))
    assert judge(total, replace(total, document="c")).against is None


def test_a_plan_and_its_deed_are_one_only_on_a_sure_day() -> None:
    planned = replace(OTHER, status="planned")
    same(PLAIN, planned)
    assert "only to come" in against(PLAIN, replace(planned, until="2024-05-06"))
    assert "only to come" in against(PLAIN, replace(planned, begin=None))
    same(replace(PLAIN, status="threatened", until="2024-05-05"), replace(planned, until="2024-05-05"))


def test_contradicting_tolls_are_no_reason_to_part() -> None:
    three, forty = (("killed", 3, 3),), (("killed", 40, None),)
    differing = same(replace(PLAIN, counts=three), replace(OTHER, counts=forty))
    assert differing.points == same(PLAIN, OTHER).points
    agreeing = same(replace(PLAIN, counts=forty), replace(OTHER, counts=forty))
    assert agreeing.points > same(replace(PLAIN, counts=three), replace(OTHER, counts=three)).points > differing.points


def test_types_that_two_coders_may_confuse_can_be_one_event() -> None:
    assert same(PLAIN, replace(OTHER, type="COERCE")).points < same(PLAIN, OTHER).points
    assert "different deeds" in against(PLAIN, replace(OTHER, type="CONSULT"))


def test_two_deeds_of_one_article_are_two() -> None:
    assert "one article" in against(PLAIN, replace(PLAIN, event="e2"))


def test_less_is_enough_inside_a_story() -> None:
    one = replace(PLAIN, story="S1", actors=(), recipients=(), begin="2024-05-01", until="2024-05-20")
    other = replace(OTHER, story="S1", actors=(), recipients=(), begin="2024-05-01", until="2024-05-20")
    points = judge(one, other).points
    assert ENOUGH <= points < ENOUGH_APART
    same(one, other)
    apart = replace(other, story="S2")
    assert not is_same(one, apart, judge(one, apart))
    loose = replace(one, story=None), replace(other, story=None)
    assert not is_same(*loose, judge(*loose)), "two without a story are not in one story"


@pytest.mark.parametrize("field", ["actors", "recipients"])
def test_a_side_that_one_report_leaves_out_parts_nothing(field: str) -> None:
    same(PLAIN, replace(OTHER, **{field: ()}))


@settings(deadline=None, max_examples=150)
@given(any_sight(), any_sight())
def test_a_judgement_has_no_direction(one: Sight, other: Sight) -> None:
    assert judge(one, other) == judge(other, one)


@settings(deadline=None)
@given(any_sight("a"))
def test_a_report_repeated_word_for_word_is_never_excluded(one: Sight) -> None:
    again = judge(one, replace(one, document="b"))
    assert again.against is None
