"""From arc scores to a tree with one root: greedy where that gives one, else the maximum arborescence.

Chu and Liu (1965), Edmonds (1967). Row d of a score matrix is the dependent, column h the head; 0 is the root above
the sentence, words count from 1.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
_NEVER = -1e9


def find_heads(arcs: NDArray[np.float32]) -> list[int]:
    """The head of each word, 0 for the root: `arcs` is (words, 1 + words). Exactly one word has head 0."""
    heads: list[int] = [int(head) for head in arcs.argmax(axis=1)]
    if _is_tree(heads):
        return heads
    count = len(arcs)
    scores = np.full((count + 1, count + 1), _NEVER)
    scores[1:] = arcs
    np.fill_diagonal(scores, _NEVER)
    best = _arborescence(scores)
    roots = [word for word in range(1, count + 1) if best[word] == 0]
    if len(roots) > 1:
        best = max((_with_root(scores, root) for root in roots), key=lambda found: _total(scores, found))
    return [int(head) for head in best[1:]]


def _is_tree(heads: list[int]) -> bool:
    if heads.count(0) != 1:
        return False
    safe = {0}
    for word in range(1, len(heads) + 1):
        path: list[int] = []
        while word not in safe:
            if word in path:
                return False
            path.append(word)
            word = heads[word - 1]
        safe.update(path)
    return True


def _with_root(scores: Scores, root: int) -> list[int]:
    only = scores.copy()
    only[1:, 0] = _NEVER
    only[root, 0] = 0.0
    return _arborescence(only)


def _total(scores: Scores, heads: list[int]) -> float:
    return float(sum(scores[word, heads[word]] for word in range(1, len(heads))))


def _arborescence(scores: Scores) -> list[int]:
    """Best head of each node; node 0 has none (-1). Contracts one cycle and calls itself."""
    heads = [-1, *(int(head) for head in scores[1:].argmax(axis=1))]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    members = set(cycle)
    rest = [node for node in range(len(heads)) if node not in members]
    size = len(rest)
    inner = np.array(cycle)
    held = scores[inner, np.array([heads[node] for node in cycle])]
    smaller = np.full((size + 1, size + 1), _NEVER)
    smaller[:size, :size] = scores[np.ix_(rest, rest)]
    into = scores[np.ix_(cycle, rest)] - held[:, None]  # breaking the cycle at its member, from outside
    entered = into.argmax(axis=0)
    smaller[size, :size] = into.max(axis=0)
    out = scores[np.ix_(rest, cycle)]
    left = out.argmax(axis=1)
    smaller[:size, size] = out.max(axis=1)
    solved = _arborescence(smaller)
    for at, node in enumerate(rest):
        if at:
            heads[node] = cycle[int(left[at])] if solved[at] == size else rest[solved[at]]
    entry = solved[size]
    heads[cycle[int(entered[entry])]] = rest[entry]
    return heads


def _cycle(heads: list[int]) -> list[int]:
    safe = {0}
    for start in range(1, len(heads)):
        path: list[int] = []
        node = start
        while node not in safe:
            if node in path:
                return path[path.index(node) :]
            path.append(node)
            node = heads[node]
        safe.update(path)
    return []
