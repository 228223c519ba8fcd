"""`python -m evaluate.language`: how well and how fast the language model reads; see the package's text."""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from pathlib import Path

from evaluate.keep import keep
from evaluate.language.measure import evaluate
from evaluate.language.score import Row
from evaluate.language.sets import TREEBANKS
from evaluate.speed import articles
from sumber.layout import lay_out
from sumber.parse import Encoder, parse
from sumber.parse.encoder import MODEL, MODELS


def parse_speed(encoder: Encoder, rounds: int = 3) -> Row:
    """Tokens and blank-separated words a CPU-second of the whole of parse, tokenisation and the Doc included."""
    laid_out = [lay_out(document, document.lang or "id") for document in articles()]
    begun, tokens, words = 0.0, 0, 0
    for turn in range(rounds + 1):
        if turn == 1:  # the first one only warms up
            begun, tokens, words = time.process_time(), 0, 0
        for article in laid_out:
            blocks = [(block.start, block.end, block.kind) for block in article.blocks]
            tokens += sum(token.pos_ != "SPACE" for token in parse(article.text, blocks, article.lang, encoder))
            words += len(article.text.split())
    spent = time.process_time() - begun
    return {"tokens_per_cpu_s": round(tokens / spent), "words_per_cpu_s": round(words / spent)}


def artefact(folder: Path) -> Row:
    """Size of the files of a model in MB (10^6 bytes)."""
    return {"MB": round(sum(path.stat().st_size for path in folder.glob("*.[!m]*")) / 1e6, 2)}


def main() -> None:
    """Print the scores as a table, or keep them as JSON."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluate.language", description=sys.modules["evaluate.language"].__doc__,
        epilog="example: python -m evaluate.language --data ../shared/data --json build/language.json",
    )  # fmt: skip
    default = Path(os.environ.get("SUMBER_DATA", "../shared/data"))
    parser.add_argument("--data", type=Path, default=default, help="folder of the development data")
    parser.add_argument("--model", type=Path, default=MODELS / MODEL, help="model folder (default: the shipped one)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the figures with machine and date")
    parser.add_argument("--quick", action="store_true", help="gold tokens only, no peers")
    options = parser.parse_args()
    encoder = Encoder.load(options.model)
    rows = {"parse": parse_speed(encoder), "artefact": artefact(options.model)}
    rows |= evaluate(options.data, encoder, raw=not options.quick, peers=not options.quick)
    rows["process"] = {"peak_memory_MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)}
    rows |= {f"UDPipe 2, published: {name}": bank.published for name, bank in TREEBANKS.items() if bank.published}
    for name, row in rows.items():
        print(f"{name:32}", "  ".join(f"{key} {value:g}" for key, value in row.items()))
    if options.json:
        keep(options.json, "scores", rows)


if __name__ == "__main__":
    main()
