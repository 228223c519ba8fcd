"""Old trees brought to today's guideline: the parser and the old annotation vote."""

import numpy as np

from train.items import Item
from train.repair import Moves, Pair, align, mend

LABELS = ("nmod", "compound", "nsubj", "root")
WORDS = ("menteri", "pertahanan", "tiba")
TAGS = ("NOUN", "NOUN", "VERB")
OLD = Item(words=WORDS, pos=TAGS, old_pos=TAGS, old_heads=(3, 1, 0), old_deps=("nsubj", "compound", "root"))
TODAY = Item(words=WORDS, pos=("NOUN", "NOUN", "VERB"), heads=(3, 1, 0), deps=("nsubj", "nmod", "root"))
PAIRS = [Pair(TODAY, Item(words=WORDS, pos=OLD.pos, heads=OLD.old_heads, deps=OLD.old_deps))] * 20


def arcs(old: float) -> np.ndarray:
    """Log-probabilities in which the old arc of "pertahanan" has the probability `old`."""
    table = np.full((3, 4), 0.01)
    table[0, 3] = table[2, 0] = 0.97
    table[1] = (1 - old) / 3
    table[1, 1] = old
    return np.log(table / table.sum(axis=1, keepdims=True)).astype(np.float32)


UNDECIDED = np.log(np.full((3, len(LABELS)), 0.25, np.float32))


def test_pairs_are_sentences_with_the_same_words() -> None:
    assert align([TODAY], [OLD]) == [Pair(TODAY, OLD)]
    assert align([TODAY], [Item(words=("lain",))]) == []


def test_labels_move_as_the_pairs_tell() -> None:
    moves = Moves(PAIRS, LABELS)
    scores = moves.scores("compound", "NOUN")
    assert LABELS[int(scores.argmax())] == "nmod"
    assert abs(float(np.exp(scores).sum()) - 1) < 1e-3
    mended = mend(OLD, arcs(0.3), UNDECIDED, moves, LABELS)
    assert mended.heads == (3, 1, 0)
    assert mended.deps == ("nsubj", "nmod", "root")
    assert mended.old_heads == ()


def test_a_sure_parser_outvotes_the_moves() -> None:
    sure = UNDECIDED.copy()
    sure[1] = np.log([0.0001, 0.9997, 0.0001, 0.0001])
    assert mend(OLD, arcs(0.3), sure, Moves(PAIRS, LABELS), LABELS).deps[1] == "compound"


def test_a_doubted_arc_teaches_nothing() -> None:
    mended = mend(OLD, arcs(0.001), UNDECIDED, Moves(PAIRS, LABELS), LABELS)
    assert mended.heads == (3, -1, 0)
    assert mended.deps == ("nsubj", "", "root")


def test_an_undecided_relation_is_not_taught_and_its_arc_is() -> None:
    mended = mend(OLD, arcs(0.3), UNDECIDED, Moves([], LABELS), LABELS)
    assert mended.heads == (3, 1, 0)
    assert mended.deps == ("", "", "root")
