"""Batches of sentences of like length, as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sumber.parse.pieces import PAD, Pieces, sentence_rows
from train.items import NAME_LABELS, ROLE_LABELS, UPOS, Item

MOST_PIECES = 512  # of a batch, padding included
LONGEST = 250  # pieces of a sentence
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
    """Makes batches; `labels` is the list of dependency relations."""

    def __init__(self, pieces: Pieces, labels: Sequence[str]) -> None:
        self.pieces = pieces
        self.codes = {
            "pos": _codes(UPOS),
            "deps": _codes(labels),
            "names": _codes(NAME_LABELS),
            "nominals": _codes(NAME_LABELS),
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
                if group and len(cut[i][0]) * (len(group) + 1) > MOST_PIECES:
                    groups.append(group)
                    group = []
                group.append(i)
            groups.append(group)
        chance.shuffle(groups)
        for group in groups:
            yield self.batch([items[i] for i in group], [cut[i] for i in group])

    def batch(self, items: Sequence[Item], cut: Sequence[tuple[list[int], list[int]]]) -> Batch:
        """One batch; `cut` are the rows and word starts of the items."""
        length, width = max(len(rows) for rows, _ in cut), max(len(first) for _, first in cut)
        rows = np.full((len(items), length), PAD, np.int64)
        first = np.zeros((len(items), width), np.int64)
        is_word = np.zeros((len(items), width - 1), bool)
        targets = {name: np.full((len(items), width - 1), IGNORED, np.int64) for name in (*self.codes, "heads")}
        for i, (item, (item_rows, item_first)) in enumerate(zip(items, cut, strict=True)):
            rows[i, : len(item_rows)] = item_rows
            first[i, : len(item_first)] = item_first
            is_word[i, : len(item.words)] = True
            for name, codes in self.codes.items():
                labels = getattr(item, name)
                targets[name][i, : len(labels)] = [codes.get(label, IGNORED) for label in labels]
            targets["heads"][i, : len(item.heads)] = item.heads
        tensor = torch.from_numpy(rows)
        return Batch(tensor, tensor != PAD, torch.from_numpy(first), torch.from_numpy(is_word),
                     {name: torch.from_numpy(values) for name, values in targets.items()})  # fmt: skip


def _codes(labels: Sequence[str]) -> dict[str, int]:
    return {label: code for code, label in enumerate(labels)}
