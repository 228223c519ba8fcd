"""`python -m train.card --scores scores.json --date YYYY-MM-DD`: write the card of the shipped model."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from train.source import SHA256

MODEL = Path("src/sumber/parse/models/news-iden")
TEMPLATE = Path(__file__).with_name("card_template.md")


def main() -> None:
    """Fill the card from a score file."""
    parser = argparse.ArgumentParser(prog="python -m train.card", description=__doc__)
    parser.add_argument("--scores", type=Path, required=True, help="what evaluate.language --json printed")
    parser.add_argument("--date", required=True)
    parser.add_argument("--model-dir", type=Path, default=MODEL)
    options = parser.parse_args()
    scores = json.loads(options.scores.read_text(encoding="utf-8"))
    text = card(options.model_dir, scores, options.date)
    (options.model_dir / "CARD.md").write_text(text, encoding="utf-8")


def card(folder: Path, scores: dict[str, dict[str, Any]], date: str) -> str:
    """The card as Markdown."""
    speeds = [row["words_per_cpu_s"] for row in scores.values()]
    sums = json.loads((folder.parent / "models.json").read_text(encoding="utf-8"))[folder.name]
    return TEMPLATE.read_text(encoding="utf-8").format(
        source=SHA256,
        pieces=(folder / "pieces.tsv").read_bytes().count(b"\n"),
        steps=json.loads((folder / "labels.json").read_text(encoding="utf-8"))["steps"],
        date=date,
        trees=_table("trees", {name: row for name, row in scores.items() if "LAS" in row}),
        names=_table("names", {name: row for name, row in scores.items() if "PER" in row}),
        roles=_table("attribution", {name: row for name, row in scores.items() if "cue" in row}),
        slow=min(speeds),
        fast=max(speeds),
        sums="\n".join(f"- `{name}` {value}" for name, value in sorted(sums.items())),
    )


def _table(title: str, rows: dict[str, dict[str, Any]]) -> str:
    keys = [key for key in next(iter(rows.values())) if key != "words_per_cpu_s"] if rows else []
    lines = [f"| {title} | " + " | ".join(keys) + " |", "| --- |" + " --- |" * len(keys)]
    lines += [
        f"| {name} | " + " | ".join(f"{row.get(key, 0):.2f}" for key in keys) + " |" for name, row in rows.items()
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
