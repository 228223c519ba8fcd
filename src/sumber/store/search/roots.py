"""The roots that a word may be built from: what words must share to find each other.

English: Porter's stem, of an irregular form also that of its base (met: meet). Indonesian: affixes are cut as
``codebook/id/stems.yaml`` says. A prefix that swallows a letter leaves several readings (mengirim: irim, kirim), and no
list of all roots is at hand; so every reading is given, and the words that the store holds show which root there is
(`sumber.store.search.vocabulary`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sumber.codebook import entries
from sumber.store.search.porter import porter

_SHORTEST = 4  # letters of a root that is not in the list of short ones
LANGUAGES = ("id", "en")


@dataclass(frozen=True, slots=True)
class _Prefix:
    cut: str
    before: str
    put: tuple[str, ...]
    is_lossy: bool
    suffixes: tuple[str, ...]


def roots(word: str, lang: str) -> dict[str, bool]:
    """Root → whether the word by itself shows that there is such a root. ``word`` is in small letters."""
    if lang == "en":
        return dict.fromkeys((porter(word), *(porter(base) for base in _bases().get(word, ()))), True)
    if lang == "id" and word.isascii() and word.isalpha():
        return dict(_indonesian(word))
    return {word: True}


def _indonesian(word: str) -> Iterator[tuple[str, bool]]:
    """Later readings of one root must not undo that an earlier one was sure: sure ones come last."""
    table = _table()
    found: dict[str, bool] = {}
    for form in dict.fromkeys((word, _without_clitic(word))):
        found.setdefault(form, True)
        if form in table["irregular"]:
            found[table["irregular"][form]] = True
        elif form not in table["keep"]:
            for root, sure in _readings(form):
                found[root] = found.get(root, False) or sure
    yield from found.items()


def _readings(form: str) -> Iterator[tuple[str, bool]]:
    yield from ((root, True) for root in _ends(form, tuple(_table()["alone"])) if root != form)
    for prefix in _prefixes():
        rest = form.removeprefix(prefix.cut)
        if rest == form or not rest or (prefix.before and rest[0] not in prefix.before):
            continue
        for letter in prefix.put:
            yield from ((root, not prefix.is_lossy) for root in _ends(letter + rest, prefix.suffixes))


def _ends(stem: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    """The stem, and what is left of it without a suffix, where that can be a root."""
    for root in (stem, *(stem.removesuffix(suffix) for suffix in suffixes)):
        if len(root) >= _SHORTEST or root in _table()["short"]:
            yield root


def _without_clitic(word: str) -> str:
    table = entries("id", "clitics.yaml")
    if word not in _kept_whole():
        for clitic in table["clitics"]:
            stem = word.removesuffix(clitic)
            if stem != word and len(stem) >= _SHORTEST - 1:
                return stem
    return word


@cache
def _kept_whole() -> frozenset[str]:
    return frozenset(map(str, entries("id", "clitics.yaml")["keep"]))


@cache
def _table() -> dict[str, Any]:
    raw = entries("id", "stems.yaml")
    return {**raw, "keep": frozenset(map(str, raw["keep"])), "short": frozenset(map(str, raw["short"]))}


@cache
def _prefixes() -> tuple[_Prefix, ...]:
    return tuple(
        _Prefix(
            cut=entry["cut"],
            before=entry.get("before", ""),
            put=tuple(entry.get("put", ("",))),
            is_lossy=bool(entry.get("lossy")),
            suffixes=tuple(entry["suffixes"]),
        )
        for entry in _table()["prefixes"]
    )


@cache
def _bases() -> dict[str, tuple[str, ...]]:
    """Irregular English form → the words that it may be a form of."""
    raw = entries("en", "irregular.yaml")
    found: dict[str, list[str]] = {}
    for base, forms in raw["verbs"].items():
        for form in forms:
            found.setdefault(str(form), []).append(str(base))
    for form, base in raw["nouns"].items():
        found.setdefault(str(form), []).append(str(base))
    return {form: tuple(bases) for form, bases in found.items()}
