"""The article as this room looks at it: tokens in columns, sentences of running text, times that end noun phrases."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from sumber.model import Article, Moment
from sumber.says.cues import Frames, frames_of

Stretch = tuple[int, int]

BREAKS = frozenset(";:—–…") | {"--", "...", "-"}
MARKS = frozenset("\"“”„«»'‘’") | {"''", "``", "’’"}
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ", "SYM", "X"})
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of tokens [first, last) of one paragraph, white space left out at both ends; `block` is its number."""

    first: int
    last: int
    block: int


@dataclass(slots=True)
class Scene:
    """Columns over the tokens of the Doc (``low[i]``, ``pos[i]`` …) and what stands around them. Nothing here changes.

    ``body`` is the text that offsets point into (`Doc.text` would be put together anew at every call).
    """

    doc: Doc
    article: Article
    lang: str
    frames: Frames
    body: str
    words: list[str]
    low: list[str]
    pos: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[int]
    ends: list[int]
    roles: list[str]
    paragraphs: list[Stretch]
    sentences: list[Sentence]
    times: dict[int, int] = field(default_factory=dict)  # first token of a time expression → the token after it

    def token_at(self, position: int) -> int:
        """The token that holds the character, or the first one after it."""
        index = max(0, bisect_right(self.starts, position) - 1)
        return index if self.ends[index] > position else index + 1

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that lie in the characters [start, end), as [first, last)."""
        return self.token_at(start), bisect_left(self.starts, end)

    def characters(self, first: int, last: int) -> Stretch:
        """The characters of the tokens [first, last)."""
        return self.starts[first], self.ends[last - 1]

    def text(self, first: int, last: int) -> str:
        """The words of the tokens [first, last) as they stand."""
        return self.body[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def is_blank(self, index: int) -> bool:
        """White space between words."""
        return self.pos[index] == "SPACE"

    def has(self, index: int, phrase: Sequence[str], last: int) -> bool:
        """True where the words of ``phrase`` (lower case) stand from ``index`` on, before ``last``."""
        if index < 0 or index + len(phrase) > last or self.low[index] != phrase[0]:
            return False
        return all(self.low[index + i] == word for i, word in enumerate(phrase))

    def capital(self, index: int) -> bool:
        """A word that begins with a capital letter or is a known kind of name (a sign, a number are not)."""
        return self.words[index][:1].isupper()


def set_scene(doc: Doc, article: Article, times: Sequence[Moment]) -> Scene:
    """Columns over the Doc and the sentences of its paragraphs; titles, captions and furniture are left out."""
    tokens = list(doc)
    scene = Scene(
        doc=doc,
        article=article,
        lang=article.lang,
        frames=frames_of(article.lang),
        body=article.text,
        words=[t.text for t in tokens],
        low=[t.text.lower() for t in tokens],
        pos=[t.pos_ for t in tokens],
        deps=[t.dep_ for t in tokens],
        heads=[t.head.i for t in tokens],
        starts=[t.idx for t in tokens],
        ends=[t.idx + len(t) for t in tokens],
        roles=[t._.attr for t in tokens] if Token.has_extension("attr") else ["O"] * len(tokens),
        paragraphs=[(block.start, block.end) for block in article.blocks if block.kind == "paragraph"],
        sentences=[],
    )
    scene.sentences = _sentences(scene)
    for moment in times:
        first, last = scene.tokens_in(moment.start, moment.end)
        scene.times[first] = max(last, scene.times.get(first, 0))
    return scene


def _sentences(scene: Scene) -> list[Sentence]:
    """The sentences of the parser, cut at the edges of paragraphs."""
    bounds: list[tuple[int, int]] = []
    for sent in scene.doc.sents:
        first = sent.start
        if bounds and scene.words[first].isdigit() and scene.starts[first] == scene.ends[first - 1]:
            bounds[-1] = (bounds[-1][0], sent.end)  # "P14.2": a stop within a figure
        else:
            bounds.append((first, sent.end))
    found: list[Sentence] = []
    for number, (start, end) in enumerate(scene.paragraphs):
        first, last = scene.tokens_in(start, end)
        at = bisect_right([b[0] for b in bounds], first) - 1
        for sent_first, sent_last in bounds[max(at, 0) :]:
            if sent_first >= last:
                break
            a, b = max(sent_first, first), min(sent_last, last)
            while a < b and scene.is_blank(a):
                a += 1
            while a < b and scene.is_blank(b - 1):
                b -= 1
            if a < b:
                found.append(Sentence(a, b, number))
    return found
