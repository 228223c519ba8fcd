"""The made-up store: articles through `Store.write`, and what merging would know of them through its tables."""

from __future__ import annotations

import datetime
import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from random import Random
from typing import Any

from evaluate.desk.articles import FILLER, Page, write
from evaluate.desk.plots import Plot, plots
from evaluate.lineage.bulk import drawn_words
from evaluate.lineage.data import LANGS
from sumber.merge.actors.sighting import sightings
from sumber.merge.events.groups import pair_of
from sumber.merge.events.sights import block_keys, sights
from sumber.store import Corpus, Store, as_json

SEED = 23
KEY = 12  # hex digits of the hash by which the commands call a document
OUTLETS = tuple(
    f"{head} {tail}"
    for head in ("Kabar", "Harian", "Daily", "Suara", "Morning", "Pos")
    for tail in ("Timur", "Nusantara", "Herald", "Selatan", "Tribun", "Merdeka", "Observer")
)
AGENCIES = ("Antara", "Reuters", "AFP", "Associated Press")
COPIED, TRANSLATED = 0.45, 0.08  # shares of the articles of an affair after its first
AT_ONCE = 500  # documents of one transaction of the merge tables
Row = dict[str, Any]
Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Made:
    """An article that was kept. ``deeds`` says which deed of the affair each of its events tells; ``source`` is the
    article it was copied from, with the kind of copy."""

    key: str
    record: Row
    deeds: dict[str, int]
    source: Made | None
    kind: str

    @property
    def order(self) -> tuple[bool, str, str]:
        day = (self.record["published"] or {}).get("from")
        return day is None, day or "", self.key


def fill(path: str, articles: int, told: Told) -> None:
    """Make a store with so many articles and five times as many events."""
    rng = Random(SEED)
    words = {lang: drawn_words(SEED, lang) for lang in LANGS}
    with Store(path, create=True) as store:
        waiting: list[list[Made]] = []
        done = 0
        for plot in plots(SEED, articles):
            waiting.append(_affair(store, rng, plot, words, done))
            done += len(waiting[-1])
            if sum(map(len, waiting)) >= AT_ONCE:
                _merge(store, waiting)
                waiting = []
                told(f"{done:,} articles")
        _merge(store, waiting)


def _affair(store: Store, rng: Random, plot: Plot, words: dict[Any, Iterator[str]], done: int) -> list[Made]:
    """Write the articles of one affair: some in their own words, some copied, some translated."""
    made: list[Made] = []
    pages: list[Page] = []
    for number in range(plot.articles):
        chance = rng.random()
        page, source, kind = _own(rng, plot, words), None, ""
        if number and chance < COPIED + TRANSLATED:
            at = rng.randrange(len(made))
            source, kind = made[at], "edited" if chance < COPIED else "translation"
            page = _taken(rng, pages[at], page, kind, source.record["outlet"])
        deeds: dict[str, int] = {}
        record = write(rng, plot, page, f"{done + number:06d}", deeds)
        sha256 = hashlib.sha256(record["text"].encode()).hexdigest()
        if store.write(record, sha256):
            made.append(Made(sha256[:KEY], record, deeds, source, kind))
            pages.append(page)
    return made


def _own(rng: Random, plot: Plot, words: dict[Any, Iterator[str]]) -> Page:
    lang = rng.choice(LANGS)
    day = None if rng.random() < 0.02 else plot.day + datetime.timedelta(rng.choice((0, 0, 0, 1, 1, 2, 3)))
    order = rng.sample(range(len(plot.deeds)), rng.randint(2, min(8, len(plot.deeds))))
    order += rng.choices(range(len(plot.deeds)), k=rng.choice((0, 1, 1, 2)))  # told twice in one article
    counted = tuple((at, max(1, plot.deeds[at].count + rng.choice((0, 0, 0, 0, 1, -1, 3)))) for at in order)
    sentences = tuple(
        " ".join(next(words[lang]) for _ in range(rng.randint(9, 22))).capitalize() + "." for _ in range(FILLER)
    )
    agency = rng.choice(AGENCIES) if rng.random() < 0.3 else None
    return Page(rng.choice(OUTLETS), lang, day, counted, agency, sentences)


def _taken(rng: Random, source: Page, own: Page, kind: str, outlet: str) -> Page:
    """The page of one who took the text: the other language, or the same words with less of the end."""
    day = source.published + datetime.timedelta(rng.choice((0, 1))) if source.published else None
    if kind == "translation":
        return Page(own.outlet, LANGS[source.lang == LANGS[0]], day, source.told, outlet, own.filler)
    return Page(own.outlet, source.lang, day, source.told, source.agency, source.filler[: rng.randint(8, FILLER)])


def _merge(store: Store, affairs: Sequence[Sequence[Made]]) -> None:
    with store.corpus() as corpus:
        for affair in affairs:
            if affair:
                _enter(corpus, sorted(affair, key=lambda one: one.order))


def _enter(corpus: Corpus, affair: Sequence[Made]) -> None:
    """What merging knows of an affair: its story, who copied whom, which reports tell one event."""
    first = affair[0]
    for one in affair:
        record = one.record
        profile = {
            "document": one.key,
            "published": (record["published"] or {}).get("from"),
            "lang": record["lang"],
            "source": as_json({"outlet": record["outlet"], "credits": [], "whole": []}),
            "features": as_json({f"w:{word.lower()}": 0.2 for word in record["title"].split()}),
            "actors": as_json([asdict(sight) for sight in sightings(one.key, record, None)]),
            "story": f"S{first.key}",
            "parent": None if one is first else (one.source or first).key,
            "likeness": None if one is first else 0.5,
        }
        corpus.documents.add_profile(profile, [])
    for one in affair:
        if one.source is not None and one.key != one.source.key:
            _copied(corpus, one, one.source)
    _report(corpus, affair)


def _copied(corpus: Corpus, one: Made, source: Made) -> None:
    a, b = sorted((one, source), key=lambda made: made.key)
    pairs = zip(a.record["layout"][2:], b.record["layout"][2:], strict=False)
    spans = [[[x["start"], x["end"]], [y["start"], y["end"]]] for x, y in pairs]
    row = {"a": a.key, "b": b.key, "kind": one.kind, "in_a": 0.8, "in_b": 0.8, "spans": as_json(spans)}
    corpus.documents.add_copies([row])
    reason = f"it credits {source.record['outlet']}"
    edge = {"child": one.key, "parent": source.key, "strength": 4.0, "sure": True, "reason": reason}
    corpus.documents.set_parent(edge)


def _report(corpus: Corpus, affair: Sequence[Made]) -> None:
    rows, blocks, links, merged = [], [], [], {}
    groups: dict[int, list[str]] = {}
    for one in affair:
        seen: set[int] = set()
        for sight in sights(one.key, one.record, f"S{affair[0].key}"):
            rows.append({"name": sight.name, "document": one.key, "sight": asdict(sight)})
            blocks += [(block, sight.name) for block in dict.fromkeys(block_keys(sight))]
            deed = one.deeds[sight.event]
            if deed not in seen:  # told again in one article, it is a report of its own
                groups.setdefault(deed, []).append(sight.name)
                seen.add(deed)
    for names in groups.values():
        merged |= dict.fromkeys(names, f"E{names[0]}")
        for name in names[1:]:
            a, b = pair_of(names[0], name)
            links.append({"a": a, "b": b, "points": 4.5, "reason": "same type; same day; same place"})
    corpus.events.put_reports(rows, blocks)
    corpus.events.set_merged(merged)
    corpus.events.replace_links([], links, _misses(list(groups.values())))


def _misses(groups: Sequence[Sequence[str]]) -> list[Row]:
    """Pairs of events of one affair that were nearly joined: one of each two deeds told one after the other."""
    found = []
    for one, other in zip(groups[::2], groups[1::2], strict=False):
        a, b = pair_of(one[0], other[-1])
        found.append({"a": a, "b": b, "points": 2.8, "lacking": 0.2, "reason": "same type; same place"})
    return found


def say(text: str) -> None:
    """Progress, to the terminal."""
    print(text, file=sys.stderr, flush=True)
