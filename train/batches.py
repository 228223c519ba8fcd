"""Batches of sentences of like length, as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sumber.parse.pieces import PAD, START, Pieces, sentence_rows
from train.items import NOMINAL_LABELS, ROLE_LABELS, UPOS, Item
from train.tags import TAGS

MOST_PIECES = 1024  # of a batch, padding included
LONGEST = 250  # pieces of a sentence
TREES = ("heads", "old_heads")
STRIDE = 8  # lengths are rounded up to a multiple of this
IGNORED = -100  # target of what is not annotated


@dataclass(frozen=True)
class Batch:
    """Inputs (see `Network.forward`) and targets (batch, words) with `IGNORED` where there is none."""

    rows: Tensor
    mask: Tensor
    first: Tensor
    is_word: Tensor
    targets: dict[str, Tensor]


class Batcher:
    """Makes batches; `labels` are the dependency relations, `old_labels` those of 2017."""

    def __init__(self, pieces: Pieces, labels: Sequence[str], old_labels: Sequence[str]) -> None:
        self.pieces, self.labels = pieces, tuple(labels)
        self.codes = {
            "pos": _codes(UPOS),
            "deps": _codes(labels),
            "old_deps": _codes(old_labels),
            "names": _codes(TAGS),
            "nominals": _codes(NOMINAL_LABELS),
            "roles": _codes(ROLE_LABELS),
        }

    def epoch(self, items: Sequence[Item], chance: random.Random) -> Iterator[Batch]:
        """All items once, in batches of like length, batches in random order."""
        cut = [sentence_rows(self.pieces, item.words, LONGEST) for item in items]
        groups: list[list[int]] = []
        for start in range(0, len(items), 3000):
            part = sorted(range(start, min(start + 3000, len(items))), key=lambda i: len(cut[i][0]))
            group: list[int] = []
            for i in part:
                if len(group) >= _capacity(len(cut[i][0])):
                    groups.append(group)
                    group = []
                group.append(i)
            groups.append(group)
        chance.shuffle(groups)
        for group in groups:
            yield self.batch([items[i] for i in group], [cut[i] for i in group])

    def batch(self, items: Sequence[Item], cut: Sequence[tuple[list[int], list[int]]]) -> Batch:
        """One batch; `cut` are the rows and word starts of the items. Its shape is one of a few, filled up with what is
        not taught: for each new shape the matrix library first compiles its kernels."""
        length, width = _rounded(max(len(rows) for rows, _ in cut)), _rounded(max(len(first) for _, first in cut))
        count = max(_capacity(length), len(items))
        rows = np.full((count, length), PAD, np.int64)
        rows[:, 0] = START  # a row without a sentence has something to attend to
        first = np.zeros((count, width), np.int64)
        is_word = np.zeros((count, width - 1), bool)
        targets = {name: np.full((count, width - 1), IGNORED, np.int64) for name in (*self.codes, *TREES)}
        for i, (item, (item_rows, item_first)) in enumerate(zip(items, cut, strict=True)):
            rows[i, : len(item_rows)] = item_rows
            first[i, : len(item_first)] = item_first
            is_word[i, : len(item.words)] = True
            for name, codes in self.codes.items():
                labels = getattr(item, name)
                targets[name][i, : len(labels)] = [codes.get(label, IGNORED) for label in labels]
            for name in TREES:
                heads = getattr(item, name)
                targets[name][i, : len(heads)] = [IGNORED if head < 0 else head for head in heads]
        tensor = torch.from_numpy(rows)
        return Batch(tensor, tensor != PAD, torch.from_numpy(first), torch.from_numpy(is_word),
                     {name: torch.from_numpy(values) for name, values in targets.items()})  # fmt: skip


def _rounded(length: int) -> int:
    return -(-length // STRIDE) * STRIDE


def _capacity(length: int) -> int:
    """How many sentences of this length a batch holds."""
    return max(1, MOST_PIECES // _rounded(length))


def _codes(labels: Sequence[str]) -> dict[str, int]:
    return {label: code for code, label in enumerate(labels)}
