"""The article as this room sees it: live tokens in lower case, blocks, sentences, and labelled stretches ("units")."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc, Token

from sumber.model import Article, Block, Place
from sumber.where import CountryWord
from sumber.who.grammar import Grammar, grammar
from sumber.who.tables import KnownBody
from sumber.who.words import RoleWord, clitic, name_parts, name_prefixes

Sort = Literal["role", "country", "body", "place", "person", "title"]
_LIVE = ("title", "caption", "paragraph")


@dataclass(frozen=True)
class Unit:
    """A labelled stretch of tokens ``start`` to ``end`` (exclusive); what it stands for is in the field of its sort."""

    start: int
    end: int
    sort: Sort
    role: RoleWord | None = None
    country: CountryWord | None = None
    body: KnownBody | None = None
    place: Place | None = None
    gender: str | None = None

    @property
    def tokens(self) -> range:
        return range(self.start, self.end)


@dataclass
class Page:
    """One article at work. ``bases`` are the words without a clitic; ``live`` says where mentions may stand.

    ``tokens``, ``texts`` and ``begins`` repeat what the Doc holds: a list is far cheaper to ask, over and over.
    """

    doc: Doc
    grammar: Grammar
    tokens: list[Token]
    texts: list[str]
    begins: list[int]
    article: Article
    lang: str
    words: list[str]
    bases: list[str]
    live: list[bool]
    capitals: list[bool]
    kinds: list[str]
    sentence: list[int]
    paragraph: list[int]
    places: tuple[Place, ...] = ()
    units: list[Unit] = field(default_factory=list)
    _owner: dict[int, Unit] = field(default_factory=dict)
    _where: dict[str, list[int]] = field(default_factory=dict)

    def add(self, units: Iterable[Unit]) -> None:
        """Take units in; one that overlaps another is left out."""
        for unit in units:
            if not self.free(unit.start, unit.end):
                continue
            self.units.append(unit)
            for i in unit.tokens:
                self._owner[i] = unit
        self.units.sort(key=lambda unit: unit.start)

    def drop(self, unit: Unit) -> None:
        """Take a unit out again."""
        self.units.remove(unit)
        for i in unit.tokens:
            del self._owner[i]

    def unit_at(self, i: int) -> Unit | None:
        """The unit that holds token ``i``."""
        return self._owner.get(i)

    def starting(self, i: int) -> Unit | None:
        unit = self._owner.get(i)
        return unit if unit and unit.start == i else None

    def ending(self, end: int) -> Unit | None:
        unit = self._owner.get(end - 1)
        return unit if unit and unit.end == end else None

    def free(self, start: int, end: int) -> bool:
        """True where no unit holds a token of the stretch and all of it is live."""
        return all(self.live[i] and i not in self._owner for i in range(start, end))

    def standing(self, word: str) -> Sequence[int]:
        """Where a word (lower case) stands."""
        if not self._where:
            for i, one in enumerate(self.words):
                self._where.setdefault(one, []).append(i)
        return self._where.get(word, ())

    def inside(self, i: int) -> bool:
        return 0 <= i < len(self.words) and self.live[i]

    def together(self, i: int, j: int) -> bool:
        """True where both tokens are live and stand in one sentence."""
        size = len(self.words)
        if not (0 <= i < size and 0 <= j < size and self.live[i] and self.live[j]):
            return False
        return self.sentence[i] == self.sentence[j]

    def span(self, begin: int, until: int) -> tuple[int, int] | None:
        """The tokens that hold the characters ``begin`` to ``until``."""
        start, end = bisect_right(self.begins, begin) - 1, bisect_left(self.begins, until)
        if start < 0 or self.begins[start] + len(self.texts[start]) <= begin:
            start += 1
        return (start, end) if start < end else None

    def text(self, start: int, end: int) -> str:
        begin, until = self.chars(start, end)
        return self.article.text[begin:until]

    def chars(self, start: int, end: int) -> tuple[int, int]:
        return self.begins[start], self.begins[end - 1] + len(self.texts[end - 1])

    def capital(self, i: int) -> bool:
        """True for a word that a name may be made of: a letter in upper case first, more than a mark."""
        return i >= 0 and self.capitals[i]

    def opens_sentence(self, i: int) -> bool:
        """True for the first word of a sentence, marks of quotation apart."""
        while (
            i > 0 and self.sentence[i - 1] == self.sentence[i] and not any(sign.isalnum() for sign in self.words[i - 1])
        ):
            i -= 1
        return i == 0 or self.sentence[i - 1] != self.sentence[i]

    def run(self, start: int) -> int:
        """The end of the run of capitalised words from ``start``, small words of names included ("Ali bin Abu")."""
        parts, end = name_parts(self.lang), start
        i = start
        while self.inside(i) and self.together(start, i) and i not in self._owner:
            if self.capital(i):
                end = i + 1
            elif not (self.words[i] in parts and end == i):
                break
            i += 1
        return end


def open_page(doc: Doc, article: Article, places: tuple[Place, ...]) -> Page:
    """The page of an article, without units yet."""
    starts = [block.start for block in article.blocks]
    words, bases, live, kinds, paragraphs = [], [], [], [], []
    nya = clitic(article.lang)
    brackets = False
    shown = [_kind(article, block) for block in article.blocks]
    tokens = list(doc)
    texts = [token.text for token in tokens]
    begins = [token.idx for token in tokens]
    for token, text, begin in zip(tokens, texts, begins, strict=True):
        at = bisect_right(starts, begin) - 1
        kind = shown[at] if at >= 0 and begin < article.blocks[at].end else "none"
        word = text.lower().replace("’", "'").replace("‑", "-")
        brackets = kind == "caption" and (brackets or word == "(") and word != ")"
        words.append(word)
        bases.append(_base(token, word, nya))
        kinds.append(kind)
        paragraphs.append(at)
        # what stands in brackets under a picture is whose picture it is
        live.append(kind in _LIVE and not brackets and token.pos_ != "SPACE")
    sentence = [0] * len(words)
    for number, sent in enumerate(doc.sents):
        for i in range(sent.start, sent.end):
            sentence[i] = number
    lang, small = article.lang, grammar(article.lang)
    capitals = [
        alive and word not in small.not_name and _is_capital(text, lang)
        for alive, word, text in zip(live, words, texts, strict=True)
    ]
    return Page(
        doc,
        small,
        tokens,
        texts,
        begins,
        article,
        lang,
        words,
        bases,
        live,
        capitals,
        kinds,
        sentence,
        paragraphs,
        places,
    )


def _kind(article: Article, block: Block) -> str:
    """The kind of a block; a caption printed like a headline counts as one, for its capitals say nothing."""
    words = [word for word in article.text[block.start : block.end].split("(")[0].split() if word[:1].isalpha()]
    raised = sum(word[:1].isupper() for word in words)
    return "title" if block.kind == "caption" and len(words) > 4 and raised >= 0.8 * len(words) else block.kind


def _is_capital(text: str, lang: str) -> bool:
    if not text[:1].isupper():
        first, mark, rest = text.partition("-")
        if not (mark and first.lower() in name_prefixes(lang) and rest[:1].isupper()):
            return False
    return any(sign.isalpha() for sign in text)


def _base(token: Token, word: str, nya: str) -> str:
    half, mark, again = word.partition("-")
    if mark and half == again:
        return half
    if nya and word.endswith(nya) and len(word) > len(nya) + 3:
        lemma = token.lemma_.lower()
        return lemma if word.startswith(lemma) else word
    return word
