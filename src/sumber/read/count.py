"""How many documents a file holds, told without reading them, for whoever shows progress."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sumber.read.limits import CHUNK
from sumber.read.stream import GZIP_MAGIC

_LINES = (".jsonl", ".ndjson")


def count_documents(file: Path, name: str | None = None) -> int | None:
    """The number of documents of a file that is called ``name``; ``None`` where it is packed."""
    called = (name or file.name).lower()
    with file.open("rb") as source:
        if source.read(2) == GZIP_MAGIC:
            return None
        if not called.endswith(_LINES):
            return 1
        source.seek(0)
        lines, last = 0, b"\n"
        for chunk in iter(partial(source.read, CHUNK), b""):
            lines, last = lines + chunk.count(b"\n"), chunk[-1:]
        return lines + (last != b"\n")
