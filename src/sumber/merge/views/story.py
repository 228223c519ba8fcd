"""A story: its documents, who took it from whom, the independent voices behind the texts, and its events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sumber.errors import StoreError
from sumber.merge.documents.enter import source_in
from sumber.merge.events.voices import Voice, voice_of_text
from sumber.store import Corpus, DocumentTables


@dataclass(frozen=True, slots=True)
class Teller:
    """A document in its story. ``parent`` is whom it took its text from, with the reason; ``sure`` is false where only
    the direction is open. ``voice`` is whose the text is."""

    document: str
    outlet: str | None
    published: str | None
    title: str | None
    lang: str
    parent: str | None
    reason: str | None
    sure: bool
    voice: Voice


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story, its documents in order of publication. ``events`` are the ids of what they tell, each once."""

    id: str
    title: str | None
    first: str | None
    last: str | None
    tellers: tuple[Teller, ...]
    voices: tuple[Voice, ...]
    copies: int
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """What two documents of a story have in common: the kind of copy, the share of each, and the stretches of text, as
    (start, end) in ``a`` with their words."""

    a: str
    b: str
    kind: str
    in_a: float
    in_b: float
    stretches: tuple[tuple[int, int, str], ...]


def shared_text(corpus: Corpus, story: StoryView, start: int = 0, limit: int | None = None) -> tuple[Shared, ...]:
    """The pairs of copies of a story with the stretches they share, the most alike first and translations last;
    ``limit`` pairs from the one at place ``start`` on."""
    found = []
    keys = {teller.document for teller in story.tellers}
    pairs = [row for row in corpus.documents.copies(keys) if row["a"] in keys and row["b"] in keys]
    pairs.sort(key=lambda row: (row["kind"] == "translation", -max(row["in_a"], row["in_b"]), row["a"], row["b"]))
    chosen = pairs[start:] if limit is None else pairs[start : start + limit]
    texts = {key: corpus.documents.record(key)["text"] for key in {row["a"] for row in chosen}}
    for row in chosen:
        text = texts[row["a"]]
        spans = [here for here, _there in row["spans"]]
        stretches = tuple((start, end, " ".join(text[start:end].split())) for start, end in spans)
        found.append(Shared(row["a"], row["b"], row["kind"], row["in_a"], row["in_b"], stretches))
    return tuple(found)


def tree_of(story: StoryView) -> list[tuple[int, Teller]]:
    """The documents of a story with their depth, each behind the one it took its text from. Where documents credit each
    other in a circle, the first published stands at its head."""
    known = {teller.document: teller for teller in story.tellers}
    takers: dict[str | None, list[Teller]] = {}
    for teller in story.tellers:
        takers.setdefault(teller.parent if teller.parent in known else None, []).append(teller)
    found: list[tuple[int, Teller]] = []
    seen: set[str] = set()
    for head in (*takers.get(None, ()), *story.tellers):
        waiting = [(0, head)]
        while waiting:
            depth, teller = waiting.pop()
            if teller.document not in seen:
                seen.add(teller.document)
                found.append((depth, teller))
                waiting += [(depth + 1, taker) for taker in reversed(takers.get(teller.document, ()))]
    return found


def list_stories(
    corpus: Corpus, since: str | None, until: str | None, holding: Sequence[str], limit: int
) -> list[StoryView]:
    """Stories of some days, or that hold some documents, those told most often first."""
    return [_view(corpus, story) for story in corpus.documents.stories(since, until, holding, limit)]


def view_story(corpus: Corpus, name: str) -> StoryView:
    """A story by its id ``S…``, or by a document of it. Raises StoreError where there is none."""
    tables = corpus.documents
    if tables.members(name):
        return _view(corpus, name)
    # An id that is no more leads to where its first document is now.
    profile = tables.profiles([name.removeprefix("S")]).get(name.removeprefix("S"))
    if profile is not None:
        return _view(corpus, profile["story"])
    row = corpus.events.tombstone(name)
    if row is None:
        raise StoreError(f"there is no story {name!r}. See them with: sumber stories")
    return view_story(corpus, row["merged_into"])


def text_voices(tables: DocumentTables, keys: Iterable[str]) -> tuple[dict[str, Voice], dict[str, str]]:
    """Whose the texts of documents are, and the document at the head of each lineage."""
    heads = tables.heads(keys)
    trees = _trees(tables, set(heads.values()))
    sources = tables.sources({key for tree in trees.values() for key in tree})
    voices = {
        head: voice_of_text([source_in(sources[key]) for key in tree if key in sources], head)
        for head, tree in trees.items()
    }
    return {key: voices[head] for key, head in heads.items()}, heads


def _trees(tables: DocumentTables, heads: Iterable[str]) -> dict[str, list[str]]:
    """For each head all documents whose text goes back to it."""
    root = {head: head for head in heads}
    fresh = set(root)
    while fresh:
        takers = tables.takers(fresh)
        found = {child: root[parent] for parent, children in takers.items() for child in children}
        fresh = set(found) - set(root)
        root |= {child: found[child] for child in fresh}
    trees: dict[str, list[str]] = {}
    for key in sorted(root):
        trees.setdefault(root[key], []).append(key)
    return trees


def _view(corpus: Corpus, story: str) -> StoryView:
    tables = corpus.documents
    keys = tables.members(story)
    headings, parents = tables.headings(keys), tables.parents(keys)
    voices, _heads = text_voices(tables, keys)
    tellers = tuple(_teller(headings[key], parents.get(key), voices[key]) for key in keys)
    days = sorted(teller.published for teller in tellers if teller.published)
    distinct = {teller.voice.key: teller.voice for teller in tellers}
    events = corpus.events.merged(corpus.events.of_documents(keys))
    return StoryView(
        id=story,
        title=next((teller.title for teller in tellers if teller.title), None),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        tellers=tellers,
        voices=tuple(distinct.values()),
        copies=sum(teller.parent is not None for teller in tellers),
        events=tuple(sorted(set(events.values()))),
    )


def _teller(heading: Mapping[str, Any], parent: Mapping[str, Any] | None, voice: Voice) -> Teller:
    return Teller(
        document=heading["key"],
        outlet=heading["outlet"],
        published=heading["published"],
        title=heading["title"],
        lang=heading["lang"],
        parent=parent["parent"] if parent else None,
        reason=parent["reason"] if parent else None,
        sure=bool(parent["sure"]) if parent else True,
        voice=voice,
    )
