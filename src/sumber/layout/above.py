"""The lines above the body that nothing in their own words gives away: kickers, authors, decks, captions."""

from __future__ import annotations

from collections.abc import Sequence

from sumber.layout.byline import is_name
from sumber.layout.caption import has_picture_cue
from sumber.layout.dateline import Dateline
from sumber.layout.furniture import is_section, outlet_of_stamp
from sumber.layout.lines import Line, ends_sentence, folded
from sumber.layout.media import bare_name, find_medium, has_name_word, is_domain
from sumber.layout.phrases import Phrases
from sumber.layout.title import suffix_outlet
from sumber.model import BlockKind, Document

_KICKER_WORDS = 3
_DECK_WORDS = 45
_CREDIT_WORDS = 5


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
    outlets = (document.outlet, dateline.outlet if dateline else None)
    own = _own_names(lines[:body], [lines[number] for number in titles], outlets, known)
    for number in range(body):
        if kinds[number] is not None:
            continue
        if number < first:
            kinds[number] = _above_title(lines[number], known)
        elif dateline and number and _is_bare_credit(lines[number - 1], kinds[number - 1]):
            kinds[number] = "caption"  # what the picture shows, no standfirst
        else:
            kinds[number] = _below_title(lines[number], known, document.author, own, bool(dateline))


def _above_title(line: Line, known: Phrases) -> BlockKind:
    short = line.words <= _KICKER_WORDS or is_section(line, known)
    return "furniture" if short and not ends_sentence(line.text) else "title"


def _is_bare_credit(line: Line, kind: BlockKind | None) -> bool:
    """The credit of a picture with nothing of what is seen."""
    return kind == "caption" and line.words <= _CREDIT_WORDS and not ends_sentence(line.text)


def _own_names(
    above: Sequence[Line], titles: Sequence[Line], stated: Sequence[str | None], known: Phrases
) -> frozenset[str]:
    """What the page calls its outlet: as stated, behind the headline, or above the body as an address or in a stamp."""
    doubled = len({line.text for line in titles}) > 1
    names = [*stated, *(suffix_outlet(line.text, None, doubled) for line in titles)]
    names += [line.text if is_domain(line.text) else outlet_of_stamp(line, known) for line in above]
    return frozenset(bare_name(name) for name in names if name) - {""}


def _below_title(line: Line, known: Phrases, author: str | None, own: frozenset[str], dated: bool) -> BlockKind | None:
    if is_section(line, known) or _is_outlet(line, own):
        return "furniture"
    if author and folded(line.text) == folded(author):
        return "byline"
    maker, slash, person = line.text.partition("/")
    if slash and bare_name(maker) in own and is_name(Line(0, 0, person.strip()), known):
        return "caption"  # "KABARSORE/DIAN LESTARI": a picture's credit alone
    if is_name(line, known) or _is_name_of_outlet(line, known, own):
        return "byline"
    if ends_sentence(line.text) and has_picture_cue(line, known):
        return "caption"
    # A sentence above the body is a standfirst only where a dateline shows that the body has not begun.
    return "title" if line.words <= _DECK_WORDS and (dated or not ends_sentence(line.text)) else None


def _is_outlet(line: Line, own: frozenset[str]) -> bool:
    if bare_name(line.text) in own:
        return True
    return find_medium(line.text) is not None or is_domain(line.text)


def _is_name_of_outlet(line: Line, known: Phrases, own: frozenset[str]) -> bool:
    """ "Dian Lestari - detikNews", "Dian Lestari, CNN Indonesia", "Dian Lestari - Suluh Papua" on Suluh.id."""
    for mark in (" - ", " – ", " | ", ", "):
        name, found, outlet = line.text.rpartition(mark)
        if found and name and len(name.split()) <= 4 and name.replace(",", "").replace(" ", "").isalpha():
            edition = any(name and folded(outlet).startswith(name) for name in own)
            return edition or find_medium(outlet) is not None or is_domain(outlet) or has_name_word(outlet)
    return False
