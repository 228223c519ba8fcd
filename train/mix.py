"""Which sentences one epoch is made of."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from train.attribution import read_attributions
from train.augment import rename, vary
from train.bracketed import read_bracketed
from train.items import COARSE, FINE, LOWER_CASED, Item, cut_words, join_hyphens, read_names, read_trees
from train.repair import Pair, align
from train.sentences import HOME, is_held_out, read_own
from train.tags import sharpen

LONGEST = 110  # words; longer training sentences are left out
ATTRIBUTION_WORDS = 200_000  # of PolNeAR in one epoch; the next epoch takes the next part
EWT_SENTENCES = 6_500  # likewise
NERP_SENTENCES = 1_200  # likewise
OWN_TIMES = 3  # a sentence of ours in one epoch
TODAY_TIMES = 3  # a sentence of the two Indonesian treebanks annotated by today's guideline
PLAIN_SHARE = 0.3  # of the PolNeAR sentences that hold no attribution
FIRST_RENAMED = 2  # the epoch, from 0, from which names are exchanged
JOINED_SHARE = 0.5  # of the English trees whose hyphens are joined


@dataclass(frozen=True)
class Corpora:
    """All training sentences by how an epoch takes them. `old_trees` carry the guideline of 2017 (`train.repair`);
    `pairs` are sentences with both guidelines; `held_out` and `held_pairs` (empty unless settings are
    being chosen) are never trained on."""

    every_time: tuple[Item, ...]
    ewt: tuple[Item, ...]
    nerp: tuple[Item, ...]
    attribution: tuple[Item, ...]
    old_trees: tuple[Item, ...]
    pairs: tuple[Pair, ...]
    held_out: tuple[Item, ...]
    held_pairs: tuple[Pair, ...]

    def all_items(self) -> Iterable[Item]:
        """Every sentence once."""
        return (*self.every_time, *self.ewt, *self.nerp, *self.attribution, *self.old_trees)


def read_corpora(
    language: Path, polnear: Path, without: frozenset[str] = frozenset(), everything: bool = False
) -> Corpora:
    """`language` is the unpacked language data (ud/, ner/), `polnear` the PolNeAR training file; `without` names
    corpora to leave out (``crossner``, ``gum``, ``polnear``, ``own``). A fifth of the sentences with both Indonesian
    guidelines is held out to choose settings by; with `everything`, as for the shipped model, they teach too, and so do
    our sentences with names in brackets."""
    trees, names = language / "ud", language / "ner"
    indonesian = list(read_trees(trees / "id/train.conllu"))
    csui = indonesian[_count(trees / "id/train-gsd2017raw.conllu") :]
    today, held_out = _split(read_trees(trees / "id/dev.conllu"), everything)
    old = [
        _as_old(join_hyphens(raw), join_hyphens(replace(raw, pos=relabelled.pos)).pos)
        for raw, relabelled in zip(read_trees(trees / "id/train-gsd2017raw.conllu"), indonesian, strict=False)
    ]
    old_dev = [join_hyphens(item) for item in read_trees(trees / "id/parts/gsd2017-dev.conllu")]
    english = _english(trees, names)
    ewt_count = _ewt_count(trees / "en/train.conllu")
    own = [item for path in sorted(HOME.glob("*.conllu")) for item in read_own(path) if not is_held_out(item)]
    if everything:
        own += [item for path in sorted(HOME.glob("*.txt")) for item in read_bracketed(path) if not is_held_out(item)]
    every = [
        *TODAY_TIMES * csui,
        *TODAY_TIMES * today,
        *([] if "gum" in without else english[ewt_count:]),
        *([] if "own" in without else OWN_TIMES * own),
        *_name_items(names, without),
    ]
    chance = random.Random(7)
    spoken = [] if "polnear" in without else [
        item for item in read_attributions(polnear)
        if any(tag != "O" for tag in item.roles) or chance.random() < PLAIN_SHARE
    ]  # fmt: skip
    ewt = [item for item in english[:ewt_count] if len(item.words) >= 4]
    nerp = [_sharp(item, "id") for item in read_names(names / "id/nerp/train.tsv", LOWER_CASED, "O?")]
    for part in (ewt, spoken, nerp):
        chance.shuffle(part)
    parts = (_short(part) for part in (every, ewt, nerp, spoken, old))
    return Corpora(*parts, tuple(align(today, old_dev)), _short(held_out), tuple(align(held_out, old_dev)))


def _english(trees: Path, names: Path) -> list[Item]:
    table = {
        item.words: item.names
        for file in ("en/uner-ewt/train.tsv", "en/gum-news/train.tsv")
        for item in read_names(names / file, FINE)
    }
    return [
        _sharp(replace(item, names=table[item.words]), "en") if item.words in table else item
        for item in read_trees(trees / "en/train.conllu")
    ]


def _name_items(names: Path, without: frozenset[str]) -> list[Item]:
    idner = list(read_names(names / "id/idner2k/train.tsv", FINE))
    indonesian = [*idner, *(cut_words(item) for item in idner), *read_names(names / "id/nergrit/train.tsv", FINE)]
    files = ["en/wikigold/train.tsv"]
    if "crossner" not in without:
        files += ["en/crossner-politics/train.tsv", "en/crossner-politics/dev.tsv"]
    english = [item for file in files for item in read_names(names / file, FINE)]
    nominals = [
        replace(rare, nominals=described.names)
        for described, rare in zip(
            read_names(names / "en/re3d/train.tsv", COARSE, "O"),
            read_names(names / "en/re3d/train.tsv", {"NORP": "NORP"}, "*"),
            strict=True,
        )
    ]
    return [
        *(_sharp(item, "id") for item in indonesian),
        *(_sharp(item, "en") for item in english),
        *nominals,
    ]


def epoch_items(corpora: Corpora, epoch: int, seed: int, repaired: tuple[Item, ...] | None) -> list[Item]:
    """The sentences of one epoch in random order: a pure function of its arguments. `repaired` takes the place of the
    old trees once it is there."""
    chance = random.Random(f"{seed}/{epoch}")
    items = [*corpora.every_time, *(corpora.old_trees if repaired is None else repaired)]
    items += _turn(corpora.ewt, epoch, EWT_SENTENCES)
    items += _turn(corpora.nerp, epoch, NERP_SENTENCES)
    items += _attribution_part(corpora.attribution, epoch)
    items = [
        join_hyphens(item) if item.glued and not item.old_heads and chance.random() < JOINED_SHARE else item
        for item in items
    ]
    if epoch >= FIRST_RENAMED:
        items = [rename(item, chance) for item in items]
    items = [vary(item, chance) for item in items]
    chance.shuffle(items)
    return items


def _turn(items: tuple[Item, ...], epoch: int, size: int) -> list[Item]:
    return [items[i % len(items)] for i in range(epoch * size, (epoch + 1) * size)] if items else []


def _attribution_part(items: tuple[Item, ...], epoch: int) -> list[Item]:
    part: list[Item] = []
    words, passed, at = 0, 0, 0
    while items and words < ATTRIBUTION_WORDS:
        item = items[at % len(items)]
        if passed >= epoch * ATTRIBUTION_WORDS:
            part.append(item)
            words += len(item.words)
        passed += len(item.words)
        at += 1
    return part


def _split(items: Iterable[Item], everything: bool) -> tuple[list[Item], list[Item]]:
    """Four fifths to train on, one to tune by; or all to train on."""
    listed = list(items)
    if everything:
        return listed, []
    return [item for i, item in enumerate(listed) if i % 5 != 4], listed[4::5]


def _as_old(item: Item, pos: tuple[str, ...]) -> Item:
    """A sentence of 2017 with today's tags."""
    return replace(item, pos=pos, heads=(), deps=(), old_pos=item.pos, old_heads=item.heads, old_deps=item.deps)


def _sharp(item: Item, lang: str) -> Item:
    return replace(item, names=sharpen(item.words, item.names, lang))


def _short(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if 1 < len(item.words) <= LONGEST)


def _count(path: Path) -> int:
    return sum(line.startswith("# sent_id") for line in path.open(encoding="utf-8"))


def _ewt_count(path: Path) -> int:
    return sum(line.startswith("# source = ewt") for line in path.open(encoding="utf-8"))
