"""One article as this room looks at it: what the rooms before have found, by token and by paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sumber.model import Actor, Article, Attribution, Block, Moment, Place, Published, Quantity
from sumber.what.cast import Cast
from sumber.what.contexts import is_sport
from sumber.what.when_where import Setting


@dataclass(frozen=True, slots=True)
class Page:
    """``body`` are the blocks that events are coded from, ``tokens`` those of each; ``sport`` marks a match report."""

    doc: Doc
    article: Article
    lang: str
    published: Published | None
    quantities: tuple[Quantity, ...]
    attributions: tuple[Attribution, ...]
    body: tuple[Block, ...]
    tokens: tuple[list[Token], ...]
    cast: Cast
    setting: Setting
    dateline: Place | None
    sport: bool

    def paragraph(self, token: Token) -> int | None:
        """The number of the body block that holds the token."""
        return next((n for n, block in enumerate(self.body) if block.start <= token.idx < block.end), None)


def open_page(
    doc: Doc,
    article: Article,
    published: Published | None,
    times: Sequence[Moment],
    places: Sequence[Place],
    actors: Sequence[Actor],
    quantities: Sequence[Quantity],
    attributions: Sequence[Attribution],
) -> Page:
    """Put the findings of the rooms before in order; the body are the paragraphs, or else the titles."""
    lang = article.lang
    paragraphs = tuple(block for block in article.blocks if block.kind == "paragraph")
    body = paragraphs or tuple(block for block in article.blocks if block.kind == "title")
    spans = [doc.char_span(block.start, block.end, alignment_mode="expand") for block in body]
    line = article.dateline_place
    return Page(
        doc=doc,
        article=article,
        lang=lang,
        published=published,
        quantities=tuple(quantities),
        attributions=tuple(attributions),
        body=body,
        tokens=tuple(list(span) if span is not None else [] for span in spans),
        cast=Cast(doc, actors, places, lang),
        setting=Setting(doc, times, places, lang),
        dateline=next((place for place in places if line and place.start < line[1] and line[0] < place.end), None),
        sport=is_sport(doc, lang),
    )
