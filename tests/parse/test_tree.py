"""Trees and BIO tags from scores: checked against brute force on small cases."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from sumber.parse.spans import find_spans, find_tags
from sumber.parse.tree import _arborescence, _is_tree, find_heads

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


def scores_of(rows: int, columns: int, seed: int) -> NDArray[np.float32]:
    return np.random.default_rng(seed).normal(size=(rows, columns)).astype(np.float32)


@given(st.integers(1, 14), st.integers(0, 10_000))
def test_heads_always_form_one_tree(count: int, seed: int) -> None:
    assert _is_tree(find_heads(scores_of(count, count + 1, seed)))


@settings(max_examples=60)
@given(st.integers(1, 4), st.integers(0, 10_000))
def test_the_arborescence_is_the_best_one(count: int, seed: int) -> None:
    scores = np.full((count + 1, count + 1), -1e9)
    scores[1:] = scores_of(count, count + 1, seed)
    np.fill_diagonal(scores, -1e9)

    def total(heads: list[int]) -> float:
        return float(sum(scores[i + 1, head] for i, head in enumerate(heads)))

    def reaches_root(heads: list[int]) -> bool:
        for node in range(1, count + 1):
            for _ in range(count):
                node = heads[node - 1] if node else 0
            if node:
                return False
        return True

    best = max(total(list(h)) for h in product(range(count + 1), repeat=count) if reaches_root(list(h)))
    assert abs(total(_arborescence(scores)[1:]) - best) < 1e-6


@given(st.integers(1, 5), st.integers(0, 10_000))
def test_tags_are_the_best_valid_sequence(count: int, seed: int) -> None:
    scores = scores_of(count, len(LABELS), seed)

    def valid(codes: tuple[int, ...]) -> bool:
        tags = ["O", *(LABELS[code] for code in codes)]
        return all(not b.startswith("I-") or a[2:] == b[2:] for a, b in pairwise(tags))

    best = max((c for c in product(range(len(LABELS)), repeat=count) if valid(c)),
               key=lambda codes: sum(scores[i, code] for i, code in enumerate(codes)))  # fmt: skip
    assert find_tags(scores, LABELS) == tuple(LABELS[code] for code in best)


def test_spans() -> None:
    assert find_spans(["B-PER", "I-PER", "O", "B-LOC", "B-LOC"]) == [(0, 2, "PER"), (3, 4, "LOC"), (4, 5, "LOC")]
