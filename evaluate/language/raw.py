"""From the raw text: own tokens and sentences, as an article is read. Words count as right where their characters are.

After the CoNLL 2018 shared task (Zeman et al. 2018, K18-2001): F1 over words whose first and last character agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Sentence

from evaluate.language.score import Row, percent
from sumber.parse import Encoder, parse
from train.items import Item

PARAGRAPH = 10  # sentences that are joined to one text


def score_raw(items: Sequence[Item], lang: str, encoder: Encoder) -> Row:
    """F1 of words, sentences, UPOS, UAS and LAS."""
    right = dict.fromkeys(("words", "sentences", "UPOS", "UAS", "LAS"), 0)
    gold_words = own_words = gold_sentences = own_sentences = 0
    for part in (items[i : i + PARAGRAPH] for i in range(0, len(items), PARAGRAPH)):
        text, gold, bounds = _joined(part)
        doc = parse(text, [(0, len(text), "paragraph")], lang, encoder)
        words = [token for token in doc if token.pos_ != "SPACE"]
        own = {(token.idx, token.idx + len(token)): token for token in words}
        sentences = {found for sentence in doc.sents if (found := _bounds(sentence))}
        gold_words, own_words = gold_words + len(gold), own_words + len(words)
        gold_sentences, own_sentences = gold_sentences + len(bounds), own_sentences + len(sentences)
        right["sentences"] += len(bounds & sentences)
        for span, (pos, head, dep) in gold.items():
            token = own.get(span)
            if token is None:
                continue
            right["words"] += 1
            right["UPOS"] += token.pos_ == pos
            root = token.dep_ == "ROOT"
            attached = root if head is None else not root and (token.head.idx, token.head.idx + len(token.head)) == head
            right["UAS"] += attached
            right["LAS"] += attached and (root or token.dep_ == dep)
    wholes = dict.fromkeys(right, gold_words + own_words) | {"sentences": gold_sentences + own_sentences}
    return {f"raw {name}": percent(2 * count, wholes[name]) for name, count in right.items()}


Span = tuple[int, int]


def _joined(items: Sequence[Item]) -> tuple[str, dict[Span, tuple[str, Span | None, str]], set[Span]]:
    """The text of some sentences, its words with tag, span of the head and relation, and the spans of the sentences."""
    text = ""
    words: dict[Span, tuple[str, Span | None, str]] = {}
    bounds: set[Span] = set()
    for item in items:
        text += " " if text else ""
        spans: list[Span] = []
        for word, glued in zip(item.words, item.glued, strict=True):
            text += "" if glued or not spans else " "
            spans.append((len(text), len(text) + len(word)))
            text += word
        bounds.add((spans[0][0], spans[-1][1]))
        words.update(_annotated(item, spans))
    return text, words, bounds


def _annotated(item: Item, spans: Sequence[Span]) -> Iterator[tuple[Span, tuple[str, Span | None, str]]]:
    for span, pos, head, dep in zip(spans, item.pos, item.heads, item.deps, strict=True):
        yield span, (pos, spans[head - 1] if head else None, dep)


def _bounds(sentence: Sentence) -> Span | None:
    """Where the words of a sentence begin and end; ``None`` for blanks."""
    words = [token for token in sentence if token.pos_ != "SPACE"]
    return (words[0].idx, words[-1].idx + len(words[-1])) if words else None
