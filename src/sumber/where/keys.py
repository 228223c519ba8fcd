"""The form in which place names are compared: no capitals, no accents, no apostrophes, hyphens as blanks."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart into a base letter and an accent.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ə": "e", "ŋ": "ng"}
)
_APOSTROPHES = frozenset("'`´\u2018\u2019\u02bb\u02bc\u02bf\u02be")
_HYPHENS = frozenset("-\u2010\u2011\u2012\u2013\u2014/")


def fold(name: str) -> str:
    """The key of a name: "Sana'a" and "Sanaa", "Al-Jawf" and "Al Jawf", "Léré" and "Lere" share theirs."""
    folded = name.casefold()
    if not folded.isascii():
        taken_apart = unicodedata.normalize("NFKD", folded)
        folded = "".join(sign for sign in taken_apart if not unicodedata.combining(sign)).translate(_PLAIN)
    plain = (" " if sign in _HYPHENS else sign for sign in folded if sign not in _APOSTROPHES)
    return " ".join("".join(plain).replace(".", " ").split())
