"""A document enters the corpus: its copies, whom it took its text from, and the story it belongs to."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeVar

from sumber.merge.actors.sighting import sightings
from sumber.merge.documents.copies import Copy, compare, turned
from sumber.merge.documents.likeness import LANGUAGE_FREE, Features, features
from sumber.merge.documents.lineage import Edge, Source, edge, source_of
from sumber.merge.documents.prints import Contract, Print, fingerprint, print_of, sampled
from sumber.merge.documents.stories import COPY, DAYS, Telling, forerunner, nearness
from sumber.merge.documents.translations import DAYS as TRANSLATION_DAYS
from sumber.merge.documents.translations import TELLING, Anchor, anchors, is_translation
from sumber.store import Corpus, DocumentTables

SHARE = 0.10  # of the indexed hashes of the shorter document from which a comparison is worth its time
SUBJECTS = 16  # of the words, and as many of the names, by which the tellings of one affair are looked up
SHARED_SUBJECTS = 3

Side = TypeVar("Side")


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A document on its way in."""

    key: str
    record: Contract
    prints: Print
    about: Features
    source: Source

    @property
    def telling(self) -> Telling:
        """Its side of the story."""
        return Telling(self.key, self.source.published, self.record["lang"], self.about)


def enter(corpus: Corpus, key: str, day: str) -> set[str]:
    """Enter a kept document; gives the documents whose story changed by it, itself among them. ``day`` is today."""
    tables = corpus.documents
    record = tables.record(key)
    new = Newcomer(key, record, print_of(record), features(record), source_of(key, record))
    copies = _find_copies(tables, new)
    hashes = [int(value) for value in sampled(new.prints.distinct()).view("int64")]
    profile = {
        "document": key,
        "published": new.source.published,
        "lang": record["lang"],
        "sampled": len(hashes),
        "source": _json({"outlet": new.source.outlet, "credits": new.source.credits, "whole": new.source.whole}),
        "features": _json(dict(new.about)),
        "actors": _json([asdict(one) for one in sightings(key, record, None)]),
        "story": f"S{key}",
    }
    tables.add_profile(profile, hashes, _subjects(new.about))
    tables.add_copies([_row(key, other, copy) for other, copy in copies.items()])
    _trace(tables, new, copies)
    return _take_place(corpus, new, copies, day)


def _find_copies(tables: DocumentTables, new: Newcomer) -> dict[str, Copy]:
    """Copies by shared runs of words, and translations by shared anchors; in each the newcomer is a."""
    hashes = [int(value) for value in sampled(new.prints.distinct()).view("int64")]
    found: dict[str, Copy] = {}
    for other in tables.sharing_prints(new.key, hashes, SHARE):
        copy = _in_order(compare, new.prints, _kept_print(tables, other), new.key < other)
        if copy is not None:
            found[other] = copy
    return found | _translations(tables, new)


def _in_order(compared: Callable[[Side, Side], Copy | None], ours: Side, theirs: Side, first: bool) -> Copy | None:
    """The two compared in the order of their keys, whichever came first: where words stand in one of them twice, the
    comparison finds other stretches the other way round."""
    if first:
        return compared(ours, theirs)
    found = compared(theirs, ours)
    return turned(found) if found is not None else None


def _kept_print(tables: DocumentTables, key: str) -> Print:
    record = tables.record(key)
    return _print_of(record["text"], _paragraphs(record), _quoted(record))


@lru_cache(maxsize=2_000)
def _print_of(text: str, paragraphs: tuple[tuple[int, int], ...], quoted: tuple[tuple[int, int], ...]) -> Print:
    return fingerprint(text, paragraphs, quoted)


def _paragraphs(record: Contract) -> tuple[tuple[int, int], ...]:
    return tuple((block["start"], block["end"]) for block in record["layout"] if block["kind"] == "paragraph")


def _quoted(record: Contract) -> tuple[tuple[int, int], ...]:
    spans = (span for said in record["attributions"] if said["kind"] == "direct" for span in said["content"])
    return tuple((span["start"], span["end"]) for span in spans)


def _translations(tables: DocumentTables, new: Newcomer) -> dict[str, Copy]:
    if new.source.published is None:
        return {}
    free = [name for name in _subjects(new.about) if name[:2] in LANGUAGE_FREE]
    first, last = _days_around(new.source.published, TRANSLATION_DAYS)
    near = tables.profiles(tables.sharing_subjects(new.key, free, first, last, TELLING))
    found: dict[str, Copy] = {}
    ours = anchors(new.record)
    for other, profile in near.items():
        if profile["lang"] != new.record["lang"]:
            copy = _in_order(_translated, ours, anchors(tables.record(other)), new.key < other)
            if copy is not None:
                found[other] = copy
    return found


def _translated(a: Sequence[Anchor], b: Sequence[Anchor]) -> Copy | None:
    pairs = is_translation(a, b)
    return Copy("translation", len(pairs) / len(a), len(pairs) / len(b), pairs) if pairs else None


def _trace(tables: DocumentTables, new: Newcomer, copies: Mapping[str, Copy]) -> None:
    """The lineage of the newcomer and of those that may have theirs from it."""
    profiles = tables.profiles(copies)
    parents = tables.parents([new.key, *copies])
    best = {
        child: Edge(child, row["parent"], row["reason"], row["strength"], row["sure"]) for child, row in parents.items()
    }
    for other, copy in copies.items():
        source = source_in(profiles[other])
        for found in (edge(new.source, source, copy), edge(source, new.source, turned(copy))):
            if found is not None and (found.child not in best or found.rank > best[found.child].rank):
                best[found.child] = found
                tables.set_parent(asdict(found))


def source_in(profile: Mapping[str, object]) -> Source:
    """The evidence on lineage that a profile keeps."""
    kept = profile["source"]
    assert isinstance(kept, dict)
    return Source(str(profile["document"]), _day(profile), kept["outlet"], tuple(kept["credits"]), tuple(kept["whole"]))


def _take_place(corpus: Corpus, new: Newcomer, copies: Mapping[str, Copy], day: str) -> set[str]:
    """Find the newcomer's forerunner; let later documents turn to it that are nearer to it than to theirs."""
    tables, telling = corpus.documents, new.telling
    near = set(copies)
    if telling.published is not None:
        window = _days_around(telling.published, DAYS)
        near |= set(tables.sharing_subjects(new.key, _subjects(new.about), *window, SHARED_SUBJECTS))
    profiles = tables.profiles(near)
    others = [_telling(profile) for profile in profiles.values()]
    before = forerunner(telling, others, set(copies))
    if before is not None:
        tables.follow(new.key, before.parent, before.likeness)
    story = profiles[before.parent]["story"] if before else f"S{new.key}"
    moved = {new.key: story}
    for other in others:
        profile = profiles[other.key]
        if other.order > telling.order and _is_nearer(other, telling, profile, copies):
            tables.follow(other.key, new.key, COPY if other.key in copies else nearness(other, telling))
            moved |= dict.fromkeys(_with_followers(tables, other.key), story)
            if profile["parent"] is None:
                reason = f"{other.key} follows {new.key}"
                row = {"id": f"S{other.key}", "merged_into": story, "reason": reason, "at": day}
                corpus.events.bury([row])
    tables.set_stories(moved)
    return set(moved)


def _is_nearer(other: Telling, new: Telling, profile: Mapping[str, object], copies: Mapping[str, Copy]) -> bool:
    near = COPY if other.key in copies else nearness(other, new)
    if not near:
        return False
    parent, likeness = profile["parent"], profile["likeness"]
    if parent is None or not isinstance(likeness, float):
        return True
    return (-near, new.key) < (-likeness, str(parent))


def _with_followers(tables: DocumentTables, key: str) -> list[str]:
    found = [key]
    fresh = [key]
    while fresh:
        fresh = tables.followers(fresh)
        found += fresh
    return found


def _telling(profile: Mapping[str, object]) -> Telling:
    about = profile["features"]
    assert isinstance(about, dict)
    return Telling(str(profile["document"]), _day(profile), str(profile["lang"]), about)


def _day(profile: Mapping[str, object]) -> str | None:
    return str(profile["published"]) if profile["published"] else None


def _subjects(about: Features) -> list[str]:
    """The heaviest words and the heaviest names."""
    ordered = sorted(about, key=lambda name: (-about[name], name))
    free = [name for name in ordered if name[:2] in LANGUAGE_FREE][:SUBJECTS]
    return free + [name for name in ordered if name[:2] not in LANGUAGE_FREE][:SUBJECTS]


def _days_around(published: str, days: int) -> tuple[str, str]:
    middle = date.fromisoformat(published)
    return (middle - timedelta(days)).isoformat(), (middle + timedelta(days)).isoformat()


def _row(key: str, other: str, copy: Copy) -> dict[str, object]:
    if other < key:
        key, other, copy = other, key, turned(copy)
    spans = [[list(here), list(there)] for here, there in copy.spans]
    return {"a": key, "b": other, "kind": copy.kind, "in_a": copy.in_a, "in_b": copy.in_b, "spans": _json(spans)}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def keys_of(rows: Iterable[Mapping[str, object]]) -> set[str]:
    """All documents that stand in rows of copies."""
    return {str(row[side]) for row in rows for side in ("a", "b")}
