"""Who says so: PolNeAR (English), PFSA-ID (Indonesian direct statements), own Indonesian articles with chains."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from evaluate.coding import Scores, against_gold, code, formed, lines, tool
from sumber.model import Document

CHAIN_MEASURES = {
    "attribution F1": ("attribution", "f1"),
    "content F1": ("attribution (content only)", "f1"),
    "chain exact where gold has one": ("chain exact where gold has one", "accuracy"),
}
SAME = 0.5  # intersection over union, in characters that are no blanks
Spans = Sequence[tuple[int, int]]


def polnear(shared: Path, folder: Path, workers: int) -> Scores:
    """US political articles with their attributions."""
    gold = shared / "data" / "attribution" / "polnear_dev.jsonl.gz"
    documents = [Document(row["id"], row["text"], lang="en", plain=True) for row in lines(gold)]
    predicted = formed(shared, "attribution", code(documents, workers), folder)
    scorer = shared / "bench" / "score_attribution.py"
    told = json.loads(tool(scorer, gold, predicted, "--json"))
    direct = json.loads(tool(scorer, gold, predicted, "--json", "--type", "direct"))
    return {
        "content F1": told["content_iou50"]["f1"],
        "triple F1": told["triple"]["f1"],
        "direct triple F1": direct["triple"]["f1"],
    }


def pfsa(shared: Path, folder: Path, workers: int) -> Scores:
    """Kompas articles in which only direct statements are marked: how many of them are found, precision unknown."""
    gold = list(lines(shared / "data" / "attribution" / "pfsa_id_dev40.jsonl.gz"))
    documents = [Document(row["id"], row["text"], lang="id", plain=True) for row in gold]
    records = [json.loads(line) for line in code(documents, workers).split("\n") if line]
    found = total = 0
    for row, record in zip(gold, records, strict=True):
        contents = [[(s["start"], s["end"]) for s in said["content"]] for said in record["attributions"]]
        candidates = [*contents, *([span] for content in contents for span in content)]
        for start, end, label in row["spans"]:
            if label == "STATEMENT":
                total += 1
                found += any(_iou(row["text"], [(start, end)], other) >= SAME for other in candidates)
    return {"recall of direct statements": found / total}


def chains(shared: Path, folder: Path, workers: int) -> Scores:
    """Sixteen Indonesian articles of our own with all their attributions and chains, written blind to the rules."""
    return against_gold(shared, Path(__file__).with_name("chains"), folder, workers, CHAIN_MEASURES)


def _iou(text: str, one: Spans, other: Spans) -> float:
    first, second = (
        {i for start, end in spans for i in range(start, end) if not text[i].isspace()} for spans in (one, other)
    )
    return len(first & second) / max(1, len(first | second))
