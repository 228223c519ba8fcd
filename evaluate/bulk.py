"""The copies among very many generated documents: seconds, documents a second, peak of memory, for several sizes.

    python -m evaluate.bulk                         10,000, 30,000 and 100,000 documents, making them not counted
    python -m evaluate.bulk --sizes 10000 --json FILE

Each size is measured in a process of its own, so that its peak of memory is its own; the texts are part of it.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from evaluate.keep import keep
from evaluate.lineage.bulk import clusters
from sumber.merge.documents.bulk import find_pairs
from sumber.merge.documents.prints import Hashes, Print, Stretch, fingerprint

SIZES = (10_000, 30_000, 100_000)
SEED = 5
CLOSE_BY = 8_000  # whole fingerprints that are kept, some 100 MB

Figures = dict[str, float]


def measure(count: int) -> Figures:
    """Seconds for fingerprints and for pairs, and how many of the pairs made are found, in percent."""
    made = list(clusters(SEED, count))
    texts = {f"{number:07d}": text for number, (_, text) in enumerate(made)}
    family = {f"{number:07d}": cluster for number, (cluster, _) in enumerate(made)}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    @lru_cache(maxsize=CLOSE_BY)
    def print_of(key: str) -> Print:
        return fingerprint(texts[key], paragraphs(texts[key]))

    printed = 0.0

    def hashes() -> Iterator[tuple[str, Hashes]]:
        nonlocal printed
        for key in texts:
            yield key, print_of(key).distinct()
        printed = time.perf_counter()

    begun, worked = time.perf_counter(), time.process_time()
    pairs = [(a, b) for a, b, _ in find_pairs(hashes(), print_of)]
    done, worked = time.perf_counter(), time.process_time() - worked
    of_family = sum(family[a] is not None and family[a] == family[b] for a, b in pairs)
    sizes: dict[int, int] = {}
    for cluster in family.values():
        if cluster is not None:
            sizes[cluster] = sizes.get(cluster, 0) + 1
    there = sum(size * (size - 1) // 2 for size in sizes.values())
    return {
        "documents": count,
        "words a document": round(sum(len(text.split()) for text in texts.values()) / count),
        "seconds for fingerprints": round(printed - begun, 1),
        "seconds for pairs": round(done - printed, 1),
        "of both on the processor": round(worked, 1),
        "documents a second": round(count / (done - begun)),
        "pairs": len(pairs),
        "pairs of one cluster": of_family,
        "pairs that were made": there,
        "peak memory MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "before the pass MB": round(before / 1024),
    }


def paragraphs(text: str) -> list[Stretch]:
    """The paragraphs of a text as (start, end)."""
    found, at = [], 0
    for paragraph in text.split("\n\n"):
        found.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return found


def table(found: list[Figures]) -> str:
    """A line a measure, a column a size."""
    return "\n".join(f"{name:26}" + "".join(f"{figures[name]:>12,}" for figures in found) for name in found[0])


def main() -> int:
    """Command line; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one)))
        return 0
    found: list[Figures] = []
    for size in options.sizes:
        print(f"measuring {size:,} documents …", file=sys.stderr, flush=True)
        command = [sys.executable, "-m", "evaluate.bulk", "--one", str(size)]
        found.append(json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout))
    print(table(found))
    if options.json:
        keep(options.json, "sizes", found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
