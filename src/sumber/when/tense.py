"""Whether the clause around an expression of time looks ahead."""

from __future__ import annotations

import re

from sumber.when.rulebook import Rulebook

_CLAUSE_START = re.compile(r"[\"“”;:]|\.\.\.| [–—-]{1,2} ")
_FEW_WORDS = re.compile(r"\W*(?:[^\W\d_]+\W+){0,2}")
_LEFT, _RIGHT = 110, 70


def direction_of(text: str, start: int, end: int, sentence: tuple[int, int], book: Rulebook) -> int:
    """+1 where the clause looks ahead, -1 where it says that it looks back, 0 where it says nothing.

    The nearest word of tense to the left decides, not reaching back over a word of speech, a relative
    pronoun or a quotation mark. Only an
    expression that opens its clause is judged by the words to its right.
    """
    left = text[max(sentence[0], start - _LEFT) : start]
    clause = max((match.end() for match in _CLAUSE_START.finditer(left)), default=0)
    barred = max((match.end() for match in book.barrier.finditer(left)), default=0)
    left = left[max(clause, barred) :]
    ahead = [(match.start(), 1) for match in book.forward.finditer(left)]
    back = [(match.start(), -1) for match in book.backward.finditer(left)]
    if ahead or back:
        return max(ahead + back)[1]
    if barred > clause or not _FEW_WORDS.fullmatch(left):
        return 0
    right = text[end : min(sentence[1], end + _RIGHT)]
    stop = [match.start() for pattern in (_CLAUSE_START, book.barrier) for match in pattern.finditer(right)]
    right = right[: min(stop, default=len(right))]
    marks = [(match.start(), 1) for match in book.forward.finditer(right)]
    marks += [(match.start(), -1) for match in book.backward.finditer(right)]
    return min(marks)[1] if marks else 0
