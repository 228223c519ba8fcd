"""What the tests share: the whole pipeline on a piece of text, and the places of things that may be absent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from sumber.model import Document, Record

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="../shared is not here: development data is measured only"
)

Code = Callable[..., Record]
Read = Callable[..., Doc]


def _document(text: str, lang: str | None, date: str | None, outlet: str | None, plain: bool) -> Document:
    return Document(
        id="test",
        text=text,
        outlet=outlet,
        published=date,
        published_how="given" if date else None,
        lang=lang,
        plain=plain,
    )


@pytest.fixture(scope="session")
def read() -> Read:
    """``read(text, lang, date=None, outlet=None, plain=True)``: the Doc with ``doc._.findings``."""
    from sumber.pipeline import read_document

    def run(
        text: str, lang: str | None = None, date: str | None = None, outlet: str | None = None, plain: bool = True
    ) -> Doc:
        return read_document(_document(text, lang, date, outlet, plain))

    return run


@pytest.fixture(scope="session")
def code() -> Code:
    """``code(text, lang, date=None, outlet=None, plain=True)``: the record of the whole pipeline."""
    from sumber.pipeline import code_document

    def run(
        text: str, lang: str | None = None, date: str | None = None, outlet: str | None = None, plain: bool = True
    ) -> Record:
        return code_document(_document(text, lang, date, outlet, plain))

    return run
