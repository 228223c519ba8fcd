"""Large inputs moved into the weights before quantising (SmoothQuant: Xiao et al. 2023, arXiv:2211.10438).

Eight bits are scaled by the largest value of a sentence. A few places of the 384 carry values many times the others',
so that the others are left with few steps. Each place is divided by a share of its largest value, and the weights it
meets are multiplied by the same: the product is what it was, and both factors fit eight bits.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

#: How much of a place's size goes into the weights; a half is the paper's setting, and was not tuned.
SHARE = 0.5
SMALLEST = 1e-5


class Shared(nn.Module):
    """A matrix with a factor for each of its inputs, one until `move` has been called."""

    factor: Tensor

    def __init__(self, matrix: nn.Module) -> None:
        super().__init__()
        if not isinstance(matrix, nn.Linear):
            raise TypeError(f"a linear layer is wanted, not {type(matrix).__name__}")
        self.matrix = matrix
        self.register_buffer("factor", torch.ones(matrix.in_features))

    def forward(self, x: Tensor) -> Tensor:
        return torch.as_tensor(self.matrix(x * self.factor))

    def move(self, largest: Tensor) -> None:
        """Move a share of the inputs' sizes into the weights; `largest` (inputs,) are the largest sizes seen."""
        with torch.no_grad():
            size = self.matrix.weight.abs().amax(0).clamp(min=SMALLEST)
            moved = largest.clamp(min=SMALLEST) ** SHARE / size ** (1 - SHARE)
            moved = moved / moved.mean()
            self.matrix.weight.mul_(moved[None])
            self.factor.div_(moved)


def smooth(reader: nn.Module, runs: Sequence[tuple[Sequence[int], Sequence[int]]]) -> None:
    """Move the large inputs of every `Shared` matrix of `reader`, by what `runs` (its arguments) show of them."""
    seen: dict[Shared, Tensor] = {}

    def note(module: nn.Module, given: tuple[Tensor, ...], _result: Tensor) -> None:
        if isinstance(module, Shared):
            sizes = given[0].detach().abs().amax(0)
            seen[module] = torch.maximum(seen.get(module, sizes), sizes)

    hooks = [part.register_forward_hook(note) for part in reader.modules() if isinstance(part, Shared)]
    with torch.no_grad():
        for rows, first in runs:
            reader(torch.tensor(rows), torch.tensor(first))
    for hook in hooks:
        hook.remove()
    for part, largest in seen.items():
        part.move(largest)
