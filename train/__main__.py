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
from train.joint import Teachers
from train.loop import REPAIR_EPOCHS, Plan, average, resume, train
from train.mix import Corpora, read_corpora
from train.network import Network, build_network
from train.source import open_source
from train.vocabulary import keep_pieces

STEPS = 5_000
#: One run for each, and their shares in the weights from which a last run begins (Wortsman et al. 2022,
#: arXiv:2203.05482), which all of them teach (`train.joint`). It reads trees best and rare names a little worse than
#: its beginning did, so that what is shipped lies between the two.
SEEDS, SHARES = (20_261, 20_262, 20_263), (0.15, 0.85, 0.0)
JOINT_STEPS, JOINT_SEED, JOINT_SHARE = 2_000, 20_264, 0.4
JOINT_RATES = 1e-4, 5e-4  # of the layers and of the heads
JOINT_EPOCH = REPAIR_EPOCHS[0]  # with the old trees read anew, and names exchanged
START = 20_261  # seed of the heads that all runs begin with, else the mean of them would be of no use
THREADS = 2
MODEL = "news-iden"
TYPICAL = 400  # sentences by which it is seen which inputs of a matrix are large


def main() -> None:
    """Read the data, train a run for each seed (or go on), then the one that they teach; export what lies between."""
    options = _options()
    torch.set_num_threads(THREADS)
    torch.set_flush_denormal(True)  # the optimiser is ten times slower on denormal numbers
    corpora = _corpora(options.data, frozenset(options.without), not options.hold_out)
    labels = sorted({label for item in (*corpora.every_time, *corpora.ewt) for label in item.deps})
    old_labels = sorted({label for item in corpora.old_trees for label in item.old_deps})
    cases = options.cases or options.data.parent / "cases"
    torch.manual_seed(START)
    start, pieces = _start(corpora, options.data, cases, len(labels), len(old_labels))
    shares = SHARES if options.seeds == SEEDS else [1 / len(options.seeds)] * len(options.seeds)
    batcher = Batcher(pieces, labels, old_labels)

    def run(begin: Network, plan: Plan) -> Network:
        """The running mean of a run, trained now or read from its last checkpoint."""
        out = options.out / f"seed-{plan.seed}"
        network = copy.deepcopy(start)  # which knows what of it is trained
        network.load_state_dict(begin.state_dict())
        if not options.export_only:
            return train(network, batcher, corpora, out, plan)
        resume(copy.deepcopy(start), network, None, out / "checkpoint.pt")
        return network

    runs = [run(start, Plan(options.steps, seed)) for seed in options.seeds]
    begin = average(runs, shares)
    joint = run(begin, Plan(options.joint_steps, JOINT_SEED, *JOINT_RATES, JOINT_EPOCH, Teachers(runs)))
    from train.export import export  # onnx is slow to import, and not needed until now

    typical = [item.words for item in (*corpora.every_time, *corpora.ewt)]
    random.Random(1).shuffle(typical)
    export(
        average([begin, joint], (1 - JOINT_SHARE, JOINT_SHARE)),
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
    parser.add_argument("--steps", type=int, default=STEPS, help="of each run")
    parser.add_argument("--joint-steps", type=int, default=JOINT_STEPS, help="of the last run")
    parser.add_argument("--seeds", type=int, nargs="+", default=SEEDS, help="one run for each")
    parser.add_argument("--without", nargs="*", default=[], choices=("crossner", "gum", "polnear", "own"),
                        help="corpora to leave out")  # fmt: skip
    parser.add_argument("--hold-out", action="store_true",
                        help="keep trees back to choose settings by, and our bracketed names")  # fmt: skip
    parser.add_argument("--export-only", action="store_true", help="export the last checkpoints")
    return parser.parse_args()


if __name__ == "__main__":
    main()
