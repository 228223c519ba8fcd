"""The network under training reads: old Indonesian trees for `train.repair`, held-out sentences to see how it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import torch
from torch import Tensor

from sumber.parse.pieces import sentence_rows
from sumber.parse.tree import find_heads
from train.batches import LONGEST, MOST_PIECES, Batcher
from train.items import UPOS, Item
from train.network import Arcs, Network
from train.repair import Moves, Pair, mend


def reread(network: Network, batcher: Batcher, items: Sequence[Item], moves: Moves) -> list[Item]:
    """The old sentences with today's trees."""
    mended: dict[int, Item] = {}
    for part, found, _ in _read(network, batcher, items):
        arcs = torch.log_softmax(found.arcs.float(), dim=-1).numpy()
        for row, at in enumerate(part):
            item = items[at]
            words = len(item.words)
            relations = _label_scores(network, found, row, item.old_heads).numpy()
            mended[at] = mend(item, arcs[row, :words, : words + 1], relations, moves, batcher.labels)
    return [mended[at] for at in range(len(items))]


def score(network: Network, batcher: Batcher, items: Sequence[Item]) -> tuple[float, float, float]:
    """UPOS, UAS and LAS in per cent."""
    total = tags = arcs = labelled = 0
    for part, found, pos in _read(network, batcher, items):
        for row, at in enumerate(part):
            item = items[at]
            words = len(item.words)
            heads = find_heads(found.arcs[row, :words, : words + 1].float().numpy())
            labels = _label_scores(network, found, row, heads).argmax(dim=-1).tolist()
            for i in range(words):
                right = heads[i] == item.heads[i]
                total += 1
                tags += UPOS[int(pos[row, i].argmax())] == item.pos[i]
                arcs += right
                label = "root" if heads[i] == 0 else batcher.labels[labels[i]]
                labelled += right and label == item.deps[i]
    return 100 * tags / total, 100 * arcs / total, 100 * labelled / total


def agreement(pairs: Sequence[Pair], mended: Sequence[Item]) -> dict[str, float]:
    """How far mended sentences agree with today's annotation of the same sentences, in per cent of what is kept."""
    rows = [(pair.today, item, i) for pair, item in zip(pairs, mended, strict=True) for i in range(len(item.words))]
    arcs = [(today.heads[i] == item.heads[i]) for today, item, i in rows if item.heads[i] >= 0]
    both = [
        (today.heads[i] == item.heads[i] and today.deps[i] == item.deps[i]) for today, item, i in rows
        if item.heads[i] >= 0 and item.deps[i]
    ]  # fmt: skip
    return {
        "words": len(rows),
        "arcs kept": 100 * len(arcs) / len(rows),
        "arcs right": 100 * sum(arcs) / len(arcs),
        "labels kept": 100 * len(both) / len(rows),
        "labels right": 100 * sum(both) / max(1, len(both)),
    }


def as_old(pair: Pair) -> Item:
    """The old annotation of a pair, as the old training sentences have it."""
    old = pair.old
    return replace(old, heads=(), deps=(), old_pos=old.pos, old_heads=old.heads, old_deps=old.deps)


def _read(network: Network, batcher: Batcher, items: Sequence[Item]) -> Iterator[tuple[list[int], Arcs, Tensor]]:
    """(places of the sentences, what the parser gives, log-probabilities of tags) of each batch."""
    was_training = network.training
    network.eval()
    cut = [sentence_rows(batcher.pieces, item.words, LONGEST) for item in items]
    order = sorted(range(len(items)), key=lambda i: len(cut[i][0]))
    with torch.inference_mode():
        while order:
            width = len(cut[order[min(len(order), 64) - 1]][0])
            part = order[: max(1, min(64, MOST_PIECES // width))]
            order = order[len(part) :]
            batch = batcher.batch([items[i] for i in part], [cut[i] for i in part])
            scores = network(batch.rows, batch.mask, batch.first, batch.is_word)
            yield part, scores.tree, torch.log_softmax(scores.pos.float(), dim=-1)
    network.train(was_training)


def _label_scores(network: Network, found: Arcs, row: int, heads: Sequence[int]) -> Tensor:
    """Log-probabilities of labels (words, labels) for given heads; the root's label is no choice."""
    words = len(heads)
    scores = network.tree.label_scores(found.dependents[row, :words], found.governors[row][list(heads)])
    return torch.log_softmax(scores.float(), dim=-1)
