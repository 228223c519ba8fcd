"""Attributions of a piece of text, by this room alone: no actors, no times but those a test gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from sumber.model import Article, Attribution, Block, Document
from sumber.parse import parse
from sumber.says import find_attributions


@dataclass(frozen=True)
class Said:
    """One attribution in words; `via` is nearest to the reader first."""

    source: str
    cue: str
    content: str
    via: tuple[str, ...]
    kind: str
    stance: str
    rule: str
    raw: Attribution


Says = Callable[..., list[Said]]


def paragraphs(text: str) -> list[tuple[int, int, str]]:
    """Every line a paragraph."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append((at, at + len(line), "paragraph"))
        at += len(line) + 1
    return blocks


@pytest.fixture(scope="session")
def says() -> Says:
    """``says(text, lang, outlet=None, credits=())``: the attributions; ``credits`` are words of the text."""

    def run(text: str, lang: str, outlet: str | None = None, credits: tuple[str, ...] = ()) -> list[Said]:
        blocks = paragraphs(text)
        article = Article(
            Document("test", text, lang=lang, plain=True),
            lang,
            tuple(Block("paragraph", start, end) for start, end, _ in blocks),
            None,
            outlet,
            credits=tuple((text.index(name), text.index(name) + len(name)) for name in credits),
        )
        found = find_attributions(parse(text, blocks, lang), article, (), ())

        def words(spans: tuple) -> str:  # type: ignore[type-arg]
            return " … ".join(text[span.start : span.end] for span in spans)

        return [
            Said(
                words(one.source),
                words(one.cue),
                words(one.content),
                tuple(hop.name for hop in one.via),
                one.kind,
                one.stance,
                one.rule or "",
                one,
            )
            for one in found
        ]

    return run
