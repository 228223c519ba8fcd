"""The register of actors, asked by name."""

from __future__ import annotations

from sumber.merge.actors.names import plain
from sumber.merge.actors.register import Register, resolve
from sumber.merge.actors.sighting import unpacked
from sumber.store import Corpus


def read_register(corpus: Corpus) -> Register:
    """The register of all merged documents. It is a function of them, so it is made when it is asked for."""
    return resolve([unpacked(kept, story) for story, listed in corpus.documents.actors() for kept in listed])


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
