"""Which agency an article is taken from, as its dateline or the credit that closes it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sumber.layout.lines import Line
from sumber.layout.media import Medium, canonical, find_credited, find_medium
from sumber.layout.phrases import Phrases
from sumber.model import Article, Hop

_PART = re.compile(r"[^/,;&|()\[\]]+")
_EDGES = " .-–—*"

# A part of a credit: where it stands, and the medium, `None` for a source that the table does not know.
_Source = tuple[int, int, Medium | None]


def find_credits(lines: Sequence[Line], known: Phrases, outlet: str | None) -> tuple[tuple[int, int], ...]:
    """The one medium that the bylines name as the source, as a span. Two sources settle nothing: then none.

    `lines` are the byline lines and closing credits, in text order. The publishing outlet is no source of itself.
    """
    own = canonical(outlet) if outlet else None
    found = [source for line in lines for source in _sources(line, known)]
    found = [(start, end, medium) for start, end, medium in found if medium is None or medium.name != own]
    names = {medium.name if medium else f"{start}" for start, end, medium in found}
    if len(names) != 1 or found[0][2] is None:
        return ()
    return ((found[0][0], found[0][1]),)


def credited_media(article: Article) -> tuple[Hop, ...]:
    """The media a whole article is taken from, as its dateline and its closing credit say; each once, in text order."""
    found: dict[str, Hop] = {}
    for start, end in sorted((*article.dateline_agencies, *article.credits)):
        words = article.text[start:end]
        medium = find_credited(words)
        name = medium.name if medium else canonical(words)
        found.setdefault(name, Hop(name, start, end))
    return tuple(found.values())


def own_agencies_left_out(
    spans: Sequence[tuple[int, int]], text: str, outlet: str | None
) -> tuple[tuple[int, int], ...]:
    """The agencies of a dateline without the publishing outlet."""
    own = canonical(outlet) if outlet else None
    return tuple(span for span in spans if canonical(text[span[0] : span[1]]) != own)


def _sources(line: Line, known: Phrases) -> list[_Source]:
    labelled = known.credit.fullmatch(line.text)
    if labelled:  # every part is a source, known or not
        return [(start, end, find_medium(words)) for start, end, words in _parts(line, *labelled.span("rest"), known)]
    by = known.by.fullmatch(line.text) or known.label.fullmatch(line.text)
    begin, until = by.span("rest") if by and by["rest"] else (0, len(line.text))
    look_up = find_medium if by else find_credited
    parts = _parts(line, begin, until, known)
    return [(start, end, medium) for start, end, words in parts if (medium := look_up(words))]


def _parts(line: Line, begin: int, until: int, known: Phrases) -> list[tuple[int, int, str]]:
    """What stands between slashes, commas and brackets, and unless it is a name as a whole, between "and", "from"."""
    out = []
    for found in _PART.finditer(line.text, begin, until):
        pieces = [found.span()]
        if not find_credited(found.group().strip(_EDGES)):
            edges = [edge for join in known.join.finditer(line.text, *found.span()) for edge in join.span()]
            bounds = [found.start(), *edges, found.end()]
            pieces = list(zip(bounds[::2], bounds[1::2], strict=True))
        for start, end in pieces:
            words = line.text[start:end]
            first = start + len(words) - len(words.lstrip(_EDGES))
            words = words.strip(_EDGES)
            if words:
                out.append((line.start + first, line.start + first + len(words), words))
    return out
