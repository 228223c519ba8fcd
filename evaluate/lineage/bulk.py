"""Very many documents quickly, to measure speed and memory: text that is no prose, but has the words of news.

Words follow Zipf's law: those of the templates are the common ones, made-up forms of the same language's shape the
rare ones. One sentence in eight opens with a stock phrase, as news does, so that some runs of words stand in thousands
of unrelated documents. Three documents in ten belong to clusters of two to twenty copies, which come scattered over
what follows; a fifth carry the footer of their outlet.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator
from functools import cache
from random import Random

import numpy as np

from evaluate.lineage.data import LANGS, Lang, Words, fill, names, phrases, templates

_FORMS = 60_000  # words in the vocabulary
_ZIPF = 1.02
_ZIPF_SHIFT = 2.7  # Mandelbrot's: the commonest words are not that common
_WORDS_DRAWN = 1 << 20  # at a time
_COPIED_SHARE = 0.3
_CLUSTER = (2, 20)
_FOOTER_SHARE = 0.2
_STOCK_SHARE = 0.125
# What made-up words begin with, hold, and end on.
_SHAPES: dict[Lang, tuple[str, str, str]] = {
    "id": (
        "|||me|di|ber|ter|pe",
        "ba|ker|tan|mi|sul|re|dor|pen|ga|lis|nu|ja|tok|sa|hu|lam|pi|ngu|wa",
        "|||kan|an|nya|i",
    ),
    "en": ("|||un|re|con|pro|dis", "ber|tal|min|sor|vic|lan|stra|ge|nor|wel|quar|ple|hos|cro|fen|du", "|||ed|ing|s|ly"),
}
_FAR = 5000  # documents between an original and its last copy, at most

Sentences = list[list[str]]


def bulk(seed: int, count: int) -> Iterator[tuple[str, str]]:
    """So many documents as (id, text), the same for the same seed and count."""
    for number, (_, text) in enumerate(clusters(seed, count)):
        yield f"{number:07d}", text


def clusters(seed: int, count: int) -> Iterator[tuple[int | None, str]]:
    """As `bulk`, with the number of each document's cluster, or `None` where it stands alone."""
    rng = Random(seed)
    words = {lang: drawn_words(seed, lang) for lang in LANGS}
    waiting: list[tuple[int, int, Lang, Sentences]] = []  # copies to come: turn, cluster, the original's sentences
    chance, sizes = _cluster_plan()
    made = 0
    for number in range(count):
        if waiting and waiting[0][0] <= number:
            _, cluster, lang, original = heapq.heappop(waiting)
            yield cluster, _page(rng, _copied(rng, original, words[lang]), lang)
            continue
        lang = rng.choice(LANGS)
        sentences = _article(rng, words[lang], lang)
        if rng.random() >= chance:
            yield None, _page(rng, sentences, lang)
            continue
        size = rng.choices(range(_CLUSTER[0], _CLUSTER[1] + 1), sizes)[0]
        far = min(_FAR, max(2 * size, count - number - size))
        for _ in range(size - 1):
            heapq.heappush(waiting, (number + rng.randint(1, far), made, lang, sentences))
        yield made, _page(rng, sentences, lang)
        made += 1


def _cluster_plan() -> tuple[float, list[float]]:
    """The chance of a new document to open a cluster, and how much each size weighs: small ones are many."""
    weights = [1 / size for size in range(_CLUSTER[0], _CLUSTER[1] + 1)]
    mean = (_CLUSTER[1] - _CLUSTER[0] + 1) / sum(weights)
    return (_COPIED_SHARE / mean) / (1 - _COPIED_SHARE + _COPIED_SHARE / mean), weights


def _article(rng: Random, words: Iterator[str], lang: Lang) -> Sentences:
    """Sentences of 8 to 26 words, 300 to 400 in all."""
    left = rng.randint(300, 390)
    sentences = []
    while left > 0:
        length = rng.randint(8, 26)
        sentence = [next(words) for _ in range(length)]
        if rng.random() < _STOCK_SHARE:
            sentence[:4] = rng.choice(_stock(lang))
        sentence[0] = sentence[0].capitalize()
        sentences.append(sentence)
        left -= length
    return sentences


def _copied(rng: Random, original: Sentences, words: Iterator[str]) -> Sentences:
    """Half the copies are cut at the end, half have one word in fifteen changed and a sentence added."""
    if rng.random() < 0.5:
        return original[: max(5, rng.randint(len(original) // 3, len(original)))]
    edited = [[next(words) if rng.random() < 1 / 15 else word for word in sentence] for sentence in original]
    edited.insert(rng.randrange(1, len(edited)), [next(words) for _ in range(15)])
    return edited


def _page(rng: Random, sentences: Sentences, lang: Lang) -> str:
    """Sentences in paragraphs of two or three, under a headline, now and then with an outlet's footer."""
    lines = [" ".join(sentences[-1][:9])]
    start = 0
    while start < len(sentences):
        stop = start + rng.randint(2, 3)
        lines.append(". ".join(map(" ".join, sentences[start:stop])) + ".")
        start = stop
    if rng.random() < _FOOTER_SHARE:
        lines.append(rng.choice(_footers(lang)))
    return "\n\n".join(lines)


def drawn_words(seed: int, lang: Lang) -> Iterator[str]:
    """Words without end, drawn by rank."""
    generator = np.random.default_rng((seed, LANGS.index(lang)))
    vocabulary = _vocabulary(lang)
    weights = 1 / (np.arange(len(vocabulary)) + _ZIPF_SHIFT) ** _ZIPF
    bounds = np.cumsum(weights / weights.sum())
    while True:
        ranks = np.minimum(np.searchsorted(bounds, generator.random(_WORDS_DRAWN)), len(vocabulary) - 1)
        yield from map(vocabulary.__getitem__, ranks.tolist())


@cache
def _vocabulary(lang: Lang) -> list[str]:
    """The templates' words by how often they stand there, then made-up forms; the same in every process."""
    found: dict[str, int] = {}
    for sentence in _template_sentences(lang):
        for word in re.findall(r"(?<![\w{])[A-Za-z-]{2,}(?![\w}])", sentence):
            found[word.lower()] = found.get(word.lower(), 0) + 1
    words = sorted(found, key=lambda word: (-found[word], word))
    rng = Random(lang)
    forms = dict.fromkeys(words)
    while len(forms) < _FORMS:
        forms[_form(rng, lang)] = None
    return list(forms)


def _form(rng: Random, lang: Lang) -> str:
    """A word that could be one: two or three syllables with affixes."""
    before, inside, after = (part.split("|") for part in _SHAPES[lang])
    return rng.choice(before) + "".join(rng.choices(inside, k=rng.randint(2, 3))) + rng.choice(after)


@cache
def _stock(lang: Lang) -> list[list[str]]:
    """Runs of four words that the templates have without a slot."""
    runs = []
    for sentence in _template_sentences(lang):
        for piece in re.split(r"\{\w+\}|[\"“”.,:]", sentence):
            words = piece.lower().split()
            if len(words) >= 4:
                runs.append(words[:4])
    return runs


def _template_sentences(lang: Lang) -> list[str]:
    kinds = templates(lang)["paragraphs"].values()
    return [sentence for kind in kinds for sentences in kind.values() for sentence in sentences]


@cache
def _footers(lang: Lang) -> list[str]:
    """The lines below the articles of each outlet, the same on all its pages."""
    made = []
    for outlet in names()["outlets"]:
        slots = {"outlet": Words(*[outlet["name"]] * 2), "printed_year": Words("2024", "2024")}
        lines = [fill(line, slots, lang) for line in phrases(lang)["furniture"]["footer"]]
        made += ["\n".join(lines)] if outlet["lang"] == lang else []
    return made
