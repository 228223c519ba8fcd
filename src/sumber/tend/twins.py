"""Triggers that stand twice: two rules of one name, and two entries that fire on the same words alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sumber.what.schema import FORMS, items

_GUARDS = ("particle", "object", "not_object", "subject", "needs", "needs_actor")


@dataclass(frozen=True, slots=True)
class Entry:
    """A trigger as its file has it. ``file`` is the file's name for a person, ``name`` that within the codebook."""

    file: str
    name: str
    entry: dict[str, Any]

    @property
    def rule(self) -> str:
        """The name of its rule."""
        return str(self.entry["rule"])

    @property
    def lang(self) -> str:
        """The language whose folder it stands in."""
        return self.name.partition("/")[0]


def find_twins(entries: Sequence[Entry]) -> Iterator[tuple[Entry, str]]:
    """The later of two entries that stand twice, and what to do."""
    rules: dict[tuple[str, str], Entry] = {}
    forms: dict[tuple[object, ...], Entry] = {}
    for entry in entries:
        first = rules.setdefault((entry.name, entry.rule), entry)
        if first is not entry:
            yield entry, f"there are two rules {entry.rule}, the other in {first.file}: give it another name"
            continue
        for word, key in _keys(entry):
            other = forms.setdefault(key, entry)
            if other is not entry:
                yield (
                    entry,
                    (
                        f"{word} stands with equal guards in {other.file}: {other.rule}, so that one of the two never"
                        " fires: add an object, not_object, subject, needs or needs_actor, or leave the word out"
                    ),
                )


def _keys(entry: Entry) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Each form with all that decides whether it fires."""
    guards = tuple(frozenset(str(word).lower() for word in items(entry.entry.get(guard))) for guard in _GUARDS)
    for kind in FORMS:
        for word in dict.fromkeys(word.lower() for word in items(entry.entry.get(kind))):
            yield word, (entry.lang, kind, word, guards)
