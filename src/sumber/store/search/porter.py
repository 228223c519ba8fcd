"""English stems: the algorithm of M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), as published.

A stem is a name for a group of words (relat for relate, relation, relative), seldom a word itself.
"""

from __future__ import annotations

import re
from functools import lru_cache

_MEASURE = re.compile(r"V+C+")
_DOUBLE = re.compile(r"([^aeiou])\1$")

_STEP_2 = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "abli": "able", "alli": "al",
    "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate", "alism": "al",
    "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble",
}  # fmt: skip
_STEP_3 = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
_STEP_4 = ("al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism", "ate", "iti",
           "ous", "ive", "ize")  # fmt: skip


@lru_cache(maxsize=50_000)
def porter(word: str) -> str:
    """The stem of a word in small letters; of two letters or fewer, or with others than a to z, the word itself."""
    if len(word) <= 2 or not (word.isascii() and word.isalpha()):
        return word
    word = _past(_plural(word))
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    word = _exchange(word, _STEP_2)
    word = _exchange(word, _STEP_3)
    return _tidy(_cut(word))


def _shape(stem: str) -> str:
    """Each letter as C or V; y is a vowel after a consonant."""
    out: list[str] = []
    for i, letter in enumerate(stem):
        vowel = letter in "aeiou" or (letter == "y" and i > 0 and out[-1] == "C")
        out.append("V" if vowel else "C")
    return "".join(out)


def _measure(stem: str) -> int:
    return len(_MEASURE.findall(_shape(stem)))


def _has_vowel(stem: str) -> bool:
    return "V" in _shape(stem)


def _ends_short(stem: str) -> bool:
    """Consonant, vowel, consonant, the last not w, x or y."""
    return _shape(stem).endswith("CVC") and stem[-1] not in "wxy"


def _plural(word: str) -> str:
    for ending, other in (("sses", "ss"), ("ies", "i"), ("ss", "ss"), ("s", "")):
        if word.endswith(ending):
            return word.removesuffix(ending) + other
    return word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem == word:
            continue
        if not _has_vowel(stem):
            return word
        if stem.endswith(("at", "bl", "iz")):
            return stem + "e"
        if _DOUBLE.search(stem) and stem[-1] not in "lsz":
            return stem[:-1]
        return stem + "e" if _measure(stem) == 1 and _ends_short(stem) else stem
    return word


def _exchange(word: str, endings: dict[str, str]) -> str:
    """The longest ending that fits, exchanged for another where enough of the word is left."""
    found = max((ending for ending in endings if word.endswith(ending)), key=len, default=None)
    if found is None:
        return word
    stem = word.removesuffix(found)
    return stem + endings[found] if _measure(stem) > 0 else word


def _cut(word: str) -> str:
    endings = [ending for ending in _STEP_4 if word.endswith(ending)]
    if word.endswith(("sion", "tion")):
        endings.append("ion")
    found = max(endings, key=len, default=None)
    if found is None:
        return word
    stem = word.removesuffix(found)
    return stem if _measure(stem) > 1 else word


def _tidy(word: str) -> str:
    if word.endswith("e"):
        stem = word[:-1]
        size = _measure(stem)
        if size > 1 or (size == 1 and not _ends_short(stem)):
            word = stem
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word
