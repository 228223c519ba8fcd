"""Accuracy: each set of development data, coded and scored.

The data and the scorers lie outside the repository; each set that is not there is left out and named.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from evaluate.attribution import chains, pfsa, polnear
from evaluate.coding import Scores, against_gold, code, formed, lines, tool
from evaluate.dates.suite import HOME as DATES
from evaluate.dates.suite import dates
from evaluate.dates.timex import days_of_value
from evaluate.geo import geovirus
from evaluate.known import ARTICLES as KNOWN
from evaluate.known import known
from evaluate.language import evaluate as evaluate_language
from evaluate.lines.suite import HOME as LINES
from evaluate.lines.suite import lines as line_roles
from evaluate.merging import lineage, same_events, stories
from sumber.model import Document
from sumber.parse import Encoder

LINEAGE = Path(__file__).with_name("lineage")


def seed(shared: Path, folder: Path, workers: int) -> Scores:
    """The touchstone article: how many of its facts are found."""
    text = (shared / "seed" / "article.txt").read_text(encoding="utf-8")
    told = tool(shared / "bench" / "check_seed.py", stdin=code([Document("article.txt", text)], workers))
    found = re.search(r"(\d+) of (\d+) facts", told)
    if not found:
        raise RuntimeError(f"check_seed.py said: {told}")
    return {"facts": float(found[1])}


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


def cases(shared: Path, folder: Path, workers: int) -> Scores:
    """Eighteen newswire articles with complete gold, which the rules were developed on."""
    return against_gold(shared, shared / "cases", folder, workers, CASE_MEASURES)


def fresh(shared: Path, folder: Path, workers: int) -> Scores:
    """Fourteen articles of evaluate/gold, written and coded by people who had not seen the rules."""
    return against_gold(shared, Path(__file__).with_name("gold"), folder, workers, CASE_MEASURES)


def later(shared: Path, folder: Path, workers: int) -> Scores:
    """Twelve articles of evaluate/later, written and coded blind when the rules were older; errors on them are read."""
    return against_gold(shared, Path(__file__).with_name("later"), folder, workers, CASE_MEASURES)


def unseen(shared: Path, folder: Path, workers: int) -> Scores:
    """Eight articles of evaluate/unseen, written like those of `later`; only their scores are ever looked at."""
    return against_gold(shared, Path(__file__).with_name("unseen"), folder, workers, CASE_MEASURES)


def plover(shared: Path, folder: Path, workers: int) -> Scores:
    """English sentences with one PLOVER event each (gold standard records)."""
    told, apart = _plover(shared, "gsr_dev.jsonl", folder, workers)
    parties = {"actor countries": "source_country", "recipient countries": "target_country"}
    scores = {name: told[key] for name, key in _TYPES.items()} | apart
    scores["type and countries"] = told["end_to_end_type_and_countries"]
    return scores | {name: told["actors"][key]["exact"] for name, key in parties.items()}


def plover_rows(shared: Path, folder: Path, workers: int) -> Scores:
    """1,050 English sentences with a PLOVER type each (fifteen classes: CONCEDE and RETREAT are one)."""
    told, apart = _plover(shared, "plv_train.jsonl", folder, workers)
    return {name: told[key] for name, key in _TYPES.items()} | apart


_TYPES = {
    "type accuracy": "type_accuracy",
    "precision": "type_precision",
    "first event": "first_event_accuracy",
    "macro-F1": "macro_F1",
}


def _plover(shared: Path, file: str, folder: Path, workers: int) -> tuple[dict[str, Any], Scores]:
    """The scorer's report on a file, and the type accuracy on the tenth of it that is held out."""
    gold = shared / "data" / "plover" / file
    rows = list(lines(gold))
    predicted = formed(
        shared, "plover", code([Document(row["id"], row["text"], plain=True) for row in rows], workers), folder
    )
    apart = folder / "held_out.jsonl"
    apart.write_text("".join(json.dumps(row) + "\n" for row in rows if _is_held_out(row["id"])), encoding="utf-8")
    told, less = (
        json.loads(tool(shared / "bench" / "score_plover.py", one, predicted, "--json")) for one in (gold, apart)
    )
    return told, {"type accuracy, held out": less["type_accuracy"]}


def _is_held_out(sentence: str) -> bool:
    return int(hashlib.sha1(sentence.encode()).hexdigest(), 16) % 10 == 0


def wikiwars(shared: Path, folder: Path, workers: int) -> Scores:
    """Long narratives of wars with their time expressions.

    The scorer compares days, and by the coding rules the days of "early 1943", "until 1943" and "1941-43" are not those
    of the gold's 1943; `TIMEX3 value` compares the values that the records give, which leave "early" and "until" aside.
    """
    gold = shared / "data" / "time" / "wikiwars_en.jsonl.gz"
    documents = [Document(row["id"], row["text"], lang="en", plain=True) for row in lines(gold)]
    records = code(documents, workers)
    told = json.loads(tool(shared / "bench" / "score_times.py", gold, formed(shared, "times", records, folder)))
    by_value = formed(shared, "times", _by_value(records), folder)
    values = json.loads(tool(shared / "bench" / "score_times.py", gold, by_value))
    right = "value accuracy (matched, dated)"
    return {
        "relaxed F1": told["relaxed"]["F1"],
        "value F1": told["value"]["F1"],
        "value accuracy": told[right],
        "TIMEX3 value": values[right],
    }


def _by_value(records: str) -> str:
    """The records with the days of each time's TIMEX3 value in place of its own."""
    told = [json.loads(line) for line in records.splitlines()]
    for record in told:
        for time in record["times"]:
            time["from"], time["to"] = days_of_value(time["value"])
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in told) + "\n"


def reader(shared: Path, folder: Path, workers: int) -> Scores:
    """The language model as shipped: trees on gold tokens, names exact (per cent)."""
    rows = evaluate_language(shared / "data", Encoder.load(None))
    trees = {f"{name} LAS": row["LAS"] for name, row in rows.items() if "LAS" in row}
    return trees | {f"{name} F1": row["F1"] for name, row in rows.items() if "F1" in row and "LAS" not in row}


SETS: dict[str, tuple[str, Callable[[Path, Path, int], Scores]]] = {
    "seed": ("seed/article.txt", seed),
    "cases": ("cases/gold", cases),
    "fresh": ("cases/score.py", fresh),
    "later": ("cases/score.py", later),
    "unseen": ("cases/score.py", unseen),
    "plover dev": ("data/plover/gsr_dev.jsonl", plover),
    "plover rows": ("data/plover/plv_train.jsonl", plover_rows),
    "chains": ("cases/score.py", chains),
    "pfsa": ("data/attribution/pfsa_id_dev40.jsonl.gz", pfsa),
    "polnear dev": ("data/attribution/polnear_dev.jsonl.gz", polnear),
    "reader": ("data/language/ud-ner-pos.tar.xz", reader),
    "wikiwars": ("data/time/wikiwars_en.jsonl.gz", wikiwars),
    "geovirus": ("data/geo/geovirus_en.jsonl.gz", geovirus),
    "dates": (str(DATES), dates),
    "lines": (str(LINES), line_roles),
    "same events": ("cases/pairs.json", same_events),
    "stories": ("data/giveme5w1h/gold.jsonl.gz", stories),
    "lineage": (str(LINEAGE), lineage),
    "known": (str(KNOWN), known),
}


def measure(name: str, shared: Path, workers: int) -> Scores | None:
    """The scores of one set, or ``None`` where its data is not here."""
    needed, run = SETS[name]
    if not (shared / needed).exists():
        return None
    with tempfile.TemporaryDirectory() as folder:
        return run(shared, Path(folder), workers)
