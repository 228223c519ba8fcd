"""Indonesian GSD as it was annotated in 2017, brought to today's guideline.

Only the training part of 2017 is at hand. Sentences that exist in both annotations tell how labels have moved; a parser
taught by today's guideline alone reads the old sentences again; its scores and the old annotation vote. Where they stay
apart and neither is sure the word is left without a tree, so that nothing is learned from it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sumber.parse.tree import find_heads
from train.items import UPOS, Item

HEAD_BONUS = 3.0  # log-probability that the old head adds; swept on the held-out pairs, see docs of `measure`
POS_BONUS = 2.0
SURE_ARC = 0.9  # probability from which an arc against the old head is believed
SURE_LABEL = 0.8
SMOOTHING = 0.5

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Pair:
    """One sentence annotated twice: `today` and `old`, the same words."""

    today: Item
    old: Item


@dataclass(frozen=True)
class Read:
    """Log-probabilities of the parser of today's guideline for one sentence: pos (words, tags), arcs (words, 1 + words)
    and, for any heads, labels (words, labels)."""

    pos: Floats
    arcs: Floats
    labels: Floats


def align(today: Iterable[Item], old: Iterable[Item]) -> list[Pair]:
    """Pairs of sentences with the very same words."""
    known = {item.words: item for item in old}
    return [Pair(item, known[item.words]) for item in today if item.words in known]


class Moves:
    """How relations moved from 2017 to today: log-probabilities of today's label given the old one and the old tag."""

    def __init__(self, pairs: Iterable[Pair], labels: Sequence[str]) -> None:
        self._labels = {label: code for code, label in enumerate(labels)}
        self._fine: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._coarse: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for pair in pairs:
            for i, label in enumerate(pair.today.deps):
                if pair.today.heads[i] == pair.old.heads[i]:
                    self._fine[pair.old.deps[i], pair.old.pos[i]][label] += 1
                    self._coarse[pair.old.deps[i]][label] += 1

    def scores(self, label: str, pos: str) -> Floats:
        """(labels,) log-probabilities."""
        fine, coarse = self._fine[label, pos], self._coarse[label]
        table = np.full(len(self._labels), SMOOTHING / len(self._labels))
        for name, code in self._labels.items():
            back = (coarse[name] + SMOOTHING / len(self._labels)) / (coarse.total() + SMOOTHING)
            table[code] = (fine[name] + 2 * back) / (fine.total() + 2)
        return np.log(table).astype(np.float32)


def vote_heads(item: Item, arcs: Floats, bonus: float = HEAD_BONUS) -> list[int]:
    """The tree that parser and old annotation vote for."""
    lifted = arcs.copy()
    for i, head in enumerate(item.old_heads):
        lifted[i, head] += bonus
    return find_heads(lifted)


def mend(item: Item, read: Read, heads: Sequence[int], moves: Moves, labels: Sequence[str]) -> Item:
    """The sentence with today's tags, heads and labels; -1 and an empty label where nobody is sure."""
    new_pos, new_heads, new_deps = [], [], []
    for i, head in enumerate(heads):
        agreed = head == item.old_heads[i]
        tags = read.pos[i].copy()
        tags[UPOS.index(item.pos[i])] += POS_BONUS
        new_pos.append(UPOS[int(tags.argmax())])
        sure = agreed or math.exp(read.arcs[i, head]) >= SURE_ARC
        new_heads.append(head if sure else -1)
        votes = read.labels[i] + (moves.scores(item.old_deps[i], item.pos[i]) if agreed else 0)
        best = int(votes.argmax())
        share = math.exp(votes[best] - float(np.logaddexp.reduce(votes)))
        label = "root" if head == 0 else labels[best]
        new_deps.append(label if sure and (head == 0 or share >= SURE_LABEL) else "")
    return replace(item, pos=tuple(new_pos), heads=tuple(new_heads), deps=tuple(new_deps), old_heads=(), old_deps=())
