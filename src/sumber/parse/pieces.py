"""Word pieces: the unigram tokeniser of the encoder, in plain Python.

The table is a text file, one piece a line, ``piece<TAB>log-probability``; the line number is the row of the embedding
table. The first four rows are ``<s>``, ``<pad>``, ``</s>`` and ``<unk>``. A word is cut where the sum of
log-probabilities is highest (Kudo 2018, arXiv:1804.10959), as SentencePiece does it for multilingual-e5-small. The same
code serves training and run time, so that both see the same rows for the same word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

START, PAD, END, UNKNOWN = 0, 1, 2, 3
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
BLANK = "\u2581"  # stands for the blank before a word
LONGEST_WORD = 96  # characters; nothing of a longer word (an address, say) helps to tell its part of speech
MOST_PIECES = 16
CACHE_SIZE = 200_000


class Pieces:
    """The table of pieces with the cut of every word seen so far."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        """Raises ValueError when the special pieces are not in their rows."""
        if tuple(pieces[: len(SPECIAL)]) != SPECIAL:
            raise ValueError("the table of pieces must begin with " + " ".join(SPECIAL))
        self.pieces = list(pieces)
        self.scores = [float(score) for score in scores]
        self._rows = {piece: row for row, piece in enumerate(self.pieces) if row >= len(SPECIAL)}
        self._longest = max((len(piece) for piece in self._rows), default=1)
        self._unknown_score = min(self.scores) - 10.0
        self._cache: dict[str, tuple[int, ...]] = {}

    @classmethod
    def load(cls, path: Path) -> Pieces:
        """Read a table written by `save`."""
        rows = [line.rsplit("\t", 1) for line in path.read_text(encoding="utf-8").split("\n") if line]
        return cls([row[0] for row in rows], [float(row[1]) for row in rows])

    def save(self, path: Path) -> None:
        """Write the table, one piece a line."""
        lines = (f"{piece}\t{score:.4f}\n" for piece, score in zip(self.pieces, self.scores, strict=True))
        path.write_text("".join(lines), encoding="utf-8")

    def rows(self, word: str) -> tuple[int, ...]:
        """The rows of the pieces of one word: at least one, at most `MOST_PIECES`."""
        found = self._cache.get(word)
        if found is None:
            if len(self._cache) >= CACHE_SIZE:
                self._cache.clear()
            found = self._cache[word] = self._cut(word)
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        text = BLANK + normalise(word[:LONGEST_WORD])
        cut = self._best_path(text)
        if len(cut) > 1 and self.pieces[cut[0]] == BLANK:
            cut = cut[1:]
        return tuple(cut[:MOST_PIECES]) or (UNKNOWN,)

    def _best_path(self, text: str) -> list[int]:
        """Viterbi over the characters of `text`; a character in no piece costs dearly and gives ``<unk>``."""
        best = [0.0] + [float("-inf")] * len(text)
        back: list[tuple[int, int]] = [(0, UNKNOWN)] * (len(text) + 1)
        for start in range(len(text)):
            score = best[start]
            if score + self._unknown_score > best[start + 1]:
                best[start + 1], back[start + 1] = score + self._unknown_score, (start, UNKNOWN)
            for end in range(start + 1, min(start + self._longest, len(text)) + 1):
                row = self._rows.get(text[start:end])
                if row is not None and score + self.scores[row] > best[end]:
                    best[end], back[end] = score + self.scores[row], (start, row)
        path: list[int] = []
        at = len(text)
        while at > 0:
            at, row = back[at]
            if not (row == UNKNOWN and path and path[-1] == UNKNOWN):
                path.append(row)
        return path[::-1]


def normalise(word: str) -> str:
    """NFKC without control characters, as SentencePiece's nmt_nfkc has it."""
    if word.isascii():
        return word
    folded = unicodedata.normalize("NFKC", word)
    return "".join(sign for sign in folded if unicodedata.category(sign) not in ("Cc", "Cf", "Cs"))


def sentence_rows(pieces: Pieces, words: Iterable[str], longest: int) -> tuple[list[int], list[int]]:
    """Rows of a sentence with its marks, and where each word begins in them.

    Returns (rows, first): ``rows`` has at most `longest` entries; ``first[0]`` is 0, the place of ``<s>``, which stands
    for the root, and ``first[i]`` the place of the i-th word counted from 1. Words past the limit point at ``<s>``.
    """
    rows, first = [START], [0]
    full = False
    for word in words:
        cut = pieces.rows(word)
        full = full or len(rows) + len(cut) >= longest
        first.append(0 if full else len(rows))
        if not full:
            rows.extend(cut)
    rows.append(END)
    return rows, first
