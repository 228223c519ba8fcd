"""What a newcomer shares with documents that are in the corpus: runs of words, or the anchors of a translation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sumber.merge.documents.copies import SHARE, Copy, compare_in_order, turned
from sumber.merge.documents.known import kept_print
from sumber.merge.documents.likeness import LANGUAGE_FREE, Features
from sumber.merge.documents.lineage import Source
from sumber.merge.documents.prints import Contract, Print
from sumber.merge.documents.translations import DAYS, TELLING, Anchor, anchors, is_translation
from sumber.store import DocumentTables

SUBJECTS = 16  # of the words, and as many of the names, by which the tellings of one affair are looked up


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A document on its way in."""

    key: str
    record: Contract
    prints: Print
    about: Features
    source: Source


def find_copies(tables: DocumentTables, new: Newcomer, hashes: Sequence[int]) -> dict[str, Copy]:
    """Copies by shared runs of words, in each the newcomer is a. Documents whose prints are in the index are found
    whether or not they were entered themselves."""
    found: dict[str, Copy] = {}
    for other in tables.sharing_prints(new.key, hashes, SHARE):
        copy = compare_in_order(new.key, new.prints, other, kept_print(tables, other))
        if copy is not None:
            found[other] = copy
    return found


def find_translations(tables: DocumentTables, new: Newcomer) -> dict[str, Copy]:
    """Translations among the documents of the days around, in each the newcomer is a."""
    if new.source.published is None:
        return {}
    free = [name for name in subjects(new.about) if name[:2] in LANGUAGE_FREE]
    first, last = days_around(new.source.published, DAYS)
    near = tables.profiles(tables.sharing_subjects(new.key, free, first, last, TELLING))
    found: dict[str, Copy] = {}
    ours = anchors(new.record)
    for other, profile in near.items():
        if profile["lang"] != new.record["lang"]:
            theirs = anchors(tables.record(other))
            copy = _translated(ours, theirs) if new.key < other else _translated(theirs, ours)
            if copy is not None:
                found[other] = copy if new.key < other else turned(copy)
    return found


def _translated(a: Sequence[Anchor], b: Sequence[Anchor]) -> Copy | None:
    pairs = is_translation(a, b)
    return Copy("translation", len(pairs) / len(a), len(pairs) / len(b), pairs) if pairs else None


def subjects(about: Features) -> list[str]:
    """The heaviest words and the heaviest names, by which documents are looked up."""
    ordered = sorted(about, key=lambda name: (-about[name], name))
    free = [name for name in ordered if name[:2] in LANGUAGE_FREE][:SUBJECTS]
    return free + [name for name in ordered if name[:2] not in LANGUAGE_FREE][:SUBJECTS]


def days_around(published: str, days: int) -> tuple[str, str]:
    """The first and last ISO day of so many before and after one."""
    middle = date.fromisoformat(published)
    return (middle - timedelta(days)).isoformat(), (middle + timedelta(days)).isoformat()
