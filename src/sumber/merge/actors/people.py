"""Persons: full names join by themselves, single names only where the story or the office tells whose they are.

1. Full names that are the same join, where no country contradicts (`joining.join`).
2. A full name torn between two (of unknown country, of two middle names) goes to the only one its story tells of.
3. A single name, or one with an initial for the first, goes to the only longer name of its story that holds it.
4. What is left of the single names joins across stories where country and office (the first sector) agree. An unknown
   country, no sector, or that of ordinary people tells nothing, nor do the initials that stand for suspects and
   victims: these join within one story only.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from sumber.merge.actors.joining import Face, Groups, by, countries_fit, join, linked, settle
from sumber.merge.actors.names import Form, compare_people, form, holds, is_full
from sumber.merge.actors.sighting import Sighting

#: PLOVER sectors that name no office.
_NO_OFFICE = ("CVL", "ELI", "CRM")


def face_of_person(sighting: Sighting) -> Face:
    """The face of a person: the name with the most words."""
    names = {sighting.name, *sighting.names}
    fullest = max(names, key=lambda name: (sum(len(word) > 1 for word in form(name)), len(form(name)), len(name), name))
    words = form(fullest)
    return Face(sighting, words, sighting.country, is_full(words))


def gather_people(faces: Sequence[Face]) -> Groups:
    """The faces, in groups of one person each."""
    groups: Groups = []
    torn: list[Face] = []
    full = [face for face in faces if face.full]
    for bucket in _buckets(full):
        together, apart = join(bucket, _same)
        groups += together
        torn += apart
    groups, torn = settle(torn, groups, _words, _same, _same)
    groups += by(lambda face: face.profile, torn)
    groups, short = settle([face for face in faces if not face.full], groups, _words, _holds, countries_fit)
    return groups + _gather_short(short)


def name_keys(words: Form) -> tuple[Hashable, ...]:
    """Keys of which two full names share one if they are the same: first and last word, all words as one."""
    whole = "".join(words)
    return (whole,) if len(words[0]) == len(words[-1]) == 1 else ((words[0], words[-1]), whole)


def _buckets(faces: Sequence[Face]) -> Groups:
    of_form = {group[0].form: group for group in by(lambda face: face.form, faces)}
    return [[face for words in forms for face in of_form[words]] for forms in linked(list(of_form), name_keys)]


def _gather_short(faces: Sequence[Face]) -> Groups:
    known = by(lambda face: (face.profile, face.sighting.sectors[0]), [face for face in faces if _has_office(face)])
    rest = [face for face in faces if not _has_office(face)]
    groups, left = settle(rest, known, _words, _alike, countries_fit)
    for bucket in by(lambda face: (face.story, face.form), left):
        together, torn = join(bucket, countries_fit)
        groups += together + by(lambda face: face.profile, torn)
    return groups


def _has_office(face: Face) -> bool:
    own = face.sighting
    initials = own.name.isupper() and len(own.name) <= 3
    return bool(
        face.country and own.sectors and own.sectors[0] not in _NO_OFFICE and len(face.form) == 1 and not initials
    )


def _words(face: Face) -> list[str]:
    return [word for word in face.form if len(word) > 1] or ["".join(face.form)]


def _same(a: Face, b: Face) -> bool:
    return countries_fit(a, b) and compare_people(a.form, b.form) == "same"


def _holds(longer: Face, shorter: Face) -> bool:
    return holds(longer.form, shorter.form)


def _alike(a: Face, b: Face) -> bool:
    return a.form == b.form
