"""The scores of the reader on readings whose score is known."""

import numpy as np
import pytest

from evaluate.language.raw import _joined, score_raw
from evaluate.language.score import interval, percent, score_names, score_trees
from sumber.parse import Encoder, Reading
from train.items import Item

WORDS = ("Polisi", "menangkap", "Budi", ".")
GOLD = Item(
    words=WORDS, pos=("NOUN", "VERB", "PROPN", "PUNCT"), heads=(2, 0, 2, 2), deps=("nsubj", "root", "obj", "punct"),
    glued=(False, False, False, True),
)  # fmt: skip


def reading(heads: tuple[int, ...], deps: tuple[str, ...]) -> Reading:
    nothing = ("O",) * len(heads)
    return Reading(GOLD.pos, heads, deps, nothing, nothing, np.zeros((len(heads), 384), np.float32))


def test_trees_with_and_without_punctuation() -> None:
    wrong_label = reading((2, 0, 2, 3), ("nsubj", "root", "obl", "punct"))
    row = score_trees([GOLD], [wrong_label])
    assert (row["UPOS"], row["UAS"], row["LAS"]) == (100, 75, 50)
    assert (row["UAS no punct"], row["LAS no punct"]) == (100, percent(2, 3))


def test_names_of_other_kinds_are_folded_for_coarse_corpora() -> None:
    gold = [("B-LOC", "O", "B-ORG")]
    found = [("B-GPE", "B-NORP", "B-MEDIA")]
    assert score_names(gold, found, broad=True)["F1"] == 100
    assert score_names(gold, found, broad=False)["F1"] == 0


def test_the_interval_holds_the_ratio_and_narrows_with_the_data() -> None:
    few, many = np.array([1, 0, 1, 1]), np.array([1, 0, 1, 1] * 100)
    low, high = interval(few, np.ones_like(few))
    narrow_low, narrow_high = interval(many, np.ones_like(many))
    assert low <= narrow_low <= 75 <= narrow_high <= high
    assert narrow_high - narrow_low < (high - low) / 4


def test_raw_text_is_joined_with_its_offsets() -> None:
    text, words, bounds = _joined([GOLD, GOLD])
    assert text == "Polisi menangkap Budi. Polisi menangkap Budi."
    assert bounds == {(0, 22), (23, 45)}
    assert words[0, 6] == ("NOUN", (7, 16), "nsubj")
    assert all(text[start:end] in WORDS for start, end in words)


@pytest.mark.parametrize("lang", ["id"])
def test_a_plain_text_is_scored_from_its_characters(lang: str) -> None:
    row = score_raw([GOLD] * 3, lang, Encoder.load())
    assert row["raw words"] == row["raw sentences"] == row["raw UPOS"] == 100
    assert row["raw LAS"] >= 75
