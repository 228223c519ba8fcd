"""Bytes as they come, from a file, a pipe or a gzip file, never more of them in memory than asked for."""

from __future__ import annotations

import io
import zlib
from typing import Protocol

from sumber.errors import ReadError
from sumber.read.limits import BOMB_FLOOR, BOMB_RATIO, CHUNK, megabytes

GZIP_MAGIC = b"\x1f\x8b"


class Readable(Protocol):
    """Anything that gives bytes."""

    def read(self, size: int, /) -> bytes | None:
        """At most `size` bytes, none at the end."""


class _Plain(io.RawIOBase):
    """The bytes as they are."""

    def __init__(self, source: Readable) -> None:
        self._source = source

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._source.read(len(buffer)) or b""
        buffer[: len(data)] = data
        return len(data)


class _Unpacked(io.RawIOBase):
    """The bytes of a gzip file, of one or more members, unpacked as far as they are asked for."""

    def __init__(self, packed: Readable, uri: str) -> None:
        self._packed, self._uri = packed, uri
        self._engine = zlib.decompressobj(wbits=31)
        self._waiting = b""
        self._taken = self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._unpack(len(buffer))
        except zlib.error as error:
            raise ReadError(self._uri, "is damaged: it does not unpack as gzip") from error
        self._given += len(data)
        if self._given > BOMB_FLOOR and self._given > BOMB_RATIO * self._taken:
            raise ReadError(self._uri, f"unpacks to more than {megabytes(self._given)}, which is no text of that size")
        buffer[: len(data)] = data
        return len(data)

    def _unpack(self, size: int) -> bytes:
        while True:
            if self._engine.eof:
                self._waiting = (self._engine.unused_data or self._more()).lstrip(b"\0")  # padding between members
                if not self._waiting:
                    return b""
                self._engine = zlib.decompressobj(wbits=31)
            if not self._waiting:
                self._waiting = self._more()
            if not self._waiting:
                raise ReadError(self._uri, "is cut off: the gzip file ends too early")
            data = self._engine.decompress(self._waiting, size)
            self._waiting = self._engine.unconsumed_tail
            if data:
                return data

    def _more(self) -> bytes:
        data = self._packed.read(CHUNK) or b""
        self._taken += len(data)
        return data


def open_stream(source: Readable, uri: str) -> io.BufferedReader:
    """`source` with ``peek``, ``read`` and ``readline``, unpacked where it begins as a gzip file does."""
    plain: io.BufferedReader = io.BufferedReader(_Plain(source), CHUNK)
    if not plain.peek(2).startswith(GZIP_MAGIC):
        return plain
    return io.BufferedReader(_Unpacked(plain, uri), CHUNK)


def read_whole(stream: io.BufferedReader, uri: str, limit: int) -> bytes:
    """All bytes of a stream. Raises ReadError where there are none or more than `limit`."""
    parts: list[bytes] = []
    missing = limit + 1
    while missing > 0 and (part := stream.read(min(missing, 1 << 20))):
        parts.append(part)
        missing -= len(part)
    if missing <= 0:
        raise ReadError(uri, f"is larger than {megabytes(limit)}, too large for one document")
    data = b"".join(parts)
    if not data.strip():
        raise ReadError(uri, "is empty")
    return data
