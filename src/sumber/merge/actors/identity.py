"""By which keys the sightings of one name are looked up, and whom the register takes for one among them.

A full name is joined by its bucket alone, the names that are linked by `spellings`, and there by its form and country
alone: so one sighting of each form and country stands for all. A single name or an abbreviation belongs to a longer one
of its story; so its companions there are looked at, with their buckets.
"""

from __future__ import annotations

from collections.abc import Iterable

from sumber.merge.actors.bodies import CODEBOOK, face_of_body, gather_bodies
from sumber.merge.actors.joining import Face, Groups, countries_fit, linked
from sumber.merge.actors.known import Teller
from sumber.merge.actors.names import Form, compare_people, holds, is_abbreviation, listed, tokens
from sumber.merge.actors.people import face_of_person, gather_people, name_keys
from sumber.merge.actors.sighting import Sighting, blocks


def name_form(one: Sighting) -> str | None:
    """The form of a name that can tell who bears it, as one word; ``None`` of others."""
    face = face_of(one)
    if not face.full or face.form[0] == CODEBOOK:
        return None
    return f"{one.kind[0]}:{' '.join(face.form)}"


def spellings(form: str) -> tuple[str, str]:
    """Keys of a form: two names that the register may join by themselves share one, or are linked by others that do."""
    keys = name_keys(words_of(form)) if form[0] == "p" else (form,)
    shown = [f"{form[0]}:{' '.join(key) if isinstance(key, tuple) else f'={key}'}" for key in keys]
    return shown[0], shown[-1]


def words_of(form: str) -> Form:
    """The words of a form that was made one word."""
    return tuple(form[2:].split(" "))


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


def teller(one: Sighting) -> Teller:
    """A sighting as one that tells."""
    land = next((told.value for told in one.told if told.field == "country"), None)
    senses = tuple(told.value for told in one.told if told.field == "role")
    return Teller(one.document, one.actor, one.name, one.published, one.country, land, one.sectors, senses)


def companions(own: Sighting, story: Iterable[Sighting]) -> list[Sighting]:
    """Those of its story on whom it depends who ``own`` is: that share a word of their names with it, or with one that
    does. For "Khan" of Pakistan may be "Ali Khan", unless "Ali" of India may be it too."""
    hanging = linked([own, *(one for one in story if one != own)], blocks)[0]
    return hanging[1:]


def identities(faces: Iterable[Face]) -> Groups:
    """The faces in groups of one person or organisation each."""
    ordered = sorted(faces, key=lambda face: (face.sighting.document, face.sighting.actor))
    people = [face for face in ordered if face.sighting.kind == "person"]
    return gather_people(people) + gather_bodies([face for face in ordered if face.sighting.kind != "person"])


def namesakes(own: Face, groups: Groups) -> tuple[list[Face], list[Face]]:
    """Of groups made with ``own`` among them: its own group, and of the others those that bear its name, or one that
    it may be short for. A full name that might be any of several is of no group, though others may be torn as it is;
    nor is a short one that stands for it."""
    same = next(group for group in groups if any(face is own for face in group))
    others = [face for group in groups if group is not same for face in group if _may_mean(own, face)]
    whole = [face for face in same if face.full]
    alike = len({face.profile for face in whole}) == 1
    is_torn = alike and any(
        _bears(whole[0], face) and countries_fit(whole[0], face)
        for group in groups
        if group is not same
        for face in group
    )
    return [] if is_torn else same, others


def _may_mean(own: Face, other: Face) -> bool:
    if own.full or other.form == own.form or own.sighting.kind != other.sighting.kind:
        return _bears(own, other)
    return holds(other.form, own.form) if own.sighting.kind == "person" else bool(own.short & other.short)


def _bears(own: Face, other: Face) -> bool:
    if own.sighting.kind != other.sighting.kind:
        return False
    return compare_people(own.form, other.form) == "same" if own.sighting.kind == "person" else own.form == other.form
