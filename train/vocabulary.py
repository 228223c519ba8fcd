"""Which of the 250,000 pieces of the multilingual encoder are kept: those that Indonesian and English news uses."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from sumber.parse.pieces import BLANK, SPECIAL, Pieces
from sumber.parse.tokens import find_tokens

SIZE = 40_000
SAMPLE_FILES = (
    "attribution/polnear_train.jsonl.gz",
    "plover/gsr_dev.jsonl",
    "plover/plv_train.jsonl",
    "copies/synthetic3k.jsonl.gz",
    "geo/geovirus_en.jsonl.gz",
    "time/wikiwars_en.jsonl.gz",
)


def keep_pieces(full: Pieces, words: Iterable[str], data: Path, cases: Path) -> list[int]:
    """Rows of `full` to keep, ascending: all single Latin characters, all pieces of the words and of sample texts, and
    then the most probable Latin pieces up to `SIZE`, which serve names that the samples do not hold."""
    counts = Counter(words)
    for text in _texts(data, cases):
        counts.update(text[start:end] for start, end in find_tokens(text))
    kept = set(range(len(SPECIAL)))
    kept.update(row for row, piece in enumerate(full.pieces) if _is_single(piece))
    for word, count in counts.items():
        kept.update(full.rows(word))
        if count >= 20:
            kept.update(full.rows(word.upper()))
            kept.update(full.rows(word.lower()))
            kept.update(full.rows(word.capitalize()))
    by_score = sorted(range(len(SPECIAL), len(full.pieces)), key=lambda row: -full.scores[row])
    for row in by_score:
        if len(kept) >= SIZE:
            break
        if _is_latin(full.pieces[row]):
            kept.add(row)
    return sorted(kept)


def _texts(data: Path, cases: Path) -> Iterator[str]:
    for name in SAMPLE_FILES:
        path = data / name
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        yield from (json.loads(line)["text"] for line in content.decode("utf-8").split("\n") if line)
    yield from (path.read_text(encoding="utf-8") for path in sorted(cases.glob("*.txt")))


def _is_single(piece: str) -> bool:
    sign = piece.removeprefix(BLANK)
    return len(sign) <= 1 and (not sign or ord(sign) < 0x250 or 0x2000 <= ord(sign) < 0x20C0)


def _is_latin(piece: str) -> bool:
    sign = piece.removeprefix(BLANK)
    return bool(sign) and all(character.isalpha() and ord(character) < 0x250 for character in sign)
