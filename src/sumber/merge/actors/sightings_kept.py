"""Sightings between the store and the records of this room: entered with their document, and read name by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from sumber.merge.actors.identity import name_form, spellings, teller, words_of
from sumber.merge.actors.joining import Face, linked
from sumber.merge.actors.known import Teller, Tellers
from sumber.merge.actors.sighting import Sighting, sightings, unpacked
from sumber.store import Corpus

CLOSE_BY = 200_000  # tellers that are kept in memory, some 300 bytes each

_HEAD = "~"  # begins the document of what stands for all sightings of a form and country

Profile = tuple[str, str | None]  # form of a name, country


def enter_names(corpus: Corpus, named: Iterable[Sighting]) -> None:
    """Enter the sightings of a document that is on its way in."""
    rows, keys = [], {}
    for one in named:
        form, told = name_form(one), teller(one)
        if form is not None:
            keys[form] = spellings(form)
        kept = {"form": form, "sectors": " ".join(told.sectors), "senses": "|".join(told.senses)}
        rows.append({**told._asdict(), **kept})
    corpus.actors.enter(rows, keys)


def enter_again(corpus: Corpus, key: str) -> None:
    """Enter those of a document that was merged by a version which did not keep them."""
    named = sightings(key, corpus.documents.record(key), None)
    corpus.actors.replace(key, [asdict(one) for one in named])
    enter_names(corpus, named)


def load(corpus: Corpus, documents: Iterable[str]) -> dict[str, list[Sighting]]:
    """The sightings of merged documents."""
    rows = corpus.actors.of(documents)
    return {key: [unpacked(kept, story) for kept in listed] for key, (story, listed) in rows.items()}


class Names:
    """The names that tell who bears them, with all that are linked with theirs: one face for each form and country, and
    the articles that say something of these."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._held = CLOSE_BY + 1
        self.trim()

    def trim(self) -> None:
        """Forget what was read where it is very much; between two batches of articles."""
        if self._held > CLOSE_BY:
            self._linked: dict[str, tuple[str, ...]] = {}
            self._faces: dict[str, list[Face]] = {}
            self._told: dict[Profile, list[Teller]] = {}
            self._joined: dict[frozenset[Profile], Tellers] = {}
            self._held = 0

    def read(self, forms: Iterable[str]) -> None:
        """Read names that were not read yet."""
        fresh = set(forms) - set(self._linked)
        if not fresh:
            return
        every = sorted(self._link(fresh) - set(self._faces))
        self._faces |= {form: [] for form in every}
        for form, country in self._corpus.actors.profiles(every):
            self._faces[form].append(_face(form, country))
        for form, *row, sectors, senses in self._corpus.actors.told(every):
            told = Teller._make((*row, tuple(sectors.split()), tuple(senses.split("|")) if senses else ()))
            self._told.setdefault((form, told.country), []).append(told)
            self._held += 1

    def _link(self, forms: Iterable[str]) -> set[str]:
        """All forms that hang together with these over their keys."""
        keys = {form: spellings(form) for form in forms}
        asked: set[str] = set()
        while fresh := {key for both in keys.values() for key in both} - asked:
            asked |= fresh
            keys |= {form: (first, second) for form, first, second in self._corpus.actors.linked(fresh)}
        for group in linked(sorted(keys), keys.__getitem__):
            self._linked |= dict.fromkeys(group, tuple(group))
        return set(keys)

    def heads(self, forms: Iterable[str]) -> list[Face]:
        """One face for each form and country of the names that are linked with these."""
        every = dict.fromkeys(other for form in forms for other in self._linked[form])
        return [face for form in every for face in self._faces[form]]

    def tellers(self, faces: Iterable[Face]) -> Tellers:
        """The articles that say something of these: of a head all of its form and country, of another only its own, for
        it may be of their number by its story alone."""
        kept = list(faces)
        profiles = frozenset(_profile(face) for face in kept if _is_head(face))
        if profiles not in self._joined:
            self._joined[profiles] = Tellers(one for profile in profiles for one in self._told.get(profile, ()))
        own = [teller(face.sighting) for face in kept if _profile(face) not in profiles and face.sighting.told]
        whole = self._joined[profiles]
        return Tellers([*whole.every, *own]) if own else whole

    def samples(self, faces: Iterable[Face]) -> list[Teller]:
        """Of each form, country and first sector one article that says something: enough to tell that others bear a
        name."""
        found: dict[tuple[object, ...], Teller] = {}
        for face in faces:
            for one in self._told.get(_profile(face), ()) if _is_head(face) else _own_words(face):
                key = (face.profile, one.sectors[:1], one.land is None, bool(one.senses))
                found[key] = min(found.get(key, one), one, key=lambda told: (told.document, told.actor))
        return list(found.values())


def _face(form: str, country: str | None) -> Face:
    """The face of a form and country, whoever it was sighted by: of a story of its own."""
    kind = "person" if form[0] == "p" else "organization"
    stub = Sighting(f"{_HEAD}{form} {country or ''}", "", "", (), kind, country, (), (), None, None, 0)
    return Face(stub, words_of(form), country, True)


def _is_head(face: Face) -> bool:
    return face.sighting.document.startswith(_HEAD)


def _profile(face: Face) -> Profile:
    """Form and country as the store keeps them; blank for a name that does not tell who bears it."""
    return f"{face.sighting.kind[0]}:{' '.join(face.form)}" if face.full else "", face.sighting.country


def _own_words(face: Face) -> Iterator[Teller]:
    if face.sighting.told:
        yield teller(face.sighting)
