"""The register of actors, asked by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sumber.merge.actors.names import plain
from sumber.merge.actors.register import Entry, Register, resolve
from sumber.merge.actors.sighting import unpacked
from sumber.merge.actors.sightings_kept import load
from sumber.merge.views.story import text_voices
from sumber.store import Corpus


@dataclass(frozen=True, slots=True)
class Said:
    """A country or the sense of a role that articles give an entry in their own words: in how many independent
    reports, the first and the last day."""

    value: str
    reports: int
    first: str | None
    last: str | None


def read_register(corpus: Corpus) -> Register:
    """The register of all merged documents. It is a function of them, so it is made when it is asked for."""
    return resolve([unpacked(kept, story) for story, listed in corpus.actors.all() for kept in listed])


def list_actors(corpus: Corpus, name: str | None, country: str | None) -> Register:
    """Entries with a name that holds ``name``, of a country (ISO 3166-1 alpha-3); their candidates with them."""
    whole = read_register(corpus)
    wanted = plain(name) if name else None
    entries = tuple(
        entry
        for entry in whole.entries
        if (wanted is None or any(wanted in plain(variant[0]) for variant in entry.variants))
        and (country is None or entry.country == country)
    )
    ids = {entry.id for entry in entries}
    return Register(entries, tuple(one for one in whole.candidates if one.a in ids or one.b in ids))


def said_of(corpus: Corpus, entries: Sequence[Entry]) -> Mapping[str, tuple[Said, ...]]:
    """What articles say of entries in their own words, country before roles, what most say first: this explains an
    article that names one of them bare."""
    seen = load(corpus, {document for entry in entries for document, _ in entry.sightings})
    told = {(one.document, one.actor): one.told for listed in seen.values() for one in listed if one.told}
    voices, _heads = text_voices(corpus.documents, {document for document, _ in told})
    days = {key: listed[0].published for key, listed in seen.items() if listed}
    found: dict[str, tuple[Said, ...]] = {}
    for entry in entries:
        by_value: dict[tuple[str, str], set[str]] = defaultdict(set)
        for place in entry.sightings:
            for one in told.get(place, ()):
                by_value[one.field, one.value].add(place[0])
        said = []
        for (field, value), documents in by_value.items():
            dated = sorted(day for document in documents if (day := days[document]) is not None)
            reports = len({voices[document].key for document in documents})
            row = Said(value, reports, dated[0] if dated else None, dated[-1] if dated else None)
            said.append((field != "country", -reports, value, row))
        found[entry.id] = tuple(row for *_, row in sorted(said, key=lambda one: one[:3]))
    return found
