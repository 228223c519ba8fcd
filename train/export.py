"""From a checkpoint to what is shipped: two ONNX graphs in eight bits, the table of pieces, labels, checksums."""

from __future__ import annotations

import copy
import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from sumber.parse.pieces import Pieces, sentence_rows
from train.items import ROLE_LABELS, UPOS
from train.network import Body, Network
from train.smooth import Shared, smooth
from train.source import HEADS, POSITIONS, WIDTH
from train.tags import NAME_LABELS

OPSET = 17
#: Parts of the names of the nodes that are multiplied in 32 bits: what ends an attention or a feed-forward part.
WIDE = ("/narrow/", "/out/")
FILES = ("encoder.onnx", "labels.onnx", "pieces.tsv", "labels.json", "likeness.npz")


class PackedWords(nn.Module):
    """The embedding table in eight bits with one scale a row, a quarter of the size at hardly any loss."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("packed", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, rows: Tensor) -> Tensor:
        packed, scale = self.get_buffer("packed"), self.get_buffer("scale")
        return packed[rows].to(torch.float32) * scale[rows]


class Attention(nn.Module):
    """One layer written out in plain operations, without a mask: a run holds one sentence."""

    def __init__(self, layer: nn.Module, heads: int) -> None:
        super().__init__()
        self.layer, self.heads = layer, heads
        first = layer.get_submodule("query"), layer.get_submodule("key"), layer.get_submodule("value")
        joined = nn.Linear(WIDTH, 3 * WIDTH)
        with torch.no_grad():
            joined.weight.copy_(torch.cat([part.get_parameter("weight") for part in first]))
            joined.bias.copy_(torch.cat([part.get_parameter("bias") for part in first]))
        self.joined, self.widen = Shared(joined), Shared(copy.deepcopy(layer.get_submodule("widen")))

    def forward(self, x: Tensor) -> Tensor:
        layer, deep = self.layer, WIDTH // self.heads
        query, key, value = self.joined(x).view(-1, 3, self.heads, deep).permute(1, 2, 0, 3).unbind(0)
        weights = torch.softmax(query @ key.transpose(1, 2) / deep**0.5, dim=-1)
        mixed = (weights @ value).transpose(0, 1).reshape(-1, WIDTH)
        x = layer.get_submodule("attention_norm")(x + layer.get_submodule("out")(mixed))
        widened = nn.functional.gelu(self.widen(x))
        return torch.as_tensor(layer.get_submodule("out_norm")(x + layer.get_submodule("narrow")(widened)))


class Reader(nn.Module):
    """The graph of one sentence: rows (pieces) and first (1 + words) in; scores and states out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        body: Body = network.body
        self.network = network
        self.words = PackedWords(body.words.weight.detach())
        self.layers = nn.ModuleList(Attention(layer, HEADS) for layer in body.layers)

    def forward(self, rows: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Gives pos, names, roles (words, labels), arcs (words, 1 + words), dependents (words, 128), governors
        (1 + words, 128) and states (1 + words, 384), the last hidden layer at the first piece of each word."""
        body = self.network.body
        x = body.norm(self.words(rows) + body.positions.weight[: rows.shape[0]])
        for layer in self.layers:
            x = layer(x)
        states = x[first]
        everything = torch.ones(1, first.shape[0] - 1, dtype=torch.bool)
        found = self.network.heads(states[None], torch.arange(first.shape[0])[None], everything)
        kept = (found.pos, found.names, found.roles, *found.tree)
        return (*(part[0] for part in kept), states)


class Labeller(nn.Module):
    """The graph that scores relations: dependents and governors (tokens, 128) in, (tokens, labels) out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, dependents: Tensor, governors: Tensor) -> Tensor:
        return self.network.tree.label_scores(dependents, governors)


def export(network: Network, pieces: Pieces, labels: list[str], folder: Path, step: int,
           typical: Sequence[tuple[str, ...]]) -> None:  # fmt: skip
    """Write the model into `folder`, and its checksums into ``models.json`` beside it. By the words of `typical`
    sentences it is seen which inputs are large (`train.smooth`)."""
    folder.mkdir(parents=True, exist_ok=True)
    pieces.save(folder / "pieces.tsv")
    described = {"pos": UPOS, "deps": labels, "names": NAME_LABELS, "roles": ROLE_LABELS, "steps": step}
    (folder / "labels.json").write_text(json.dumps(described) + "\n", encoding="utf-8")
    reader, labeller = Reader(network), Labeller(network)
    reader.eval()  # after wrapping: a wrapper is born in training mode, and export would restore dropout with it
    labeller.eval()
    smooth(reader, [sentence_rows(pieces, words, POSITIONS - 1) for words in typical])
    rows, first = torch.tensor([0, 10, 11, 12, 2]), torch.tensor([0, 1, 3])
    _write(reader, (rows, first), folder / "encoder.onnx", ["rows", "first"],
           ["pos", "names", "roles", "arcs", "dependents", "governors", "states"],
           {"rows": {0: "pieces"}, "first": {0: "words"}})  # fmt: skip
    pair = torch.zeros(3, 128)
    _write(labeller, (pair, pair.clone()), folder / "labels.onnx", ["dependents", "governors"], ["scores"],
           {"dependents": {0: "words"}, "governors": {0: "words"}})  # fmt: skip
    (folder / "likeness.npz").unlink(missing_ok=True)  # it was fitted to the states of another encoder
    write_checksums(folder)


def _write(module: nn.Module, example: tuple[Tensor, ...], path: Path, inputs: list[str], outputs: list[str],
           axes: dict[str, dict[int, str]]) -> None:  # fmt: skip
    """Export and quantise: dynamic, per channel, weights in seven bits, as eight overflow on machines without VNNI.

    The last matrix of each attention and feed-forward part is stored in eight bits and multiplied in 32: what goes in
    has a few large values, and to scale the rest by them costs accuracy in trees and names.
    """
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        torch.onnx.export(module, example, str(plain), input_names=inputs, output_names=outputs, dynamic_axes=axes,
                          opset_version=OPSET, dynamo=False)  # fmt: skip
        kept = [node for node in onnx.load(plain).graph.node if _is_wide(node) and node.op_type == "Gemm"]
        names = [name for node in kept for name in (node.name, node.name + "_MatMul")]
        quantize_dynamic(plain, path, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
                         op_types_to_quantize=["MatMul"], nodes_to_exclude=names)  # fmt: skip
    model = onnx.load(path)
    _pack(model, {weights for node in model.graph.node if _is_wide(node) for weights in node.input})
    onnx.checker.check_model(model)
    onnx.save(model, path)


def _is_wide(node: onnx.NodeProto) -> bool:
    return any(part in node.name for part in WIDE)


def _pack(model: onnx.ModelProto, names: set[str]) -> None:
    """Store matrices in eight bits with a scale for each output; the runtime unpacks them as it loads."""
    graph = model.graph
    for weights in [w for w in graph.initializer if w.name in names and len(w.dims) == 2]:
        matrix = numpy_helper.to_array(weights)
        along = int(matrix.shape[0] < matrix.shape[1])  # reduced over the longer side: the inputs
        scale = np.abs(matrix).max(axis=along, keepdims=True).clip(1e-8) / 127
        packed = np.round(matrix / scale).astype(np.int8)
        graph.initializer.remove(weights)
        graph.initializer.extend([
            numpy_helper.from_array(packed, weights.name + "_packed"),
            numpy_helper.from_array(scale.astype(np.float32), weights.name + "_scale"),
        ])  # fmt: skip
        cast = helper.make_node("Cast", [weights.name + "_packed"], [weights.name + "_wide"], to=TensorProto.FLOAT)
        scaled = helper.make_node("Mul", [weights.name + "_wide", weights.name + "_scale"], [weights.name])
        graph.node.insert(0, scaled)
        graph.node.insert(0, cast)


def write_checksums(folder: Path) -> None:
    """Write the checksums of the files that are in a model folder into ``models.json`` beside it."""
    table = folder.parent / "models.json"
    known = json.loads(table.read_text(encoding="utf-8")) if table.exists() else {}
    there = [folder / name for name in FILES if (folder / name).exists()]
    known[folder.name] = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in there}
    table.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n", encoding="utf-8")
