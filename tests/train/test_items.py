"""How training sentences are made; nothing here trains."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from sumber.parse.spans import find_spans
from train.attribution import _tags
from train.augment import glue, leave_open, rename, vary
from train.items import FINE, Item, cut_words, join_hyphens, read_names, read_trees

TREE = """# text = A well-known man
1\tA\ta\tDET\tDT\t_\t5\tdet\t_\t_
2\twell\twell\tADV\tRB\t_\t4\tadvmod\t_\tSpaceAfter=No
3\t-\t-\tPUNCT\tHYPH\t_\t2\tpunct\t_\tSpaceAfter=No
4\tknown\tknow\tVERB\tVBN\t_\t5\tamod\t_\t_
5\tman\tman\tNOUN\tNN\t_\t0\troot\t_\t_

"""
NAMES = (
    "# token\tlabel\toriginal\nSusilo\tB-PER\tB-PER\n(SBY)\tI-PER\tI-PER\ndi\tO\tO\nJakarta\tB-GPE\tB-GPE\n\nYa\tO\tO\n"
)


@pytest.fixture
def names(tmp_path: Path) -> list[Item]:
    (tmp_path / "names.tsv").write_text(NAMES, encoding="utf-8")
    return list(read_names(tmp_path / "names.tsv", FINE))


def test_hyphenated_words_are_joined_and_keep_the_tree(tmp_path: Path) -> None:
    (tmp_path / "tree.conllu").write_text(TREE, encoding="utf-8")
    (item,) = read_trees(tmp_path / "tree.conllu")
    joined = join_hyphens(item)
    assert joined.words == ("A", "well-known", "man")
    assert joined.heads == (3, 3, 0)
    assert joined.deps == ("det", "amod", "root")
    assert joined.pos == ("DET", "VERB", "NOUN")


def test_names_are_mapped_and_cut_as_the_product_cuts(names: list[Item]) -> None:
    assert names[0].names == ("B-PER", "I-PER", "O~", "B-GPE")
    cut = cut_words(names[0])
    assert cut.words == ("Susilo", "(", "SBY", ")", "di", "Jakarta")
    assert cut.names == ("B-PER", "O", "B-PER", "O", "O~", "B-GPE")


def test_variants_keep_labels_in_step(names: list[Item]) -> None:
    chance = random.Random(3)
    for _ in range(300):
        item = rename(vary(names[0], chance), chance)
        assert len(item.words) == len(item.names)
        assert find_spans(item.names)


def test_a_forgotten_quotation_mark_leaves_the_tree_whole() -> None:
    words = ("“", "Ya", ",", "”", "kata", "dia", ".")
    item = Item(words=words, pos=("PUNCT",) * 7, heads=(2, 0, 2, 2, 2, 5, 2), deps=("punct",) * 7, glued=(False,) * 7)
    opened = leave_open(item)
    assert opened.words == ("“", "Ya", ",", "kata", "dia", ".")
    assert opened.heads == (2, 0, 2, 2, 4, 2)
    assert len(opened.pos) == len(opened.deps) == len(opened.glued) == 6
    assert leave_open(replace(item, words=("Ya",) * 7)) == replace(item, words=("Ya",) * 7)


def test_a_glued_name_keeps_its_tag() -> None:
    item = Item(words=("dilansir", "dari", "Reuters", "Asia"), names=("O", "O", "B-MEDIA", "I-MEDIA"))
    glued = glue(item, random.Random(1))
    assert glued.words == ("dilansir", "dariReuters", "Asia")
    assert glued.names == ("O", "B-MEDIA", "I-MEDIA")


def test_an_inner_source_shows_inside_an_outer_content() -> None:
    text = "A said B thinks so"
    tokens = [(0, 1), (2, 6), (7, 8), (9, 15), (16, 18)]
    outer = {"source": [[0, 1]], "cue": [[2, 6]], "content": [[7, 18]]}
    inner = {"source": [[7, 8]], "cue": [[9, 15]], "content": [[16, 18]]}
    tags = _tags({"text": text, "attributions": [inner, outer]}, tokens)
    assert tags == ["B-source", "B-cue", "B-source", "B-cue", "I-content"]
