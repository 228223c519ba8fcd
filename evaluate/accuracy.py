"""Accuracy: code the development data with the program as shipped and hand the records to its scorers.

The data and the scorers lie outside the repository; each set that is not there is left out and named.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from evaluate.language import evaluate as evaluate_language
from sumber.model import Document
from sumber.parse import Encoder
from sumber.run import code_all

Scores = dict[str, float]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    yield from (json.loads(line) for line in text.split("\n") if line.strip())


def _code(documents: list[Document], workers: int) -> str:
    """Records as JSON lines, as `sumber code --json` prints them."""
    lines = []
    for outcome in code_all(documents, workers):
        if outcome.record is None:
            raise RuntimeError(f"{outcome.uri}: {outcome.trouble}\n{outcome.detail}")
        lines.append(json.dumps(outcome.record, ensure_ascii=False))
    return "\n".join(lines) + "\n"


def _tool(*command: str | Path, stdin: str | None = None) -> str:
    """What a scorer prints. Its exit status 1 means "not perfect", which is no failure of the scorer."""
    done = subprocess.run(
        [sys.executable, *map(str, command)], input=stdin, capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        raise RuntimeError(f"{command[0]}: {done.stderr.strip()}")
    return done.stdout


def _formed(shared: Path, form: str, records: str, folder: Path) -> Path:
    """The records in the form a scorer reads, in a file."""
    target = folder / f"{form}.jsonl"
    target.write_text(_tool(shared / "bench" / "forms.py", form, stdin=records), encoding="utf-8")
    return target


def seed(shared: Path, folder: Path, workers: int) -> Scores:
    """The touchstone article: how many of its facts are found."""
    text = (shared / "seed" / "article.txt").read_text(encoding="utf-8")
    told = _tool(shared / "bench" / "check_seed.py", stdin=_code([Document("article.txt", text)], workers))
    found = re.search(r"(\d+) of (\d+) facts", told)
    if not found:
        raise RuntimeError(f"check_seed.py said: {told}")
    return {"facts": float(found[1])}


def _articles(texts: Path) -> list[Document]:
    """Articles with their day of publication; title, outlet, language and all else are to be found."""
    documents = []
    for path in sorted(texts.glob("*.txt")):
        about = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        text = path.read_text(encoding="utf-8")
        documents.append(Document(path.stem, text, published=about["published"], published_how="given"))
    return documents


CASE_MEASURES = {
    "event F1": ("event", "f1"),
    "event F1, type ignored": ("event (type ignored)", "f1"),
    "actor countries": ("actor countries, whole set", "accuracy"),
    "recipient country": ("recipient country, any", "accuracy"),
    "date overlap": ("date overlap", "accuracy"),
    "status": ("status", "accuracy"),
    "attribution F1": ("attribution", "f1"),
    "chain exact where gold has one": ("chain exact where gold has one", "accuracy"),
    "people F1": ("people", "f1"),
    "person country": ("person country", "accuracy"),
    "times F1": ("time expressions", "f1"),
    "time value exact": ("time value exact", "accuracy"),
    "quantities F1": ("quantities (found)", "f1"),
    "quantity bounds": ("quantity bounds", "accuracy"),
    "boilerplate F1": ("boilerplate (characters)", "f1"),
}


def _against_gold(shared: Path, home: Path, folder: Path, workers: int) -> Scores:
    """Articles below `home`/text against the complete gold below `home`/gold."""
    facts = folder / "facts"
    facts.mkdir()
    records = _code(_articles(home / "text"), workers)
    _tool(shared / "bench" / "forms.py", "facts", facts, stdin=records)
    scorer = shared / "cases" / "score.py"
    told = json.loads(_tool(scorer, facts, "--gold", home / "gold", "--text", home / "text", "--json"))
    return {name: told[part][measure] for name, (part, measure) in CASE_MEASURES.items() if part in told}


def cases(shared: Path, folder: Path, workers: int) -> Scores:
    """Eighteen newswire articles with complete gold, which the rules were developed on."""
    return _against_gold(shared, shared / "cases", folder, workers)


def fresh(shared: Path, folder: Path, workers: int) -> Scores:
    """Fourteen articles of evaluate/gold, written and coded by people who had not seen the rules."""
    return _against_gold(shared, Path(__file__).with_name("gold"), folder, workers)


def plover(shared: Path, folder: Path, workers: int) -> Scores:
    """English sentences with one PLOVER event each."""
    gold = shared / "data" / "plover" / "gsr_dev.jsonl"
    documents = [Document(row["id"], row["text"], plain=True) for row in _lines(gold)]
    predicted = _formed(shared, "plover", _code(documents, workers), folder)
    told = json.loads(_tool(shared / "bench" / "score_plover.py", gold, predicted, "--json"))
    names = {"type accuracy": "type_accuracy", "precision": "type_precision", "first event": "first_event_accuracy"}
    names["type and countries"] = "end_to_end_type_and_countries"
    return {name: told[key] for name, key in names.items()}


def polnear(shared: Path, folder: Path, workers: int) -> Scores:
    """US political articles with their attributions."""
    gold = shared / "data" / "attribution" / "polnear_dev.jsonl.gz"
    documents = [Document(row["id"], row["text"], lang="en", plain=True) for row in _lines(gold)]
    predicted = _formed(shared, "attribution", _code(documents, workers), folder)
    told = json.loads(_tool(shared / "bench" / "score_attribution.py", gold, predicted, "--json"))
    return {"content F1": told["content_iou50"]["f1"], "triple F1": told["triple"]["f1"]}


def wikiwars(shared: Path, folder: Path, workers: int) -> Scores:
    """Long narratives of wars with their time expressions."""
    gold = shared / "data" / "time" / "wikiwars_en.jsonl.gz"
    documents = [Document(row["id"], row["text"], lang="en", plain=True) for row in _lines(gold)]
    predicted = _formed(shared, "times", _code(documents, workers), folder)
    told = json.loads(_tool(shared / "bench" / "score_times.py", gold, predicted))
    return {"relaxed F1": told["relaxed"]["F1"], "value F1": told["value"]["F1"]}


def reader(shared: Path, folder: Path, workers: int) -> Scores:
    """The language model as shipped: trees on gold tokens, names exact (per cent)."""
    rows = evaluate_language(shared / "data", Encoder.load(None))
    trees = {f"{name} LAS": row["LAS"] for name, row in rows.items() if "LAS" in row}
    return trees | {f"{name} F1": row["F1"] for name, row in rows.items() if "F1" in row and "LAS" not in row}


SETS: dict[str, tuple[str, Callable[[Path, Path, int], Scores]]] = {
    "seed": ("seed/article.txt", seed),
    "cases": ("cases/gold", cases),
    "fresh": ("cases/score.py", fresh),
    "plover dev": ("data/plover/gsr_dev.jsonl", plover),
    "polnear dev": ("data/attribution/polnear_dev.jsonl.gz", polnear),
    "reader": ("data/language/ud-ner-pos.tar.xz", reader),
    "wikiwars": ("data/time/wikiwars_en.jsonl.gz", wikiwars),
}


def measure(name: str, shared: Path, workers: int) -> Scores | None:
    """The scores of one set, or ``None`` where its data is not here."""
    needed, run = SETS[name]
    if not (shared / needed).exists():
        return None
    with tempfile.TemporaryDirectory() as folder:
        return run(shared, Path(folder), workers)
