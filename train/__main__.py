"""`python -m train --data DIR --out DIR`: make the language model from the data, and export it."""

from __future__ import annotations

import argparse
import copy
import os
import random
import tarfile
import tempfile
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "2")

import torch

from sumber.parse.pieces import Pieces
from train.batches import Batcher
from train.loop import average, resume, train
from train.mix import Corpora, read_corpora
from train.network import Network, build_network
from train.source import open_source
from train.vocabulary import keep_pieces

STEPS = 5_000
#: One run for each; what is shipped are their weights by these shares (Wortsman et al. 2022, arXiv:2203.05482). Half
#: way between them names are read best and trees a little worse than by either.
SEEDS, SHARES = (20_261, 20_262), (0.15, 0.85)
THREADS = 2
MODEL = "news-iden"
TYPICAL = 400  # sentences by which it is seen which inputs of a matrix are large


def main() -> None:
    """Read the data, train a run for each seed (or go on), export what lies between them."""
    options = _options()
    torch.set_num_threads(THREADS)
    torch.set_flush_denormal(True)  # the optimiser is ten times slower on denormal numbers
    corpora = _corpora(options.data, frozenset(options.without), not options.hold_out)
    labels = sorted({label for item in (*corpora.every_time, *corpora.ewt) for label in item.deps})
    old_labels = sorted({label for item in corpora.old_trees for label in item.old_deps})
    cases = options.cases or options.data.parent / "cases"
    torch.manual_seed(SEEDS[0])  # every run begins with the same heads, else the mean of them would be of no use
    start, pieces = _start(corpora, options.data, cases, len(labels), len(old_labels))
    shares = SHARES if options.seeds == SEEDS else [1 / len(options.seeds)] * len(options.seeds)
    means = []
    for seed in options.seeds:
        out = options.out / f"seed-{seed}"
        if options.export_only:
            mean = copy.deepcopy(start)
            resume(copy.deepcopy(start), mean, None, out / "checkpoint.pt")
        else:
            batcher = Batcher(pieces, labels, old_labels)
            mean = train(copy.deepcopy(start), batcher, corpora, out, options.steps, seed)
        means.append(mean)
    from train.export import export  # onnx is slow to import, and not needed until now

    typical = [item.words for item in (*corpora.every_time, *corpora.ewt)]
    random.Random(1).shuffle(typical)
    export(
        average(means, shares),
        pieces,
        labels,
        options.model_dir or options.out / MODEL,
        options.steps,
        typical[:TYPICAL],
    )


def _corpora(data: Path, without: frozenset[str], everything: bool) -> Corpora:
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(data / "language/ud-ner-pos.tar.xz") as archive:
            archive.extractall(folder, filter="data")
        return read_corpora(Path(folder), data / "attribution/polnear_train.jsonl.gz", without, everything)


def _start(corpora: Corpora, data: Path, cases: Path, labels: int, old_labels: int) -> tuple[Network, Pieces]:
    source = open_source()
    count = len(source.pieces) - 1  # the last piece, <mask>, is of no use here
    full = Pieces(source.pieces[:count], source.scores[:count].tolist())
    words = (word for item in corpora.all_items() for word in item.words)
    kept = keep_pieces(full, words, data, cases / "text")
    pieces = Pieces([full.pieces[row] for row in kept], [full.scores[row] for row in kept])
    return build_network(source, kept, labels, old_labels), pieces


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m train", description=__doc__)
    default = Path(os.environ.get("SUMBER_DATA", "../shared/data"))
    parser.add_argument("--data", type=Path, default=default, help="folder of the development data")
    parser.add_argument("--cases", type=Path, help="folder of the newswire cases (default: beside the data)")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--model-dir", type=Path, help="folder to export to (default: OUT/news-iden)")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument(
        "--seeds", type=int, nargs="+", default=SEEDS, help="one run for each; exported is what lies between them"
    )
    parser.add_argument("--without", nargs="*", default=[], choices=("crossner", "gum", "polnear", "own"),
                        help="corpora to leave out")  # fmt: skip
    parser.add_argument("--hold-out", action="store_true",
                        help="keep trees back to choose settings by, and our bracketed names")  # fmt: skip
    parser.add_argument("--export-only", action="store_true", help="export the last checkpoints")
    return parser.parse_args()


if __name__ == "__main__":
    main()
