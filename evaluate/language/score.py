"""Counts by sentence, and the figures and intervals that are made of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sumber.parse.encoder import Reading
from sumber.parse.names import BROAD
from sumber.parse.spans import find_spans
from train.items import Item

Row = dict[str, float]
Counts = NDArray[np.int64]
Spans = set[tuple[int, int, str]]
ROUNDS, SEED = 1000, 1


def score_trees(items: Sequence[Item], readings: Sequence[Reading]) -> Row:
    """Percent of words with the right tag (UPOS), head (UAS), head and relation (LAS), LAS with its 95 % interval, and
    UAS and LAS of words that are no punctuation."""
    table = np.array([_tree_counts(item, reading) for item, reading in zip(items, readings, strict=True)])
    words, tags, heads, labelled, bare_words, bare_heads, bare_labelled = table.sum(axis=0)
    low, high = interval(table[:, 3], table[:, 0])
    return {
        "UPOS": percent(tags, words),
        "UAS": percent(heads, words),
        "LAS": percent(labelled, words),
        "LAS low": low,
        "LAS high": high,
        "UAS no punct": percent(bare_heads, bare_words),
        "LAS no punct": percent(bare_labelled, bare_words),
    }


def _tree_counts(item: Item, reading: Reading) -> list[int]:
    heads = [a == b for a, b in zip(item.heads, reading.heads, strict=True)]
    both = [head and a == b for head, a, b in zip(heads, item.deps, reading.deps, strict=True)]
    bare = [tag != "PUNCT" for tag in item.pos]
    tags = sum(a == b for a, b in zip(item.pos, reading.pos, strict=True))
    return [
        *(len(heads), tags, sum(heads), sum(both)),
        *(sum(bare), sum(a and b for a, b in zip(bare, heads, strict=True))),
        sum(a and b for a, b in zip(bare, both, strict=True)),
    ]


def score_names(gold: Sequence[Sequence[str]], found: Sequence[Sequence[str]], broad: bool) -> Row:
    """As `score_spans`; with `broad`, the kinds that the corpora lack are folded into PER, ORG and LOC or left out."""
    if not broad:
        return score_spans([set(find_spans(tags)) for tags in gold], [set(find_spans(tags)) for tags in found])
    folded = [{(a, b, BROAD[kind]) for a, b, kind in find_spans(tags) if kind in BROAD} for tags in found]
    return score_spans([set(find_spans(tags)) for tags in gold], folded)


def score_spans(gold: Sequence[Spans], found: Sequence[Spans]) -> Row:
    """Precision, recall and F1 of exact spans, F1 with its 95 % interval, and F1 by label."""
    table = np.array([[len(a & b), len(b), len(a)] for a, b in zip(gold, found, strict=True)])
    both, given, wanted = table.sum(axis=0)
    low, high = interval(2 * table[:, 0], table[:, 1] + table[:, 2])
    row = {"P": percent(both, given), "R": percent(both, wanted), "F1": percent(2 * both, given + wanted)}
    row |= {"F1 low": low, "F1 high": high}
    for label in sorted({span[2] for spans in gold for span in spans}):
        pairs = [({s for s in a if s[2] == label}, {s for s in b if s[2] == label})
                 for a, b in zip(gold, found, strict=True)]  # fmt: skip
        row[label] = percent(2 * sum(len(a & b) for a, b in pairs), sum(len(a) + len(b) for a, b in pairs))
    return row


def score_characters(items: Sequence[Item], readings: Sequence[Reading]) -> Row:
    """F1 of each attribution role over characters of words."""
    row: Row = {}
    for role in ("source", "cue", "content"):
        both = wanted = given = 0
        for item, reading in zip(items, readings, strict=True):
            for word, a, b in zip(item.words, item.roles, reading.roles, strict=True):
                both += len(word) * (a.endswith(role) and b.endswith(role))
                wanted += len(word) * a.endswith(role)
                given += len(word) * b.endswith(role)
        row[f"{role}_chars"] = percent(2 * both, wanted + given)
    return row


def interval(parts: Counts, wholes: Counts) -> tuple[float, float]:
    """The middle 95 per cent of the ratio over sentences drawn again with replacement (Efron 1979)."""
    chance = np.random.default_rng(SEED)
    drawn = chance.integers(0, len(parts), (ROUNDS, len(parts)))
    ratios = 100 * parts[drawn].sum(axis=1) / np.maximum(1, wholes[drawn].sum(axis=1))
    low, high = np.quantile(ratios, (0.025, 0.975))
    return round(float(low), 2), round(float(high), 2)


def percent(part: float, whole: float) -> float:
    """A share in per cent; 0 of nothing."""
    return round(float(100 * part / whole), 2) if whole else 0.0
