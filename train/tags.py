"""Tags of names: what the model tells apart, and what a corpus with a coarser guideline leaves open.

The model knows eight kinds. A corpus that has one label for all places says `LOC~`, which allows GPE and LOC; `O~` on a
word allows no name and the kinds that most corpora do not mark. The loss asks for the sum of what a tag allows
(partial labels: Jin and Ghahramani 2002, NeurIPS 15).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from sumber.codebook import entries
from sumber.layout.media import find_medium, has_name_word
from sumber.parse.spans import find_spans
from sumber.where.gazetteer import spots

KINDS = ("PER", "ORG", "MEDIA", "GPE", "LOC", "NORP", "EVENT", "WEAPON")
NAME_LABELS = ("O", *(f"{edge}-{kind}" for kind in KINDS for edge in "BI"))
#: What a coarse label allows; `O~` and `O?` also allow no name.
OPEN = {
    "ORG~": ("ORG", "MEDIA"),
    "LOC~": ("GPE", "LOC"),
    "MISC~": ("NORP", "EVENT", "WEAPON"),
    "IND~": ("ORG", "MEDIA", "WEAPON", "EVENT"),
}
RARE = ("NORP", "EVENT", "WEAPON")  # kinds that most corpora leave unmarked
UNMARKED = {"O~": RARE, "O?": ("ORG", "MEDIA", *RARE), "*": KINDS}
GOVERNED = ("P", "1", "2", "C", "capital")  # kinds of the gazetteer that have a government
TAGS = (*NAME_LABELS, *(f"{edge}-{label}" for label in OPEN for edge in "BI"), *UNMARKED)


def allowed() -> NDArray[np.bool_]:
    """(tags, labels): which labels of the model a tag allows."""
    table = np.zeros((len(TAGS), len(NAME_LABELS)), np.bool_)
    for row, tag in enumerate(TAGS):
        if tag in UNMARKED:
            labels = ["O", *(f"{edge}-{kind}" for kind in UNMARKED[tag] for edge in "BI")]
        elif tag[2:] in OPEN:
            labels = [f"{tag[0]}-{kind}" for kind in OPEN[tag[2:]]] + (["O"] if tag[2:] in ("MISC~", "IND~") else [])
        else:
            labels = [tag]
        table[row, [NAME_LABELS.index(label) for label in labels]] = True
    return table


def sharpen(words: Sequence[str], tags: Sequence[str], lang: str) -> tuple[str, ...]:
    """Tags with open labels decided where the codebook knows the name, and nationalities and faiths marked."""
    sharp = list(tags)
    for first, last, label in find_spans(tags):
        kind = _kind(" ".join(words[first:last]), label, lang)
        sharp[first:last] = [f"{tag[:2]}{kind}" for tag in tags[first:last]]
    peoples, longest = _peoples(lang)
    at = 0
    while at < len(words):
        sizes = range(min(longest, len(words) - at), 0, -1)
        size = next((n for n in sizes if tuple(words[at : at + n]) in peoples), 0)
        if size and all(tag in UNMARKED for tag in sharp[at : at + size]):
            sharp[at : at + size] = ["B-NORP", *["I-NORP"] * (size - 1)]
        at += max(1, size)
    return tuple(_closed(word, tag) for word, tag in zip(words, sharp, strict=True))


def _closed(word: str, tag: str) -> str:
    """A word without a capital or figure is part of no unmarked name."""
    return "O" if tag == "O~" and not any(sign.isupper() or sign.isdigit() for sign in word) else tag


@cache
def _kind(name: str, label: str, lang: str) -> str:
    if label == "ORG~":
        if find_medium(name):
            return "MEDIA"
        return label if has_name_word(name) else "ORG"
    if label == "LOC~":
        if name.split()[0].lower() in _listed("terrain"):
            return "LOC"
        if name in _lands():
            return "GPE"
        found = spots(name, lang)
        return "GPE" if found and found[0].kind in GOVERNED else label
    return label


@cache
def _listed(key: str) -> frozenset[str]:
    table = yaml.safe_load(Path(__file__).with_name("names.yaml").read_text(encoding="utf-8"))
    return frozenset(table[key])


@cache
def _lands() -> frozenset[str]:
    lands: set[str] = set()
    for land in entries("actors", "countries.yaml"):
        for lang in ("id", "en"):
            for key in (land, land.get("capital") or {}):
                held = key.get(lang) or []
                lands.update(str(name) for name in (held.get("names", []) if isinstance(held, dict) else held))
    return frozenset(lands)


@cache
def _peoples(lang: str) -> tuple[frozenset[tuple[str, ...]], int]:
    peoples = {tuple(name.split()) for name in _listed(f"peoples_{lang}")}
    if lang == "en":
        for land in entries("actors", "countries.yaml"):
            for name in (*land["en"].get("adjectives", []), *land["en"].get("demonyms", [])):
                peoples.add(tuple(str(next(iter(name)) if isinstance(name, dict) else name).split()))
    peoples = {name for name in peoples if len(name) <= 3}
    return frozenset(peoples), max(map(len, peoples))
