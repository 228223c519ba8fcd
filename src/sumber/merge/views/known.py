"""What is known from other articles of those whom an article names and does not explain, looked up name by name.

Nothing of it is kept: it is a function of the articles that are in the store when it is asked for, so no order of
arrival and no rebuild can change it. An index of names makes it quick.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sumber.merge.actors.identity import Groups, are_companions, bucket_keys, identities, is_telling, namesakes
from sumber.merge.actors.joining import linked
from sumber.merge.actors.known import Known, independent, know
from sumber.merge.actors.sighting import Sighting, unpacked
from sumber.merge.views.story import text_voices
from sumber.store import Corpus

CLOSE_BY = 60_000  # sightings that are kept in memory, about a kB each

Place = tuple[str, str]  # document, actor


@dataclass(slots=True)
class _Bucket:
    """All sightings of linked names, and who is one among them; ``group`` is its number by sighting."""

    groups: Groups
    group: dict[Place, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.group = {(one.document, one.actor): n for n, group in enumerate(self.groups) for one in group}

    @property
    def sightings(self) -> list[Sighting]:
        return [one for group in self.groups for one in group]


def known_of_parties(corpus: Corpus, reports: Sequence[str]) -> list[tuple[str, Known]]:
    """What other articles tell of the parties of some reports ``DOC.eN``, and where they do not agree."""
    records = corpus.documents.records({name.partition(".")[0] for name in reports})
    known = Knower(corpus).of(records)
    found = []
    for name in reports:
        key, _, number = name.partition(".")
        event = next(one for one in records[key]["events"] if one["id"] == number)
        parties = dict.fromkeys((*event["actors"], *event["recipients"]))
        found += [(name, known[key][one]) for one in parties if one in known.get(key, {})]
    return found


class Knower:
    """Asks the corpus within one transaction; what it read of a name it keeps for the next article."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._buckets: dict[str, _Bucket] = {}
        self._voices: dict[str, str] = {}
        self._held = 0

    def of(self, documents: Iterable[str], counted: bool = True) -> dict[str, dict[str, Known]]:
        """Of documents what is known of their actors, by document and actor. With ``counted`` the independent reports
        behind it are counted too."""
        here = self._load(documents)
        bare = [one for seen in here.values() for one in seen if one.open and is_telling(one)]
        companions = self._companions([one for one in bare if not bucket_keys(one)], here)
        self._fill(
            key for one in (*bare, *(other for c in companions.values() for other in c)) for key in bucket_keys(one)
        )
        found: dict[str, dict[str, Known]] = {}
        for one in bare:
            told = self._know(one, companions.get((one.document, one.actor), ()))
            if told is not None:
                found.setdefault(one.document, {})[one.actor] = told
        return self._counted(found) if counted else found

    def _know(self, own: Sighting, companions: Sequence[Sighting]) -> Known | None:
        keys = bucket_keys(own)
        if keys:
            bucket = self._buckets[keys[0]]
            return know(own, *namesakes(own, bucket.groups))
        pool = {(one.document, one.actor): one for one in (own, *companions)}
        for key in sorted({key for one in companions for key in bucket_keys(one)}):
            pool |= {(one.document, one.actor): one for one in self._buckets[key].sightings}
        return know(own, *namesakes(own, identities(pool.values()))) if len(pool) > 1 else None

    def _companions(self, weak: Sequence[Sighting], here: dict[str, list[Sighting]]) -> dict[Place, list[Sighting]]:
        """For names that do not tell who bears them: those of their story that may be the same."""
        tellers = self._corpus.actors.tellers({one.story for one in weak if one.story is not None})
        told = self._load({key for keys in tellers.values() for key in keys} - set(here)) | here
        found: dict[Place, list[Sighting]] = {}
        for own in weak:
            others = (one for key in tellers.get(own.story or "", ()) for one in told.get(key, ()))
            found[own.document, own.actor] = [one for one in others if one != own and are_companions(own, one)]
        return found

    def _fill(self, keys: Iterable[str]) -> None:
        """Read the buckets of these keys, with all names that are linked with theirs."""
        wanted = set(keys)
        if self._held > CLOSE_BY:
            self._buckets, self._held = {}, 0
        fresh, known, seen = wanted - set(self._buckets), set[str](), dict[Place, Sighting]()
        loaded: set[str] = set()
        while fresh:
            known |= fresh
            documents = self._corpus.actors.documents(fresh) - loaded
            # A document read before may tell of another name that is only linked now: so all of it is looked at again.
            loaded |= documents
            for sightings in self._load(documents).values():
                seen |= {(one.document, one.actor): one for one in sightings if bucket_keys(one)}
            fresh = {key for one in seen.values() if known & set(bucket_keys(one)) for key in bucket_keys(one)} - known
        members = [one for one in seen.values() if known & set(bucket_keys(one))]
        for linked_ones in linked(members, bucket_keys):
            bucket = _Bucket(identities(linked_ones))
            self._buckets |= {key: bucket for one in linked_ones for key in bucket_keys(one)}
            self._held += len(linked_ones)

    def _load(self, documents: Iterable[str]) -> dict[str, list[Sighting]]:
        rows = self._corpus.actors.of(documents)
        return {key: [unpacked(kept, story) for kept in listed] for key, (story, listed) in rows.items()}

    def _counted(self, found: dict[str, dict[str, Known]]) -> dict[str, dict[str, Known]]:
        every = [one for actors in found.values() for known in actors.values() for one in known.found]
        documents = {evidence.document for one in every for evidence in one.evidence}
        fresh = documents - set(self._voices)
        if fresh:
            voices, _heads = text_voices(self._corpus.documents, fresh)
            self._voices |= {key: voice.key for key, voice in voices.items()}
        return {
            key: {
                actor: replace(
                    known,
                    found=tuple(
                        replace(one, reports=independent(one, self._voices.__getitem__)) for one in known.found
                    ),
                )
                for actor, known in actors.items()
            }
            for key, actors in found.items()
        }
