"""What is known from other articles of those whom an article names and does not explain, looked up name by name.

Nothing of it is kept: it is a function of the articles that are in the store when it is asked for, so no order of
arrival and no rebuild can change it. An index of names makes it quick.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sumber.merge.actors.identity import companions, face_of, identities, is_telling, name_form, namesakes
from sumber.merge.actors.known import Answer, Field, Outcome, Refused, know
from sumber.merge.actors.sighting import Sighting
from sumber.merge.actors.sightings_kept import Names, load
from sumber.merge.actors.stated import Told
from sumber.merge.views.story import text_voices
from sumber.store import Corpus


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters of another article that say so, and its day of publication."""

    document: str
    published: str | None
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """An answer with its evidence, nearest in time first. ``reports`` are the independent reports among the articles
    that give it, where they were counted; ``first`` and ``last`` the days on which it was told."""

    field: Field
    value: str
    evidence: tuple[Evidence, ...]
    first: str | None
    last: str | None
    reports: int | None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an actor of an article from other articles, and what is not in spite of them. ``called`` is
    how the article's record calls it."""

    document: str
    actor: str
    called: str
    found: tuple[Found, ...]
    refused: tuple[Refused, ...]


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

    def __init__(self, corpus: Corpus, counted: bool = True, quoted: int = 30) -> None:
        """With ``counted`` independent reports are counted; of each answer so many articles are ``quoted``."""
        self._corpus = corpus
        self._counted, self._quoted = counted, quoted
        self._names = Names(corpus)
        self._voices: dict[str, str] = {}

    def of(self, documents: Iterable[str]) -> dict[str, dict[str, Known]]:
        """Of documents what is known of their actors, by document and actor."""
        self._names.trim()
        here = load(self._corpus, documents)
        bare = [one for seen in here.values() for one in seen if one.open and is_telling(one)]
        weak = [one for one in bare if name_form(one) is None]
        stories = {one.story for one in (*weak, *(one for one in bare if one.kind != "person")) if one.story}
        mates = self._corpus.actors.tellers(stories)
        told = load(self._corpus, {key for one in weak for key in mates.get(one.story or "", ())} - set(here)) | here
        self._names.read(form for seen in told.values() for one in seen if (form := name_form(one)))
        outcomes = [(one, self._know(one, mates.get(one.story or "", ()), told)) for one in bare]
        return self._finished([(one, found) for one, found in outcomes if found])

    def _know(self, own: Sighting, mates: Sequence[str], told: Mapping[str, list[Sighting]]) -> list[Outcome]:
        if name_form(own) is not None:
            found = self._among(own, (), mates)
            if own.story is None or not any(isinstance(one, Refused) for one in found):
                return found
            mates = self._corpus.actors.tellers([own.story]).get(own.story, ())  # of two its story may tell of one only
            told = load(self._corpus, mates)
        story = [one for key in dict.fromkeys((own.document, *mates)) for one in told.get(key, ())]
        return self._among(own, companions(own, story), mates)

    def _among(self, own: Sighting, beside: Sequence[Sighting], mates: Collection[str]) -> list[Outcome]:
        """What is known of one, with those of its story that may be the same."""
        faces = [face_of(one) for one in (own, *beside)]
        forms = [form for one in (own, *beside) if (form := name_form(one))]
        self._names.read(forms)
        groups = identities([*faces, *self._names.heads(forms)])
        same, others = namesakes(faces[0], groups)
        return know(own, self._names.tellers(same), self._names.samples(others), mates)

    def _finished(self, outcomes: Sequence[tuple[Sighting, list[Outcome]]]) -> dict[str, dict[str, Known]]:
        """The answers with their evidence, and the refusals."""
        answers = [one for _, found in outcomes for one in found if isinstance(one, Answer)]
        quoted = load(self._corpus, {told.document for one in answers for told in one.tellers[: self._quoted]})
        words = {(one.document, one.actor): one.told for seen in quoted.values() for one in seen}
        if self._counted:
            fresh = {told.document for one in answers for told in one.tellers} - set(self._voices)
            voices, _heads = text_voices(self._corpus.documents, fresh)
            self._voices |= {key: voice.key for key, voice in voices.items()}
        known: dict[str, dict[str, Known]] = {}
        for own, found in outcomes:
            given = tuple(self._found(one, words) for one in found if isinstance(one, Answer))
            refused = tuple(one for one in found if isinstance(one, Refused))
            told = Known(own.document, own.actor, own.called or own.name, given, refused)
            known.setdefault(own.document, {})[own.actor] = told
        return known

    def _found(self, answer: Answer, words: Mapping[tuple[str, str], tuple[Told, ...]]) -> Found:
        """An answer in words: of a role those in which the nearest article tells it."""
        said = [(one, _said(answer, words[one.document, one.actor])) for one in answer.tellers[: self._quoted]]
        value = said[0][1].shown if answer.field == "role" else answer.value
        evidence = tuple(Evidence(one.document, one.published, t.start, t.end, t.words) for one, t in said)
        reports = len({self._voices[one.document] for one in answer.tellers}) if self._counted else None
        return Found(answer.field, value, evidence, answer.first, answer.last, reports)


def _said(answer: Answer, told: Iterable[Told]) -> Told:
    """Where an article says what an answer says."""
    field = "country" if answer.field == "country" else "role"
    return next(one for one in told if one.field == field and (answer.field == "sectors" or one.value == answer.value))
