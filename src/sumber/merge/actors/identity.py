"""By which keys the sightings of one name are looked up, and whom the register takes for one among them.

A full name is joined by its bucket alone (`people.name_keys`), a spelled-out organisation by its form: the register of
a bucket says of these what the register of the whole corpus says. A single name or an abbreviation belongs to a longer
one of its story; so its companions there are looked at, with their buckets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sumber.merge.actors.bodies import face_of_body, gather_bodies
from sumber.merge.actors.joining import Face
from sumber.merge.actors.names import compare_people, is_abbreviation, listed, tokens
from sumber.merge.actors.people import face_of_person, gather_people, name_keys
from sumber.merge.actors.sighting import Sighting, blocks

Groups = list[list[Sighting]]


def bucket_keys(one: Sighting) -> tuple[str, ...]:
    """The keys of a name that can tell who bears it; none of others. Two names that the register may join by
    themselves share one, or are linked by others that do."""
    face = face_of(one)
    if not face.full or is_listed(one):
        return ()
    if one.kind != "person":
        return (f"o:{face.form[0]}",)
    return tuple(f"p:{' '.join(key) if isinstance(key, tuple) else f'={key}'}" for key in name_keys(face.form))


def face_of(one: Sighting) -> Face:
    """What of a sighting decides whom it joins."""
    return face_of_person(one) if one.kind == "person" else face_of_body(one)


def is_listed(one: Sighting) -> bool:
    """The codebook knows the organisation by some of its names: what it says of it, it says in every article."""
    return one.kind != "person" and any(listed(name) for name in (one.name, *one.names))


def is_telling(one: Sighting) -> bool:
    """Whether a name is worth asking for. An organisation of one word, unless it is an abbreviation, is as often a
    place, a club or a word taken for a name."""
    if one.kind == "person":
        return True
    return not is_listed(one) and any(len(tokens(name, one.kind)) > 1 or is_abbreviation(name) for name in one.names)


def are_companions(one: Sighting, other: Sighting) -> bool:
    """The two stand in one story and share a word of their names."""
    return one.kind == other.kind and bool(blocks(one) & blocks(other))


def identities(pool: Iterable[Sighting]) -> Groups:
    """The sightings in groups of one person or organisation each."""
    listed_ones = sorted(pool, key=lambda one: (one.document, one.actor))
    groups = gather_people([face_of(one) for one in listed_ones if one.kind == "person"])
    groups += gather_bodies([face_of(one) for one in listed_ones if one.kind != "person"])
    return [[face.sighting for face in group] for group in groups]


def namesakes(own: Sighting, groups: Sequence[Sequence[Sighting]]) -> tuple[list[Sighting], list[Sighting]]:
    """Of groups made with ``own`` among them: those of its own group, and those of others that bear its name."""
    face = face_of(own)
    same: list[Sighting] = []
    others: list[Sighting] = []
    for group in groups:
        if any((one.document, one.actor) == (own.document, own.actor) for one in group):
            same = list(group)
        else:
            others += [one for one in group if not face.full or _bears(face, face_of(one))]
    return same, others


def _bears(face: Face, other: Face) -> bool:
    if face.sighting.kind != other.sighting.kind:
        return False
    return (
        compare_people(face.form, other.form) == "same" if face.sighting.kind == "person" else face.form == other.form
    )
