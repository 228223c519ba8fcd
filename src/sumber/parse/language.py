"""Which of the languages a text is written in."""

from __future__ import annotations

import re

from sumber.parse.words import LANGUAGES, affixes, function_words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 20_000  # characters; more does not make the answer surer
_FUNCTION_WORD, _AFFIX = 4, 1


def find_language(text: str) -> str:
    """``id`` or ``en``: the language whose function words are commonest, with beginnings and endings of words as a
    weaker sign. A text without any sign, an empty one too, gives ``id``."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    scores = {lang: _score(words, lang) for lang in LANGUAGES}
    return max(LANGUAGES, key=lambda lang: scores[lang])


def _score(words: list[str], lang: str) -> int:
    common = function_words(lang)
    beginnings, endings = affixes(lang)
    score = 0
    for word in words:
        if word in common:
            score += _FUNCTION_WORD
        elif len(word) > 4:
            score += _AFFIX * (word.startswith(beginnings) + word.endswith(endings))
    return score
