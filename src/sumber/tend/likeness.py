"""Which type a word would be of that the codebook does not know: its likeness to the words of the codebook's examples.

A small classifier looks at the encoder's states of a word and of its sentence and gives the chance of each PLOVER type
and of none. For lemmas it has never seen it is right in six of ten (the model's card has the table): good enough to
tell a person where to look first, not good enough to code by.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Span, Token

from sumber.parse import load_head
from sumber.parse.syntax import children
from sumber.tend.words import gap_words

NONE = "none"
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Likeness:
    """A linear classifier: weights (places, classes) and bias (classes) over features (places) brought to one scale."""

    classes: tuple[str, ...]
    mean: Floats
    scale: Floats
    weights: Floats
    bias: Floats

    def chances(self, features: Floats) -> Floats:
        """The chance of each class (classes,) for one row of features (places,)."""
        scores = ((features - self.mean) / self.scale) @ self.weights + self.bias
        powers = np.exp(scores - scores.max())
        return np.asarray(powers / powers.sum(), np.float32)


@cache
def shipped() -> Likeness | None:
    """The classifier of the shipped model, if it has one. Raises ModelError where its file is missing or another."""
    parts = load_head("likeness")
    if parts is None:
        return None
    return Likeness(tuple(map(str, parts["classes"])), *(parts[name] for name in ("mean", "scale", "weights", "bias")))


def type_chances(token: Token) -> dict[str, float]:
    """The chance of each type for a word of a parsed text, without that of none; empty for a model without the head."""
    classifier = shipped()
    if classifier is None:
        return {}
    chances = classifier.chances(features(token))
    return {name: float(chance) for name, chance in zip(classifier.classes, chances, strict=True) if name != NONE}


def features(token: Token) -> Floats:
    """What the classifier sees of a word: its state, and the mean state of its sentence; (768,)."""
    states = np.asarray(token.doc.tensor, np.float32)
    sentence = token.sent
    return np.concatenate([states[token.i], states[sentence.start : sentence.end].mean(axis=0)])


def open_verbs(sentence: Span, lang: str) -> Iterator[Token]:
    """The verbs of a sentence, without those of speech and those that only say how another deed stands."""
    standing = gap_words(lang).standing
    for token in sentence:
        if token.pos_ == "VERB" and token.is_alpha and token.lemma_ not in standing and not children(token, "cop"):
            yield token
