"""BIO tags: the best valid sequence for given scores, and the spans that tags mark."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

Span = tuple[int, int, str]
_NEVER = np.float32(-1e9)


def find_tags(scores: NDArray[np.float32], labels: tuple[str, ...]) -> tuple[str, ...]:
    """The valid BIO sequence with the highest sum of `scores` (words, labels): I-X follows only B-X or I-X."""
    banned = _banned(labels)
    greedy = scores.argmax(axis=1)
    before = np.concatenate([[labels.index("O")], greedy[:-1]])
    if len(greedy) and banned[before, greedy].any():
        greedy = _viterbi(scores, np.where(banned, _NEVER, np.float32(0)), labels.index("O"))
    return tuple(labels[code] for code in greedy)


def find_spans(tags: Sequence[str]) -> list[Span]:
    """The spans of valid BIO tags as (first, after the last, label)."""
    spans: list[Span] = []
    start = -1
    for i, tag in enumerate([*tags, "O"]):
        if start >= 0 and not tag.startswith("I-"):
            spans.append((start, i, tags[start][2:]))
            start = -1
        if tag.startswith("B-"):
            start = i
    return spans


@cache
def _banned(labels: tuple[str, ...]) -> NDArray[np.bool_]:
    """banned[a, b]: whether label b may not follow label a."""
    table = [[b.startswith("I-") and a[2:] != b[2:] for b in labels] for a in labels]
    return np.array(table, dtype=np.bool_)


def _viterbi(scores: NDArray[np.float32], moves: NDArray[np.float32], outside: int) -> NDArray[np.int64]:
    best = scores[0] + moves[outside]
    back = np.zeros(scores.shape, np.int64)
    for i in range(1, len(scores)):
        reached = best[:, None] + moves
        back[i] = reached.argmax(axis=0)
        best = reached.max(axis=0) + scores[i]
    path = np.zeros(len(scores), np.int64)
    path[-1] = best.argmax()
    for i in range(len(scores) - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path
