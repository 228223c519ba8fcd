"""All sets through the model as shipped."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from evaluate.language.peers import load_peer, peer_names, peer_tags
from evaluate.language.raw import score_raw
from evaluate.language.score import Row, score_characters, score_names, score_spans, score_trees
from evaluate.language.sets import (
    ATTRIBUTION,
    NAMES,
    TREEBANKS,
    read_held_names,
    read_held_out,
    read_name_set,
    read_treebank,
    unpacked,
)  # fmt: skip
from sumber.parse.encoder import Encoder, Reading
from sumber.parse.spans import find_spans
from train.attribution import read_attributions
from train.items import Item


def evaluate(data: Path, encoder: Encoder, raw: bool = False, peers: bool = False) -> dict[str, Row]:
    """All scores by set; `data` is the folder of the development data, packed or not. `raw` adds own tokens and
    sentences, `peers` the sets as others read them (rows ``en_core_web_sm: SET``)."""
    rows: dict[str, Row] = {}
    peer = load_peer() if peers else None
    with unpacked(data) as folder:
        for name, bank in TREEBANKS.items():
            items = read_treebank(folder, bank)
            readings, speed = _read(encoder, items)
            rows[name] = {**score_trees(items, readings), "words_per_cpu_s": speed}
            if raw:
                rows[name] |= score_raw(items, bank.lang, encoder)
            if peer is not None and bank.lang == "en":
                rows[f"en_core_web_sm: {name}"] = peer_tags(peer, items)
        for name, (file, lang) in NAMES.items():
            items = read_name_set(folder, file)
            readings, speed = _read(encoder, items)
            found = score_names([item.names for item in items], [reading.names for reading in readings], broad=True)
            rows[name] = {**found, "words_per_cpu_s": speed}
            if peer is not None and lang == "en":
                rows[f"en_core_web_sm: {name}"] = peer_names(peer, items)
    for lang, items in read_held_out().items():
        readings, _ = _read(encoder, items)
        rows[f"own-{lang}"] = score_trees(items, readings)
        rows[f"own-{lang} names"] = score_names([i.names for i in items], [r.names for r in readings], broad=False)
    for lang, items in read_held_names().items():
        readings, _ = _read(encoder, items)
        rows[f"kinds-{lang}"] = score_names([i.names for i in items], [r.names for r in readings], broad=False)
    if (data / ATTRIBUTION).exists():
        items = list(read_attributions(data / ATTRIBUTION))
        readings, speed = _read(encoder, items)
        found = score_spans([set(find_spans(i.roles)) for i in items], [set(find_spans(r.roles)) for r in readings])
        rows["polnear-dev"] = {**found, **score_characters(items, readings), "words_per_cpu_s": speed}
    return rows


def _read(encoder: Encoder, items: Sequence[Item]) -> tuple[list[Reading], float]:
    begun = time.process_time()
    readings = encoder.encode([item.words for item in items])
    words = sum(len(item.words) for item in items)
    return readings, round(words / (time.process_time() - begun))
