"""`python -m train.card --scores scores.json`: write the card of the shipped model."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from train.likeness import SENTENCES
from train.source import SHA256

TREE_COLUMNS = ("UPOS", "UAS", "LAS", "LAS low", "LAS high", "LAS no punct", "raw sentences", "raw LAS")
NAME_COLUMNS = ("P", "R", "F1", "F1 low", "F1 high", "PER", "ORG", "LOC", "MEDIA", "GPE", "NORP", "EVENT", "WEAPON")
ROLE_COLUMNS = ("P", "R", "F1", "content", "cue", "source", "content_chars", "cue_chars", "source_chars")
MODEL = Path("src/sumber/parse/models/news-iden")
TEMPLATE = Path(__file__).with_name("card_template.md")


def main() -> None:
    """Fill the card from a score file."""
    parser = argparse.ArgumentParser(prog="python -m train.card", description=__doc__)
    parser.add_argument("--scores", type=Path, required=True, help="what evaluate.language --json kept")
    parser.add_argument("--model-dir", type=Path, default=MODEL)
    parser.add_argument("--likeness", type=Path, required=True, help="what train.likeness --sweep printed")
    options = parser.parse_args()
    kept = json.loads(options.scores.read_text(encoding="utf-8"))
    sweep = options.likeness.read_text(encoding="utf-8").strip()
    text = card(options.model_dir, kept["scores"], kept["date"], sweep)
    (options.model_dir / "CARD.md").write_text(text, encoding="utf-8")


def card(folder: Path, scores: dict[str, dict[str, Any]], date: str, sweep: str) -> str:
    """The card as Markdown."""
    shown = {name: row for name, row in scores.items() if ":" not in name}
    sums = json.loads((folder.parent / "models.json").read_text(encoding="utf-8"))[folder.name]
    return TEMPLATE.read_text(encoding="utf-8").format(
        source=SHA256,
        pieces=(folder / "pieces.tsv").read_bytes().count(b"\n"),
        steps=json.loads((folder / "labels.json").read_text(encoding="utf-8"))["steps"],
        date=date,
        trees=_table("trees", {name: row for name, row in shown.items() if "LAS" in row}, TREE_COLUMNS),
        names=_table("names", {name: row for name, row in shown.items() if "PER" in row}, NAME_COLUMNS),
        roles=_table("attribution", {name: row for name, row in shown.items() if "cue" in row}, ROLE_COLUMNS),
        sentences=SENTENCES,
        likeness=sweep,
        speed=scores["parse"]["tokens_per_cpu_s"],
        size=scores["artefact"]["MB"],
        sums="\n".join(f"- `{name}` {value}" for name, value in sorted(sums.items())),
    )


def _table(title: str, rows: dict[str, dict[str, Any]], columns: Sequence[str]) -> str:
    lines = [f"| {title} | " + " | ".join(columns) + " |", "| --- |" + " --- |" * len(columns)]
    lines += [
        f"| {name} | " + " | ".join(f"{row[key]:.2f}" if key in row else "" for key in columns) + " |"
        for name, row in rows.items()
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
