"""How well copies, their direction, and the number of origins were found. Pure functions over ids.

Direction: a predicted parent is right where it is a document of the corpus that the child really comes from, at
whatever distance, or an identical twin of the child's direct parent that was not published after the child: the two
print the same text, and nothing in it tells which one lay on the editor's desk. Children for which the corpus holds
neither are left out, as nothing could be right. `exact` asks for the direct parent itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from evaluate.lineage.corpus import Generated, expected_edges, expected_origins, expected_pairs

Pairs = Iterable[Collection[str]]


@dataclass(frozen=True, slots=True)
class Found:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Direction:
    """Shares over the children that have an answer: `right` of those predicted, `exact` and `recall` of all."""

    right: float
    exact: float
    recall: float
    children: int


def score_copies(documents: Iterable[Generated], predicted: Pairs) -> Found:
    """Predicted pairs of copies against the expected ones."""
    return _found(expected_pairs(documents), {frozenset(pair) for pair in predicted})


def recall_by_kind(documents: Iterable[Generated], predicted: Pairs) -> dict[str, float]:
    """The share of copies found together with their direct parent, for each kind of copy."""
    documents = list(documents)
    pairs = {frozenset(pair) for pair in predicted}
    kinds = {document.id: str(document.kind) for document in documents}
    edges = expected_edges(documents)
    whole = Counter(kinds[child] for child in edges)
    hits = Counter(kinds[child] for child, parent in edges.items() if frozenset((child, parent)) in pairs)
    return {kind: hits[kind] / count for kind, count in sorted(whole.items())}


def score_direction(documents: Iterable[Generated], predicted: Mapping[str, str]) -> Direction:
    """Predicted child-to-parent edges; see the rule above."""
    documents = list(documents)
    exact = expected_edges(documents)
    right = {child: parents for child, parents in _right_parents(documents).items() if parents}
    answered = [child for child in right if child in predicted]
    hits = sum(predicted[child] in right[child] for child in answered)
    return Direction(
        right=_share(hits, len(answered)),
        exact=_share(sum(predicted.get(child) == parent for child, parent in exact.items()), len(exact)),
        recall=_share(hits, len(right)),
        children=len(right),
    )


def invented_edges(documents: Iterable[Generated], predicted: Mapping[str, str]) -> int:
    """Predicted edges between documents of different lineages, and edges that make an original a copy."""
    known = {document.id: document for document in documents}
    return sum(
        known[child].lineage != known[parent].lineage or known[child].kind is None
        for child, parent in predicted.items()
    )


def score_origins(documents: Iterable[Generated], predicted: Mapping[int, int]) -> float:
    """The share of stories whose number of independent origins is exactly right; one not predicted is wrong."""
    documents = list(documents)
    stories = {document.story for document in documents}
    return _share(sum(predicted.get(story) == expected_origins(documents, story) for story in stories), len(stories))


def _right_parents(documents: list[Generated]) -> dict[str, set[str]]:
    """For each copy all documents that count as its parent."""
    known = {document.id: document for document in documents}
    printing: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        printing[_text_of(document, known)].add(document.id)
    right = {}
    for document in documents:
        if document.copy_of is None:
            continue
        parent = known.get(document.copy_of)
        twins = printing[_text_of(parent, known) if parent else document.copy_of]
        timely = {twin for twin in twins if known[twin].published <= document.published}
        right[document.id] = (timely | set(_ancestors(document, known))) - {document.id}
    return right


def _text_of(document: Generated, known: Mapping[str, Generated]) -> str:
    """The id of the document whose text this one prints unchanged: its own, or that of its parents in turn."""
    while document.kind == "identical" and document.copy_of:
        if document.copy_of not in known:
            return document.copy_of
        document = known[document.copy_of]
    return document.id


def _ancestors(document: Generated, known: Mapping[str, Generated]) -> Iterator[str]:
    parent = document.copy_of
    while parent in known and parent is not None:
        yield parent
        parent = known[parent].copy_of


def _found(gold: set[frozenset[str]], found: set[frozenset[str]]) -> Found:
    precision, recall = _share(len(gold & found), len(found)), _share(len(gold & found), len(gold))
    return Found(precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
