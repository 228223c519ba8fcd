"""`python -m evaluate.sweep`: where the thresholds of merge/ come from: what they would find in news of known lineage.

The corpus is generated with another seed than the one that `python -m evaluate` measures on.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import numpy as np

from evaluate.lineage.corpus import Generated, expected_pairs, generate
from evaluate.merging import coded
from sumber.merge.documents import copies, translations
from sumber.merge.documents.likeness import features, free_likeness, likeness
from sumber.merge.documents.prints import print_of
from sumber.merge.documents.stories import days_between
from sumber.merge.documents.translations import Anchor, anchors, is_translation

SEED, STORIES = 1, 40
QUANTILES = (0.01, 0.05, 0.1, 0.25, 0.5, 0.9, 0.98, 0.99)
Record = dict[str, Any]


def main() -> None:
    """Print the three tables."""
    made = generate(SEED, STORIES)
    records = {record["id"]: record for record in coded(made, os.cpu_count() or 1)}
    gold = expected_pairs(made)
    print(f"{len(made)} documents, {len(gold)} pairs of copies; P, R: precision and recall of pairs\n")
    _copies(records, gold)
    _translations(made, records, gold)
    _likeness(made, records)


def _copies(records: Mapping[str, Record], gold: set[frozenset[str]]) -> None:
    prints = {key: print_of(record) for key, record in records.items()}
    pairs = [(a, b) for a, b in combinations(sorted(records), 2) if records[a]["lang"] == records[b]["lang"]]
    for within in (0.12, 0.2, 0.25, 0.28, 0.35, 0.45):
        copies.WITHIN = within
        found = {frozenset(pair) for pair in pairs if copies.compare(prints[pair[0]], prints[pair[1]])}
        _line(f"copies, WITHIN {within:.2f}", found, {pair for pair in map(frozenset, pairs) if pair in gold})


def _translations(made: list[Generated], records: Mapping[str, Record], gold: set[frozenset[str]]) -> None:
    anchored = {key: anchors(record) for key, record in records.items()}
    published = {one.id: one.published for one in made}
    pairs = [(a, b) for a, b in combinations(sorted(records), 2) if records[a]["lang"] != records[b]["lang"]]
    near = [(a, b) for a, b in pairs if days_between(published[a], published[b]) <= translations.DAYS]
    for least, covered in ((4, 0.5), (6, 0.5), (6, 0.58), (6, 0.65), (8, 0.5), (8, 0.65)):
        translations.LEAST, translations.COVERED = least, covered
        found = {frozenset(pair) for pair in _translated(anchored, near)}
        _line(f"translations, LEAST {least}, COVERED {covered:.2f}", found,
              {pair for pair in map(frozenset, pairs) if pair in gold})  # fmt: skip


def _translated(anchored: Mapping[str, tuple[Anchor, ...]], near: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return (pair for pair in near if is_translation(anchored[pair[0]], anchored[pair[1]]))


def _likeness(made: list[Generated], records: Mapping[str, Record]) -> None:
    about = {key: features(record) for key, record in records.items()}
    known = {one.id: one for one in made}
    values: dict[str, list[float]] = {}
    for a, b in combinations(sorted(records), 2):
        one, other = known[a], known[b]
        if one.story == other.story and one.lineage == other.lineage:
            continue
        same = one.lang == other.lang
        kind = ("one language" if same else "two languages", "one affair" if one.story == other.story else "unrelated")
        near = likeness(about[a], about[b]) if same else free_likeness(about[a], about[b])
        values.setdefault(", ".join(kind), []).append(near)
    print("\nlikeness of texts of their own, quantiles " + " ".join(f"{share:g}" for share in QUANTILES))
    for kind, found in sorted(values.items()):
        print(f"{kind:28} {len(found):7}  " + " ".join(f"{value:.2f}" for value in np.quantile(found, QUANTILES)))


def _line(name: str, found: set[frozenset[str]], gold: set[frozenset[str]]) -> None:
    right = len(found & gold)
    print(f"{name:40} P {right / max(1, len(found)):.3f}  R {right / max(1, len(gold)):.3f}")


if __name__ == "__main__":
    main()
