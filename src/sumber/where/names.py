"""A matcher of fixed names in running text: longest first, at word boundaries, with rules for capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

_WORD_START = re.compile(r"(?<![\w@#])[^\W_]+")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2011": "-", "\u00a0": " "})
_LONGEST_ACRONYM = 4
_SHORT = 200  # characters of what is a name or two, and no article


def plain_signs(text: str) -> str:
    """The text with typewriter apostrophes and hyphens and plain blanks; every offset stays."""
    return text.translate(_APOSTROPHES)


class Names(Generic[T]):
    """Names with what each stands for. A name matches as it is written or, unless it is an acronym, in capitals."""

    def __init__(self, entries: Iterable[tuple[str, T]], *, any_case: bool = False) -> None:
        """``any_case``: names match in any case (for phrases of common words)."""
        self._any_case = any_case
        table: dict[str, dict[str, T]] = {}
        for name, value in entries:
            for form in self._forms(plain_signs(name)):
                first = _WORD_START.match(form)
                if first is None:
                    raise ValueError(f"a name must begin with a letter or digit: {name!r}")
                table.setdefault(first.group(), {}).setdefault(form, value)
        self._table = {first: sorted(forms.items(), key=lambda item: -len(item[0])) for first, forms in table.items()}

    def _forms(self, name: str) -> list[str]:
        if self._any_case:
            return [name.casefold()]
        acronym = name.isupper() and len(name.replace(".", "")) <= _LONGEST_ACRONYM
        return [name] if acronym else list(dict.fromkeys((name, name.upper())))

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """The longest names in `text` as (start, end, value), in order; matches do not overlap."""
        text, words = (_kept_words if len(text) > _SHORT else _words)(text, self._any_case)
        after = 0
        for start, word in words:
            if word not in self._table or start < after:
                continue
            for form, value in self._table[word]:
                end = start + len(form)
                if text.startswith(form, start) and _ends_here(text, end):
                    yield start, end, value
                    after = end
                    break


def _words(text: str, any_case: bool) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The text as names are sought in it, and its words with their places."""
    text = plain_signs(text)
    text = text.casefold() if any_case and len(text.casefold()) == len(text) else text
    return text, tuple((match.start(), match.group()) for match in _WORD_START.finditer(text))


# Eight tables are searched in one article, one after another.
_kept_words = lru_cache(maxsize=4)(_words)


def _ends_here(text: str, end: int) -> bool:
    """True where no word goes on at `end`; a currency sign makes "US$" one word."""
    return end >= len(text) or not (text[end].isalnum() or text[end] in "_$€£@")
