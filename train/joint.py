"""What several runs say together, as a lesson for one network: the mean of their probabilities, for every word.

Runs that differ by their seed err in different places, so that their mean reads better than any of them; a network
taught by it keeps some of that (Hinton, Vinyals and Dean 2015, arXiv:1503.02531). It also says of each sentence what
its corpus leaves open: trees for sentences that have only names, names for those that have only trees.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from train.batches import IGNORED, Batch
from train.network import Network, Scores

#: Heads that are taught by all runs for every word. The others teach only what their corpora mark: descriptions (re3d),
#: and the guideline of 2017.
TAUGHT = ("pos", "names", "roles")


@dataclass(frozen=True)
class Lesson:
    """Probabilities of each class of each head (batch, words, classes); `heads` (batch, words, 1 + words), `governors`
    (batch, words) for which `deps` (batch, words, labels) holds."""

    classes: dict[str, Tensor]
    heads: Tensor
    governors: Tensor
    deps: Tensor


class Teachers:
    """The runs. They read as they will be used: without dropout."""

    def __init__(self, runs: Sequence[Network]) -> None:
        self._runs = [run.eval().requires_grad_(False) for run in runs]

    def lesson(self, batch: Batch) -> Lesson:
        """Labels are given for the right governors, or where these are not annotated, for the likeliest."""
        with torch.no_grad():
            every = [run(batch.rows, batch.mask, batch.first, batch.is_word) for run in self._runs]
            heads = _mean([scores.tree.arcs for scores in every])
            gold = batch.targets["heads"]
            governors = torch.where(gold == IGNORED, heads.argmax(-1), gold)
            return Lesson(
                {name: _mean([getattr(scores, name) for scores in every]) for name in TAUGHT},
                heads,
                governors,
                _mean(
                    [run.tree.labels_under(found.tree, governors) for run, found in zip(self._runs, every, strict=True)]
                ),
            )


def soft_losses(network: Network, scores: Scores, lesson: Lesson, is_word: Tensor) -> dict[str, Tensor]:
    """Cross-entropy against a lesson, summed over the words, by head."""
    sums = {name: _soft(getattr(scores, name), wanted, is_word) for name, wanted in lesson.classes.items()}
    sums["heads"] = _soft(scores.tree.arcs, lesson.heads, is_word)
    sums["deps"] = _soft(network.tree.labels_under(scores.tree, lesson.governors), lesson.deps, is_word)
    return sums


def _soft(scores: Tensor, wanted: Tensor, is_word: Tensor) -> Tensor:
    found = F.log_softmax(scores.float()[is_word], dim=-1)
    return -(wanted[is_word] * found).sum()


def _mean(scores: Sequence[Tensor]) -> Tensor:
    return torch.stack([F.softmax(one.float(), dim=-1) for one in scores]).mean(0)
