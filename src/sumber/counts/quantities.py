"""The quantities of an article: figures, what they count, what happened to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from sumber.counts.deeds import Scene
from sumber.counts.figures import Figure, Number, find_figures
from sumber.counts.judge import Count, joined, judge
from sumber.counts.words import counted_words
from sumber.model import Article, Moment, Quantity

#: Titles and captions repeat the body's figures.
_KINDS = frozenset({"paragraph", "dateline"})


def find_quantities(doc: Doc, article: Article, times: tuple[Moment, ...]) -> tuple[Quantity, ...]:
    """The quantities of datelines and paragraphs in text order, ids q1, q2, ...; ``times`` are left out."""
    found: list[Count] = []
    for block in article.blocks:
        if block.kind in _KINDS:
            figures = find_figures(article.text, block.start, block.end, article.lang)
            figures = [f for f in figures if not any(t.start < f.end and f.core < t.end for t in times)]
            last = next((count for count in reversed(found) if count.deed), None)
            found += _in_block(doc, article, figures, last)
    return tuple(_quantity(f"q{number}", count, article.lang) for number, count in enumerate(found, 1))


def _in_block(doc: Doc, article: Article, figures: list[Figure], last: Count | None) -> Iterator[Count]:
    """The counts of a block; two that add up (two soldiers and a porter) are one."""
    lang, text = article.lang, article.text
    words = counted_words(lang)
    spans = [(figure, doc.char_span(figure.core, figure.end, alignment_mode="expand")) for figure in figures]
    starts = frozenset(span.start for figure, span in spans if span is not None and figure.shape != "one")
    held: Count | None = None
    for figure, span in spans:
        if span is None:
            continue
        scene = Scene(doc, text, lang, words, starts - {span.start})
        count = judge(scene, figure, (span.start, span.end), last, held)
        if count is None:
            continue
        if count.deed or (last and count.what == last.what):
            last = count
        if held and _add_up(scene, held, count):
            held = _sum(scene, held, count)
        else:
            if held:
                yield held
            held = count
    if held:
        yield held


def _add_up(scene: Scene, first: Count, second: Count) -> bool:
    if second.figure.shape != "one" or first.deed is None or second.deed is None:
        return False
    return first.deed.first == second.deed.first and joined(scene, first, second)


def _sum(scene: Scene, first: Count, second: Count) -> Count:
    figure = replace(first.figure, low=_plus_one(first.figure.low), high=_plus_one(first.figure.high))
    start = scene.doc[first.counted.first].idx if first.counted.first < first.counted.last else first.figure.core
    return replace(first, figure=figure, end=second.end, who=scene.text[start : second.end].removeprefix("of "))


def _plus_one(bound: Number | None) -> Number | None:
    return None if bound is None else bound + 1


def _quantity(identifier: str, count: Count, lang: str) -> Quantity:
    figure = count.figure
    return Quantity(
        id=identifier,
        start=figure.start,
        end=count.end,
        what=count.what,
        who=count.who,
        min=figure.low,
        max=figure.high,
        approx=figure.approx,
        rule=f"{lang}/counts/{figure.shape}.{count.what}",
    )
