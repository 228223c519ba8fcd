"""The corpus of known lineage is what it says, and its scores are right where the answer is known."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from itertools import combinations, islice
from statistics import mean
from typing import Any

import pytest

from evaluate.lineage.bulk import bulk, clusters
from evaluate.lineage.corpus import Generated, expected_edges, expected_origins, expected_pairs, generate
from evaluate.lineage.data import LANGS, phrases, templates
from evaluate.lineage.score import (
    Found,
    invented_edges,
    recall_by_kind,
    score_copies,
    score_direction,
    score_origins,
)

COUNTRY_AS_ADJECTIVE = {"adj": "country", "other_adj": "other"}  # Indonesian has one word for both


@cache
def corpus() -> list[Generated]:
    return generate(seed=11, stories=120)


def grams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(islice(words, start, None) for start in range(5)), strict=False))


def containment(one: str, other: str) -> float:
    first, second = grams(one), grams(other)
    return len(first & second) / min(len(first), len(second))


def leaves(tree: Any) -> list[str]:
    if isinstance(tree, str):
        return [tree]
    return [leaf for branch in (tree.values() if isinstance(tree, dict) else tree) for leaf in leaves(branch)]


def slots(template: str) -> set[str]:
    return {COUNTRY_AS_ADJECTIVE.get(slot, slot) for slot in re.findall(r"\{(\w+)\}", template)}


def test_one_seed_gives_one_corpus() -> None:
    assert generate(4, 10) == generate(4, 10)
    assert generate(4, 10) != generate(5, 10)


@pytest.mark.parametrize(("table", "keys"), [(templates, ("titles", "paragraphs")), (phrases, ("quotes", "values"))])
def test_both_languages_say_the_same_in_the_same_order(table: Any, keys: tuple[str, ...]) -> None:
    for key in keys:
        indonesian, english = (leaves(table(lang)[key]) for lang in LANGS)
        for one, other in zip(indonesian, english, strict=True):
            assert slots(one) == slots(other), f"{one} / {other}"


def test_each_kind_of_paragraph_has_six_templates_or_more() -> None:
    kinds = templates("id")["paragraphs"]
    assert len(kinds) >= 12
    assert all(len(sentences) >= 6 for kind in kinds.values() for sentences in kind.values())


def test_texts_are_whole() -> None:
    for document in corpus():
        assert not re.search(r"[{}]|None|\bthe the\b|  |\.\.", document.text), document.text
        assert 60 < len(document.text.split()) < 520
        assert not document.text[0].islower()


def test_all_shapes_are_there() -> None:
    documents = corpus()
    assert min(Counter(document.kind for document in documents).values()) > 20
    known = {document.id: document for document in documents}
    copies = [document for document in documents if document.copy_of]
    assert any(document.copy_of not in known for document in copies), "wires seen through their copies only"
    assert any(_depth(document, known) == 3 for document in copies)
    assert {document.lang for document in documents} == {"id", "en"}
    same_day = mean(known[child].published == known[parent].published for child, parent in _edges(documents))
    assert 0.25 < same_day < 0.55
    twins = Counter((d.copy_of, d.published) for d in copies if d.kind == "identical")
    assert max(twins.values()) >= 2
    assert {expected_origins(documents, story) for story in range(120)} == {1, 2, 3}
    uncredited = mean(document.origin not in document.text for document in copies if document.kind == "identical")
    assert 0.3 < uncredited < 0.7  # a third name nobody; others name the outlet they copied, or the agency's initials


def test_lineage_is_consistent() -> None:
    documents = corpus()
    known = {document.id: document for document in documents}
    assert len(known) == len(documents)
    for child, parent in _edges(documents):
        one, other = known[child], known[parent]
        assert (one.story, one.lineage, one.origin) == (other.story, other.lineage, other.origin)
        assert one.published >= other.published
        assert (one.lang != other.lang) == (one.kind == "translation")
        assert set(one.paragraphs) & set(other.paragraphs)
    for document in documents:
        assert (document.kind is None) == (document.copy_of is None)
        assert document.kind or document.origin == document.outlet
    outlets = Counter((document.story, document.outlet) for document in documents)
    assert max(outlets.values()) == 1


def test_copies_share_much_and_other_reports_little() -> None:
    documents = corpus()
    known = {document.id: document for document in documents}
    shared: dict[str | None, list[float]] = defaultdict(list)
    for child, parent in _edges(documents):
        shared[known[child].kind].append(containment(known[child].text, known[parent].text))
    assert min(shared["identical"]) > 0.7
    assert mean(shared["edited"]) > 0.4
    assert mean(shared["excerpt"]) > 0.4
    assert mean(shared["translation"]) < 0.01
    originals = [document for document in documents if document.kind is None and document.lang == "en"]
    others = [(containment(a.text, b.text), a.story == b.story) for a, b in combinations(originals, 2)]
    assert mean(value for value, same in others if not same) < 0.05
    assert max(value for value, same in others if same) < 0.15
    assert max(value for value, _ in others) < 0.3


def test_a_translation_keeps_the_paragraphs_and_figures() -> None:
    documents = corpus()
    known = {document.id: document for document in documents}
    for child, parent in _edges(documents):
        if known[child].kind == "translation":
            assert known[child].paragraphs == known[parent].paragraphs


def document(name: str, parent: str | None, kind: Any, day: int, paragraphs: str, **other: Any) -> Generated:
    made = Generated(
        name, "", "", "en", f"2024-05-{day:02d}", parent, kind, "AFP", 1, "L", tuple(paragraphs)
    )  # fmt: skip
    return replace(made, **other)


# a wire that nobody prints, its twins B and C, an edited B, an excerpt of that, another excerpt, and another report
TREE = [
    document("B", "A", "identical", 1, "123456"),
    document("C", "A", "identical", 1, "123456"),
    document("D", "B", "edited", 2, "12346x"),
    document("E", "D", "excerpt", 2, "12"),
    document("F", "A", "excerpt", 3, "56"),
    document("R", None, None, 1, "789", lineage="M", origin="Reuters"),
]


def test_pairs_edges_and_origins_of_a_tree() -> None:
    pairs = expected_pairs(TREE)
    assert frozenset("EF") not in pairs
    assert len(pairs) == 9
    assert expected_edges(TREE) == {"D": "B", "E": "D"}
    assert expected_origins(TREE, 1) == 2
    assert score_origins(TREE, {1: 2}) == 1
    assert score_origins(TREE, {}) == 0


def test_copies_are_scored() -> None:
    pairs = expected_pairs(TREE)
    assert score_copies(TREE, pairs) == Found(1, 1, 1)
    some = score_copies(TREE, [("B", "C"), ("D", "B"), ("B", "R")])
    assert some.precision == pytest.approx(2 / 3)
    assert some.recall == pytest.approx(2 / 9)
    assert some.f1 == pytest.approx(1 / 3)
    assert score_copies(TREE, []) == Found(0, 0, 0)
    assert recall_by_kind(TREE, [("B", "D")]) == {"edited": 1, "excerpt": 0}


@pytest.mark.parametrize(
    ("child", "parent", "right"),
    [
        ("D", "B", 1),  # the direct parent
        ("D", "C", 1),  # its twin of the same text
        ("E", "B", 1),  # on the path
        ("E", "D", 1),
        ("E", "C", 0),  # twin of a parent's parent: E shows D's edits
        ("D", "E", 0),  # backwards
        ("C", "B", 1),  # both print the unseen wire
        ("F", "C", 1),
        ("F", "E", 0),
    ],
)
def test_direction_is_scored(child: str, parent: str, right: int) -> None:
    scored = score_direction(TREE, {child: parent})
    assert (scored.right, scored.children) == (right, 5)
    assert scored.recall == right / 5


def test_exact_parents_and_invented_edges_are_counted() -> None:
    assert score_direction(TREE, {"D": "B", "E": "B"}).exact == 0.5
    assert score_direction(TREE, expected_edges(TREE)).exact == 1
    assert invented_edges(TREE, {"R": "B", "D": "B", "F": "R"}) == 2
    late = [replace(one, published="2024-05-09") if one.id == "C" else one for one in TREE]
    assert score_direction(late, {"D": "C"}).right == 0


def test_bulk_is_deterministic_and_has_its_copies() -> None:
    texts = list(bulk(1, 400))
    assert texts == list(bulk(1, 400))
    assert len({name for name, _ in texts}) == 400
    assert 250 < mean(len(text.split()) for _, text in texts) < 420
    groups: dict[int, list[str]] = defaultdict(list)
    for cluster, text in clusters(1, 3000):
        if cluster is not None:
            groups[cluster].append(text)
    assert 0.2 < sum(map(len, groups.values())) / 3000 < 0.4
    assert mean(containment(*group[:2]) for group in groups.values() if len(group) > 1) > 0.4
    assert containment(texts[0][1], texts[1][1]) < 0.1


def _edges(documents: list[Generated]) -> list[tuple[str, str]]:
    return list(expected_edges(documents).items())


def _depth(document: Generated, known: dict[str, Generated]) -> int:
    depth, parent = 0, document.copy_of
    while parent:
        depth += 1
        parent = known[parent].copy_of if parent in known else None
    return depth
