"""The network: six transformer layers of multilingual-e5-small, and heads for tags, trees, names and attribution."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from train.items import NOMINAL_LABELS, ROLE_LABELS, UPOS
from train.source import FEED_FORWARD, HEADS, POSITIONS, WIDTH, Source
from train.tags import NAME_LABELS

LAYERS = 6
ARC, LABEL = 256, 128
DROPOUT = 0.25
MASKED = -1e4


def _attend(query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
    """Attention in 32 bits whatever the rest runs in: in bfloat16 its backward pass on CPUs takes half of the step."""
    with torch.autocast("cpu", enabled=False):
        return F.scaled_dot_product_attention(query.float(), key.float(), value.float(), attn_mask=mask)


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, epsilon: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attention_norm = nn.LayerNorm(WIDTH, epsilon)
        self.widen, self.narrow = nn.Linear(WIDTH, FEED_FORWARD), nn.Linear(FEED_FORWARD, WIDTH)
        self.out_norm = nn.LayerNorm(WIDTH, epsilon)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x (batch, length, 384), mask (batch, 1, 1, length) true where there is a piece."""
        batch, length, _ = x.shape
        query, key, value = (
            part(x).view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        mixed = _attend(query, key, value, mask)
        x = self.attention_norm(x + self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH)))
        narrowed: Tensor = self.out_norm(x + self.narrow(F.gelu(self.widen(x))))
        return narrowed


class Body(nn.Module):
    """Pieces to states. The word embeddings are frozen."""

    def __init__(self, pieces: int, epsilon: float) -> None:
        super().__init__()
        self.words = nn.Embedding(pieces, WIDTH)
        self.words.weight.requires_grad = False
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, epsilon)
        self.layers = nn.ModuleList(Layer(epsilon) for _ in range(LAYERS))

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        """rows (batch, length) of the embedding table, mask the same shape; gives (batch, length, 384)."""
        return self.deepen(self.words(rows), mask)

    def deepen(self, embedded: Tensor, mask: Tensor) -> Tensor:
        """The layers over embedded pieces."""
        x = self.norm(embedded + self.positions.weight[: embedded.shape[1]])
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        deep: Tensor = x
        return deep


class Arcs(NamedTuple):
    """What a parser gives: arc scores over root and words, and the parts from which labels are scored."""

    arcs: Tensor  # (batch, words, 1 + words)
    dependents: Tensor  # (batch, words, 128)
    governors: Tensor  # (batch, 1 + words, 128)


class Scores(NamedTuple):
    """What the heads give for (batch, words): class scores, and trees after today's guideline and that of 2017."""

    pos: Tensor
    names: Tensor
    nominals: Tensor
    roles: Tensor
    tree: Arcs
    old_tree: Arcs | None


class Parser(nn.Module):
    """Biaffine arcs and relations (Dozat and Manning 2017, arXiv:1611.01734). `labels` counts the relations."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.parts = nn.Linear(WIDTH, 2 * ARC + 2 * LABEL)
        self.drop = nn.Dropout(DROPOUT)
        self.arc_weight = nn.Parameter(torch.randn(ARC, ARC) * 0.02)
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.label_weight = nn.Parameter(torch.randn(LABEL, labels * LABEL) * 0.01)
        self.label_dependent, self.label_governor = nn.Linear(LABEL, labels), nn.Linear(LABEL, labels, bias=False)

    def forward(self, states: Tensor, is_word: Tensor) -> Arcs:
        """`states` (batch, 1 + words, 384), the root first."""
        parts = self.drop(F.gelu(self.parts(states)))
        arc_dependent, arc_governor, dependents, governors = parts.split([ARC, ARC, LABEL, LABEL], dim=-1)
        arcs = (arc_dependent[:, 1:] @ self.arc_weight + self.arc_bias) @ arc_governor.transpose(1, 2) / ARC**0.5
        may_govern = torch.cat([torch.ones_like(is_word[:, :1]), is_word], dim=1)
        return Arcs(arcs.float().masked_fill(~may_govern[:, None, :], MASKED), dependents[:, 1:], governors)

    def label_scores(self, dependents: Tensor, governors: Tensor) -> Tensor:
        """Relation scores (tokens, labels) of pairs: both arguments (tokens, 128)."""
        mixed = (dependents @ self.label_weight).view(-1, self.label_dependent.out_features, LABEL)
        bilinear = (mixed * governors[:, None, :]).sum(-1)
        scores: Tensor = bilinear + self.label_dependent(dependents) + self.label_governor(governors)
        return scores

    def labels_under(self, found: Arcs, heads: Tensor) -> Tensor:
        """Relation scores (batch, words, labels) of each word under given heads (batch, words); 0 is the root."""
        governors = torch.gather(found.governors, 1, heads[:, :, None].expand(-1, -1, found.governors.shape[2]))
        scores = self.label_scores(found.dependents.flatten(0, 1), governors.flatten(0, 1))
        return scores.view(*heads.shape, -1)


class Network(nn.Module):
    """Body and heads. `labels` and `old_labels` count the dependency relations of today's guideline and of 2017's."""

    def __init__(self, pieces: int, labels: int, old_labels: int, epsilon: float) -> None:
        super().__init__()
        self.body = Body(pieces, epsilon)
        self.drop = nn.Dropout(DROPOUT)
        self.pos = nn.Linear(WIDTH, len(UPOS))
        self.names, self.nominals = nn.Linear(WIDTH, len(NAME_LABELS)), nn.Linear(WIDTH, len(NOMINAL_LABELS))
        self.roles = nn.Linear(WIDTH, len(ROLE_LABELS))
        self.tree, self.old_tree = Parser(labels), Parser(old_labels)

    def forward(self, rows: Tensor, mask: Tensor, first: Tensor, is_word: Tensor, old: bool = False) -> Scores:
        """`first` (batch, 1 + words): where each word begins in rows, 0 for the root; `is_word` (batch, words).
        The tree of 2017 is given only when `old`."""
        return self.heads(self.body(rows, mask), first, is_word, old)

    def heads(self, states: Tensor, first: Tensor, is_word: Tensor, old: bool = False) -> Scores:
        """All heads over the states of the first piece of each word."""
        states = self.drop(torch.gather(states, 1, first[:, :, None].expand(-1, -1, WIDTH)))
        words = states[:, 1:]
        return Scores(self.pos(words), self.names(words), self.nominals(words), self.roles(words),
                      self.tree(states, is_word), self.old_tree(states, is_word) if old else None)  # fmt: skip


def build_network(source: Source, kept: list[int], labels: int, old_labels: int) -> Network:
    """A network with the weights of `source`; `kept` are the rows of the embedding table to take."""
    network = Network(len(kept), labels, old_labels, source.layer_norm_epsilon)
    body = network.body
    types = torch.from_numpy(source.tensor("emb.type", (source.token_types, WIDTH)))
    names = {"q": "query", "k": "key", "v": "value", "ao": "out", "aln": "attention_norm"}
    names |= {"fi": "widen", "fo": "narrow", "oln": "out_norm"}
    with torch.no_grad():
        words = source.tensor("emb.word", (source.vocabulary, WIDTH))
        body.words.weight.copy_(torch.from_numpy(words[kept]))
        # The type of a token is always the first; its vector goes into the positions.
        body.positions.weight.copy_(torch.from_numpy(source.tensor("emb.pos", (POSITIONS, WIDTH))) + types[0])
        for name, module in [("emb.ln", body.norm)] + [
            (f"l{i}.{short}", getattr(layer, long))
            for i, layer in enumerate(body.layers)
            for short, long in names.items()
        ]:
            for letter, weights in (("w", module.weight), ("b", module.bias)):
                weights.copy_(torch.from_numpy(source.tensor(f"{name}.{letter}", tuple(weights.shape))))
    return network
