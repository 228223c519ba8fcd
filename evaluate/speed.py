"""Speed and memory: articles of about 400 words, one core, as shipped.

Run in a process of its own, so that the peak of memory is coding's alone.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections import Counter
from pathlib import Path

from sumber.layout import lay_out
from sumber.model import Document
from sumber.parse import parse
from sumber.pipeline import Findings, build_pipeline, code_document

WORDS = 400
#: Rooms that look up and match; together they may take a fifth of what reading takes.
BEFORE_SAYS = ("layout", "when", "where", "who", "counts")
SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def articles() -> list[Document]:
    """The sample articles, each repeated to about 400 words."""
    made = []
    for path in sorted(SAMPLES.glob("*.txt")):
        body = path.read_text(encoding="utf-8")
        lang = "en" if path.stem in ("peru-mine-blockade", "haiti-toll") else "id"
        text = (body + "\n") * max(1, round(WORDS / len(body.split())))
        made.append(Document(path.stem, text, lang=lang, published="2024-05-14", published_how="given"))
    return made


def measure() -> dict[str, float]:
    """Articles and words a second, the share of the rooms after parse, each room beside parse, peak memory in MB."""
    documents = articles()
    for document in documents:
        code_document(document)  # loads the model and the codebook
    nlp = build_pipeline()
    whole = parsing = reading = 0.0
    rooms: Counter[str] = Counter()
    rounds = 5
    for _ in range(rounds):
        for document in documents:
            begun = time.process_time()
            article = lay_out(document, document.lang or "id")
            laid = time.process_time()
            blocks = [(block.start, block.end, block.kind) for block in article.blocks]
            doc = parse(article.text, blocks, article.lang)
            doc._.findings = Findings(article)
            read = time.process_time()
            for name, room in nlp.pipeline:
                entered = time.process_time()
                doc = room(doc)
                rooms[name.removeprefix("sumber_")] += time.process_time() - entered
            done = time.process_time()
            rooms["layout"] += laid - begun
            whole += done - begun
            parsing += read - laid
            reading += done - read
    count = rounds * len(documents)
    words = rounds * sum(len(document.text.split()) for document in documents)
    return {
        "articles a second": round(count / whole, 2),
        "words a second": round(words / whole),
        "share of the rooms after parse": round(reading / whole, 3),
        "layout to counts beside parse": round(sum(rooms[name] for name in BEFORE_SAYS) / parsing, 3),
        **{f"{name} beside parse": round(spent / parsing, 3) for name, spent in rooms.items()},
        "peak memory MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.parse_args()
    print(json.dumps(measure()))
