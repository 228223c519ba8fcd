"""Contexts and guards from words that are data: what a paragraph touches, whether an article is sport."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Token

from sumber.codebook import entries
from sumber.errors import CodebookError
from sumber.model import Article
from sumber.what.phrases import PhraseBook, visible
from sumber.what.plover import context_names

MOST = 4  # contexts of one event: more than that says nothing


@cache
def _book(lang: str, section: str) -> PhraseBook[str]:
    raw = entries(lang, "contexts.yaml")
    if section != "contexts":
        return PhraseBook((word, section) for word in raw[section])
    unknown = set(raw["contexts"]) - context_names()
    if unknown:
        raise CodebookError(f"{lang}/contexts.yaml: {', '.join(sorted(unknown))} is no PLOVER context")
    return PhraseBook((word, context) for context, words in raw["contexts"].items() for word in words)


def count_words(tokens: Sequence[Token], lang: str, section: str) -> Counter[str]:
    """How often each payload of a section of contexts.yaml is named in the tokens."""
    row = visible(tokens)
    book = _book(lang, section)
    found: Counter[str] = Counter()
    for place in range(len(row)):
        matches = book.at(row, place)
        if matches:
            longest = matches[0][0]
            found.update(payload for size, payload in matches if size == longest)
    return found


def paragraph_contexts(doc: Doc, article: Article, lang: str) -> dict[int, tuple[str, ...]]:
    """Contexts of each paragraph by its start, the most frequent first; the article's own lead breaks ties."""
    counts: dict[int, Counter[str]] = {}
    for block in article.blocks:
        if block.kind in {"paragraph", "title"}:
            span = doc.char_span(block.start, block.end, alignment_mode="contract")
            counts[block.start] = count_words(list(span), lang, "contexts") if span is not None else Counter()
    overall: Counter[str] = sum(counts.values(), Counter())
    order = sorted(context_names())
    return {
        start: tuple(sorted(count, key=lambda name: (-count[name], -overall[name], order.index(name)))[:MOST])
        for start, count in counts.items()
    }


def is_sport(doc: Doc, lang: str) -> bool:
    """True for a report of a match: several different words of sport, many times over."""
    found: set[str] = set()
    total = 0
    book = _book(lang, "sport")
    row = visible(doc)
    for place in range(len(row)):
        if book.at(row, place):
            found.add(row[place].lemma_)
            total += 1
    return len(found) >= 4 and total >= 6 and total * 25 >= len(row)


def is_team(name: str, lang: str) -> bool:
    """True for a name that holds a word of sport: a team, a coach, a player."""
    padded = f" {name.lower()} "
    return any(f" {word} " in padded for word in entries(lang, "contexts.yaml")["sport"])


def has_word(tokens: Sequence[Token], lang: str, section: str) -> bool:
    """True where a word of the section stands in the tokens."""
    return bool(count_words(tokens, lang, section))
