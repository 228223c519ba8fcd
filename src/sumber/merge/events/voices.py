"""Corroboration: how many independent origins stand behind an event and each of its fields.

Every report has one origin: the speaker its chain ends at, else the medium named farthest from the reader, else the
outlet. A text taken over from another document has that document's voice, whatever it leaves out of the credit, and an
article credited as a whole to one agency has the agency's. Copies and common ancestors therefore count once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sumber.layout import canonical, find_medium
from sumber.merge.actors.names import form
from sumber.merge.documents.lineage import Source
from sumber.merge.documents.prints import Contract
from sumber.store.rows import bounds

VoiceKind = Literal["speaker", "medium", "outlet", "unknown"]


@dataclass(frozen=True, slots=True)
class Voice:
    """An origin. ``key`` is equal for two reports that have it from the same: a name in its normal form, or for an
    outlet that speaks for itself, the document at the head of the lineage."""

    kind: VoiceKind
    name: str | None
    key: str


@dataclass(frozen=True, slots=True)
class Backing:
    """An event or field value with its independent voices and the reports (``DOC.eN``) of each."""

    value: str
    voices: tuple[tuple[Voice, tuple[str, ...]], ...]

    @property
    def count(self) -> int:
        """The number of independent origins: corroboration."""
        return len(self.voices)


def voice_of(record: Contract, event: Contract, lineage: str, text: Voice) -> Voice:
    """Who says that an event happened. ``text`` is the voice of the document itself (`voice_of_text`), ``lineage`` the
    document its text goes back to."""
    said = next((s for s in record["attributions"] if s["id"] == event["attribution"]), None)
    origin = (said or {}).get("origin") or {}
    if origin.get("kind") == "speaker":
        return _speaker(record, origin, lineage)
    if origin.get("kind") == "medium" and origin.get("name"):
        return _medium("medium", origin["name"])
    return text


def voice_of_text(tree: Sequence[Source], head: str) -> Voice:
    """Whose the text of a lineage is: the agency that its documents credit most, else the outlet of the document at its
    ``head``. One credit is enough: who copies often leaves it out."""
    credited = Counter(canonical(name) for source in tree for name in source.whole)
    agencies = {name: count for name, count in credited.items() if (m := find_medium(name)) and m.is_agency}
    if agencies:
        return _medium("medium", min(agencies, key=lambda name: (-agencies[name], name)))
    outlet = next((source.outlet for source in tree if source.key == head), None)
    return _medium("outlet", outlet) if outlet else Voice("unknown", None, f"d:{head}")


def _medium(kind: VoiceKind, name: str) -> Voice:
    shown = canonical(name)
    return Voice(kind, shown, f"m:{_normal(shown, 'organization')}")  # with or without its article


def _speaker(record: Contract, origin: Contract, lineage: str) -> Voice:
    """A named speaker is one person wherever quoted; "a resident" is one only within a lineage."""
    actor = next((a for a in record["actors"] if a["id"] == origin.get("actor")), None)
    name = actor["name"] if actor else origin["name"]
    if name is None:
        return Voice("speaker", None, f"s:{lineage}:")
    if actor is not None and actor["kind"] == "state" and actor["country"]:
        return Voice("speaker", name, f"s:{actor['country']}")
    is_named = actor is not None and actor["kind"] in ("person", "organization", "state")
    return Voice("speaker", name, f"s:{_normal(name)}" if is_named else f"s:{lineage}:{_normal(name)}")


def _normal(name: str, kind: str = "person") -> str:
    return " ".join(form(name, kind)) or name.casefold()


def back(value: str, reports: Sequence[tuple[str, Voice]]) -> Backing:
    """The voices behind one value, in the order in which they are first heard."""
    heard = {voice.key: voice for _, voice in reversed(reports)}
    by_key: dict[str, tuple[Voice, list[str]]] = {}
    for name, voice in reports:
        full = _in_full(voice, heard)
        by_key.setdefault(full.key, (full, []))[1].append(name)
    return Backing(value, tuple((voice, tuple(names)) for voice, names in by_key.values()))


def _in_full(voice: Voice, heard: Mapping[str, Voice]) -> Voice:
    """ "Gondwe" is the Mapopa Gondwe whom another report of the same deed names, unless it names two."""
    last = voice.key.removeprefix("s:")
    if voice.kind != "speaker" or not voice.name or voice.name[0].islower() or not last.isalpha():
        return voice
    longer = [key for key in heard if key.startswith("s:") and key.endswith(f" {last}") and key.count(":") == 1]
    return heard[longer[0]] if len(longer) == 1 else voice


FIELDS = ("type", "status", "date", "place", "actors", "recipients", "killed", "injured", "arrested")


def field_values(record: Contract, event: Contract) -> Mapping[str, str]:
    """The fields of an event that its own report states, as words for a table; an inherited field is nobody's claim."""
    names = {actor["id"]: actor["name"] for actor in record["actors"]}
    places = {place["id"]: place["name"] for place in record["places"]}
    values = {"type": " ".join((event["type"], *event["modes"])), "status": event["status"]}
    if event["time_how"] == "stated" and event["from"]:
        values["date"] = event["from"] if event["from"] == event["to"] else f"{event['from']}/{event['to'] or '..'}"
    if event["place_how"] == "stated" and event["place"] in places:
        values["place"] = places[event["place"]]
    for side in ("actors", "recipients"):
        if event[side]:
            values[side] = "; ".join(names[one] for one in event[side] if one in names)
    for count in record["quantities"]:
        if count["id"] in event["quantities"] and count["what"] in FIELDS:
            values[count["what"]] = bounds(count)
    return values
