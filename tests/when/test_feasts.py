"""Feasts: Easter by rule, those of the moon from the codebook's days."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from sumber.codebook import entries
from sumber.model import Block
from sumber.when.calendar import easter
from sumber.when.times import read_times


def read(lang: str, text: str, published: date) -> list[tuple[str | None, str | None]]:
    return [(m.begin, m.until) for m in read_times(text, [Block("paragraph", 0, len(text))], lang, published)]


@pytest.mark.parametrize(("year", "day"), [(1818, (3, 22)), (1943, (4, 25)), (2000, (4, 23)), (2024, (3, 31))])
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_a_feast_is_the_last_one_unless_the_clause_looks_ahead() -> None:
    assert read("id", "Mereka berdamai saat Idul Fitri.", date(2023, 11, 1)) == [("2023-04-22", "2023-04-22")]
    assert read("id", "Mereka akan berdamai saat Idul Fitri.", date(2023, 11, 1)) == [("2024-04-10", "2024-04-10")]
    assert read("en", "They made peace at Easter 2019.", date(2024, 3, 1)) == [("2019-04-21", "2019-04-21")]


def test_where_countries_differ_by_a_day_both_count() -> None:
    assert read("en", "Guns fell silent on Eid al-Fitr.", date(2023, 6, 1)) == [("2023-04-21", "2023-04-22")]


def test_a_year_that_the_codebook_does_not_know_has_no_day() -> None:
    assert read("id", "Mereka berdamai pada Idul Fitri 1970.", date(2024, 3, 1)) == [(None, None)]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_days_of_the_moon_are_in_order_and_a_lunar_year_apart(lang: str) -> None:
    for told in entries(lang, "time.yaml")["words"]["feast"].values():
        if isinstance(told, list):
            firsts = [item if isinstance(item, date) else item[0] for item in told]
            gaps = {(b - a).days for a, b in pairwise(firsts)}
            assert min(gaps) >= 350
            assert max(gaps) <= 386
