"""Quantities: the codebook's own examples, and what decides between two readings."""

from __future__ import annotations

from typing import Any

import pytest

from sumber.codebook import entries
from sumber.counts import find_quantities
from sumber.counts.figures import find_figures
from sumber.model import Article, Block, Document, Moment, Quantity
from sumber.parse import parse


def quantities(lang: str, text: str, times: tuple[Moment, ...] = ()) -> list[list[Any]]:
    return [[text[q.start : q.end], q.what, q.min, q.max] for q in found(lang, text, times)]


def found(lang: str, text: str, times: tuple[Moment, ...] = ()) -> tuple[Quantity, ...]:
    article = Article(Document("x", text), lang, (Block("paragraph", 0, len(text)),), None, None)
    return find_quantities(parse(text, [(0, len(text), "paragraph")], lang), article, times)


def _examples() -> list[Any]:
    return [
        pytest.param(lang, example, id=f"{lang}-{number}")
        for lang in ("id", "en")
        for number, example in enumerate(entries(lang, "counted.yaml")["examples"])
    ]


@pytest.mark.parametrize(("lang", "example"), _examples())
def test_example_of_the_codebook(lang: str, example: dict[str, Any]) -> None:
    assert quantities(lang, example["text"]) == example["quantities"]


def test_each_figure_goes_to_its_own_deed() -> None:
    text = "Clashes in Wamena killed six people, including two policemen, and wounded about 20 others."
    assert quantities("en", text) == [
        ["six people", "killed", 6, 6],
        ["two policemen", "killed", 2, 2],
        ["about 20 others", "injured", 20, 20],
    ]


def test_who_did_it_is_not_counted_as_its_victims() -> None:
    assert quantities("id", "Dua polisi menewaskan 12 warga desa.") == [["12 warga desa", "killed", 12, 12]]


def test_two_soldiers_and_a_porter_add_up() -> None:
    text = "Two Indian soldiers and a porter were killed on Saturday."
    assert quantities("en", text) == [["Two Indian soldiers and a porter", "killed", 3, 3]]


def test_a_bare_figure_goes_on_counting() -> None:
    text = "Belasan tentara ditewaskan pemberontak. Tentara menyebut jumlahnya 12, sedangkan warga menyebut 17."
    assert [q[1:] for q in quantities("id", text)] == [["killed", 11, 19], ["killed", 12, 12], ["killed", 17, 17]]


def test_times_are_left_out() -> None:
    text = "Polisi menangkap 47 orang pada 31 Agustus."
    start = text.index("31 Agustus")
    time = Moment("t1", start, start + 10, "2021-08-31", "2021-08-31", "day", None, "id/when/date")
    assert quantities("id", text, (time,)) == [["47 orang", "arrested", 47, 47]]


def test_ids_who_and_rule() -> None:
    text = "Sekitar 60 instruktur Rusia ditahan dan Rp500 juta disita."
    first, second = found("id", text)
    assert (first.id, first.who, first.approx, first.rule) == (
        "q1",
        "instruktur Rusia",
        True,
        "id/counts/figure.arrested",
    )
    assert (second.id, second.what, second.who, second.min) == ("q2", "money", "Rp", 500_000_000)


@pytest.mark.parametrize(
    ("lang", "text", "low", "high"),
    [
        ("id", "sedikitnya 31 orang", 31, None),
        ("id", "lebih dari 300 orang", 301, None),
        ("id", "hingga 40 orang", None, 40),
        ("id", "kurang dari 40 orang", None, 39),
        ("id", "belasan orang", 11, 19),
        ("id", "puluhan ribu orang", 10_000, None),
        ("id", "300 lebih orang", 301, None),
        ("id", "20-30 orang", 20, 30),
        ("id", "29 dari 50 kursi", 29, 29),
        ("en", "no fewer than 25 people", 25, None),
        ("en", "more than 300 people", 301, None),
        ("en", "as many as 40 people", None, 40),
        ("en", "dozens of people", 24, None),
        ("en", "between 20 and 30 people", 20, 30),
        ("en", "40 or more people", 40, None),
        ("en", "more than $2 million", 2_000_000, None),
        ("en", "handed over three officers", 3, 3),
    ],
)
def test_bounds(lang: str, text: str, low: int | None, high: int | None) -> None:
    (figure,) = find_figures(text, 0, len(text), lang)
    assert (figure.low, figure.high) == (low, high)


@pytest.mark.parametrize("text", ["They won 3-1.", "on page A-12", "the U-19 team", "the 12th man"])
def test_what_is_no_figure(text: str) -> None:
    assert find_figures(text, 0, len(text), "en") == []
