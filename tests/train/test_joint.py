"""What several runs teach: the mean of their probabilities. Needs torch, which only training does."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")


def test_a_network_has_nothing_to_learn_from_itself() -> None:
    from train.batches import IGNORED, Batch
    from train.joint import Teachers, soft_losses
    from train.network import Network

    torch.manual_seed(1)
    network = Network(pieces=20, labels=4, old_labels=3, epsilon=1e-5).eval()
    rows, first = torch.tensor([[2, 5, 6, 7]]), torch.tensor([[0, 1, 2, 3]])
    is_word = torch.ones(1, 3, dtype=torch.bool)
    unknown = torch.full((1, 3), IGNORED)
    batch = Batch(rows, rows > 0, first, is_word, {"heads": unknown})
    lesson = Teachers([network]).lesson(batch)
    for part in (*lesson.classes.values(), lesson.heads, lesson.deps):
        assert torch.allclose(part[0].sum(-1), torch.ones(3), atol=1e-4)
    scores = network(rows, batch.mask, first, is_word)
    named = scores.names.detach().requires_grad_(True)
    loss = soft_losses(network, scores._replace(names=named), lesson, is_word)["names"]
    loss.backward()
    assert named.grad is not None
    assert named.grad.abs().max() < 1e-5
