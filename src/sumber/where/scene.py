"""What the search for places needs to know of one article, gathered once: words, country words, hidden stretches."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sumber.model import Article
from sumber.where.countries import CountryWord, find_country_words, hidden_stretches
from sumber.where.gazetteer import hand_countries, hand_matches
from sumber.where.words import organization_names, position_words

MENTION_BLOCKS = frozenset({"title", "dateline", "caption", "paragraph"})


@dataclass(frozen=True, slots=True)
class Scene:
    """One article, prepared. Positions are characters; ``lines`` are the tokens of each block that may name places."""

    lang: str
    text: str
    lines: tuple[tuple[str, tuple[Token, ...]], ...]
    country_at: dict[int, tuple[int, CountryWord]]
    hand_at: dict[int, int]
    hidden: tuple[tuple[int, int], ...]
    names_of_others: tuple[tuple[int, int], ...]
    location_entities: tuple[tuple[int, int], ...]
    dateline: tuple[int, int] | None
    votes: Counter[str]

    def in_dateline(self, start: int, end: int) -> bool:
        """True where the span lies in what the dateline names as its place."""
        return self.dateline is not None and self.dateline[0] <= start and end <= self.dateline[1]

    def is_hidden(self, start: int, end: int) -> bool:
        """True inside a fixed phrase or an organisation, or as a part of a longer name of a person or organisation."""
        for begin, to in self.hidden:
            if start < to and begin < end:
                return True
        return any(begin <= start and end <= to and (begin, to) != (start, end) for begin, to in self.names_of_others)

    def entity_over(self, start: int, end: int) -> bool:
        """True where the parser finds a location that is the span, or holds it behind nothing but common words, among
        them the kind of place ("Pelabuhan Tanjung Priok")."""
        kinds = position_words(self.lang).before
        for begin, to in self.location_entities:
            before = self.text[begin:start].strip()
            if begin <= start and end <= to and (not before or before.islower() or kinds.of(before.lower())):
                return True
        return False

    def entity_at(self, start: int) -> int:
        """Where the location ends that the parser finds to begin here; ``start`` where there is none."""
        return next((to for begin, to in self.location_entities if begin == start), start)


def set_scene(doc: Doc, article: Article) -> Scene:
    """Gather what is known of an article before any place is sought."""
    text, lang = article.text, article.lang
    countries = find_country_words(text, lang)
    organizations = tuple((start, end) for start, end, _ in organization_names(lang).find(text))
    return Scene(
        lang,
        text,
        _lines(doc, article),
        {start: (end, word) for start, end, word in countries},
        dict(hand_matches(text, lang)),
        (*hidden_stretches(text, lang), *organizations),
        tuple((e.start_char, e.end_char) for e in doc.ents if e.label_ in {"PER", "ORG"} and len(e) > 1),
        tuple((e.start_char, e.end_char) for e in doc.ents if e.label_ == "LOC"),
        article.dateline_place,
        _votes(article, [*((start, word.territory) for start, _, word in countries), *hand_countries(text, lang)]),
    )


def _votes(article: Article, mentions: list[tuple[int, str]]) -> Counter[str]:
    """How often the article speaks of each country, where it is not furniture that does."""
    blocks = [article.block_at(start) for start, _ in mentions]
    pairs = zip(mentions, blocks, strict=True)
    return Counter(country for (_, country), block in pairs if block and block.kind in MENTION_BLOCKS)


def _lines(doc: Doc, article: Article) -> tuple[tuple[str, tuple[Token, ...]], ...]:
    tokens = list(doc)
    begins = [token.idx for token in tokens]
    lines = []
    for block in article.blocks:
        if block.kind in MENTION_BLOCKS:
            inside = tokens[bisect_left(begins, block.start) : bisect_left(begins, block.end)]
            lines.append((block.kind, tuple(token for token in inside if not token.text.isspace())))
    return tuple(line for line in lines if line[1])
