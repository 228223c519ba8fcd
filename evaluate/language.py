"""Scores of the shipped language model: `python -m evaluate.language --data DIR [--json]`.

Trees: gold tokens, punctuation counted, relations with their subtypes. Names: exact spans with labels, PER, ORG and
LOC (places that are states count as LOC). Attribution: PolNeAR dev with our own tokens and sentences, spans exact and
by character.
"""

from __future__ import annotations

import argparse
import json
import os
import tarfile
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sumber.parse.encoder import Encoder, Reading
from sumber.parse.spans import find_spans
from train.attribution import read_attributions
from train.items import Item, read_names, read_trees

TREES = {
    "id-gsd": "ud/id/test.conllu",
    "id-csui": "ud/id/test-csui.conllu",
    "id-pud": "ud/id/test-pud.conllu",
    "en-ewt": "ud/en/test.conllu",
    "en-pud": "ud/en/test-pud.conllu",
}
NAMES = {
    "idner2k": "ner/id/idner2k/test.tsv",
    "nergrit": "ner/id/nergrit/test.tsv",
    "uner-ewt": "ner/en/uner-ewt/test.tsv",
    "crossner-politics": "ner/en/crossner-politics/test.tsv",
}
ATTRIBUTION = "attribution/polnear_dev.jsonl.gz"
Row = dict[str, float]


def score_trees(items: Sequence[Item], readings: Sequence[Reading]) -> Row:
    """Percent of words with the right tag (UPOS), head (UAS), head and relation (LAS)."""
    total = tags = heads = labelled = 0
    for item, reading in zip(items, readings, strict=True):
        for i in range(len(item.words)):
            right = item.heads[i] == reading.heads[i]
            total += 1
            tags += item.pos[i] == reading.pos[i]
            heads += right
            labelled += right and item.deps[i] == reading.deps[i]
    return {"UPOS": _percent(tags, total), "UAS": _percent(heads, total), "LAS": _percent(labelled, total)}


def score_spans(gold: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> Row:
    """Precision, recall and F1 of exact spans, and F1 by label."""
    pairs = [(set(find_spans(a)), set(find_spans(b))) for a, b in zip(gold, found, strict=True)]
    row = _f1(pairs)
    for label in sorted({span[2] for wanted, _ in pairs for span in wanted}):
        row[label] = _f1([({s for s in a if s[2] == label}, {s for s in b if s[2] == label}) for a, b in pairs])["F1"]
    return row


def score_characters(items: Sequence[Item], readings: Sequence[Reading]) -> Row:
    """F1 of each role over characters of words."""
    row: Row = {}
    for role in ("source", "cue", "content"):
        both = wanted = given = 0
        for item, reading in zip(items, readings, strict=True):
            for word, a, b in zip(item.words, item.roles, reading.roles, strict=True):
                both += len(word) * (a.endswith(role) and b.endswith(role))
                wanted += len(word) * a.endswith(role)
                given += len(word) * b.endswith(role)
        row[f"{role}_chars"] = _percent(2 * both, wanted + given)
    return row


def evaluate(data: Path, encoder: Encoder) -> dict[str, Row]:
    """All scores; `data` is the folder of the development data, packed or not."""
    rows: dict[str, Row] = {}
    with unpacked(data) as folder:
        for name, file in TREES.items():
            items = list(read_trees(folder / file))
            readings, speed = _read(encoder, items)
            rows[name] = {**score_trees(items, readings), "words_per_cpu_s": speed}
        for name, file in NAMES.items():
            items = list(read_names(folder / file))
            readings, speed = _read(encoder, items)
            spans = score_spans([item.names for item in items], [reading.names for reading in readings])
            rows[name] = {**spans, "words_per_cpu_s": speed}
    if (data / ATTRIBUTION).exists():
        items = list(read_attributions(data / ATTRIBUTION))
        readings, speed = _read(encoder, items)
        spans = score_spans([item.roles for item in items], [reading.roles for reading in readings])
        rows["polnear-dev"] = {**spans, **score_characters(items, readings), "words_per_cpu_s": speed}
    return rows


@contextmanager
def unpacked(data: Path) -> Iterator[Path]:
    """The folder with ``ud/`` and ``ner/``: `data` itself, or its archive unpacked for the while."""
    if (data / "ud").is_dir():
        yield data
        return
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(data / "language/ud-ner-pos.tar.xz") as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder)


def _read(encoder: Encoder, items: Sequence[Item]) -> tuple[list[Reading], float]:
    begun = time.process_time()
    readings = encoder.encode([item.words for item in items])
    words = sum(len(item.words) for item in items)
    return readings, round(words / (time.process_time() - begun))


def _f1(pairs: Sequence[tuple[set[tuple[int, int, str]], set[tuple[int, int, str]]]]) -> Row:
    both = sum(len(a & b) for a, b in pairs)
    wanted, given = sum(len(a) for a, _ in pairs), sum(len(b) for _, b in pairs)
    return {"P": _percent(both, given), "R": _percent(both, wanted), "F1": _percent(2 * both, wanted + given)}


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


def main() -> None:
    """Print the scores as a table or as JSON."""
    parser = argparse.ArgumentParser(prog="python -m evaluate.language", description=__doc__)
    default = Path(os.environ.get("SUMBER_DATA", "../shared/data"))
    parser.add_argument("--data", type=Path, default=default, help="folder of the development data")
    parser.add_argument("--model", type=Path, help="model folder (default: the shipped one)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    rows = evaluate(options.data, Encoder.load(options.model))
    if options.json:
        print(json.dumps(rows, indent=2))
        return
    for name, row in rows.items():
        print(f"{name:18}", "  ".join(f"{key} {value:g}" for key, value in row.items()))


if __name__ == "__main__":
    main()
