"""Fingerprints and copies between the store and the records of this room."""

from __future__ import annotations

from functools import lru_cache

from sumber.merge.documents.copies import Copy, turned
from sumber.merge.documents.prints import Print, fingerprint, paragraphs_of, quoted_in, sampled
from sumber.store import DocumentTables, as_json

CLOSE_BY = 4_000  # fingerprints that are kept, some 12 kB each


def kept_print(tables: DocumentTables, key: str) -> Print:
    """The fingerprint of a document that is kept."""
    record = tables.record(key)
    return _print_of(record["text"], paragraphs_of(record), quoted_in(record))


@lru_cache(maxsize=CLOSE_BY)
def _print_of(text: str, paragraphs: tuple[tuple[int, int], ...], quoted: tuple[tuple[int, int], ...]) -> Print:
    return fingerprint(text, paragraphs, quoted)


def index_hashes(prints: Print) -> list[int]:
    """What the index in the store holds of a fingerprint, as the signed numbers that SQLite knows."""
    hashes: list[int] = sampled(prints.distinct()).view("int64").tolist()
    return hashes


def copy_row(key: str, other: str, copy: Copy) -> dict[str, object]:
    """A copy, in which ``key`` is a, as the store keeps it."""
    if other < key:
        key, other, copy = other, key, turned(copy)
    spans = as_json(copy.spans)
    return {"a": key, "b": other, "kind": copy.kind, "in_a": copy.in_a, "in_b": copy.in_b, "spans": spans}


def copies_of(tables: DocumentTables, key: str) -> dict[str, Copy]:
    """The copies of a document that the store has, by the other's key; in each the document is a."""
    found: dict[str, Copy] = {}
    for row in tables.copies([key]):
        spans = tuple((tuple(here), tuple(there)) for here, there in row["spans"])
        copy = Copy(row["kind"], row["in_a"], row["in_b"], spans)
        found[row["b"] if row["a"] == key else row["a"]] = copy if row["a"] == key else turned(copy)
    return found
