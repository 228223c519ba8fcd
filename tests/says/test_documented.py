"""The examples of docs/attribution.md are what the program says."""

from __future__ import annotations

import pytest

from sumber.model import Document
from sumber.pipeline import code_document
from tests.conftest import ROOT


def _rows() -> list[tuple[str, list[str]]]:
    lang, rows = "", []
    for line in (ROOT / "docs" / "attribution.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            lang = {"## Ten examples in Indonesian": "id", "## Ten examples in English": "en"}.get(line, "")
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if lang and line.startswith("|") and len(cells) == 6 and cells[0] not in ("text", "---"):
            rows.append((lang, cells))
    return rows


ROWS = _rows()


def test_there_are_ten_in_each_language() -> None:
    assert [sum(lang == wanted for lang, _ in ROWS) for wanted in ("id", "en")] == [10, 10]


@pytest.mark.parametrize(("lang", "cells"), ROWS, ids=[cells[0][:40] for _, cells in ROWS])
def test_example(lang: str, cells: list[str]) -> None:
    text = cells[0]
    record = code_document(Document("doc", text, lang=lang, published="2024-09-07", published_how="given", plain=True))
    (said,) = record.attributions

    def words(spans: tuple) -> str:  # type: ignore[type-arg]
        return " … ".join(text[span.start : span.end] for span in spans)

    told = [words(said.source), words(said.cue), words(said.content)]
    assert [*told, " < ".join(hop.name for hop in said.via), said.stance] == cells[1:]
