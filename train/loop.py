"""Training proper: losses, schedule by step, checkpoints from which it goes on as if it had never stopped."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from train.batches import IGNORED, Batch, Batcher
from train.mix import Corpora, epoch_items
from train.network import Network

BODY_RATE, HEAD_RATE = 2e-4, 1.5e-3
WARM_UP, LAST_SHARE = 80, 0.02
CLIP = 2.0
WEIGHTS = {"pos": 1.0, "heads": 1.0, "deps": 1.0, "names": 2.0, "nominals": 1.0, "roles": 1.0}
SAVE_SECONDS = 300


def train(network: Network, batcher: Batcher, corpora: Corpora, out: Path, steps: int, seed: int) -> None:
    """Train up to `steps`, going on from ``out/checkpoint.pt`` where there is one; the result is left in that file."""
    body = [weights for weights in network.body.parameters() if weights.requires_grad]
    heads = [weights for name, weights in network.named_parameters() if not name.startswith("body.")]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": BODY_RATE, "base": BODY_RATE}, {"params": heads, "lr": HEAD_RATE, "base": HEAD_RATE}],
        weight_decay=0.01, betas=(0.9, 0.98), fused=True,
    )  # fmt: skip
    out.mkdir(parents=True, exist_ok=True)
    path = out / "checkpoint.pt"
    done = resume(network, optimizer, path)
    network.train()
    saved, begun, averages = time.monotonic(), time.process_time(), dict[str, float]()
    for step, batch in _batches(batcher, corpora, seed, done, steps):
        torch.manual_seed(seed * 1_000_003 + step)  # dropout of a step does not depend on what ran before
        for group in optimizer.param_groups:
            group["lr"] = group["base"] * rate_share(step, steps)
        loss, parts = losses(network, batch)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_([*body, *heads], CLIP)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        for name, value in parts.items():
            averages[name] = 0.98 * averages.get(name, value) + 0.02 * value
        if (step + 1) % 50 == 0:
            shown = " ".join(f"{name} {value:.3f}" for name, value in sorted(averages.items()))
            print(f"step {step + 1}/{steps} cpu {time.process_time() - begun:.0f} s {shown}", flush=True)
        if time.monotonic() - saved > SAVE_SECONDS or step + 1 == steps:
            save(network, optimizer, step + 1, path)
            saved = time.monotonic()


def losses(network: Network, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """The weighted loss, a word of the batch, and the mean loss of each task. Heads run only where they are taught."""
    states = network.body(batch.rows, batch.mask)
    scores = network.heads(states, batch.first, batch.is_word)
    targets = batch.targets
    given = {
        "pos": scores.pos,
        "names": scores.names,
        "nominals": scores.nominals,
        "roles": scores.roles,
        "heads": scores.arcs,
    }
    sums: dict[str, Tensor] = {}
    for name, found in given.items():
        if bool((targets[name] != IGNORED).any()):
            sums[name] = F.cross_entropy(
                found.flatten(0, 1), targets[name].flatten(), ignore_index=IGNORED, reduction="sum"
            )
    labelled = targets["deps"] != IGNORED
    if bool(labelled.any()):
        heads = targets["heads"].clamp(min=0)[:, :, None].expand(-1, -1, scores.governors.shape[2])
        governors = torch.gather(scores.governors, 1, heads)
        found = network.label_scores(scores.dependents[labelled], governors[labelled])
        sums["deps"] = F.cross_entropy(found, targets["deps"][labelled], reduction="sum")
    words = batch.is_word.sum()
    total = torch.stack([WEIGHTS[name] * value for name, value in sums.items()]).sum() / words
    counts = {name: int((targets[name] != IGNORED).sum()) for name in sums}
    return total, {name: value.item() / counts[name] for name, value in sums.items()}


def rate_share(step: int, steps: int) -> float:
    """Warm-up, then half a cosine down to `LAST_SHARE`."""
    if step < WARM_UP:
        return (step + 1) / WARM_UP
    progress = (step - WARM_UP) / max(1, steps - WARM_UP)
    return LAST_SHARE + (1 - LAST_SHARE) * 0.5 * (1 + math.cos(math.pi * progress))


def _batches(batcher: Batcher, corpora: Corpora, seed: int, done: int, steps: int) -> Iterator[tuple[int, Batch]]:
    step, epoch = 0, 0
    while step < steps:
        chance = random.Random(f"{seed}/{epoch}/batches")
        for batch in batcher.epoch(epoch_items(corpora, epoch, seed), chance):
            if step >= done:
                yield step, batch
            step += 1
            if step >= steps:
                return
        epoch += 1


def save(network: Network, optimizer: torch.optim.Optimizer, step: int, path: Path) -> None:
    """Write a checkpoint; the old one stays until the new one is whole."""
    state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
    fresh = path.with_suffix(".new")
    torch.save(state, fresh)
    fresh.replace(path)


def resume(network: Network, optimizer: torch.optim.Optimizer | None, path: Path) -> int:
    """Load a checkpoint if there is one; gives the number of steps done."""
    if not path.exists():
        return 0
    state: dict[str, Any] = torch.load(path, weights_only=True)
    network.load_state_dict(state["network"])
    if optimizer is not None:
        optimizer.load_state_dict(state["optimizer"])
    return int(state["step"])
