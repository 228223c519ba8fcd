"""Sentences of our own with their names in brackets, for the kinds that no corpus marks: events, weapons, media.

One sentence a line: ``The [NORP Ukrainian] army fired two [WEAPON HIMARS] rockets.`` All names of a line are marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sumber.parse.tokens import find_tokens
from train.items import Item
from train.tags import KINDS

_NAME = re.compile(r"\[([A-Z]+) ([^\[\]]+)\]")


def read_bracketed(path: Path) -> Iterator[Item]:
    """The sentences of a file. Raises ValueError, with the line, for brackets or kinds that are not right."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            yield _item(line.strip(), f"{path.name}, line {number}")


def _item(line: str, where: str) -> Item:
    text, spans = "", []
    at = 0
    for match in _NAME.finditer(line):
        text += line[at : match.start()]
        spans.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        at = match.end()
        if match[1] not in KINDS:
            raise ValueError(f"{where}: unknown kind {match[1]}")
    text += line[at:]
    if "[" in text or "]" in text:
        raise ValueError(f"{where}: a bracket stands alone")
    tokens = find_tokens(text)
    tags = ["O"] * len(tokens)
    for start, end, kind in spans:
        inside = [i for i, (first, last) in enumerate(tokens) if first < end and last > start]
        for i in inside:
            tags[i] = ("B-" if i == inside[0] else "I-") + kind
    return Item(words=tuple(text[start:end] for start, end in tokens), names=tuple(tags))
