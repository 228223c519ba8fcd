"""Parse: a text with its layout → a spaCy Doc with sentences, tokens, tags, trees, names and attribution tags."""

from sumber.parse.build import parse
from sumber.parse.encoder import Encoder, Reading, load_head, model_hashes
from sumber.parse.language import find_language
from sumber.parse.rarity import word_cost
from sumber.parse.sentences import find_sentences
from sumber.parse.tokens import find_tokens

__all__ = [
    "Encoder",
    "Reading",
    "find_language",
    "find_sentences",
    "find_tokens",
    "load_head",
    "model_hashes",
    "parse",
    "word_cost",
]
