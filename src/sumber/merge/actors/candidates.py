"""Candidates: entries of the register that might be one, with the reason. They are for a person to decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from sumber.merge.actors.joining import Face, by
from sumber.merge.actors.names import Form, compare_people, form, initials, is_abbreviation, is_full
from sumber.merge.actors.people import name_keys

Reason = Literal[
    "country", "torn", "middle names", "order", "initial", "part of the name", "single name", "abbreviation"
]
#: A name that fits more entries than these tells nobody anything.
_FEW = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two entries, ``a`` before ``b``. ``evidence`` is the name of each, with the country where it is known."""

    a: str
    b: str
    reason: str
    evidence: tuple[str, str]


@dataclass(frozen=True, eq=False)
class Party:
    """An entry as the search for candidates sees it."""

    id: str
    name: str
    kind: str
    country: str | None
    faces: tuple[Face, ...]

    @cached_property
    def forms(self) -> list[Form]:
        """Its forms, each once, in order."""
        return sorted({face.form for face in self.faces if face.form})

    @cached_property
    def full(self) -> bool:
        """Whether any name of it can tell who it is."""
        return any(face.full for face in self.faces)

    @cached_property
    def names(self) -> list[str]:
        """Its names as printed, each once, in order."""
        return sorted({name for face in self.faces for name in (face.sighting.name, *face.sighting.names)})


Key = tuple[Reason, Hashable]
Index = dict[Key, dict[str, Party]]
Pairs = Iterator[tuple[Party, Party, Reason]]


def find_candidates(parties: Iterable[Party]) -> tuple[Candidate, ...]:
    """The candidates by ids, each pair once, with the first of its reasons in the order they are sought."""
    known = sorted(parties, key=lambda party: party.id)
    people = [party for party in known if party.kind == "person"]
    bodies = [party for party in known if party.kind != "person"]
    found: dict[tuple[str, str], Candidate] = {}
    for pairs in (_namesakes(people), _variants(people), _homonyms(bodies), _parts_of_bodies(bodies)):
        for one, two, reason in pairs:
            a, b = sorted((one, two), key=lambda party: party.id)
            found.setdefault((a.id, b.id), Candidate(a.id, b.id, reason, (_shown(a, b), _shown(b, a))))
    return tuple(found[key] for key in sorted(found))


def _namesakes(people: list[Party]) -> Pairs:
    """Full names alike: each entry is held against the one most often sighted."""
    buckets: dict[Hashable, dict[str, Party]] = defaultdict(dict)
    for party in people:
        for key in {key for words in party.forms if is_full(words) for key in name_keys(words)}:
            buckets[key][party.id] = party
    for bucket in buckets.values():
        for hub, party in _against_hub(bucket.values()):
            same = any(compare_people(a, b) == "same" for a in hub.forms for b in party.forms)
            yield hub, party, _between(hub, party) if same else "middle names"


def _variants(people: list[Party]) -> Pairs:
    """Words in another order, an initial for the first name, a longer name that goes on, a single name."""
    asks, answers = _index(), _index()
    for party in people:
        full = [words for words in party.forms if is_full(words)]
        for words in full:
            _put(party, ("order", tuple(sorted(words))), asks, answers)
            _put(party, ("part of the name", words), asks)
            for part in _parts(words, 2):
                _put(party, ("part of the name", part), answers)
            _put(party, ("initial", (words[0][:1].casefold(), words[-1])), answers)
            for word in words:
                _put(party, ("single name", (word, "of a full one")), answers)
        for words in () if full else party.forms:
            _put(party, ("initial", (words[0].casefold(), words[-1])), asks)
            if len(words) == 1:
                _put(party, ("single name", (words[0], "of a full one")), asks)
                _put(party, ("single name", (words[0], "alone")), asks, answers)
    for asker, answer, reason in _matched(asks, answers):
        if reason != "order" or not set(asker.forms) & set(answer.forms):
            yield asker, answer, reason


def _homonyms(bodies: list[Party]) -> Pairs:
    """Organisations of one name, or of one abbreviation where nothing says what it stands for."""
    for bucket in by(_full_form, [party for party in bodies if party.full]):
        for hub, party in _against_hub(bucket):
            yield hub, party, _between(hub, party)
    asks, answers = _index(), _index()
    for party in bodies:
        for short in {short for face in party.faces for short in face.short}:
            _put(party, ("abbreviation", short), answers, *([] if party.full else [asks]))
        for name in party.names if party.full else ():
            for short in initials(name):
                _put(party, ("abbreviation", short), answers)
    yield from _matched(asks, answers)


def _full_form(body: Party) -> Form:
    """The one form that all its spelled-out names have."""
    return min(face.form for face in body.faces if face.full)


def _parts_of_bodies(bodies: list[Party]) -> Pairs:
    """ "Northgate", "Northgate Metals"."""
    asks, answers = _index(), _index()
    for party in bodies:
        for name in party.names:
            if not is_abbreviation(name):
                words = form(name, party.kind)
                _put(party, ("part of the name", words), asks)
                for part in _parts(words, 1):
                    _put(party, ("part of the name", part), answers)
    yield from _matched(asks, answers)


def _parts(words: Form, fewest: int) -> set[Form]:
    """How a name begins and ends."""
    lengths = range(fewest, len(words))
    return {part for n in lengths for part in (words[:n], words[-n:]) if any(len(word) > 1 for word in part)}


def _index() -> Index:
    return defaultdict(dict)


def _put(party: Party, key: Key, *indexes: Index) -> None:
    for index in indexes:
        index[key][party.id] = party


def _matched(asks: Index, answers: Index) -> Pairs:
    """Who asks with whom answers, unless too many do or the countries tell them apart."""
    for key, askers in asks.items():
        given = answers.get(key, {})
        for asker in askers.values():
            if len(given) - (asker.id in given) > _FEW:
                continue
            for answer in given.values():
                if answer is not asker and _between(asker, answer) == "torn":
                    yield asker, answer, key[0]


def _against_hub(parties: Iterable[Party]) -> Iterator[tuple[Party, Party]]:
    known = list(parties)
    hub = min(known, key=lambda party: (-len(party.faces), party.id))
    return ((hub, party) for party in known if party is not hub)


def _between(a: Party, b: Party) -> Reason:
    """What keeps two of one name apart: their countries or, these not known, a third that either might be."""
    return "country" if a.country and b.country and a.country != b.country else "torn"


def _shown(party: Party, other: Party) -> str:
    """Its name, or its longest one where both are called the same."""
    name = party.name if party.name != other.name else max(party.names, key=lambda name: (len(name), name))
    return f"{name} ({party.country})" if party.country else name
