"""Old trees brought to today's guideline: the parser and the old annotation vote."""

import numpy as np

from train.items import UPOS, Item
from train.repair import Moves, Pair, Read, align, mend, vote_heads

LABELS = ("nmod", "compound", "nsubj", "root")
WORDS = ("menteri", "pertahanan", "tiba")
OLD = Item(words=WORDS, pos=("NOUN", "NOUN", "VERB"), old_heads=(3, 1, 0), old_deps=("nsubj", "compound", "root"))
TODAY = Item(words=WORDS, pos=("NOUN", "NOUN", "VERB"), heads=(3, 1, 0), deps=("nsubj", "nmod", "root"))
PAIRS = [Pair(TODAY, Item(words=WORDS, pos=OLD.pos, heads=OLD.old_heads, deps=OLD.old_deps))] * 20


def arcs(second_head: int, sure: float) -> np.ndarray:
    """Log-probabilities in which "pertahanan" hangs on `second_head` with the probability `sure`."""
    table = np.full((3, 4), 0.01)
    table[0, 3] = table[2, 0] = 0.97
    table[1] = (1 - sure) / 3
    table[1, second_head] = sure
    return np.log(table / table.sum(axis=1, keepdims=True)).astype(np.float32)


def read(second_head: int, sure: float) -> Read:
    tags = np.full((3, len(UPOS)), -5.0, np.float32)
    tags[[0, 1, 2], [UPOS.index("NOUN"), UPOS.index("ADJ"), UPOS.index("VERB")]] = -0.5
    labels = np.log(np.full((3, len(LABELS)), 0.25, np.float32))
    return Read(tags, arcs(second_head, sure), labels)


def test_pairs_are_sentences_with_the_same_words() -> None:
    assert align([TODAY], [OLD]) == [Pair(TODAY, OLD)]
    assert align([TODAY], [Item(words=("lain",))]) == []


def test_the_old_head_stands_against_a_parser_in_doubt_and_falls_to_a_sure_one() -> None:
    assert vote_heads(OLD, arcs(3, 0.6)) == [3, 1, 0]
    assert vote_heads(OLD, arcs(3, 0.995)) == [3, 3, 0]


def test_labels_move_as_the_pairs_tell() -> None:
    moves = Moves(PAIRS, LABELS)
    scores = moves.scores("compound", "NOUN")
    assert LABELS[int(scores.argmax())] == "nmod"
    assert abs(float(np.exp(scores).sum()) - 1) < 1e-3
    mended = mend(OLD, read(1, 0.9), [3, 1, 0], moves, LABELS)
    assert mended.heads == (3, 1, 0)
    assert mended.deps == ("nsubj", "nmod", "root")
    assert mended.old_heads == ()


def test_where_nobody_is_sure_nothing_is_taught() -> None:
    mended = mend(OLD, read(3, 0.6), [3, 3, 0], Moves(PAIRS, LABELS), LABELS)
    assert mended.heads == (3, -1, 0)
    assert mended.deps[1] == ""


def test_a_tag_gives_way_only_to_a_sure_one() -> None:
    mended = mend(OLD, read(1, 0.9), [3, 1, 0], Moves(PAIRS, LABELS), LABELS)
    assert mended.pos == ("NOUN", "ADJ", "VERB")  # -0.5 against -5 + 2
