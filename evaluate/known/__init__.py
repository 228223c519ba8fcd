"""Names that an article does not explain, and what other articles of a store tell of them: how many, how rightly."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from evaluate.coding import Scores
from evaluate.merging import coded_documents, stored
from sumber.merge.actors.names import plain
from sumber.merge.views import Knower
from sumber.merge.views.known import Known
from sumber.model import Document

ARTICLES = Path(__file__).with_name("articles.yaml")
HELD_OUT = 5  # one name in so many is looked at by nobody who works on the rules

Row = Mapping[str, Any]
#: Article, name, field, what the gold and what the program says.
Judged = tuple[str, str, str, str | None, str | None]


def known(shared: Path, folder: Path, workers: int) -> Scores:
    """Countries and sectors of bare names: the share of what is to be known that is found, and of what is found that is
    right; ``names refused`` is the share of the names of which nothing may be said and nothing is."""
    judged = list(judge(folder, workers))
    to_find = [one for one in judged if one[3] is not None]
    found = [one for one in judged if one[4] is not None]
    nothing = {one[:2] for one in judged} - {one[:2] for one in to_find}
    said = {one[:2] for one in found}
    return {
        "facts found": sum(gold == told for *_, gold, told in to_find) / len(to_find),
        "found rightly": sum(gold == told for *_, gold, told in found) / len(found),
        "names refused": len(nothing - said) / len(nothing),
    }


def judge(folder: Path, workers: int) -> Iterator[Judged]:
    """Every field of every bare name, against what a store of all articles knows of it."""
    rows = articles()
    records = coded_documents([_document(row) for row in rows], workers)
    keys, store = stored(records, folder)
    with store, store.corpus() as corpus:
        told = Knower(corpus).of(keys.values())
    for row in rows:
        here = told.get(keys[row["id"]], {}).values()
        for name, gold in row.get("bare", {}).items():
            one = next((one for one in here if plain(one.called) == plain(name)), None)
            for field, wanted in zip(("country", "sectors"), gold.split(), strict=True):
                yield row["id"], name, field, None if wanted == "-" else wanted, _value(one, field)


def articles() -> list[Row]:
    """The articles of the set."""
    found: list[Row] = yaml.safe_load(ARTICLES.read_text(encoding="utf-8"))
    return found


def is_held_out(article: str, name: str) -> bool:
    """Whether a name belongs to the part that is measured only."""
    return int(hashlib.sha256(f"{article} {name}".encode()).hexdigest(), 16) % HELD_OUT == 0


def _value(one: Known | None, field: str) -> str | None:
    """The country, or the primary sector."""
    return next((found.value.split()[0] for found in (one.found if one else ()) if found.field == field), None)


def _document(row: Row) -> Document:
    day = str(row["day"])
    return Document(
        row["id"], row["text"], outlet=row["outlet"], published=day, published_how="given", lang=row["lang"], plain=True
    )
