"""The unigram tokeniser, on a table small enough to check by hand."""

from pathlib import Path

import pytest

from sumber.parse.pieces import BLANK, SPECIAL, Pieces, sentence_rows

TABLE = {
    BLANK: -3.0,
    BLANK + "ka": -4.0,
    "ta": -4.0,
    BLANK + "kata": -6.0,
    "k": -9.0,
    "a": -9.0,
    "t": -9.0,
    "nya": -5.0,
}


@pytest.fixture
def pieces() -> Pieces:
    return Pieces([*SPECIAL, *TABLE], [0.0] * 4 + list(TABLE.values()))


def cut(pieces: Pieces, word: str) -> list[str]:
    return [pieces.pieces[row] for row in pieces.rows(word)]


def test_the_likeliest_cut_wins(pieces: Pieces) -> None:
    assert cut(pieces, "kata") == [BLANK + "kata"]
    assert cut(pieces, "katanya") == [BLANK + "kata", "nya"]


def test_unknown_signs_are_one_unknown(pieces: Pieces) -> None:
    assert cut(pieces, "kata😀😀") == [BLANK + "kata", "<unk>"]
    assert cut(pieces, "😀") == ["<unk>"]
    assert cut(pieces, "\u200b") == [BLANK]


def test_wide_letters_are_folded(pieces: Pieces) -> None:
    assert cut(pieces, "ｋａｔａ") == cut(pieces, "kata")


def test_a_long_word_is_cut_short(pieces: Pieces) -> None:
    assert len(pieces.rows("k" * 500)) <= 16


def test_words_past_the_limit_point_at_the_root(pieces: Pieces) -> None:
    rows, first = sentence_rows(pieces, ["kata"] * 10, 6)
    assert rows[0] == 0
    assert rows[-1] == 2
    assert len(rows) <= 6
    assert first == [0, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0]


def test_the_table_survives_a_file(pieces: Pieces, tmp_path: Path) -> None:
    pieces.save(tmp_path / "pieces.tsv")
    assert Pieces.load(tmp_path / "pieces.tsv").pieces == pieces.pieces


def test_a_table_without_special_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="must begin with"):
        Pieces(["a"], [0.0])
