"""`python -m train.likeness --data DIR`: fit the classifier of `sumber.tend.likeness` on the shipped encoder.

It learns from the codebook's own example sentences, each with its trigger, its type and its other verbs (none); and
from sentences of the training corpora, where the triggers that gave an event stand for their types and the verbs of
sentences without a trigger for none. `--sweep` holds out the lemmas of one fold after the other: so it is seen what
becomes of words that no entry knows, at which chance.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tarfile
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import torch
from numpy.typing import NDArray
from spacy.tokens import Doc, Token
from torch.nn import functional as F

from sumber.model import EVENT_TYPES, Document
from sumber.pipeline import read_document
from sumber.tend.likeness import NONE, Likeness, features, open_verbs
from sumber.what import load_lexicon
from sumber.what.triggers import Hit, find_triggers
from train.attribution import read_attributions
from train.items import FINE, Item, read_names, read_trees

CLASSES = (NONE, *EVENT_TYPES)
DECAY = 5e-3  # of the squared weights
CORPUS_WEIGHT = 0.3  # of an event of the corpora beside an example, which a person wrote for its type
SILENT_SHARE = 0.3  # of the verbs of sentences without a trigger
SENTENCES = 5_000  # of the corpora of each language
FOLDS = 5
STEPS = 80
DAY = "2024-05-03"  # the day that the examples are read as published on
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Example:
    """One word: what the classifier sees of it, its class, its lemma, and how much it weighs."""

    features: Floats
    kind: str
    lemma: str
    lang: str
    weight: float


def examples_of_codebook() -> Iterator[Example]:
    """The triggers of the codebook's examples, and the other verbs of the same sentences."""
    for lang in ("id", "en"):
        for trigger in load_lexicon(lang).triggers:
            doc = _read(trigger.example, lang)
            yield from (one for one, rule in _told(doc, lang, 1.0) if rule == trigger.path)
            hits = find_triggers(doc, load_lexicon(lang))
            yield from (_example(verb, NONE, lang, 1.0) for verb in _rest(doc, hits, lang))


def examples_of_corpus(sentences: Iterable[str], lang: str) -> Iterator[Example]:
    """The triggers that gave an event, and some of the verbs of sentences without one."""
    chance = random.Random(11)
    for sentence in sentences:
        doc = _read(sentence, lang)
        hits = find_triggers(doc, load_lexicon(lang))
        if hits:
            yield from (one for one, _ in _told(doc, lang, CORPUS_WEIGHT))
        else:
            verbs = _rest(doc, hits, lang)
            yield from (_example(verb, NONE, lang, 1.0) for verb in verbs if chance.random() < SILENT_SHARE)


def _read(sentence: str, lang: str) -> Doc:
    return read_document(Document("sentence", sentence, lang=lang, plain=True, published=DAY))


def _told(doc: Doc, lang: str, weight: float) -> Iterator[tuple[Example, str]]:
    """The words of the events that the codebook's entries gave, each with its rule."""
    for event in doc._.findings.events:
        span = doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")
        if span is not None:
            yield _example(span.root, event.type, lang, weight), event.rule


def _rest(doc: Doc, hits: Sequence[Hit], lang: str) -> Iterator[Token]:
    taken = {i for hit in hits for i in range(hit.first, hit.last + 1)}
    for sentence in doc.sents:
        yield from (verb for verb in open_verbs(sentence, lang) if verb.i not in taken)


def _example(token: Token, kind: str, lang: str, weight: float) -> Example:
    return Example(features(token), kind, token.lemma_.lower(), lang, weight)


def corpus_sentences(data: Path) -> dict[str, list[str]]:
    """Sentences of the training corpora by language, in a fixed random order."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(data / "language/ud-ner-pos.tar.xz") as archive:
            archive.extractall(folder, filter="data")
        ud, ner = Path(folder) / "ud", Path(folder) / "ner"
        indonesian = [*read_trees(ud / "id/train.conllu"), *read_names(ner / "id/idner2k/train.tsv", FINE),
                      *read_names(ner / "id/nergrit/train.tsv", FINE)]  # fmt: skip
        english = [*read_attributions(data / "attribution/polnear_train.jsonl.gz"), *read_trees(ud / "en/train.conllu")]
    return {"id": _some(indonesian), "en": _some(english)}


def _some(items: Iterable[Item]) -> list[str]:
    listed = sorted({" ".join(item.words) for item in items if 5 <= len(item.words) <= 60})
    random.Random(5).shuffle(listed)
    return listed[:SENTENCES]


def fit(examples: Sequence[Example]) -> Likeness:
    """Logistic regression with squared decay, by L-BFGS: the same every time."""
    torch.manual_seed(0)
    table = np.stack([one.features for one in examples])
    mean, scale = table.mean(axis=0), table.std(axis=0) + 1e-5
    inputs = torch.from_numpy((table - mean) / scale)
    wanted = torch.tensor([CLASSES.index(one.kind) for one in examples])
    sizes = torch.tensor([one.weight for one in examples])
    weights = torch.zeros(table.shape[1], len(CLASSES), requires_grad=True)
    bias = torch.zeros(len(CLASSES), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights, bias], max_iter=STEPS, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        losses = F.cross_entropy(inputs @ weights + bias, wanted, reduction="none")
        loss = (losses * sizes).sum() / sizes.sum() + DECAY * weights.square().sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimizer.step(closure)  # type: ignore[no-untyped-call]
    return Likeness(CLASSES, mean, scale, weights.detach().numpy(), bias.detach().numpy())


def sweep(examples: Sequence[Example]) -> str:
    """What becomes of held-out lemmas at each chance: of the deeds, how many get a type and how many the right one; of
    the other verbs, how many get a type."""
    folds = [zlib.crc32(one.lemma.encode()) % FOLDS for one in examples]
    asked: list[tuple[Example, str, float]] = []
    for fold in range(FOLDS):
        learned = fit([one for one, held in zip(examples, folds, strict=True) if held != fold])
        for one in (one for one, held in zip(examples, folds, strict=True) if held == fold):
            chances = learned.chances(one.features)
            asked.append((one, CLASSES[int(chances.argmax())], float(chances.max())))
    deeds = [row for row in asked if row[0].kind != NONE and row[0].weight == 1.0]
    rest = [row for row in asked if row[0].kind == NONE]
    lines = [
        "| chance from | deeds given a type | of these right | other verbs given a type |",
        "| --- |" + " --- |" * 3,
    ]
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        given = [row for row in deeds if row[1] != NONE and row[2] >= least]
        wrong = [row for row in rest if row[1] != NONE and row[2] >= least]
        right = sum(one.kind == kind for one, kind, _ in given)
        lines.append(f"| {least} | {len(given) / len(deeds):.1%} | {right / max(1, len(given)):.1%} |"
                     f" {len(wrong) / len(rest):.2%} |")  # fmt: skip
    return "\n".join(lines)


def save(likeness: Likeness, path: Path) -> None:
    """The arrays as ``sumber.parse.load_head`` reads them."""
    np.savez(path, classes=np.array(likeness.classes), mean=likeness.mean, scale=likeness.scale,
             weights=likeness.weights, bias=likeness.bias)  # fmt: skip


def main() -> None:
    """Command line; see the module's text."""
    parser = argparse.ArgumentParser(prog="python -m train.likeness", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SUMBER_DATA", "../shared/data")))
    parser.add_argument("--model-dir", type=Path, default=Path("src/sumber/parse/models/news-iden"))
    parser.add_argument("--sweep", action="store_true", help="print the table of held-out lemmas")
    options = parser.parse_args()
    from train.export import write_checksums  # onnx is slow to import

    examples = list(examples_of_codebook())
    for lang, sentences in corpus_sentences(options.data).items():
        examples += examples_of_corpus(sentences, lang)
    print(f"{len(examples)} words, {sum(one.kind != NONE for one in examples)} of them deeds", file=sys.stderr)
    if options.sweep:
        print(sweep(examples))
    save(fit(examples), options.model_dir / "likeness.npz")
    write_checksums(options.model_dir)


if __name__ == "__main__":
    main()
