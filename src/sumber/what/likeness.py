"""Deeds that no trigger knows, by their likeness to those that the codebook has examples of.

A small classifier looks at the encoder's states of a verb and of its sentence and gives the chance of each PLOVER type
and of none. It is asked only where the codebook is silent: in a sentence without any trigger, of a verb that is not
passed over (`open_words`). What it finds goes the way of every other hit, with the same guards; its rule is
``LANG/what/likeness.TYPE``, so that it can be told from what a coder wrote. How it was made: the model's card.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span, Token

from sumber.model import EventType
from sumber.parse import load_head
from sumber.parse.syntax import children
from sumber.what.clause import is_english_passive
from sumber.what.lexicon import Trigger, load_lexicon
from sumber.what.open_words import OpenWords, open_words
from sumber.what.triggers import Hit, is_question

RULE = "likeness"
NONE = "none"
#: The chance from which a type is taken; the sweep is in the card: `python -m train.likeness --sweep`.
SURE = 0.7
LONGEST = 400  # characters of a sentence; beyond, it is a list or a broken page
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


def features(token: Token) -> Floats:
    """What the classifier sees of a verb: its state, and the mean state of its sentence; (768,)."""
    states = np.asarray(token.doc.tensor, np.float32)
    sentence = token.sent
    return np.concatenate([states[token.i], states[sentence.start : sentence.end].mean(axis=0)])


def likely_hits(doc: Doc, hits: Sequence[Hit], lang: str) -> list[Hit]:
    """At most one hit a sentence that holds no trigger: the verb most like a deed, where that is likely enough."""
    classifier = shipped()
    if classifier is None:
        return []
    told = {hit.token.sent.start for hit in hits}
    found = (
        _likeliest(sentence, lang, classifier)
        for sentence in doc.sents
        if sentence.start not in told and len(sentence.text) <= LONGEST and not is_question(sentence)
    )
    return [hit for hit in found if hit is not None]


def _likeliest(sentence: Span, lang: str, classifier: Likeness) -> Hit | None:
    best: Hit | None = None
    for verb in open_verbs(sentence, lang):
        chances = classifier.chances(features(verb))
        first = int(chances.argmax())
        chance, kind = float(chances[first]), classifier.classes[first]
        if kind != NONE and chance >= SURE and (best is None or chance > (best.chance or 0)):
            voice = _voice(verb, open_words(lang), lang)
            best = Hit(_trigger(cast(EventType, kind), lang), verb, voice, verb.i, verb.i, chance=chance)
    return best


def open_verbs(sentence: Span, lang: str) -> Iterator[Token]:
    """The verbs of a sentence that may report a deed though the codebook does not know them."""
    words = open_words(lang)
    for token in sentence:
        if words.may_be_verb(token) and not children(token, "cop"):
            yield token


def _voice(verb: Token, words: OpenWords, lang: str) -> str:
    passive = is_english_passive(verb) if lang == "en" else words.root_of(verb.lower_) is not None
    return "passive" if passive else "active"


@cache
def _trigger(kind: EventType, lang: str) -> Trigger:
    """An entry that asks for a known party on each side that the type's entries usually have, and for no words."""
    entries = [trigger for trigger in load_lexicon(lang).triggers if trigger.type == kind]
    (frame, _), *_ = Counter(trigger.frame for trigger in entries).most_common(1)
    return replace(entries[0], rule=RULE, type=kind, modes=(), contexts=(), particle=(), object=(), not_object=(),
                   subject=(), needs=None, needs_actor="any", frame=frame, recipient=(), status=None)  # fmt: skip
