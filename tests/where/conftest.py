"""Docs without a model: tokens and sentences only, so that these tests say what the rules do, not a parser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from sumber.model import Article, Block, Document, Place
from sumber.parse.tokens import find_tokens
from sumber.where import find_places

Find = Callable[..., list[Place]]


def make_doc(text: str, entities: dict[str, str] | None = None) -> Doc:
    """A Doc of ``text`` with the given names as entities; a sentence begins after ". " and at a line's start."""
    spans = find_tokens(text)
    words = [text[start:end] for start, end in spans]
    spaces = [end < len(text) and text[end].isspace() for _, end in spans]
    doc = Doc(Vocab(), words=words, spaces=spaces)
    for token, (start, _) in zip(doc, spans, strict=True):
        token.is_sent_start = start == 0 or bool(re.search(r"[.!?]\s$", text[:start]))
    found = []
    for name, label in (entities or {}).items():
        for match in re.finditer(re.escape(name), text):
            span = doc.char_span(match.start(), match.end(), label)
            assert isinstance(span, Span)
            found.append(span)
    doc.set_ents(found)
    return doc


@pytest.fixture
def find() -> Find:
    """``find(text, lang, entities=None, kind="paragraph", dateline=None)``: the places of a text of one block."""

    def run(
        text: str,
        lang: str = "id",
        entities: dict[str, str] | None = None,
        kind: str = "paragraph",
        dateline: str | None = None,
    ) -> list[Place]:
        place = (text.index(dateline), text.index(dateline) + len(dateline)) if dateline else None
        block = Block(kind, 0, len(text))  # type: ignore[arg-type]
        article = Article(Document("test", text), lang, (block,), None, None, dateline_place=place)
        return list(find_places(make_doc(text, entities), article))

    return run
