"""The test sets, and how to open them."""

from __future__ import annotations

import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from train.bracketed import read_bracketed
from train.items import COARSE, Item, read_names, read_trees
from train.sentences import HOME, is_held_out, read_own


@dataclass(frozen=True)
class Treebank:
    """A test treebank: where it lies below the unpacked data, its language, and scores published for UDPipe 2."""

    file: str
    lang: str
    published: dict[str, float]


#: UDPipe 2 on UD 2.12, gold tokens: the performance table of its models (https://ufal.mff.cuni.cz/udpipe/2/models).
TREEBANKS = {
    "id-gsd": Treebank("ud/id/test.conllu", "id", {"UPOS": 94.79, "UAS": 88.41, "LAS": 82.43}),
    "id-csui": Treebank("ud/id/test-csui.conllu", "id", {"UPOS": 96.34, "UAS": 87.26, "LAS": 82.71}),
    "id-pud": Treebank("ud/id/test-pud.conllu", "id", {}),
    "en-ewt": Treebank("ud/en/test.conllu", "en", {"UPOS": 97.50, "UAS": 93.03, "LAS": 91.04}),
    "en-gum": Treebank("ud/en/test-gum.conllu", "en", {}),
    "en-pud": Treebank("ud/en/test-pud.conllu", "en", {}),
}
#: Name corpora with the labels they have; those of re3d are descriptions as often as names.
NAMES = {
    "idner2k": ("ner/id/idner2k/test.tsv", "id"),
    "nergrit": ("ner/id/nergrit/test.tsv", "id"),
    "uner-ewt": ("ner/en/uner-ewt/test.tsv", "en"),
    "crossner-politics": ("ner/en/crossner-politics/test.tsv", "en"),
    "wikigold": ("ner/en/wikigold/test.tsv", "en"),
    "re3d": ("ner/en/re3d/test.tsv", "en"),
}
ATTRIBUTION = "attribution/polnear_dev.jsonl.gz"


def read_treebank(folder: Path, bank: Treebank) -> list[Item]:
    """Sentences with surface tokens."""
    return list(read_trees(folder / bank.file))


def read_name_set(folder: Path, file: str) -> list[Item]:
    """Sentences with PER, ORG and LOC; a country is a LOC."""
    return list(read_names(folder / file, COARSE, "O"))


def read_held_out() -> dict[str, list[Item]]:
    """The tenth of our own sentences that is never trained on, by language: trees, and names of all kinds."""
    return {
        lang: [item for path in sorted(HOME.glob(f"{lang}-*.conllu")) for item in read_own(path) if is_held_out(item)]
        for lang in ("id", "en")
    }


def read_held_names() -> dict[str, list[Item]]:
    """The same of our sentences with names in brackets, rich in events and weapons."""
    return {
        lang: [item for item in read_bracketed(HOME / f"names-{lang}.txt") if is_held_out(item)]
        for lang in ("id", "en")
    }


@contextmanager
def unpacked(data: Path) -> Iterator[Path]:
    """The folder with ``ud/`` and ``ner/``: `data` itself, or its archive unpacked for the while."""
    if (data / "ud").is_dir():
        yield data
        return
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(data / "language/ud-ner-pos.tar.xz") as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder)
