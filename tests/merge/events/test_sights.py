"""Sights: what is kept of a report, and the keys by which reports of one event find each other."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

from hypothesis import given

from sumber.merge.events.match import is_same, judge
from sumber.merge.events.sights import Sight, block_keys, sights, unpacked
from tests.merge.events.made_sights import any_sight, party, sight
from tests.merge.made_facts import ARREST, CLASH, QUOTE, TALKS, VISIT
from tests.merge.made_records import BLANTYRE, Fact, report


def keys(one: Sight) -> set[str]:
    return set(block_keys(one))


def test_a_report_is_seen_with_its_fields() -> None:
    one, other = sights("doc", report("x", ARREST, QUOTE, VISIT), "Sdoc")
    assert (one.name, one.type, one.modes, one.story) == ("doc.e1", "COERCE", ("arrest",), "Sdoc")
    assert (one.begin, one.until, one.days, one.published) == ("2024-05-03", "2024-05-03", 1, "2024-05-04")
    assert (one.place, one.country, one.point) == (BLANTYRE[0], "MWI", BLANTYRE[2:])
    assert one.counts == (("arrested", 40, 40),)
    assert [p.words for p in one.actors] == [()], "a group has no proper name"
    assert (one.actors[0].sector, one.actors[0].country) == ("COP", "MWI")
    assert other.name == "doc.e2"
    assert [p.name for p in (*other.actors, *other.recipients)] == ["Thandiwe Phiri", "Kondwani Mbewe"]
    assert all(p.words for p in (*other.actors, *other.recipients))


def test_the_words_of_the_trigger_are_where_the_sight_says() -> None:
    record = report("x", CLASH, TALKS, lang="id")
    assert [record["text"][s.start : s.end] for s in sights("k", record, None)] == ["melempari", "menandatangani"]


def test_what_a_report_does_not_state_is_not_seen() -> None:
    (one,) = sights("k", report("x", Fact("Somebody {t:shot} somebody."), day=None), None)
    assert (one.begin, one.until, one.days, one.place, one.country, one.point) == (None,) * 6
    assert (one.published, one.actors, one.counts) == (None, (), ())
    assert keys(one) == set(), "without a story, a day or a place it is found by nothing"
    assert keys(replace(one, story="S1")) == {"s:S1"}


def test_a_dated_deed_is_found_by_place_and_month_by_name_and_month_by_country_and_day() -> None:
    named = sight(actors=(party("Chisomo Banda", kind="person"),), recipients=(party("Zambia", None, "ZMB", "state"),))
    surname = named.actors[0].words[-1]
    assert keys(named) == {f"g:{BLANTYRE[0]}:2024-05", f"p:{surname}:2024-05", "c:MWI:2024-05-03", "c:ZMB:2024-05-03"}


def test_a_deed_of_some_weeks_is_found_in_each_month_but_not_by_day() -> None:
    long = sight(begin="2023-11-20", until="2024-01-05", actors=(), recipients=())
    assert keys(long) == {f"g:{BLANTYRE[0]}:{month}" for month in ("2023-11", "2023-12", "2024-01")}


def test_a_vague_or_open_date_leaves_the_story_only() -> None:
    for until in ("2024-12-31", None):
        assert keys(sight(begin="2024-01-01", until=until, story="S1")) == {"s:S1"}
    assert keys(sight(begin=None, until="2024-05-03")) == set()


def test_a_country_is_no_place_to_be_found_by() -> None:
    assert not any(key.startswith("g:") for key in keys(sight(precision="country")))


def test_order_is_by_day_then_document_then_place_in_the_text() -> None:
    late, none = sight("a", published="2024-05-05"), sight("a", published=None)
    early = [sight("b", "e2"), sight("b", "e10"), sight("c", "e1")]
    assert sorted([none, late, *early[::-1]], key=lambda one: one.order) == [*early, late, none]


@given(any_sight())
def test_a_sight_survives_being_kept(one: Sight) -> None:
    packed = asdict(one)
    assert unpacked(packed, one.story) == one
    assert unpacked(json.loads(json.dumps(packed, ensure_ascii=False)), one.story) == one
    assert unpacked(packed, "Selsewhere").story == "Selsewhere"


@given(any_sight("a"), any_sight("b"))
def test_two_that_are_the_same_on_a_sure_day_in_one_story_share_a_key(one: Sight, other: Sight) -> None:
    if one.story is not None and one.story == other.story:
        assert keys(one) & keys(other)
    sure = one.days == other.days == 1 and one.begin == other.begin and one.country and one.country == other.country
    if sure and is_same(one, other, judge(one, other)):
        assert keys(one) & keys(other)
