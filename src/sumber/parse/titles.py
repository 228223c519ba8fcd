"""Headlines: capitals on every word hide which words are names; the body of the article tells.

The text is not changed. Only what the model is shown is: a word of a headline is put in lower case unless the body
writes it with a capital inside a sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

_SHORTEST = 4  # letters; shorter words are written small in most styles
_CAPITALISED = 0.6  # share of longer words with a capital from which a headline is in title case
_LEAST_BODY = 30  # words


class Casing:
    """How the body of an article writes its words inside sentences."""

    def __init__(self, sentences: Iterable[Sequence[str]]) -> None:
        self._small: Counter[str] = Counter()
        self._large: Counter[str] = Counter()
        for words in sentences:
            for before, word in pairwise(words):
                if word[0].isalpha() and before[-1] not in '.!?:"“”-–—':
                    (self._large if word[0].isupper() else self._small)[word.lower()] += 1

    def restore(self, title: Sequence[str]) -> list[str]:
        """The words of a headline as a sentence would have them; unchanged where it is not in title case or the body
        is too short to tell. The first word and words in capitals throughout stay as they are."""
        longer = [word for word in title[1:] if len(word) >= _SHORTEST and word[0].isalpha()]
        capitalised = sum(word[0].isupper() for word in longer)
        enough = self._small.total() + self._large.total() >= _LEAST_BODY
        if not enough or not longer or capitalised < _CAPITALISED * len(longer):
            return list(title)
        shouted = sum(word.isupper() for word in longer) >= _CAPITALISED * len(longer)
        return [title[0], *(self._restored(word, shouted) for word in title[1:])]

    def _restored(self, word: str, shouted: bool) -> str:
        if not word[0].isupper() or (word.isupper() and len(word) > 1 and not shouted):
            return word
        form = word.lower()
        named = self._large[form] > self._small[form]
        return (form.capitalize() if shouted else word) if named else form
