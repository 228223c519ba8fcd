"""Training proper: losses, schedule by step, checkpoints from which it goes on as if it had never stopped."""

from __future__ import annotations

import copy
import dataclasses
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from train.batches import IGNORED, Batch, Batcher
from train.items import Item
from train.joint import Teachers, soft_losses
from train.mix import Corpora, epoch_items
from train.network import MASKED, Arcs, Network, Parser
from train.repair import Moves
from train.tags import allowed
from train.teacher import agreement, as_old, reread, score

WARM_UP, LAST_SHARE = 80, 0.02
CLIP = 2.0
WEIGHTS = {
    "pos": 1.0,
    "heads": 1.0,
    "deps": 1.0,
    "old_heads": 1.0,
    "old_deps": 1.0,
    "names": 2.0,
    "nominals": 1.0,
    "roles": 1.0,
}
MEAN_DECAY = 0.998
REPAIR_EPOCHS = (2,)  # from 0: before them the old trees are read again
SAVE_SECONDS = 300


@dataclass(frozen=True)
class Plan:
    """Steps, seed, highest rates of learning of the layers and the heads, the epoch to begin with, who else teaches."""

    steps: int
    seed: int
    body_rate: float = 2.5e-4
    head_rate: float = 1.5e-3
    epoch: int = 0
    teachers: Teachers | None = None


def train(network: Network, batcher: Batcher, corpora: Corpora, out: Path, plan: Plan) -> Network:
    """Train after `plan`, going on from ``out/checkpoint.pt`` where there is one; the result is left in that file.
    Gives the running mean of the weights (Polyak and Juditsky 1992), which reads better than the last."""
    steps = plan.steps
    body = [weights for weights in network.body.parameters() if weights.requires_grad]
    heads = [weights for name, weights in network.named_parameters() if not name.startswith("body.")]
    optimizer = torch.optim.AdamW(
        [
            {"params": part, "lr": rate, "base": rate}
            for part, rate in ((body, plan.body_rate), (heads, plan.head_rate))
        ],
        weight_decay=0.01,
        betas=(0.9, 0.98),
        fused=True,
    )
    out.mkdir(parents=True, exist_ok=True)
    path = out / "checkpoint.pt"
    mean = copy.deepcopy(network).requires_grad_(False)
    done = resume(network, mean, optimizer, path)
    network.train()
    mean.eval()
    saved, begun, averages = time.monotonic(), time.process_time(), dict[str, float]()
    for step, batch in _batches(batcher, corpora, mean, out, done, plan):
        torch.manual_seed(plan.seed * 1_000_003 + step)  # dropout of a step does not depend on what ran before
        for group in optimizer.param_groups:
            group["lr"] = group["base"] * rate_share(step, steps)
        loss, parts = losses(network, batch, plan.teachers)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_([*body, *heads], CLIP)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        share = 1 - min(MEAN_DECAY, (step + 1) / (step + 10))
        with torch.no_grad():
            torch._foreach_lerp_(list(mean.parameters()), list(network.parameters()), share)
        for name, value in parts.items():
            averages[name] = 0.98 * averages.get(name, value) + 0.02 * value
        if (step + 1) % 100 == 0:
            shown = " ".join(f"{name} {value:.3f}" for name, value in sorted(averages.items()))
            print(f"step {step + 1}/{steps} cpu {time.process_time() - begun:.0f} s {shown}", flush=True)
        if time.monotonic() - saved > SAVE_SECONDS or step + 1 == steps:
            save(network, mean, optimizer, step + 1, path)
            saved = time.monotonic()
    return mean


def average(networks: Sequence[Network], shares: Sequence[float]) -> Network:
    """A network whose weights are those of `networks`, which began as one, by their `shares` (which sum to one)."""
    mean = copy.deepcopy(networks[0])
    states = [(share, network.state_dict()) for share, network in zip(shares, networks, strict=True)]
    names = networks[0].state_dict()
    mean.load_state_dict({name: torch.stack([share * state[name] for share, state in states]).sum(0) for name in names})
    return mean


def losses(network: Network, batch: Batch, teachers: Teachers | None = None) -> tuple[Tensor, dict[str, float]]:
    """The weighted loss, a word of the batch, and the mean loss of each task. Heads run only where they are taught."""
    targets = batch.targets
    old = bool((targets["old_heads"] != IGNORED).any())
    with torch.autocast("cpu", torch.bfloat16, enabled=is_fast()):
        scores = network(batch.rows, batch.mask, batch.first, batch.is_word, old)
        sums = {name: _class_loss(found, targets[name]) for name, found in
                (("pos", scores.pos), ("nominals", scores.nominals), ("roles", scores.roles))}  # fmt: skip
        sums["names"] = _name_loss(scores.names, targets["names"])
        sums |= _tree_loss(network.tree, scores.tree, targets["heads"], targets["deps"], "")
        if scores.old_tree is not None:
            sums |= _tree_loss(network.old_tree, scores.old_tree, targets["old_heads"], targets["old_deps"], "old_")
        soft = soft_losses(network, scores, teachers.lesson(batch), batch.is_word) if teachers else {}
    words = batch.is_word.sum()
    weighted = [WEIGHTS[name] * value for part in (sums, soft) for name, value in part.items()]
    total = torch.stack(weighted).sum() / words
    counts = {name: int((targets[name] != IGNORED).sum()) for name in sums}
    return total, {name: value.item() / counts[name] for name, value in sums.items() if counts[name]}


def _class_loss(scores: Tensor, wanted: Tensor) -> Tensor:
    return F.cross_entropy(scores.float().flatten(0, 1), wanted.flatten(), ignore_index=IGNORED, reduction="sum")


def _name_loss(scores: Tensor, wanted: Tensor) -> Tensor:
    """Minus the logarithm of the probability of all that each tag allows."""
    taught = wanted != IGNORED
    found = torch.log_softmax(scores.float()[taught], dim=-1)
    return -torch.logsumexp(found.masked_fill(~_allowed()[wanted[taught]], MASKED), dim=-1).sum()


@cache
def _allowed() -> Tensor:
    return torch.from_numpy(allowed())


def _tree_loss(parser: Parser, found: Arcs, heads: Tensor, deps: Tensor, prefix: str) -> dict[str, Tensor]:
    """Arcs, and labels given the right heads."""
    labelled = (deps != IGNORED) & (heads != IGNORED)
    labels = parser.labels_under(found, heads.clamp(min=0))
    wanted = torch.where(labelled, deps, IGNORED)
    return {prefix + "heads": _class_loss(found.arcs, heads), prefix + "deps": _class_loss(labels, wanted)}


@cache
def is_fast() -> bool:
    """Whether this processor multiplies bfloat16 matrices in tiles (AMX): training then takes half the time."""
    return bool(torch.cpu._is_amx_tile_supported())


def rate_share(step: int, steps: int) -> float:
    """Warm-up, then half a cosine down to `LAST_SHARE`."""
    if step < WARM_UP:
        return (step + 1) / WARM_UP
    progress = (step - WARM_UP) / max(1, steps - WARM_UP)
    return LAST_SHARE + (1 - LAST_SHARE) * 0.5 * (1 + math.cos(math.pi * progress))


def _batches(
    batcher: Batcher, corpora: Corpora, mean: Network, out: Path, done: int, plan: Plan
) -> Iterator[tuple[int, Batch]]:
    step, epoch, steps, seed = 0, plan.epoch, plan.steps, plan.seed
    repaired: tuple[Item, ...] | None = None
    while step < steps:
        if epoch in REPAIR_EPOCHS:
            repaired = _repaired(batcher, corpora, mean, out / f"repaired-{epoch}.pt", step >= done)
        chance = random.Random(f"{seed}/{epoch}/batches")
        for batch in batcher.epoch(epoch_items(corpora, epoch, seed, repaired), chance):
            if step >= done:
                yield step, batch
            step += 1
            if step >= steps:
                return
        epoch += 1
        if step > done and corpora.held_out:
            tags, arcs, trees = score(mean, batcher, corpora.held_out)
            print(f"epoch {epoch} held-out id-gsd dev: UPOS {tags:.2f} UAS {arcs:.2f} LAS {trees:.2f}", flush=True)


def _repaired(batcher: Batcher, corpora: Corpora, mean: Network, path: Path, fresh: bool) -> tuple[Item, ...]:
    """The old trees after today's guideline, as the network of this moment reads them; kept for a run that goes on."""
    if fresh or not path.exists():
        moves = Moves(corpora.pairs, batcher.labels)
        mended = reread(mean, batcher, corpora.old_trees, moves)
        torch.save([dataclasses.asdict(item) for item in mended], path)
        kept = sum(head >= 0 for item in mended for head in item.heads) / sum(len(item.words) for item in mended)
        print(f"repaired {len(mended)} old trees, {kept:.1%} of arcs kept", flush=True)
        if corpora.held_pairs:
            tried = reread(mean, batcher, [as_old(pair) for pair in corpora.held_pairs], moves)
            told = " ".join(f"{name} {value:.1f}" for name, value in agreement(corpora.held_pairs, tried).items())
            print(f"on held-out sentences: {told}", flush=True)
    return tuple(Item(**fields) for fields in torch.load(path, weights_only=True))


def save(network: Network, mean: Network, optimizer: torch.optim.Optimizer, step: int, path: Path) -> None:
    """Write a checkpoint; the old one stays until the new one is whole."""
    state = {
        "network": network.state_dict(),
        "mean": mean.state_dict(),
        "optimizer": optimizer.state_dict(),
        "step": step,
    }
    fresh = path.with_suffix(".new")
    torch.save(state, fresh)
    fresh.replace(path)


def resume(network: Network, mean: Network, optimizer: torch.optim.Optimizer | None, path: Path) -> int:
    """Load a checkpoint if there is one; gives the number of steps done."""
    if not path.exists():
        return 0
    state: dict[str, Any] = torch.load(path, weights_only=True)
    network.load_state_dict(state["network"])
    mean.load_state_dict(state["mean"])
    if optimizer is not None:
        optimizer.load_state_dict(state["optimizer"])
    return int(state["step"])
