"""Our own expressions of time: the files are in order, and their floors hold."""

from __future__ import annotations

import json

import pytest

from evaluate.__main__ import FLOORS, raised
from evaluate.dates.peer import peer_days
from evaluate.dates.suite import LANGUAGES, exact, found, read_cases, share
from evaluate.dates.timex import days_of_value


@pytest.mark.parametrize("lang", LANGUAGES)
def test_gold_is_in_order(lang: str) -> None:
    cases = read_cases(lang)
    assert len(cases) == 200
    assert len({(case.text, case.published, case.start) for case in cases}) == 200
    for case in cases:
        assert case.words.strip() == case.words != ""
        assert case.mod in {None, "early", "mid", "late", "since", "until", "approx"}
        assert case.begin is None or case.until is None or case.begin <= case.until


@pytest.mark.parametrize("lang", LANGUAGES)
def test_floors_hold(lang: str) -> None:
    floor = json.loads(FLOORS.read_text(encoding="utf-8"))["dates"][f"exact {lang}"]
    assert share(read_cases(lang)) >= floor


def test_what_is_not_found_is_not_exact() -> None:
    undated = next(case for case in read_cases("en") if case.begin is None)
    assert not exact(undated, None)
    assert exact(undated, found(undated))


def test_the_peer_answers_days_and_has_no_floor() -> None:
    pytest.importorskip("dateparser")
    case = read_cases("en")[0]
    assert peer_days([(case.words, case.published)], "en", [case.begin]) == [case.begin]
    assert raised({"dates": {"dateparser en": 0.5, "exact en": 0.95}}, {}) == {"dates": {"exact en": 0.93}}


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("1943", ("1943-01-01", "1943-12-31")),
        ("194", ("1940-01-01", "1949-12-31")),
        ("1943-02", ("1943-02-01", "1943-02-28")),
        ("1943-02-03T14:30", ("1943-02-03", "1943-02-03")),
        ("2023-W18", ("2023-05-01", "2023-05-07")),
        ("2023-Q2", ("2023-04-01", "2023-06-30")),
        ("1943-02-31", (None, None)),
        ("1943-SU", (None, None)),
        ("1941/1943", (None, None)),
        ("P3D", (None, None)),
        (None, (None, None)),
    ],
)
def test_a_value_names_days(value: str | None, days: tuple[str | None, str | None]) -> None:
    assert days_of_value(value) == days
