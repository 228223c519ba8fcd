"""From a text and its layout to one spaCy Doc over the whole text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from sumber.parse.encoder import STATE_WIDTH, Encoder, Reading, default_encoder
from sumber.parse.lemmas import find_lemma
from sumber.parse.names import broad_names, find_names
from sumber.parse.sentences import find_sentences
from sumber.parse.spans import find_spans
from sumber.parse.titles import Casing
from sumber.parse.tokens import find_tokens

Block = tuple[int, int, str]
UNREAD = ("furniture", "byline")
LONGEST_SENTENCE = 120  # tokens; what is longer is cut at a comma, for the model has not seen its like
MOST_STRINGS = 500_000


@dataclass
class _Columns:
    """What goes into the Doc, one entry a spaCy token."""

    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Sentence:
    """A sentence over our tokens, with its reading; `reading` is None where the model does not read."""

    first: int
    last: int
    reading: Reading | None
    names: Sequence[str]


def parse(text: str, blocks: Sequence[Block], lang: str, encoder: Encoder | None = None) -> Doc:
    """Read a text: ``doc.text == text`` and token offsets are offsets into it.

    `blocks` are (start, end, kind) of the layout. Tokens carry ``pos_`` (UPOS, SPACE for blanks), ``dep_`` (UD
    relations, ROOT for the root, which is its own head, dep for blanks, which hang on the token before), ``lemma_`` and
    ``_.attr`` (BIO of source, cue, content). ``doc.spans["names"]`` are names of eight kinds (`sumber.parse.names`);
    ``doc.ents`` those of persons, organisations and places as PER, ORG and LOC. ``doc.tensor`` (tokens, 384) holds the
    encoder's last layer at the first piece of each word, for heads that are added later. Blocks of furniture and
    bylines are one sentence each and are not read: all X, no names, zeros.
    The model comes from the package unless `encoder` is given; raises ModelError when it cannot be loaded.
    """
    if not Token.has_extension("attr"):
        Token.set_extension("attr", default="O")
    tokens = _cut_at_edges(find_tokens(text), blocks)
    sentences = _read(text, tokens, blocks, encoder or default_encoder())
    columns, places = _columns(text, tokens, sentences, lang)
    doc = Doc(
        _vocab(),
        words=columns.words,
        spaces=columns.spaces,
        tags=columns.pos,
        pos=columns.pos,
        heads=columns.heads,
        deps=columns.deps,
        lemmas=columns.lemmas,
    )
    for token, role in zip(doc, columns.roles, strict=True):
        if role != "O":
            token._.attr = role
    doc.tensor = _states(sentences, places, len(doc))  # type: ignore[assignment]  # the stub knows float64 only
    names = find_names(doc, _found(sentences, places), lang)
    doc.spans["names"] = names
    doc.ents = tuple(broad_names(doc, names))
    return doc


def _vocab() -> Vocab:
    """The vocabulary of Docs; a fresh one after `MOST_STRINGS`, as it keeps every word of every text it has seen."""
    if len(_shared_vocab().strings) > MOST_STRINGS:
        _shared_vocab.cache_clear()
    return _shared_vocab()


@cache
def _shared_vocab() -> Vocab:
    """A blank language's, which knows lower case, shape and the like; a bare one does not."""
    return spacy.blank("xx").vocab


def _cut_at_edges(tokens: list[tuple[int, int]], blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """No token reaches over the edge of a block."""
    edges = sorted({edge for start, end, _ in blocks for edge in (start, end)})
    cut: list[tuple[int, int]] = []
    for start, end in tokens:
        bounds = [start, *edges[bisect_right(edges, start) : bisect_left(edges, end)], end]
        cut.extend(pairwise(bounds))
    return cut


def _read(text: str, tokens: list[tuple[int, int]], blocks: Sequence[Block], encoder: Encoder) -> list[_Sentence]:
    """Sentences with their readings: a headline in the case of a sentence, the names of a dateline together with the
    sentence it opens."""
    bounds = _bounds(text, tokens, blocks)
    words = [[text[start:end] for start, end in tokens[first:last]] for first, last, _ in bounds]
    casing = Casing(words[i] for i, (_, _, kind) in enumerate(bounds) if kind == "paragraph")
    sentences: list[_Sentence] = []
    for i, (first, last, kind) in enumerate(bounds):
        if kind in UNREAD:
            sentences.append(_Sentence(first, last, None, ()))
            continue
        (reading,) = encoder.encode([casing.restore(words[i]) if kind == "title" else words[i]])
        names = reading.names
        if kind == "dateline" and i + 1 < len(bounds) and bounds[i + 1][2] == "paragraph":
            (joined,) = encoder.encode([words[i] + words[i + 1]])
            names = joined.names[: last - first]
        sentences.append(_Sentence(first, last, reading, names))
    return sentences


def _bounds(text: str, tokens: list[tuple[int, int]], blocks: Sequence[Block]) -> list[tuple[int, int, str]]:
    """(first token, token after the last, kind of block): an unread block is one, a long sentence is several."""
    kinds = sorted(blocks)
    starts = [start for start, _, _ in kinds]
    bounds: list[tuple[int, int, str]] = []
    before = -1
    for first, last in find_sentences(text, tokens, blocks):
        block = bisect_right(starts, tokens[first][0]) - 1
        kind = kinds[block][2] if block >= 0 and tokens[first][0] < kinds[block][1] else "paragraph"
        if kind in UNREAD and block == before:
            bounds[-1] = (bounds[-1][0], last, kind)
        elif kind in UNREAD:
            bounds.append((first, last, kind))
        else:
            bounds.extend((a, b, kind) for a, b in _pieces(text, tokens, first, last))
        before = block
    return bounds


def _pieces(text: str, tokens: list[tuple[int, int]], first: int, last: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    while last - first > LONGEST_SENTENCE:
        end = first + LONGEST_SENTENCE
        marks = [i + 1 for i in range(first + LONGEST_SENTENCE // 2, end) if text[slice(*tokens[i])] in (",", ";", ":")]
        pieces.append((first, marks[-1] if marks else end))
        first = pieces[-1][1]
    return [*pieces, (first, last)]


def _columns(
    text: str, tokens: list[tuple[int, int]], sentences: list[_Sentence], lang: str
) -> tuple[_Columns, list[int]]:
    """The columns of the Doc, and where each of our tokens stands in it."""
    columns = _Columns()
    places: list[int] = []
    at = 0
    for start, end in [*tokens, (len(text), len(text))]:
        gap = text[at:start]
        if columns.words and gap.startswith(" "):
            columns.spaces[-1] = True
            gap = gap[1:]
        if gap:
            _add(columns, gap, "SPACE")
        if end > start:
            places.append(len(columns.words))
            _add(columns, text[start:end], "X")
        at = end
    columns.heads = [max(0, i - 1) for i in range(len(columns.words))]
    for sentence in sentences:
        _fill(columns, places, sentence, lang)
    _lead(columns, places)
    return columns, places


def _add(columns: _Columns, word: str, pos: str) -> None:
    columns.words.append(word)
    columns.spaces.append(False)
    columns.pos.append(pos)
    columns.deps.append("dep")
    columns.lemmas.append(word.lower())
    columns.roles.append("O")


def _fill(columns: _Columns, places: list[int], sentence: _Sentence, lang: str) -> None:
    reading = sentence.reading
    for i in range(sentence.first, sentence.last):
        place, word = places[i], i - sentence.first
        if reading is None:
            columns.heads[place] = places[sentence.first]
            columns.deps[place] = "dep" if word else "ROOT"
            continue
        head = reading.heads[word]
        columns.pos[place] = reading.pos[word]
        columns.heads[place] = places[sentence.first + head - 1] if head else place
        columns.deps[place] = reading.deps[word] if head else "ROOT"
        columns.lemmas[place] = find_lemma(columns.words[place], reading.pos[word], lang)
        columns.roles[place] = reading.roles[word]


def _lead(columns: _Columns, places: list[int]) -> None:
    """Blanks before the first word hang on it; a text of blanks is one sentence."""
    if columns.words and columns.pos[0] == "SPACE":
        columns.heads[0] = places[0] if places else 0
        columns.deps[0] = "dep" if places else "ROOT"


def _states(sentences: list[_Sentence], places: list[int], count: int) -> NDArray[np.float32]:
    states = np.zeros((count, STATE_WIDTH), np.float32)
    for sentence in sentences:
        if sentence.reading is not None:
            states[places[sentence.first : sentence.last]] = sentence.reading.states
    return states


def _found(sentences: list[_Sentence], places: list[int]) -> list[tuple[int, int, str]]:
    """Name spans in tokens of the Doc."""
    return [
        (places[sentence.first + first], places[sentence.first + last - 1] + 1, label)
        for sentence in sentences
        for first, last, label in find_spans(sentence.names)
    ]
