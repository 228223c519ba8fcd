"""Blocks from lines: a line is one block, but for a dateline at its head and what was glued to its end."""

from __future__ import annotations

from collections.abc import Sequence

from sumber.layout.byline import find_closing_credit
from sumber.layout.dateline import Dateline
from sumber.layout.lines import Line
from sumber.layout.phrases import Phrases
from sumber.model import Block, BlockKind


def split_lines(
    lines: Sequence[Line], kinds: Sequence[BlockKind], dateline: Dateline | None, known: Phrases
) -> tuple[Block, ...]:
    """The blocks in text order. Only the last paragraph can end with the article's credit."""
    last = max((number for number, kind in enumerate(kinds) if kind == "paragraph"), default=-1)
    out: list[Block] = []
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind == "paragraph":
            out += _paragraph(line, dateline, known, closes=number == last)
        else:
            out.append(Block(kind, line.start, line.end))
    return tuple(out)


def _paragraph(line: Line, dateline: Dateline | None, known: Phrases, closes: bool) -> list[Block]:
    start, end = line.start, line.end
    before: list[Block] = []
    after: list[Block] = []
    if dateline and dateline.start == line.start:
        before.append(Block("dateline", dateline.start, dateline.end))
        start = dateline.body
    link = known.inline_related.search(line.text)
    if link:
        after.append(Block("furniture", line.start + link.end() - len(link.group().lstrip()), end))
        end = line.start + link.start()
    credit = find_closing_credit(line.text[: end - line.start], known) if closes else None
    if credit:
        after.insert(
            0, Block("byline", line.start + credit[0], line.start + len(line.text[: end - line.start].rstrip()))
        )
        end = line.start + credit[0]
    end = line.start + len(line.text[: end - line.start].rstrip())
    body = [Block("paragraph", start, end)] if end > start else []
    return before + body + after
