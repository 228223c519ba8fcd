"""How rare a word is, by the unigram model that the encoder's piece table is (Kudo 2018, arXiv:1804.10959)."""

from __future__ import annotations

from functools import cache, lru_cache

from sumber.parse.encoder import MODEL, MODELS
from sumber.parse.pieces import UNKNOWN, Pieces


@lru_cache(maxsize=200_000)
def word_cost(word: str) -> float:
    """Minus the log-probability of a word in nats: about 7 for a function word, 12 for a common noun, over 20 for a
    rare name. The same in both languages, and no corpus's frequencies: it does not change when articles arrive."""
    table = _pieces()
    return -sum(table.scores[row] if row != UNKNOWN else _least() for row in table.rows(word))


@cache
def _pieces() -> Pieces:
    return Pieces.load(MODELS / MODEL / "pieces.tsv")


@cache
def _least() -> float:
    return min(_pieces().scores)
