"""A training sentence, and readers of the corpora it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sumber.parse.tokens import find_tokens

NOMINAL_LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
ROLE_LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
UPOS = (
    *("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM"),
    *("PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"),
)
#: Labels of the name corpora, and the tags of `train.tags` they become; what is not here is no name.
FINE = {
    "PER": "PER",
    "ORG": "ORG~",
    "LOC": "LOC~",
    "GPE": "GPE",
    "NORP": "NORP",
    "EVENT": "EVENT",
    "WEAPON": "WEAPON",
    "MISC": "MISC~",
}
LOWER_CASED = {"PER": "PER", "LOC": "LOC~", "EVENT": "EVENT", "IND": "IND~"}
COARSE = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC"}


@dataclass(frozen=True)
class Item:
    """One sentence. Empty label tuples mean: not annotated. Heads count from 1, 0 is the root."""

    words: tuple[str, ...]
    pos: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()  # -1 where it is not known
    deps: tuple[str, ...] = ()  # empty where it is not known
    old_pos: tuple[str, ...] = ()  # after the guideline of 2017, as are the next two; not taught, but evidence
    old_heads: tuple[int, ...] = ()
    old_deps: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # tags of `train.tags`
    nominals: tuple[str, ...] = ()  # re3d, whose guideline marks descriptions as well as names
    roles: tuple[str, ...] = ()
    glued: tuple[bool, ...] = ()  # UD only: no blank before this word


def repair_bio(tags: Sequence[str]) -> tuple[str, ...]:
    """Every span begins with B-."""
    repaired: list[str] = []
    before = "O"
    for tag in tags:
        if tag.startswith("I-") and before[2:] != tag[2:]:
            tag = "B-" + tag[2:]
        repaired.append(tag)
        before = tag
    return tuple(repaired)


def read_trees(path: Path) -> Iterator[Item]:
    """Sentences of a CoNLL-U file with surface tokens."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and not line.startswith("#")]
        rows = [row for row in rows if row[0].isdigit()]
        if rows:
            yield Item(
                words=tuple(row[1] for row in rows),
                pos=tuple(row[3] for row in rows),
                heads=tuple(int(row[6]) for row in rows),
                deps=tuple("root" if row[6] == "0" else row[7] for row in rows),
                glued=(False, *("SpaceAfter=No" in row[9] for row in rows[:-1])),
            )


def read_names(path: Path, labels: Mapping[str, str], unmarked: str = "O~") -> Iterator[Item]:
    """Sentences of a name corpus (token, label, original label): `labels` maps what is kept, `unmarked` is the rest."""
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# token"):
            continue
        if line.strip():
            word, tag = line.split("\t")[:2]
            words.append(word)
            kind = labels.get(tag[2:])
            tags.append(tag[:2] + kind if kind else unmarked)
        elif words:
            yield Item(words=tuple(words), names=repair_bio(tags))
            words, tags = [], []


def cut_words(item: Item) -> Item:
    """A name sentence with its words cut as the product cuts them: "(SBY)" is three tokens, its brackets no name."""
    words: list[str] = []
    tags: list[str] = []
    for word, tag in zip(item.words, item.names, strict=True):
        begun = False
        for start, end in find_tokens(word):
            part = word[start:end]
            named = tag[1:2] == "-" and any(sign.isalnum() for sign in part)
            words.append(part)
            tags.append(("I-" if begun else tag[:2]) + tag[2:] if named else tag if tag[1:2] != "-" else "O")
            begun = begun or named
    return Item(words=tuple(words), names=repair_bio(tags))


def join_hyphens(item: Item) -> Item:
    """Make hyphenated words one, as the tokeniser of the product has them; UD English splits them."""
    joined = {i for i in range(1, len(item.words) - 1) if _is_hyphen(item, i)}
    groups: list[list[int]] = []
    for i in range(len(item.words)):
        if groups and (i in joined or i - 1 in joined):
            groups[-1].append(i)
        else:
            groups.append([i])
    if len(groups) == len(item.words):
        return item
    group_of = {i: g for g, group in enumerate(groups) for i in group}
    tops = [next((i for i in group if item.heads[i] == 0 or group_of[item.heads[i] - 1] != g), group[-1])
            for g, group in enumerate(groups)]  # fmt: skip
    return replace(
        item,
        words=tuple("".join(item.words[i] for i in group) for group in groups),
        pos=tuple(item.pos[i] for i in tops),
        heads=tuple(0 if item.heads[i] == 0 else group_of[item.heads[i] - 1] + 1 for i in tops),
        deps=tuple(item.deps[i] for i in tops),
        names=repair_bio([item.names[group[0]] for group in groups]) if item.names else (),
        glued=tuple(item.glued[group[0]] for group in groups),
    )


def _is_hyphen(item: Item, i: int) -> bool:
    before, after = item.words[i - 1], item.words[i + 1]
    letters = before[-1].isalnum() and after[0].isalnum() and not (before.isdigit() and after.isdigit())
    return item.words[i] == "-" and item.glued[i] and item.glued[i + 1] and letters
