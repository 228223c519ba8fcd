"""The tolls of the corpus: for each event its figures with their voices, and the running totals over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sumber.merge.events.voices import Voice
from sumber.merge.tolls import Difference, Figure, Range, Series, compare, figures, series, summary
from sumber.merge.views.story import text_voices
from sumber.store import Corpus
from sumber.store.pack import chunks

Contract = dict[str, Any]


@dataclass(frozen=True, slots=True)
class EventToll:
    """The figures of one event, copies told once; ``told`` is its first report in words."""

    event: str
    told: str
    figures: tuple[Figure, ...]
    ranges: tuple[Range, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class TollView:
    """Events with figures, the greatest first, and running totals."""

    events: tuple[EventToll, ...]
    totals: tuple[Series, ...]


def view_tolls(corpus: Corpus, keys: Sequence[str], wanted: Callable[[Figure], bool]) -> TollView:
    """The tolls that documents tell; ``wanted`` is asked of each figure."""
    voices, _heads = text_voices(corpus.documents, keys)
    found: dict[str, list[Figure]] = {}
    said: dict[str, str] = {}
    for part in chunks(keys):  # the records of a large corpus do not fit into memory together
        for key, record in corpus.documents.records(part).items():
            found[key] = [figure for figure in figures(key, record) if wanted(figure)]
            said |= {f"{key}.{f.event}": _sentence(record, f.event) for f in found[key] if f.event}
    merged = corpus.events.merged(said)
    told: dict[str, list[Figure]] = defaultdict(list)
    sentences: dict[str, str] = {}
    totals: list[Figure] = []
    for key in keys:
        for figure in found[key]:
            if figure.total:
                totals.append(figure)
            elif figure.event is not None:
                report = f"{key}.{figure.event}"
                told[merged[report]].append(_voiced(figure, voices[key]))
                sentences.setdefault(merged[report], said[report])
    rows = [
        EventToll(event, sentences[event], tuple(listed), summary(listed), compare(listed))
        for event, listed in told.items()
    ]
    rows.sort(key=lambda row: (-max((r.highest or 0) for r in row.ranges) if row.ranges else 0, row.event))
    return TollView(tuple(rows), series(totals))


def _voiced(figure: Figure, voice: Voice) -> Figure:
    """A figure in the outlet's own words is of whoever's text it is: a copy gives it no second voice."""
    own = figure.origin == (figure.outlet or figure.document)
    return replace(figure, origin=voice.name) if own and voice.name else figure


def _sentence(record: Contract, number: str) -> str:
    event = next(one for one in record["events"] if one["id"] == number)
    return " ".join(record["text"][event["sentence"]["start"] : event["sentence"]["end"]].split())
