"""The guess of a type is a chance, and looks at the word."""

from __future__ import annotations

import numpy as np
import pytest

from sumber.model import EVENT_TYPES, Document
from sumber.pipeline import read_document
from sumber.tend.likeness import Likeness, features, open_verbs, shipped, type_chances


def test_chances_sum_to_one() -> None:
    chances = shipped().chances(np.zeros(768, np.float32))  # type: ignore[union-attr]
    assert chances.shape == (1 + len(EVENT_TYPES),)
    assert float(chances.sum()) == pytest.approx(1, abs=1e-5)


def test_a_classifier_weighs_its_scaled_features() -> None:
    two = Likeness(("none", "AID"), np.array([1.0], np.float32), np.array([2.0], np.float32),
                   np.array([[0.0, 1.0]], np.float32), np.zeros(2, np.float32))  # fmt: skip
    assert two.chances(np.array([3.0], np.float32))[1] == pytest.approx(np.e / (1 + np.e), abs=1e-5)


@pytest.mark.parametrize(
    ("lang", "text", "verb", "kind"),
    [  # neither form is in the codebook
        ("en", "Gunmen bayoneted nine farmers in the village overnight.", "bayoneted", "ASSAULT"),
        ("id", "Tentara memberondongi rumah warga sipil di kota itu hingga tewas.", "memberondongi", "ASSAULT"),
    ],
)
def test_an_unknown_deed_is_most_like_its_kind(lang: str, text: str, verb: str, kind: str) -> None:
    doc = read_document(Document("d", text, lang=lang, plain=True))
    (word,) = [token for token in doc if token.text == verb]
    chances = type_chances(word)
    assert max(chances, key=chances.__getitem__) == kind
    assert features(word).shape == (768,)


def test_speech_is_no_open_verb() -> None:
    doc = read_document(Document("d", "The minister said that soldiers bayoneted farmers.", lang="en", plain=True))
    assert [token.text for sentence in doc.sents for token in open_verbs(sentence, "en")] == ["bayoneted"]
