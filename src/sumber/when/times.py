"""The expressions of time of an article, as Moments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc

from sumber.model import Article, Block, Moment, Published
from sumber.when.resolve import Resolved, resolve
from sumber.when.rulebook import rulebook
from sumber.when.scan import find_expressions

#: Blocks whose dates belong to the story. Titles repeat what the body says; stamps and furniture are the page's own.
_KINDS = frozenset({"dateline", "caption", "paragraph"})


def find_times(doc: Doc, article: Article, published: Published | None) -> tuple[Moment, ...]:
    """The expressions of time of captions, datelines and paragraphs in text order, ids t1, t2, ...

    Dates that hang on the day of publication are ``None`` where that is not known.
    """
    day = date.fromisoformat(published.begin) if published else None
    inferred = published is not None and published.how == "inferred"
    return read_times(article.text, article.blocks, article.lang, day, inferred)


def read_times(
    text: str, blocks: Sequence[Block], lang: str, published: date | None, inferred: bool = False
) -> tuple[Moment, ...]:
    """As `find_times`, from the text and its blocks alone."""
    book = rulebook(lang)
    # A caption tells of its picture: it is read last, so that the story's dates do not hang on it.
    told = [block for block in blocks if block.kind in _KINDS]
    told.sort(key=lambda block: (block.kind == "caption", block.start))
    paragraphs = [find_expressions(text, block.start, block.end, book) for block in told]
    resolved = sorted(resolve(text, paragraphs, published, book, inferred), key=lambda item: item.expression.start)
    return tuple(_moment(f"t{number}", item, lang) for number, item in enumerate(resolved, 1))


def _moment(identifier: str, resolved: Resolved, lang: str) -> Moment:
    expression, reading = resolved.expression, resolved.reading
    return Moment(
        id=identifier,
        start=expression.start,
        end=expression.end,
        begin=reading.begin.isoformat() if reading.begin else None,
        until=reading.until.isoformat() if reading.until else None,
        grain=reading.grain,
        mod=reading.mod,
        rule=f"{lang}/when/{expression.rule.name}",
        value=reading.value,
        doubt=reading.doubt,
    )
