"""Outlets: who copies whom, and the share of each outlet's own reporting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sumber.layout import canonical, find_medium
from sumber.merge.documents.lineage import Source
from sumber.merge.events.voices import Voice, voice_of_text
from sumber.store import Corpus

UNNAMED = "?"  # the outlet of documents that name none


@dataclass(slots=True)
class OutletView:
    """An outlet. ``own`` are documents in its own voice; ``takes`` whom it has texts from (outlets and agencies),
    ``gives`` who has texts from it, both with the number of documents; ``first`` the stories that it was the first to
    tell. ``since`` is the day of its first document here; of an agency that is only credited, of the first credit."""

    name: str
    documents: int = 0
    own: int = 0
    first: int = 0
    since: str | None = None
    agency: bool = False
    takes: Counter[str] = field(default_factory=Counter)
    gives: Counter[str] = field(default_factory=Counter)

    @property
    def own_share(self) -> float:
        """Share of its documents that are its own reporting, 0 to 1."""
        return self.own / self.documents if self.documents else 0.0


@dataclass(frozen=True, slots=True)
class Taking:
    """A document whose text is another's: ``giver`` is the outlet of the ``parent`` it was taken from, or where the
    parent is not here, the medium it credits."""

    document: str
    taker: str
    giver: str
    parent: str | None
    published: str | None
    story: str


@dataclass(frozen=True, slots=True)
class SourcesView:
    """All outlets, those with most documents first, and all texts that one took from another, latest first."""

    outlets: tuple[OutletView, ...]
    takings: tuple[Taking, ...]


def list_sources(corpus: Corpus) -> list[OutletView]:
    """All outlets of the corpus, those with most documents first."""
    return list(view_sources(corpus).outlets)


def view_sources(corpus: Corpus) -> SourcesView:
    """All outlets of the corpus and who took what from whom. It reads of each document only what says so."""
    rows = {row["document"]: row for row in corpus.documents.origins()}
    sources = {
        key: Source(key, row["published"], row["outlet"], tuple(row["credits"]), tuple(row["whole"]))
        for key, row in rows.items()
    }
    voices = _voices(sources, {key: row["parent"] for key, row in rows.items() if row["parent"] in rows})
    shown = {outlet: canonical(outlet) for outlet in {row["outlet"] for row in rows.values()} if outlet}
    names = {key: shown.get(row["outlet"], UNNAMED) for key, row in rows.items()}
    found: dict[str, OutletView] = {}
    takings = []
    for key, row in rows.items():
        outlet = found.setdefault(names[key], OutletView(names[key]))
        outlet.documents += 1
        outlet.first += row["story"] == f"S{key}"
        outlet.since = _earlier(outlet.since, row["published"])
        parent = row["parent"] if row["sure"] else None
        giver = names[parent] if parent in names else voices[key].name
        if giver and giver not in (names[key], UNNAMED):
            outlet.takes[giver] += 1
            takings.append(Taking(key, names[key], giver, parent, row["published"], row["story"]))
        elif parent is None:
            outlet.own += 1
    _turn_round(found, takings)
    takings.sort(key=lambda one: (one.published or "", one.document), reverse=True)
    return SourcesView(tuple(sorted(found.values(), key=lambda one: (-one.documents, one.name))), tuple(takings))


def _turn_round(found: dict[str, OutletView], takings: Sequence[Taking]) -> None:
    """From who takes to who gives; an agency that is only credited becomes known by it."""
    for one in takings:
        giver = found.setdefault(one.giver, OutletView(one.giver))
        giver.gives[one.taker] += 1
        if not giver.documents:
            giver.since = _earlier(giver.since, one.published)
    for outlet in found.values():
        medium = find_medium(outlet.name)
        outlet.agency = bool(medium and medium.is_agency)


def _voices(sources: dict[str, Source], parents: dict[str, str]) -> dict[str, Voice]:
    """Whose the text of each document is, as `text_voices` has it, of all documents at once."""
    trees: dict[str, list[str]] = {}
    for key in sorted(sources):
        trees.setdefault(_head(key, parents), []).append(key)
    voices: dict[str, Voice] = {}
    for head, tree in trees.items():
        voice = voice_of_text([sources[key] for key in tree], head)
        voices |= dict.fromkeys(tree, voice)
    return voices


def _head(key: str, parents: dict[str, str]) -> str:
    """The document at the head of a lineage; of a circle of credits the first by key."""
    path = [key]
    while (parent := parents.get(path[-1])) is not None:
        if parent in path:
            return min(path[path.index(parent) :])
        path.append(parent)
    return path[-1]


def _earlier(one: str | None, other: str | None) -> str | None:
    return min(filter(None, (one, other)), default=None)
