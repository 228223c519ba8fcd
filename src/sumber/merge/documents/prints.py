"""The fingerprint of an article: hashes of its runs of four words, by which copies are found.

Syndication is containment rather than likeness (a wire cut short, a wire with three own paragraphs), so a document
keeps all its runs; a fixed eighth of them, the same eighth in every document, is what the index holds (Broder 1997,
"On the resemblance and containment of documents").
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Contract = dict[str, Any]
Hashes = NDArray[np.uint64]
Offsets = NDArray[np.int64]
Stretch = tuple[int, int]

RUN = 4  # words
SAMPLED = 8  # one hash in so many is indexed
_WORD = re.compile(r"(\w+)")
_KNOWN = 400_000  # hashes of word forms that are kept, some 50 MB
_BASE = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Print:
    """Hashes of the runs of words in text order, with the characters [start, end) of each run.

    ``own[i]`` is false where the whole run is quoted speech: two reports of one speech share its words without either
    being a copy.
    """

    hashes: Hashes
    starts: Offsets
    ends: Offsets
    own: NDArray[np.bool_]
    _distinct: Hashes = field(init=False, repr=False, compare=False)  # asked for with each comparison

    def __post_init__(self) -> None:
        object.__setattr__(self, "_distinct", np.unique(self.hashes))

    def distinct(self, own: bool = False) -> Hashes:
        """The hashes sorted, each once; with ``own`` only those that stand outside quotations."""
        if not own or self.own.all():
            return self._distinct
        found: Hashes = np.unique(self.hashes[self.own])
        return found


def fingerprint(text: str, paragraphs: Sequence[Stretch], quoted: Sequence[Stretch] = ()) -> Print:
    """The fingerprint of the paragraphs (start, end) of a text, in its order; ``quoted`` are stretches of direct
    speech."""
    pieces = _pieces(text, paragraphs)
    borders = np.cumsum(np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces)))
    starts, ends = borders[:-1:2], borders[1::2]
    words = np.fromiter(map(_hash_of.__getitem__, pieces[1::2]), dtype=np.uint64, count=len(starts))
    hashes = _runs(words)
    count = len(hashes)
    run_starts, run_ends = starts[:count], ends[len(ends) - count :]
    own = np.ones(count, dtype=np.bool_)
    for begin, until in quoted:
        own &= ~((run_starts >= begin) & (run_ends <= until))
    return Print(hashes, run_starts, run_ends, own)


def print_of(record: Contract) -> Print:
    """The fingerprint of a record's paragraphs."""
    return fingerprint(record["text"], paragraphs_of(record), quoted_in(record))


def paragraphs_of(record: Contract) -> tuple[Stretch, ...]:
    """The running text of a record."""
    return tuple((block["start"], block["end"]) for block in record["layout"] if block["kind"] == "paragraph")


def quoted_in(record: Contract) -> tuple[Stretch, ...]:
    """The direct speech of a record."""
    spans = (span for said in record["attributions"] if said["kind"] == "direct" for span in said["content"])
    return tuple((span["start"], span["end"]) for span in spans)


def sampled(hashes: Hashes) -> Hashes:
    """The part of some hashes that the index holds."""
    found: Hashes = hashes[hashes % np.uint64(SAMPLED) == 0]
    return found


def _pieces(text: str, paragraphs: Sequence[Stretch]) -> list[str]:
    """What stands between words, and words, in turn, from the first character on; the last is no word."""
    pieces = [""]
    at = 0
    for begin, until in paragraphs:
        between, *rest = _WORD.split(text[begin:until])
        pieces[-1] += text[at:begin] + between
        pieces += rest
        at = until
    return pieces


class _WordHashes(dict[str, int]):
    """The hash of each form of a word that was seen; the text's own case is the key, so that folding is done once."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _KNOWN:
            self.clear()
        found = int.from_bytes(hashlib.blake2b(word.casefold().encode(), digest_size=8).digest(), "little")
        self[word] = found
        return found


_hash_of = _WordHashes()


def _runs(words: Hashes) -> Hashes:
    """One hash for each run of `RUN` words (for all words together where there are fewer)."""
    if not len(words):
        return words
    width = min(RUN, len(words))
    found = np.zeros(len(words) - width + 1, dtype=np.uint64)
    for i in range(width):
        found = found * _BASE + words[i : i + len(found)]
    found ^= found >> np.uint64(31)  # a sum of products has poor low bits, and the sample is taken by them
    found *= np.uint64(0xBF58476D1CE4E5B9)
    found ^= found >> np.uint64(29)
    return found
