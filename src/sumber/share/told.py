"""The events of the corpus as they go out: each once, with what stands of it and all its reports.

A report that a coder accepted speaks for the event; else the first that was published. Memory holds some hundred
articles at a time, however large the store is.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sumber.merge.events.voices import Voice, back, voice_of
from sumber.merge.views.known import Knower, Known
from sumber.merge.views.known_words import side_words
from sumber.merge.views.story import text_voices
from sumber.review.fields import field_spans
from sumber.review.fold import Standing
from sumber.review.standings import Spot, spots, standings
from sumber.share.choice import STATES, Choice, matches
from sumber.store import Corpus
from sumber.store.rows import Contract

AT_ONCE = 200  # events
RECORDS = 400  # articles kept in memory, for stories of the same days follow each other
Progress = Callable[[int, int], None]
Coded = tuple[Contract, dict[str, Spot]]


@dataclass(frozen=True, slots=True)
class ReportOf:
    """One report of an event. ``coded`` is the event in its ``record``; ``spot`` names it for good; ``known`` is what
    other articles tell of its actors, by their ids in the record."""

    name: str
    document: str
    record: Contract
    coded: Contract
    spot: Spot
    standing: Standing
    voice: Voice
    known: Mapping[str, Known] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Its permanent name, which no new coding changes."""
        return self.spot.name(self.document)

    @property
    def published(self) -> str:
        """The day of publication; empty where it is not known."""
        return str((self.record["published"] or {}).get("from") or "")


@dataclass(frozen=True, slots=True)
class Told:
    """One event. ``id`` is permanent, ``event`` what the desk calls it; ``head`` speaks for it; ``reports`` are those
    that nobody refused, the first published first; ``voices`` its independent origins."""

    id: str
    event: str
    head: ReportOf
    reports: tuple[ReportOf, ...]
    voices: tuple[Voice, ...]
    #: What several formats make of it, made once.
    made: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def values(self) -> Mapping[str, Any]:
        """What stands of each field: the coder's value, else the machine's."""
        if "values" not in self.made:
            self.made["values"] = self.head.standing.values
        found: Mapping[str, Any] = self.made["values"]
        return found

    @property
    def spans(self) -> Mapping[str, list[list[int]]]:
        """The characters that each field stands on in the article that speaks for the event."""
        if "spans" not in self.made:
            self.made["spans"] = field_spans(self.head.record, self.head.coded)
        found: Mapping[str, list[list[int]]] = self.made["spans"]
        return found

    def known(self, side: str) -> str:
        """What other articles tell of the actors or recipients of the head, in words. Blank where a coder mended
        them: a person's word needs no other article."""
        if side in self.mended:
            return ""
        return side_words(self.head.known.get(one) for one in self.head.coded[side])

    @property
    def mended(self) -> tuple[str, ...]:
        """The fields of which a coder says something else than the machine."""
        return tuple(name for name, field in self.head.standing.fields.items() if field.value != field.machine)


class Reader:
    """Reads events with their reports; keeps the articles it read last."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._knower = Knower(corpus, quoted=1)
        self._kept: OrderedDict[str, Coded] = OrderedDict()

    def read(self, events: Sequence[str]) -> dict[str, list[ReportOf]]:
        """All reports of some events, refused ones too, the first published first."""
        members: dict[str, list[str]] = {event: [] for event in events}
        names = self._corpus.events.members(events)
        for name, event in self._corpus.events.merged(names).items():
            members[event].append(name)
        for event, listed in members.items():
            if not listed:  # not merged yet: it is its own only report
                listed.append(event[1:])
        keys = sorted({name.partition(".")[0] for listed in members.values() for name in listed})
        records = self._records(keys)
        voices, heads = text_voices(self._corpus.documents, keys)
        judged = self._corpus.review.by_document(keys)
        known = self._knower.of(keys)
        standing = {key: standings(records[key][0], judged.get(key, ())) for key in keys}
        return {
            event: sorted(
                (_report(name, records, standing, heads, voices, known) for name in listed),
                key=lambda one: (not one.published, one.published, one.name),
            )
            for event, listed in members.items()
        }

    def record(self, key: str) -> Coded:
        """A record with the spots of its events."""
        return self._records([key])[key]

    def _records(self, keys: Sequence[str]) -> dict[str, Coded]:
        fresh = self._corpus.documents.records(key for key in keys if key not in self._kept)
        self._kept |= {key: (record, spots(record)) for key, record in fresh.items()}
        found = {key: self._kept[key] for key in keys}
        for key in keys:
            self._kept.move_to_end(key)
        while len(self._kept) > RECORDS:
            self._kept.popitem(last=False)
        return found


def _report(
    name: str,
    records: Mapping[str, Coded],
    standing: Mapping[str, Mapping[str, Standing]],
    heads: Mapping[str, str],
    voices: Mapping[str, Voice],
    known: Mapping[str, Mapping[str, Known]],
) -> ReportOf:
    key, _, number = name.partition(".")
    record, where = records[key]
    coded = next(event for event in record["events"] if event["id"] == number)
    voice = voice_of(record, coded, heads[key], voices[key])
    return ReportOf(name, key, record, coded, where[number], standing[key][number], voice, known.get(key, {}))


def tell(corpus: Corpus, choice: Choice, progress: Progress | None = None) -> Iterator[Told]:
    """The chosen events, the first published first. ``progress`` is told (done, of how many may be among them)."""
    listed = list(corpus.releases.chosen(choice.wanted))
    reader = Reader(corpus)
    for at in range(0, len(listed), AT_ONCE):
        for event, reports in reader.read(listed[at : at + AT_ONCE]).items():
            told = tell_one(event, reports)
            if told is not None and is_chosen(told, choice):
                yield told
        if progress is not None:
            progress(min(at + AT_ONCE, len(listed)), len(listed))


def tell_one(event: str, reports: Sequence[ReportOf]) -> Told | None:
    """An event as it goes out; None where every report of it was refused."""
    standing = [one for one in reports if one.standing.state != "refused"]
    if not standing:
        return None
    head = min(standing, key=lambda one: STATES.index(one.standing.state))
    first = next((one for one in reports if one.name == event[1:]), reports[0])
    backed = back(event, [(one.name, one.voice) for one in standing])
    return Told(first.id, event, head, tuple(standing), tuple(voice for voice, _names in backed.voices))


def is_chosen(told: Told, choice: Choice) -> bool:
    """True where an event is among the chosen."""
    documents = {one.document for one in told.reports}
    return told.head.standing.state in choice.states and matches(choice.wanted, told.values, documents)
