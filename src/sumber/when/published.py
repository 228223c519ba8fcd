"""The day an article was published, and how that is known.

In this order: what the command line or the page's metadata gives; a stamp or dateline of the text; the article's own
days of report, whose year is found by their weekday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from sumber.codebook import entries
from sumber.model import Article, Block, Published, PublishedHow, Span
from sumber.when.calendar import day_of
from sumber.when.rulebook import Rulebook, rulebook
from sumber.when.scan import Expression, find_expressions
from sumber.when.tense import direction_of

_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright|hak cipta)\D{0,20}((?:19|20)\d\d)", re.IGNORECASE)
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_LETTER = re.compile(r"[^\W\d_]")
_HOW: dict[str, PublishedHow] = {"given": "given", "metadata": "metadata"}


@dataclass(frozen=True, slots=True)
class _Dated:
    """A day named in the text, with the words that name it; ``day`` lacks where its year is still to be found."""

    expression: Expression
    kind: str
    day: date | None

    @property
    def span(self) -> Span:
        return Span(self.expression.start, self.expression.end)

    @property
    def weekday(self) -> int | None:
        number = self.expression.values.get("weekday") or self.expression.values.get("weekdayx")
        return number if isinstance(number, int) else None


def find_published(doc: Doc, article: Article) -> Published | None:
    """The day of publication: given, from metadata, stated in the text, or inferred from its days of report."""
    document = article.document
    given = _ISO_DAY.match(document.published or "")
    if given and day_of(int(given[1]), int(given[2]), int(given[3])):
        return Published(given[0], given[0], _HOW.get(document.published_how or "", "metadata"))
    return read_published(article.text, article.blocks, article.lang)


def read_published(text: str, blocks: tuple[Block, ...], lang: str) -> Published | None:
    """The day of publication from the text and its blocks alone."""
    book = rulebook(lang)
    return _stated(text, blocks, book) or _inferred(text, blocks, book)


def _stated(text: str, blocks: tuple[Block, ...], book: Rulebook) -> Published | None:
    """From a stamp ("Senin, 6 Juni 2022 | 05:30 WIB") or a dateline that gives day, month and year."""
    ranked = sorted(_stamps(text, blocks, book), key=lambda found: found[0])
    if not ranked:
        return None
    stamp = ranked[0][1]
    assert stamp.day is not None
    return Published(stamp.day.isoformat(), stamp.day.isoformat(), "stated", (stamp.span,))


def _stamps(text: str, blocks: tuple[Block, ...], book: Rulebook) -> Iterator[tuple[int, _Dated]]:
    table = entries(book.lang, "time.yaml")["stamp"]
    for block in blocks:
        if block.kind in ("title", "caption"):
            continue
        for start, end in _lines(text, block):
            full = [item for item in _days(text, start, end, block.kind, book) if item.day]
            if not full:
                continue
            rest = len(_LETTER.findall(text[start : full[0].span.start] + text[full[0].span.end : end]))
            limit = table["letters"] if block.kind in ("furniture", "byline") else table["letters"] // 2
            line = text[start:end].lower()
            if block.kind == "dateline" or rest <= limit:
                rank = 0 if any(word in line for word in table["published"]) else 1
                yield (2 if any(word in line for word in table["updated"]) else rank), full[0]


def _lines(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    for line in text[block.start : block.end].splitlines(keepends=True):
        yield start, start + len(line.rstrip())
        start += len(line)


def _days(text: str, start: int, end: int, kind: str, book: Rulebook) -> Iterator[_Dated]:
    """The days of the calendar named between two offsets, that a clause does not look ahead to."""
    for item in find_expressions(text, start, end, book):
        values = item.values
        month, year = values.get("mon") or values.get("monthx"), values.get("year") or values.get("yy")
        if item.rule.operation != "date" or not values.get("day") or not month or item.last or item.frames:
            continue
        if direction_of(text, item.start, item.end, item.sentence, book) <= 0:
            yield _Dated(item, kind, day_of(year, month, values["day"]) if year else None)


def _inferred(text: str, blocks: tuple[Block, ...], book: Rulebook) -> Published | None:
    """The latest day of report. Its year, where it has none, is one the text names and in which the weekday fits."""
    told = [block for block in blocks if block.kind in ("dateline", "caption", "paragraph")]
    days = [day for block in told for day in _days(text, block.start, block.end, block.kind, book)]
    full = [item for item in days if item.day]
    years: dict[int, Span] = {item.day.year: item.span for item in full if item.day}
    for match in _COPYRIGHT.finditer(text):
        years[int(match[1])] = Span(match.start(1), match.end(1))
    reports: list[tuple[date, tuple[Span, ...]]] = [
        (item.day, (item.span,)) for item in full if item.day and item.weekday and item.kind != "caption"
    ]
    for item in days:
        if item.day is None and (item.weekday or item.kind == "dateline"):
            found = _with_year(item, years, max((known.day for known in full if known.day), default=None))
            if found:
                reports.append(found)
    if not reports:
        return None
    day, evidence = max(reports, key=lambda report: report[0])
    return Published(day.isoformat(), day.isoformat(), "inferred", tuple(sorted(evidence)))


def _with_year(item: _Dated, years: dict[int, Span], latest: date | None) -> tuple[date, tuple[Span, ...]] | None:
    """The day in the year that fits its weekday, nearest to the latest full date of the text, with its evidence."""
    values = item.expression.values
    month = values.get("mon") or values["monthx"]
    best: tuple[int, date, Span] | None = None
    for year, source in sorted(years.items()):
        for near in (year, year + 1, year - 1) if item.weekday else (year,):
            day = day_of(near, month, values["day"])
            if day is None or (item.weekday and day.isoweekday() != item.weekday):
                continue
            distance = abs((day - latest).days) if latest else abs(near - year)
            if best is None or distance < best[0]:
                best = distance, day, source
    return (best[1], (item.span, best[2])) if best else None
