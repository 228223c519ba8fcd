"""Outlets: who copies whom, and the share of each outlet's own reporting."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from sumber.layout import canonical
from sumber.merge.views.story import text_voices
from sumber.store import Corpus


@dataclass(slots=True)
class OutletView:
    """An outlet. ``own`` are documents in its own voice; ``takes`` whom it has texts from (outlets and agencies),
    ``gives`` who has texts from it, both with the number of documents; ``stories`` that it was the first to tell."""

    name: str
    documents: int = 0
    own: int = 0
    first: int = 0
    takes: Counter[str] = field(default_factory=Counter)
    gives: Counter[str] = field(default_factory=Counter)

    @property
    def own_share(self) -> float:
        """Share of its documents that are its own reporting, 0 to 1."""
        return self.own / self.documents if self.documents else 0.0


def list_sources(corpus: Corpus) -> list[OutletView]:
    """All outlets of the corpus, those with most documents first."""
    tables = corpus.documents
    keys = tables.all_keys()
    headings, parents = tables.headings(keys), tables.parents(keys)
    voices, _heads = text_voices(tables, keys)
    stories = {key: profile["story"] for key, profile in tables.profiles(keys).items()}
    found: dict[str, OutletView] = {}
    names = {key: canonical(headings[key]["outlet"]) if headings[key]["outlet"] else "?" for key in keys}
    for key in keys:
        outlet = found.setdefault(names[key], OutletView(names[key]))
        outlet.documents += 1
        outlet.first += stories[key] == f"S{key}"
        parent = parents.get(key)
        giver = names[parent["parent"]] if parent and parent["sure"] else voices[key].name
        if giver and giver not in (names[key], "?"):
            outlet.takes[giver] += 1
        elif parent is None or not parent["sure"]:
            outlet.own += 1
    for outlet in list(found.values()):
        for giver, count in outlet.takes.items():
            found.setdefault(giver, OutletView(giver)).gives[outlet.name] += count
    return sorted(found.values(), key=lambda one: (-one.documents, one.name))
