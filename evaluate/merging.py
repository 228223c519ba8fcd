"""The corpus level: same events in the cases, stories of Giveme5W1H, copies and origins in news of known lineage."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path
from typing import Any

from evaluate.coding import Scores, articles, code, lines
from evaluate.lineage.corpus import Generated, generate
from evaluate.lineage.score import invented_edges, score_copies, score_direction, score_origins
from sumber.merge import merge_store
from sumber.merge.views.story import text_voices
from sumber.model import Document
from sumber.store import Corpus, Store

Record = dict[str, Any]
SEED, STORIES = 2, 60  # the thresholds were chosen on seed 1


def same_events(shared: Path, folder: Path, workers: int) -> Scores:
    """Pairs of events that the cases call the same or different; an event not coded is a pair not found."""
    gold = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (shared / "cases/gold").glob("*.json")}
    records = coded_documents(articles(shared / "cases" / "text"), workers)
    keys, store = stored(records, folder)
    by_id = {record["id"]: record for record in records}
    found: dict[str, list[bool]] = defaultdict(list)
    with store, store.corpus() as corpus:
        for row in json.loads((shared / "cases" / "pairs.json").read_text(encoding="utf-8")):
            for pair in row["events"]:
                names = [_report(gold, by_id, keys, event) for event in pair]
                merged = corpus.events.merged([name for name in names if name])
                together = None not in names and len(set(merged.values())) == 1
                found[row["relation"]].append(together == (row["relation"] == "same_event"))
    return {
        "same events found": sum(found["same_event"]) / len(found["same_event"]),
        "look-alikes apart": sum(found["different_event"]) / len(found["different_event"]),
    }


def _report(gold: Record, records: Mapping[str, Record], keys: Mapping[str, str], event: str) -> str | None:
    """The coded event that a gold event was found as: its trigger, else its type in its sentence."""
    article = event.partition(".")[0]
    wanted = next(one for one in gold[article]["events"] if one["id"] == event)
    start, end = wanted["trigger_offset"]
    coded = records[article]["events"]
    hits = [one for one in coded if one["trigger"]["start"] < end and one["trigger"]["end"] > start]
    hits = [one for one in hits if one["type"] == wanted["type"]] or hits
    near = [one for one in coded if one["type"] == wanted["type"]
            and one["sentence"]["start"] <= start < one["sentence"]["end"]]  # fmt: skip
    best = next(iter([*hits, *near]), None)
    return f"{keys[article]}.{best['id']}" if best else None


def stories(shared: Path, folder: Path, workers: int) -> Scores:
    """A hundred news articles on twelve stories: B-cubed (Bagga and Baldwin 1998) of the stories found."""
    rows = [row for row in lines(shared / "data/giveme5w1h/gold.jsonl.gz") if row["category"] and row["date_publish"]]
    documents = [
        Document(
            row["id"],
            f"{row['title']}\n{row['text']}",
            title=row["title"],
            outlet=row["publisher"],
            published=row["date_publish"][:10],
            published_how="given",
            lang="en",
        )
        for row in rows
    ]
    keys, store = stored(coded_documents(documents, workers), folder)
    with store, store.corpus() as corpus:
        profiles = corpus.documents.profiles(keys.values())
    found = {row["id"]: profiles[keys[row["id"]]]["story"] for row in rows}
    return {"B-cubed F1": b_cubed({row["id"]: row["category"] for row in rows}, found)}


def lineage(shared: Path, folder: Path, workers: int) -> Scores:
    """A generated corpus (`evaluate.lineage`): copies, direction of lineage, independent origins of each affair."""
    made = generate(SEED, STORIES)
    keys, store = stored(coded(made, workers), folder)
    ids = {key: identity for identity, key in keys.items()}
    with store, store.corpus() as corpus:
        pairs = [(ids[row["a"]], ids[row["b"]]) for row in corpus.documents.copies(ids)]
        parents = corpus.documents.parents(ids)
        origins = _origins(corpus, {one.id: one.story for one in made}, keys)
    edges = {ids[child]: ids[row["parent"]] for child, row in parents.items() if row["sure"]}
    copies, direction = score_copies(made, pairs), score_direction(made, edges)
    return {
        "copies F1": copies.f1,
        "copies precision": copies.precision,
        "direction right": direction.right,
        "direction recall": direction.recall,
        "edges invented": float(invented_edges(made, edges)),
        "origin count exact": score_origins(made, origins),
    }


def coded(made: Iterable[Generated], workers: int) -> list[Record]:
    """Generated articles with their outlet and day, coded."""
    documents = [
        Document(one.id, one.text, outlet=one.outlet, published=one.published, published_how="given", lang=one.lang)
        for one in made
    ]
    return coded_documents(documents, workers)


def _origins(corpus: Corpus, affairs: Mapping[str, int], keys: Mapping[str, str]) -> dict[int, int]:
    voices, _heads = text_voices(corpus.documents, keys.values())
    told: dict[int, set[str]] = defaultdict(set)
    for identity, affair in affairs.items():
        told[affair].add(voices[keys[identity]].key)
    return {affair: len(found) for affair, found in told.items()}


def b_cubed(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> float:
    """F1 of B-cubed precision and recall over the items of both."""
    by_gold, by_found = _clusters(gold), _clusters(found)
    precision = recall = 0.0
    for item, label in gold.items():
        together = len(by_gold[label] & by_found[found[item]])
        precision += together / len(by_found[found[item]]) / len(gold)
        recall += together / len(by_gold[label]) / len(gold)
    return 2 * precision * recall / (precision + recall)


def _clusters(labels: Mapping[str, Hashable]) -> dict[Hashable, set[str]]:
    found: dict[Hashable, set[str]] = defaultdict(set)
    for item, label in labels.items():
        found[label].add(item)
    return found


def coded_documents(documents: list[Document], workers: int) -> list[Record]:
    """The records of some documents."""
    return [json.loads(line) for line in code(documents, workers).split("\n") if line]


def stored(records: Iterable[Record], folder: Path) -> tuple[dict[str, str], Store]:
    """A store with the records merged; the key of each record's id."""
    store = Store(str(folder / "corpus.db"), create=True)
    keys = {}
    for record in records:
        sha256 = hashlib.sha256(f"{record['id']}\n{record['text']}".encode()).hexdigest()
        store.write(record, sha256)
        keys[record["id"]] = sha256[:12]
    merge_store(store)
    return keys, store
