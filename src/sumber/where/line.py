"""One block of an article while places are sought in it: its words, and how long a name at a word is."""

from __future__ import annotations

import re

from spacy.tokens import Token

from sumber.where.gazetteer import spots
from sumber.where.scene import Scene
from sumber.where.words import PositionWords, common_words, position_words, words_inside

LONGEST_NAME = 5  # words
POSSESSIVE = frozenset({"'s", "\u2019s", "'", "\u2019"})
_CAPITAL = re.compile(r"(?:(?:al|el|ad|an|ar|as|ash|at|az)-)?[^\W\d_]", re.IGNORECASE)


def _is_name_word(word: str) -> bool:
    """True for a word that may stand in a name: its first letter is a capital ("Gao", "al-Hazm")."""
    match = _CAPITAL.match(word)
    return match is not None and match.group()[-1].isupper()


class Line:
    """The tokens of one block, their words as they are and in lower case, which may stand in a name, and the names."""

    def __init__(self, scene: Scene, kind: str, tokens: tuple[Token, ...]) -> None:
        self.scene, self.kind, self.tokens = scene, kind, tokens
        self.texts = [token.text for token in tokens]
        self.words = [text.lower() for text in self.texts]
        self.named = [_is_name_word(text) for text in self.texts]
        self.begins = [token.idx for token in tokens]
        self.position: PositionWords = position_words(scene.lang)
        self._inside = words_inside()
        self._lengths: dict[int, int] = {}

    def text(self, first: int, last: int) -> str:
        """The text of the words from `first` up to, not including, `last`."""
        return self.scene.text[self.begins[first] : self.begins[last - 1] + len(self.texts[last - 1])]

    def name_length(self, at: int) -> int:
        """The number of words of the longest known name at a word; 0 where none is known."""
        if at not in self._lengths:
            self._lengths[at] = self._longest_at(at)
        return self._lengths[at]

    def _longest_at(self, at: int) -> int:
        start = self.begins[at]
        known = max(self.scene.hand_at.get(start, 0), self.scene.country_at.get(start, (0,))[0])
        length = self._words_until(at, known) if known else 0
        if not self.named[at]:
            return length
        for longer in range(self.run_length(at, owned=True), length, -1):
            if self.texts[at + longer - 1] not in self._inside and self._in_gazetteer(at, at + longer):
                return longer
        return length

    def run_length(self, at: int, owned: bool = False) -> int:
        """How many words on end may be one name: capitalised ones and the articles between them; with ``owned`` also
        the mark of a possessive ("Cox's Bazar")."""
        length = 0
        for n in range(at, min(at + LONGEST_NAME, len(self.texts))):
            between = self.texts[n] in self._inside or (owned and self.texts[n] in POSSESSIVE)
            if not (self.named[n] or (length and between)):
                break
            if length and self.tokens[n].is_sent_start:
                break
            length += 1
        return length

    def unknown_length(self, at: int) -> int:
        """The length of the run of capitalised words, up to where a known name begins that is no part of a location
        which the parser finds here."""
        run = self.run_length(at)
        found = self._words_until(at, self.scene.entity_at(self.begins[at]))
        if 1 < found <= run:
            return found
        length = next((n for n in range(1, run) if self.name_length(at + n)), run)
        while length and self.words[at + length - 1] in self._inside:
            length -= 1
        return length

    def touches(self, at: int) -> bool:
        """True where a word follows the one before it in the same sentence with nothing but a blank between."""
        gap = self.begins[at] - self.begins[at - 1] - len(self.texts[at - 1])
        return gap <= 1 and not self.tokens[at].is_sent_start

    def _words_until(self, at: int, end: int) -> int:
        """How many words the stretch from a word to a character position takes; 0 where it ends inside a word."""
        for last in range(at, len(self.texts)):
            stop = self.begins[last] + len(self.texts[last])
            if stop >= end:
                return last + 1 - at if stop == end else 0
        return 0

    def _in_gazetteer(self, first: int, last: int) -> bool:
        """True where the gazetteer knows the words as a name; acronyms and common words do not count."""
        text = self.text(first, last)
        if (text.isupper() and len(text) <= 3) or (last - first == 1 and self.words[first] in common_words()[0]):
            return False
        return bool(spots(text, self.scene.lang))
