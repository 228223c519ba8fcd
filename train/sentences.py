"""Sentences of our own, annotated row by row: drafted by the present model, mended, checked by rule.

    python -m train.sentences draft PLAIN.txt > train/sentences/id-1.conllu    one sentence a line
    python -m train.sentences check train/sentences/*.conllu                   what breaks the guideline

CoNLL-U with surface tokens as the product cuts them; MISC holds `Name=B-PER` (BIO) and `SpaceAfter=No`.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

from sumber.parse.encoder import Encoder
from sumber.parse.tokens import find_tokens
from train.items import UPOS, Item
from train.tags import KINDS

HOME = Path(__file__).with_name("sentences")
Row = list[str]


def main() -> int:
    """Command line; see the module's text."""
    parser = argparse.ArgumentParser(
        prog="python -m train.sentences", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("verb", choices=("draft", "check"))
    parser.add_argument("files", type=Path, nargs="+")
    options = parser.parse_args()
    if options.verb == "draft":
        for path in options.files:
            lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
            print(draft(lines, path.stem))
        return 0
    faults = [f"{path.name}: {fault}" for path in options.files for fault in find_faults(path)]
    print("\n".join([*faults, f"{len(faults)} faults"]))
    return 1 if faults else 0


def draft(lines: list[str], name: str) -> str:
    """The sentences as CoNLL-U with the reading of the shipped model."""
    encoder, blocks = Encoder.load(), []
    for number, line in enumerate(lines, 1):
        tokens = find_tokens(line)
        (reading,) = encoder.encode([[line[start:end] for start, end in tokens]])
        rows = [f"# sent_id = {name}-{number}", f"# text = {line}"]
        for i, (start, end) in enumerate(tokens):
            misc = [] if reading.names[i] == "O" else [f"Name={reading.names[i]}"]
            if end < len(line) and not line[end].isspace():
                misc.append("SpaceAfter=No")
            word = [str(i + 1), line[start:end], "_", reading.pos[i], "_", "_", str(reading.heads[i]), reading.deps[i]]
            rows.append("\t".join([*word, "_", "|".join(misc) or "_"]))
        blocks.append("\n".join(rows) + "\n")
    return "\n".join(blocks)


def read_blocks(path: Path) -> Iterator[tuple[str, str, list[Row]]]:
    """(sent_id, text, rows of ten columns) of each sentence."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.split("\n") if line]
        about = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        if rows:
            yield about.get("sent_id", "?"), about.get("text", ""), rows


def name_of(row: Row) -> str:
    """The BIO tag of a row."""
    return next((part[5:] for part in row[9].split("|") if part.startswith("Name=")), "O")


def read_own(path: Path) -> Iterator[Item]:
    """The sentences of a file for training."""
    for _, _, rows in read_blocks(path):
        yield Item(
            words=tuple(row[1] for row in rows),
            pos=tuple(row[3] for row in rows),
            heads=tuple(int(row[6]) for row in rows),
            deps=tuple(row[7] for row in rows),
            names=tuple(name_of(row) for row in rows),
        )


def is_held_out(item: Item) -> bool:
    """A tenth of the sentences, by their words, is never trained on."""
    return zlib.crc32(" ".join(item.words).encode()) % 10 == 0


def find_faults(path: Path) -> Iterator[str]:
    """What breaks the format or the guideline, a line each; empty where all is well."""
    seen: set[str] = set()
    for identity, text, rows in read_blocks(path):
        if identity in seen:
            yield f"{identity}: stands twice"
        seen.add(identity)
        if any(len(row) != 10 for row in rows):
            yield f"{identity}: a row has not ten columns"
            continue
        if [row[1] for row in rows] != [text[start:end] for start, end in find_tokens(text)]:
            yield f"{identity}: the words are not the tokens of its text"
        yield from (f"{identity}: {fault}" for fault in (*_tree_faults(rows), *_label_faults(rows)))


def _tree_faults(rows: list[Row]) -> Iterator[str]:
    heads = [int(row[6]) if row[6].isdigit() else -1 for row in rows]
    if any(not 0 <= head <= len(rows) for head in heads):
        yield "a head is outside the sentence"
        return
    if heads.count(0) != 1:
        yield f"{heads.count(0)} roots"
    for i, head in enumerate(heads):
        steps, at = 0, head
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            yield f"word {i + 1} stands in a cycle"
            return
    for i, head in enumerate(heads):
        upper = rows[head - 1] if head else None
        if upper is not None and upper[7] in ("punct", "case", "det") and rows[i][7] not in ("fixed", "conj", "punct"):
            yield f"word {i + 1} ({rows[i][1]}, {rows[i][7]}) hangs on a {upper[7]} (word {head})"


def _label_faults(rows: list[Row]) -> Iterator[str]:
    before = "O"
    for row in rows:
        where = f"word {row[0]} ({row[1]})"
        if row[3] not in UPOS:
            yield f"{where}: unknown tag {row[3]}"
        if (row[6] == "0") != (row[7] == "root"):
            yield f"{where}: root and head 0 go together"
        if (row[3] == "PUNCT") != (row[7] == "punct"):
            yield f"{where}: PUNCT and punct go together"
        name = name_of(row)
        if name != "O" and (name[:2] not in ("B-", "I-") or name[2:] not in KINDS):
            yield f"{where}: unknown name {name}"
        if name.startswith("I-") and before[2:] != name[2:]:
            yield f"{where}: {name} after {before}"
        before = name


if __name__ == "__main__":
    sys.exit(main())
