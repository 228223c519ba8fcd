"""Words and phrases looked up in a row of tokens, by surface form or lemma."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from spacy.tokens import Doc, Token

T = TypeVar("T")


def spelled(token: Token, word: str) -> bool:
    """True where the word is the token's lower-case form or its lemma."""
    return word == token.lower_ or word == token.lemma_


def spells(tokens: Sequence[Token] | Doc, at: int, words: Sequence[str]) -> bool:
    """True where the words stand at this place of the row, one a token."""
    if at + len(words) > len(tokens):
        return False
    # a loop, not all(): this is asked tens of thousands of times an article
    for k, word in enumerate(words):  # noqa: SIM110
        if not spelled(tokens[at + k], word):
            return False
    return True


class PhraseBook(Generic[T]):
    """Phrases of one or more words, each with a payload, found by their first word."""

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, payload in pairs:
            words = tuple(phrase.lower().split())
            self._by_first.setdefault(words[0], []).append((words, payload))

    def at(self, tokens: Sequence[Token], place: int) -> list[tuple[int, T]]:
        """What begins at this place of the row: (number of tokens, payload), longest first, else in codebook order."""
        token = tokens[place]
        word, lemma = token.lower_, token.lemma_
        known = self._by_first.get(word, [])
        if lemma != word:
            known = known + self._by_first.get(lemma, [])
        if not known:
            return []
        found = [(len(words), payload) for words, payload in known if len(words) == 1 or spells(tokens, place, words)]
        return sorted(found, key=lambda item: -item[0])


def visible(tokens: Iterable[Token]) -> list[Token]:
    """The tokens that are not white space."""
    return [token for token in tokens if token.pos_ != "SPACE" and not token.is_space]
