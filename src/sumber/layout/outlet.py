"""The publishing medium: stated by the carrier, else by the page itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sumber.layout.dateline import Dateline
from sumber.layout.furniture import known_line, outlet_of_stamp
from sumber.layout.lines import Line
from sumber.layout.media import canonical, find_medium, has_name_word, is_domain
from sumber.layout.phrases import Phrases
from sumber.layout.title import suffix_outlet
from sumber.model import BlockKind, Document


def find_outlet(
    document: Document,
    lines: Sequence[Line],
    kinds: Sequence[BlockKind],
    titles: Sequence[int],
    dateline: Dateline | None,
    known: Phrases | None,
) -> str | None:
    """The outlet by its name in the table, or as the text has it; ``None`` where nothing names it.

    In order: what the carrier or the user states; dateline; time stamp; behind the headline; copyright and "published
    by" lines. An agency in the dateline is where the report comes from, not who published it.
    """
    if document.outlet:
        return canonical(document.outlet)
    if known is None:
        return None
    if dateline and dateline.outlet:
        return canonical(dateline.outlet)
    for name in (*_of_lines(lines, kinds, known), *_of_titles(lines, titles), *_of_owners(lines, kinds, known)):
        return canonical(name)
    return None


def _of_lines(lines: Sequence[Line], kinds: Sequence[BlockKind], known: Phrases) -> Iterator[str]:
    for line, kind in zip(lines, kinds, strict=True):
        if kind == "furniture" and (name := outlet_of_stamp(line, known)):
            yield name


def _of_titles(lines: Sequence[Line], titles: Sequence[int]) -> Iterator[str]:
    doubled = len({lines[number].text for number in titles}) > 1
    for number in titles:
        if name := suffix_outlet(lines[number].text, None, doubled):
            yield name


def _of_owners(lines: Sequence[Line], kinds: Sequence[BlockKind], known: Phrases) -> Iterator[str]:
    for line, kind in zip(lines, kinds, strict=True):
        entry = known_line(line, known) if kind == "furniture" else None
        found = entry[1] if entry else None
        if found is None or "outlet" not in found.re.groupindex or not found["outlet"]:
            continue
        name = found["outlet"].strip()
        medium = find_medium(name)
        if (medium and not medium.is_agency) or (not medium and (is_domain(name) or has_name_word(name))):
            yield name
