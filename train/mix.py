"""Which sentences one epoch is made of."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from pathlib import Path

from train.attribution import read_attributions
from train.augment import rename, vary
from train.items import Item, cut_words, join_hyphens, read_names, read_trees

LONGEST = 110  # words; longer training sentences are left out
ATTRIBUTION_WORDS = 160_000  # of PolNeAR in one epoch; the next epoch takes the next part
EWT_SENTENCES = 5_000
PLAIN_SHARE = 0.3  # of the PolNeAR sentences that hold no attribution
FIRST_RENAMED = 2  # the epoch, from 0, from which names are exchanged
JOINED_SHARE = 0.5  # of the English trees whose hyphens are joined


@dataclass(frozen=True)
class Corpora:
    """All training sentences by how an epoch takes them."""

    every_time: tuple[Item, ...]
    ewt: tuple[Item, ...]
    attribution: tuple[Item, ...]


def read_corpora(language: Path, polnear: Path) -> Corpora:
    """`language` is the unpacked language data (ud/, ner/), `polnear` the PolNeAR training file."""
    trees, names = language / "ud", language / "ner"
    english = [
        _with_names(item, table) for table in [_name_table(names)] for item in read_trees(trees / "en/train.conllu")
    ]
    ewt_count = _ewt_count(trees / "en/train.conllu")
    indonesian = list(read_trees(trees / "id/train.conllu"))
    csui = indonesian[_count(trees / "id/train-gsd2017raw.conllu") :]
    idner = list(read_names(names / "id/idner2k/train.tsv"))
    every = [
        *indonesian, *csui, *english[ewt_count:], *idner, *(cut_words(item) for item in idner),
        *read_names(names / "id/nergrit/train.tsv"),
        *read_names(names / "en/wikigold/train.tsv"),
        *read_names(names / "en/crossner-politics/train.tsv"),
        *read_names(names / "en/crossner-politics/dev.tsv"),
        *(replace(item, names=(), nominals=item.names) for item in read_names(names / "en/re3d/train.tsv")),
    ]  # fmt: skip
    ewt = [item for item in english[:ewt_count] if len(item.words) >= 4]
    chance = random.Random(7)
    spoken = [item for item in read_attributions(polnear)
              if any(tag != "O" for tag in item.roles) or chance.random() < PLAIN_SHARE]  # fmt: skip
    chance.shuffle(ewt)
    chance.shuffle(spoken)
    return Corpora(_short(every), _short(ewt), _short(spoken))


def epoch_items(corpora: Corpora, epoch: int, seed: int) -> list[Item]:
    """The sentences of one epoch in random order: a pure function of its arguments."""
    chance = random.Random(f"{seed}/{epoch}")
    items = list(corpora.every_time)
    start = epoch * EWT_SENTENCES
    items += [corpora.ewt[i % len(corpora.ewt)] for i in range(start, start + EWT_SENTENCES)]
    items += _attribution_part(corpora.attribution, epoch)
    items = [join_hyphens(item) if item.glued and chance.random() < JOINED_SHARE else item for item in items]
    if epoch >= FIRST_RENAMED:
        items = [rename(item, chance) for item in items]
    items = [vary(item, chance) for item in items]
    chance.shuffle(items)
    return items


def _attribution_part(items: tuple[Item, ...], epoch: int) -> list[Item]:
    part: list[Item] = []
    words, passed, at = 0, 0, 0
    while words < ATTRIBUTION_WORDS:
        item = items[at % len(items)]
        if passed >= epoch * ATTRIBUTION_WORDS:
            part.append(item)
            words += len(item.words)
        passed += len(item.words)
        at += 1
    return part


def _name_table(names: Path) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Names of the English trees, by their words: two corpora annotate the same sentences."""
    files = ("en/uner-ewt/train.tsv", "en/gum-news/train.tsv")
    return {item.words: item.names for file in files for item in read_names(names / file)}


def _with_names(item: Item, table: dict[tuple[str, ...], tuple[str, ...]]) -> Item:
    return replace(item, names=table.get(item.words, ()))


def _short(items: list[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if 1 < len(item.words) <= LONGEST)


def _count(path: Path) -> int:
    return sum(line.startswith("# sent_id") for line in path.open(encoding="utf-8"))


def _ewt_count(path: Path) -> int:
    return sum(line.startswith("# source = ewt") for line in path.open(encoding="utf-8"))
