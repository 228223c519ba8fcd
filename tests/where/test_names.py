"""The matchers of names and of phrases beside them: the longest wins, and the length of the text changes nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sumber.where.names import Names
from sumber.where.words import CuePhrases

TABLE = Names((name, name) for name in ("Gao", "Gao Lama", "Mali", "US", "Sana'a"))
WORDS = ["Gao", "Lama", "GAO", "Mali", "US", "US$", "us", "Sana’a", "di", ",", "\n"]


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_a_long_text_gives_what_a_short_one_does(words: list[str]) -> None:
    text = " ".join(words)
    assert [found for found in TABLE.find(text + " ." * 200) if found[1] <= len(text)] == list(TABLE.find(text))


def test_the_longest_name_wins() -> None:
    assert [value for _, _, value in TABLE.find("di Gao Lama, GAO dan Sana’a, bukan US$ atau us")] == [
        "Gao Lama",
        "Gao",
        "Sana'a",
    ]


def test_the_longest_phrase_of_a_kind_wins() -> None:
    cues = CuePhrases({"kota": "city", "ibu kota": "city", "ibu kota provinsi": "area"})
    words = ["di", "ibu", "kota", "provinsi", "Gao"]
    assert cues.starting(words, 1) == (3, "area")
    assert cues.ending(words, 4) == (3, "area")
    assert cues.ending(words, 3) == (2, "city")
    assert cues.of("kota") == "city"
    assert (cues.starting(words, 0), cues.ending(words, 0), cues.starting(words, 5), cues.of("provinsi")) == (None,) * 4
