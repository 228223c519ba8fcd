"""Score `layout/` on the roles of lines: what each line of a page is for.

python -m evaluate.lines              the figures of every collection, and the recall of each fine role
python -m evaluate.lines --misses     the lines that got another role than gold's, but for those set aside
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluate.coding import Scores, articles
from sumber.layout import lay_out
from sumber.model import Article, Document
from sumber.parse import find_language

HOME = Path(__file__).parent
#: The gold's fine roles, by the kind of block that `layout/` has for them.
KINDS = {
    "title": ("title", "deck", "subhead"),
    "byline": ("byline", "initials", "credit"),
    "caption": ("caption", "photo_credit"),
    "furniture": ("breadcrumb", "stamp", "related", "share", "ad", "video", "tags", "notice", "page"),
    "paragraph": ("paragraph", "list"),
}
KIND_OF = {role: kind for kind, roles in KINDS.items() for role in roles}
MEASURED_ONLY = ("b05", "b06", "b07", "b08")  # articles of evaluate/gold whose errors nobody reads
LOST = ("furniture", "byline", "caption")  # body text in a block of these is coded by nobody, or as a caption only


@dataclass(frozen=True, slots=True)
class Row:
    """A line as gold has it. `number` counts from 1; `dateline` is the dateline at its head, or empty."""

    article: str
    number: int
    sha256: str
    role: str
    dateline: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A line beside what `layout/` made of it. `gold` and `found` are kinds, `exact` is whether the dateline ends
    where gold's ends, `lost` counts characters of body text in a block of the wrong sort, `size` all of it."""

    row: Row
    text: str
    gold: frozenset[str]
    found: frozenset[str]
    exact: bool
    lost: int
    size: int


def texts(collection: str, shared: Path) -> Path:
    """Where a collection's articles lie; the development cases lie outside the repository."""
    homes = {"cases": shared / "cases" / "text", "fresh": HOME.parent / "gold" / "text", "pages": HOME / "text"}
    return homes[collection]


def collections(shared: Path) -> list[str]:
    """The collections whose articles are here."""
    return [name for name in ("cases", "fresh", "pages") if texts(name, shared).is_dir()]


def read_rows(collection: str) -> list[Row]:
    """The gold of a collection, in order."""
    with (HOME / f"{collection}.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Row(row["article"], int(row["line"]), row["sha256"], row["role"], row.get("dateline") or "") for row in rows
    ]


def fingerprint(line: str) -> str:
    """By which gold knows a line: it must be the one that was read."""
    return hashlib.sha256(line.encode()).hexdigest()[:8]


def set_aside(article: str) -> bool:
    """A fifth of the articles, chosen by hash, and those measured only: their errors are counted, never looked at."""
    return article in MEASURED_ONLY or int(hashlib.sha256(article.encode()).hexdigest(), 16) % 5 == 0


def readings(collection: str, shared: Path) -> list[Reading]:
    """Every line of a collection beside what `layout/` makes of it. Raises ValueError where gold is of another text."""
    documents = {document.id: document for document in articles(texts(collection, shared))}
    by_article: dict[str, list[Row]] = {}
    for row in read_rows(collection):
        by_article.setdefault(row.article, []).append(row)
    return [reading for name, rows in by_article.items() for reading in _read(documents[name], rows)]


def _read(document: Document, rows: list[Row]) -> Iterator[Reading]:
    article = lay_out(document, find_language(document.text))
    places = _places(document.text)
    for row in rows:
        start, end = places[row.number - 1]
        line = document.text[start:end]
        if fingerprint(line) != row.sha256:
            raise ValueError(f"{row.article}, line {row.number}: not the line that gold was written for")
        yield _reading(article, row, start, end)


def _places(text: str) -> list[tuple[int, int]]:
    places, start = [], 0
    for line in text.splitlines(keepends=True):
        places.append((start, start + len(line.rstrip("\r\n"))))
        start += len(line)
    return places


def _reading(article: Article, row: Row, start: int, end: int) -> Reading:
    kind = KIND_OF[row.role]
    inside = [
        (block.kind, max(block.start, start), min(block.end, end))
        for block in article.blocks
        if block.start < end and start < block.end
    ]
    sizes: Counter[str] = Counter()
    for found, begin, until in inside:
        sizes[found] += until - begin
    ends = [until for found, _, until in inside if found == "dateline"]
    sizes.pop("dateline", 0)
    main = {max(sizes, key=lambda name: sizes[name])} if sizes else set()
    body = kind == "paragraph"
    return Reading(
        row=row,
        text=article.text[start:end],
        gold=frozenset({kind} | ({"dateline"} if row.dateline else set())),
        found=frozenset(main | ({"dateline"} if ends else set())),
        exact=ends == ([start + len(row.dateline)] if row.dateline else []),
        lost=sum(sizes[name] for name in LOST) if body else 0,
        size=end - start - len(row.dateline) if body else 0,
    )


def f1_by_kind(found: Iterable[Reading]) -> dict[str, float]:
    """F1 of each kind that gold has. A dateline that ends elsewhere is both missed and invented."""
    right, gold, told = Counter[str](), Counter[str](), Counter[str]()
    for line in found:
        right.update((line.gold & line.found) - (set() if line.exact else {"dateline"}))
        gold.update(line.gold)
        told.update(line.found)
    return {kind: 2 * right[kind] / (gold[kind] + told[kind]) for kind in gold}


def macro_f1(found: Iterable[Reading]) -> float:
    """The mean of F1 over the kinds that gold has."""
    kinds = f1_by_kind(found)
    return sum(kinds.values()) / len(kinds)


def lost_share(found: Sequence[Reading]) -> float:
    """How much of the body text, of 1 and by characters, stands in blocks that are no body text."""
    return sum(line.lost for line in found) / sum(line.size for line in found)


def lines(shared: Path, folder: Path, workers: int) -> Scores:
    """The roles of lines of the collections that are here."""
    scores: Scores = {}
    for name in collections(shared):
        found = readings(name, shared)
        scores |= {f"{name} macro-F1": macro_f1(found), f"{name} body called furniture": lost_share(found)}
    return scores
