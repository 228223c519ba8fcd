"""Tokens: where the words of a text begin and end.

One rule set for both languages, close to Universal Dependencies: punctuation stands alone, English clitics are split
("Russia's", "don't"), Indonesian -nya is not, hyphenated words, numbers with separators and addresses stay whole.
The pattern below tries its alternatives from the top. Abbreviations are data of the codebook.
"""

from __future__ import annotations

import re
from functools import cache

from sumber.parse.words import abbreviations

_LETTER = r"[^\W\d_]"
_WORD = r"[\w\u0300-\u036f\u0483-\u0489\u064b-\u065f]"
_EMOJI = r"[\u2600-\u27bf\u2b00-\u2bff\U0001f1e6-\U0001faff]"
_DOMAINS = r"(?:com|net|org|info|news|id|co|go|gov|mil|int|tv|uk|au|my|sg|ph|in|cn|jp|kr|ru|de|fr|eu|us|io|me)"

_ADDRESS = (
    r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]}…]",
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    rf"(?:[\w-]+\.)+(?i:{_DOMAINS})\b(?![.-]?\w)",
    r"[@#]\w+",
)
_NUMBER = (
    r"(?:Rp|US\$|S\$|RM|A\$)(?=\.?\s?\d)",
    r"\d{4}-\d{2}-\d{2}(?!\w)",
    r"\d+(?:[.,]\d+)*(?=[-‑]\d+(?:[.,]\d+)*(?![\w-]))",
    r"\d+(?:[.,:/]\d+)*(?:[-‑]\w*[^\W\d_]\w*)+",
    r"\d+(?:[.,:/]\d+)+(?!\w)",
    r"\d+(?:[.,]\d+)+",
)
_NAME = (
    r"(?:[^\W\d_]\.){2,}",
    r"[A-Z]\.(?=\s[A-Z])",
    r"N(?:os?|om)\.(?=\s?\d)",
    r"[^\W\d_]+&[^\W\d_]+",
)
_PLAIN = (
    rf"{_WORD}+(?:[-‑]{_WORD}+|['’]{_LETTER}+)*",
    rf"(?:{_EMOJI}[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]*\u200d?)+",
    r"\.{2,}|([!?*=_~-])\1+|''|``|’’|‘‘",
    r"\S",
)
_CLITIC = re.compile(rf"(?i)(?<={_LETTER})(?:n['’]t|['’](?:s|m|d|re|ve|ll))$")
_CANNOT = re.compile(r"(?i)can(?=not$)")


@cache
def _pattern() -> re.Pattern[str]:
    known = sorted((word for words in abbreviations().values() for word in words), key=len, reverse=True)
    short = r"(?:" + "|".join(re.escape(word) for word in known) + rf")(?!{_LETTER})"
    inside = r"(?<![\w.])"
    parts = [*_ADDRESS, inside + short, *_NUMBER, *(inside + part for part in _NAME), *_PLAIN]
    return re.compile("|".join(parts))


def find_tokens(text: str) -> list[tuple[int, int]]:
    """The tokens of `text` in order, as (start, end) in code points; no token holds a blank, all else is in one."""
    found: list[tuple[int, int]] = []
    for match in _pattern().finditer(text):
        start, end = match.span()
        split = _clitic_start(match.group())
        if split:
            found.append((start, start + split))
            start += split
        found.append((start, end))
    return found


def _clitic_start(word: str) -> int:
    """Where the clitic of an English word begins; 0 when it has none."""
    match = _CLITIC.search(word)
    if match:
        return match.start()
    match = _CANNOT.match(word)
    return match.end() if match else 0
