"""The language model at run time: onnxruntime and numpy, one thread, one sentence a run.

Eight-bit activations are scaled by the largest value in a run. Two sentences in one run would scale each other, and a
sentence would be read differently next to different neighbours. With one sentence a run each is read alone, whatever
else is coded, and the speed on one core is the same: there is no padding to be paid for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from sumber.errors import ModelError
from sumber.parse.pieces import Pieces, sentence_rows
from sumber.parse.spans import find_tags
from sumber.parse.tree import find_heads

MODELS = Path(__file__).parent / "models"
MODEL = "news-iden"
MOST_PIECES = 512  # the positions the model knows
STATE_WIDTH = 384


@dataclass(frozen=True)
class Reading:
    """What the model says of one sentence, one entry a word.

    ``pos`` UPOS; ``heads`` count words from 1, 0 for the root; ``deps`` UD relations; ``names`` BIO of names;
    ``roles`` BIO of source, cue, content; ``states`` (words, 384), the last hidden layer at the first piece of a word.
    """

    pos: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    names: tuple[str, ...]
    roles: tuple[str, ...]
    states: NDArray[np.float32]


class Encoder:
    """A loaded model. Reading does not change it."""

    def __init__(self, folder: Path, digest: str) -> None:
        described = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.digest = digest
        self._pos, self._deps = tuple(described["pos"]), tuple(described["deps"])
        self._names, self._roles = tuple(described["names"]), tuple(described["roles"])
        self._pieces = Pieces.load(folder / "pieces.tsv")
        self._reader = _session(folder / "encoder.onnx")
        self._labeller = _session(folder / "labels.onnx")

    @classmethod
    def load(cls, folder: Path | None = None) -> Encoder:
        """Load a model folder, the shipped one by default.

        Raises ModelError when a file is missing or is not the one named in ``models.json`` beside the folder.
        """
        folder = folder or MODELS / MODEL
        return cls(folder, "sha256:" + _check(folder))

    def encode(self, sentences: Iterable[Sequence[str]]) -> list[Reading]:
        """Read sentences, each a list of words. The result for one does not depend on the others."""
        return [self._read(words) for words in sentences]

    def _read(self, words: Sequence[str]) -> Reading:
        if not words:
            return Reading((), (), (), (), (), np.zeros((0, STATE_WIDTH), np.float32))
        rows, first = sentence_rows(self._pieces, words, MOST_PIECES - 1)
        inputs = {"rows": np.array(rows, np.int64), "first": np.array(first, np.int64)}
        pos, names, roles, arcs, dependents, governors, states = self._reader.run(None, inputs)
        heads = find_heads(arcs)
        (scores,) = self._labeller.run(None, {"dependents": dependents, "governors": governors[heads]})
        return Reading(
            pos=tuple(self._pos[code] for code in pos.argmax(axis=1)),
            heads=tuple(heads),
            deps=self._relations(scores, heads),
            names=find_tags(names, self._names),
            roles=find_tags(roles, self._roles),
            states=states[1:],
        )

    def _relations(self, scores: NDArray[np.float32], heads: list[int]) -> tuple[str, ...]:
        """The best relation of each word; ``root`` for the root and for nothing else."""
        scores[:, self._deps.index("root")] = -np.inf
        best = scores.argmax(axis=1)
        return tuple("root" if head == 0 else self._deps[code] for head, code in zip(heads, best, strict=True))


@cache
def default_encoder() -> Encoder:
    """The shipped model, loaded once a process."""
    return Encoder.load()


@cache
def load_head(name: str) -> dict[str, NDArray[Any]] | None:
    """The arrays of a head that another room runs over ``doc.tensor``, from NAME.npz of the shipped model; ``None``
    for a model that has no such head.

    Raises ModelError when the file is missing or is not the one named in ``models.json``.
    """
    folder = MODELS / MODEL
    if f"{name}.npz" not in _expected(folder):
        return None
    _check(folder)
    with np.load(folder / f"{name}.npz", allow_pickle=False) as file:
        return {part: file[part] for part in file.files}


@cache
def model_hashes() -> dict[str, str]:
    """The checksum of the shipped model by language, for ``made_by``; it is read without loading the model."""
    digest = "sha256:" + _digest(_expected(MODELS / MODEL))
    return {"id": digest, "en": digest}


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.use_deterministic_compute = True
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _expected(folder: Path) -> dict[str, str]:
    table = folder.parent / "models.json"
    try:
        files: dict[str, str] = json.loads(table.read_text(encoding="utf-8"))[folder.name]
    except (OSError, KeyError, ValueError) as error:
        raise ModelError(f"{table} does not name the files of the model {folder.name}") from error
    return files


def _digest(files: dict[str, str]) -> str:
    return hashlib.sha256("".join(f"{name} {files[name]}\n" for name in sorted(files)).encode()).hexdigest()


def _check(folder: Path) -> str:
    """The checksum of the whole model, after comparing each file with its own."""
    files = _expected(folder)
    for name, expected in files.items():
        path = folder / name
        if not path.is_file():
            raise ModelError(f"the model file {path} is missing; reinstall sumber")
        if hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            raise ModelError(f"the model file {path} is not the one models.json names; reinstall sumber")
    return _digest(files)
