"""A document enters the corpus: its copies, whom it took its text from, and the story it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from sumber.merge.actors.sighting import sightings
from sumber.merge.actors.sightings_kept import enter_names
from sumber.merge.documents.copies import Copy, turned
from sumber.merge.documents.find import Newcomer, days_around, find_copies, find_translations, subjects
from sumber.merge.documents.known import copies_of, copy_row, index_hashes
from sumber.merge.documents.likeness import features
from sumber.merge.documents.lineage import Edge, Source, edge, source_of
from sumber.merge.documents.prints import print_of
from sumber.merge.documents.stories import COPY, DAYS, Telling, forerunner, nearness
from sumber.store import Corpus, DocumentTables, as_json

SHARED_SUBJECTS = 3


def enter(corpus: Corpus, key: str, day: str, searched: bool = False) -> set[str]:
    """Enter a kept document; gives the documents whose story changed by it, itself among them. ``day`` is today.

    With ``searched`` the copies of the document are in the store already, by `fill`.
    """
    tables = corpus.documents
    record = tables.record(key)
    new = Newcomer(key, record, print_of(record), features(record), source_of(key, record))
    hashes = index_hashes(new.prints)
    copies = copies_of(tables, key) if searched else find_copies(tables, new, hashes)
    copies = find_translations(tables, new) | copies  # what shares its words is no translation
    named = sightings(key, record, None)
    profile = {
        "document": key,
        "published": new.source.published,
        "lang": record["lang"],
        "source": as_json({"outlet": new.source.outlet, "credits": new.source.credits, "whole": new.source.whole}),
        "features": as_json(dict(new.about)),
        "actors": as_json([asdict(one) for one in named]),
        "story": f"S{key}",
    }
    tables.add_prints({key: hashes})
    tables.add_profile(profile, subjects(new.about))
    enter_names(corpus, named)
    tables.add_copies([copy_row(key, other, copy) for other, copy in copies.items()])
    entered = tables.profiles(copies)
    copies = {other: copy for other, copy in copies.items() if other in entered}
    _trace(tables, new, copies)
    return _take_place(corpus, new, copies, day)


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
    tables, telling = corpus.documents, _telling_of(new)
    near = set(copies)
    if telling.published is not None:
        window = days_around(telling.published, DAYS)
        near |= set(tables.sharing_subjects(new.key, subjects(new.about), *window, SHARED_SUBJECTS))
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


def _telling_of(new: Newcomer) -> Telling:
    return Telling(new.key, new.source.published, new.record["lang"], new.about)


def _telling(profile: Mapping[str, object]) -> Telling:
    about = profile["features"]
    assert isinstance(about, dict)
    return Telling(str(profile["document"]), _day(profile), str(profile["lang"]), about)


def _day(profile: Mapping[str, object]) -> str | None:
    return str(profile["published"]) if profile["published"] else None
