"""The lines above the body that nothing in their own words gives away: kickers, authors, decks, captions."""

from __future__ import annotations

from collections.abc import Sequence

from sumber.layout.byline import is_name
from sumber.layout.caption import has_picture_cue
from sumber.layout.dateline import Dateline
from sumber.layout.furniture import is_section
from sumber.layout.lines import Line, ends_sentence, folded
from sumber.layout.media import bare_name, find_medium, has_name_word, is_domain
from sumber.layout.phrases import Phrases
from sumber.model import BlockKind, Document

_KICKER_WORDS = 3
_DECK_WORDS = 45


def sort_above(
    lines: Sequence[Line],
    kinds: list[BlockKind | None],
    body: int,
    titles: Sequence[int],
    dateline: Dateline | None,
    known: Phrases,
    document: Document,
) -> None:
    """Give each open line before number `body` its use, in place. `titles` are the headline's lines."""
    first = titles[0] if titles else 0
    for number in range(body):
        if kinds[number] is None:
            kinds[number] = (
                _above_title(lines[number], known)
                if number < first
                else _below_title(lines[number], known, document, dateline)
            )


def _above_title(line: Line, known: Phrases) -> BlockKind:
    short = line.words <= _KICKER_WORDS or is_section(line, known)
    return "furniture" if short and not ends_sentence(line.text) else "title"


def _below_title(line: Line, known: Phrases, document: Document, dateline: Dateline | None) -> BlockKind | None:
    if is_section(line, known) or _is_outlet(line, document.outlet):
        return "furniture"
    if document.author and folded(line.text) == folded(document.author):
        return "byline"
    if is_name(line, known) or _is_name_of_outlet(line, known):
        return "byline"
    if ends_sentence(line.text) and has_picture_cue(line, known):
        return "caption"
    # A sentence above the body is a standfirst only where a dateline shows that the body has not begun.
    return "title" if line.words <= _DECK_WORDS and (dateline or not ends_sentence(line.text)) else None


def _is_outlet(line: Line, outlet: str | None) -> bool:
    if outlet and bare_name(line.text) == bare_name(outlet):
        return True
    return find_medium(line.text) is not None or is_domain(line.text)


def _is_name_of_outlet(line: Line, known: Phrases) -> bool:
    """ "Dian Lestari - detikNews", "Dian Lestari, CNN Indonesia"."""
    for mark in (" - ", " – ", " | ", ", "):
        name, found, outlet = line.text.rpartition(mark)
        if found and name and len(name.split()) <= 4 and name.replace(",", "").replace(" ", "").isalpha():
            return find_medium(outlet) is not None or is_domain(outlet) or has_name_word(outlet)
    return False
