"""Attribution sentences of PolNeAR: source, cue and content as BIO tags over the tokens of the product."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sumber.parse.sentences import find_sentences
from sumber.parse.tokens import find_tokens
from train.items import Item, repair_bio


def read_attributions(path: Path) -> Iterator[Item]:
    """Sentences of the articles of a PolNeAR file (JSON lines, gzip), with role tags."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield from _sentences(json.loads(line))


def _sentences(article: dict[str, Any]) -> Iterator[Item]:
    text = article["text"]
    tokens = find_tokens(text)
    tags = _tags(article, tokens)
    for first, last in find_sentences(text, tokens):
        words = tuple(text[start:end] for start, end in tokens[first:last])
        yield Item(words=words, roles=repair_bio(tags[first:last]))


def _tags(article: dict[str, Any], tokens: list[tuple[int, int]]) -> list[str]:
    """Content first, longest first, so that an inner attribution's source and cue show inside an outer content."""
    tags = ["O"] * len(tokens)
    spans = [(role, start, end) for found in article["attributions"] for role in ("content", "source", "cue")
             for start, end in found.get(role) or []]  # fmt: skip
    order = {"content": 0, "source": 1, "cue": 2}
    for role, start, end in sorted(spans, key=lambda span: (order[span[0]], span[1] - span[2])):
        inside = [i for i, (a, b) in enumerate(tokens) if a < end and b > start]
        if role == "content" and all(tags[i].endswith("content") for i in inside):
            continue
        for place, i in enumerate(inside):
            tags[i] = ("I-" if place else "B-") + role
    return tags
