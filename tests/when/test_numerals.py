"""Number words and figures."""

from __future__ import annotations

import pytest

from sumber.when.numerals import read_number


@pytest.mark.parametrize(
    ("lang", "words", "value"),
    [
        ("id", "dua puluh tiga", 23),
        ("id", "tiga belas", 13),
        ("id", "seratus lima puluh", 150),
        ("id", "seribu dua ratus", 1200),
        ("id", "dua ratus ribu", 200_000),
        ("id", "1.200", 1200),
        ("id", "2,1 triliun", 2_100_000_000_000),
        ("id", "2,5", 2.5),
        ("en", "sixty-three", 63),
        ("en", "two hundred and six", 206),
        ("en", "a hundred", 100),
        ("en", "a dozen", 12),
        ("en", "4,750", 4750),
        ("en", "1.5 million", 1_500_000),
        ("en", "1.234 billion", 1_234_000_000),
        ("en", "helicopters", None),
    ],
)
def test_read_number(lang: str, words: str, value: float | None) -> None:
    assert read_number(words, lang) == value
