"""Sentences: where one ends and the next begins, as token indices.

A layout block or a line always ends a sentence. Inside a line a sentence ends after `.`, `!`, `?` or an ellipsis, with
the closing quotes and brackets that follow, when what comes next looks like a beginning; a figure glued to the mark
does not: "No. 34/PMK.011/2007". Inside quotation marks and brackets nothing ends when the quotation is a part of a
longer sentence: `"A. B," kata X.` is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sumber.parse.words import abbreviations, sentence_openers

_STOPS = frozenset(".!?…")
_OPENING = frozenset("\"“‘'«(["), frozenset("\"”’'»)]")
_PAIRS = {"“": "”", "(": ")", "[": "]", "«": "»"}
_LONGEST_QUOTATION = 60  # tokens; a longer one is cut into its sentences whatever follows it

Token = tuple[int, int]
Block = tuple[int, int, str]


def find_sentences(text: str, tokens: Sequence[Token], blocks: Sequence[Block] = ()) -> list[tuple[int, int]]:
    """Sentences as (first token, token after the last), in order; together they hold every token once.

    `tokens` are offsets into `text` as `find_tokens` gives them; `blocks` are (start, end, kind) of the layout.
    """
    sentences: list[tuple[int, int]] = []
    for first, last in _lines(text, tokens, blocks):
        words = [text[start:end] for start, end in tokens[first:last]]
        glued = [i > 0 and tokens[first + i][0] == tokens[first + i - 1][1] for i in range(last - first)]
        cuts = [0, *_cuts(words, glued), last - first]
        sentences.extend((first + a, first + b) for a, b in pairwise(cuts))
    return sentences


def _lines(text: str, tokens: Sequence[Token], blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Runs of tokens between line ends and block bounds."""
    edges = {edge for start, end, _ in blocks for edge in (start, end)}
    ordered = sorted(edges)
    lines: list[tuple[int, int]] = []
    first, at = 0, 0
    for i in range(1, len(tokens)):
        before, start = tokens[i - 1][1], tokens[i][0]
        while at < len(ordered) and ordered[at] < before:
            at += 1
        at_edge = at < len(ordered) and ordered[at] <= start
        if at_edge or any(sign in "\n\r\v\f\u2028\u2029\x85" for sign in text[before:start]):
            lines.append((first, i))
            first = i
    if tokens:
        lines.append((first, len(tokens)))
    return lines


def _cuts(words: Sequence[str], glued: Sequence[bool]) -> list[int]:
    """Token indices inside a line at which a new sentence begins."""
    kept_whole = _kept_whole(words, glued)
    cuts: list[int] = []
    start = 0
    for i, word in enumerate(words[:-1]):
        if not _may_end(word) or i + 1 in kept_whole or (glued[i + 1] and words[i + 1][0].isdigit()):
            continue
        after = i + 1
        while after < len(words) and _closes(words, glued, after):
            after += 1
        if after >= len(words) or after in kept_whole or not _begins(words, after):
            continue
        is_list_number = word == "." and i == start + 1 and words[start].isdigit()
        if not is_list_number and _really_ends(word, words[after], after > i + 1):
            cuts.append(after)
            start = after
    return sorted(set(cuts))


def _may_end(word: str) -> bool:
    return word[0] in _STOPS or (word[-1] == "." and word in abbreviations()["other"]) or _dotted(word)


def _dotted(word: str) -> bool:
    return len(word) > 3 and word[-1] == "." and word.count(".") > 1 and word[0].isalpha()


def _really_ends(word: str, following: str, closed: bool) -> bool:
    """An abbreviation ends a sentence only before a word that often opens one."""
    if word[0] in _STOPS:
        return True
    return not closed and following[0].isupper() and following.lower() in sentence_openers()


def _closes(words: Sequence[str], glued: Sequence[bool], i: int) -> bool:
    """Whether token i is a closing mark that belongs to what stands before it."""
    word = words[i]
    if word in ("''", "’’"):
        return True
    if word[0] in _STOPS:
        return True
    if len(word) != 1 or word not in _OPENING[1]:
        return False
    opens_too = word in _OPENING[0]
    next_glued = i + 1 < len(words) and glued[i + 1]
    return glued[i] and not (opens_too and next_glued and words[i + 1][0].isalnum())


def _begins(words: Sequence[str], i: int) -> bool:
    """Whether a sentence may begin at token i: a capital, a digit or an opening mark before one of these."""
    while i < len(words) and (words[i] in _OPENING[0] or words[i] in ("-", "–", "—", "``", "‘‘", "•")):
        i += 1
    return i < len(words) and not words[i][0].islower() and words[i][0] not in ",;:.!?)…"


def _kept_whole(words: Sequence[str], glued: Sequence[bool]) -> set[int]:
    """Token indices at which no sentence may begin: inside brackets, and inside a quotation that goes on after it."""
    inside: set[int] = set()
    for start, end in _enclosed(words, glued):
        if end - start > _LONGEST_QUOTATION:
            continue
        bracket = words[start] in "(["
        after = words[end + 1] if end + 1 < len(words) else ""
        goes_on = words[end - 1] == "," or (after != "" and (after[0].islower() or after[0] in ",;:–—"))
        if bracket or goes_on:
            inside.update(range(start + 1, end + 1))
    return inside


def _enclosed(words: Sequence[str], glued: Sequence[bool]) -> list[tuple[int, int]]:
    """Pairs of opening and closing marks as token indices. Straight quotes open where nothing or a blank is before."""
    pairs: list[tuple[int, int]] = []
    waiting: dict[str, int] = {}
    for i, word in enumerate(words):
        if word == '"':
            next_glued = i + 1 < len(words) and glued[i + 1]
            if '"' in waiting and (glued[i] or not next_glued):
                pairs.append((waiting.pop('"'), i))
            else:
                waiting['"'] = i
        elif word in _PAIRS:
            waiting[_PAIRS[word]] = i
        elif word in waiting:
            pairs.append((waiting.pop(word), i))
    return pairs
