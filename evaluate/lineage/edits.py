"""What newsrooms do to a text they take over: print it, edit it, take a part of it, translate it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from evaluate.lineage.data import Lang, phrases
from evaluate.lineage.telling import Paragraph

_BETWEEN_SENTENCES = re.compile(r'(?<=[.?!]) (?=[A-Z])|(?<=[.?!]") (?=[A-Z"])')
_COUNT = re.compile(r"(?<![\d/.:,(])\b1\d\b(?= [a-z])")
_EDITED_SHARE = 0.6  # of the words for which an editor knows another
_TRANSLATED_SHARE = 0.35


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as one document prints it. Edits are in `text`; what it goes back to is `source`."""

    source: Paragraph
    text: str


Body = tuple[Passage, ...]


def printed(source: Sequence[Paragraph], lang: Lang) -> Body:
    """Paragraphs as their first document prints them."""
    return tuple(Passage(paragraph, paragraph.text(lang)) for paragraph in source)


def edited(rng: Random, body: Body, lang: Lang, own: Passage) -> Body:
    """Other words, numbers written otherwise, sentences and paragraphs moved, one paragraph out and one in."""
    passages = [_reworded(rng, passage, lang, _EDITED_SHARE) for passage in body]
    passages = [passages[0], *(_sentences_swapped(rng, passage) for passage in passages[1:])]
    if len(passages) > 3:
        del passages[rng.randrange(2, len(passages))]
        moved = rng.randrange(1, len(passages) - 1)
        passages[moved], passages[moved + 1] = passages[moved + 1], passages[moved]
    passages.insert(rng.randint(2, len(passages)), own)
    return tuple(passages)


def excerpt(rng: Random, body: Body, own: Sequence[Passage]) -> Body:
    """The first three to five paragraphs as they stand, or two of them among three of the outlet's own."""
    if rng.random() < 0.5 and len(body) > 3:
        return body[: rng.randint(3, min(5, len(body) - 1))]
    taken = sorted(rng.sample(range(len(body)), 2))
    return (body[taken[0]], own[0], body[taken[1]], *own[1:])


def translated(rng: Random, body: Body, lang: Lang) -> Body:
    """The same paragraphs in the other language, each translator with words of their own."""
    fresh = (replace(passage, text=passage.source.text(lang)) for passage in body)
    return tuple(_reworded(rng, passage, lang, _TRANSLATED_SHARE) for passage in fresh)


def _reworded(rng: Random, passage: Passage, lang: Lang, share: float) -> Passage:
    def other(found: re.Match[str]) -> str:
        word = found.group()
        if rng.random() >= share:
            return word
        new = _others(lang)[word.lower()]
        return new[0].upper() + new[1:] if word[0].isupper() else new

    text = _known(lang).sub(other, passage.text)
    return replace(passage, text=_COUNT.sub(lambda found: _in_words(found, lang), text))


def _in_words(found: re.Match[str], lang: Lang) -> str:
    """ "17 orang" becomes "tujuh belas orang", but a day after its month stays a day."""
    before = found.string[: found.start()].split()
    if not before or before[-1][0].isupper():
        return found.group()
    word: str = phrases(lang)["numbers"][int(found.group()) - 2]
    return word


def _sentences_swapped(rng: Random, passage: Passage) -> Passage:
    """Sentences in another order, but a quotation stays before what refers to it."""
    sentences = _BETWEEN_SENTENCES.split(passage.text)
    if '"' in passage.text or len(sentences) < 2 or rng.random() < 0.5:
        return passage
    return replace(passage, text=" ".join(reversed(sentences)))


@cache
def _others(lang: Lang) -> dict[str, str]:
    """Words and what stands for them: synonyms, and digits for small numbers in words."""
    digits = {word: str(value) for value, word in enumerate(phrases(lang)["numbers"][:8], start=2)}
    return {**digits, **phrases(lang)["synonyms"]}


@cache
def _known(lang: Lang) -> re.Pattern[str]:
    words = sorted(_others(lang), key=lambda word: -len(word))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.I)
