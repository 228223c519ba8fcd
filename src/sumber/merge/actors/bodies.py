"""Organisations: the same name, or the codebook's word for it, joins; an abbreviation only where it was spelled out.

1. Spelled-out names with the same words join, where no country contradicts; names that the codebook lists are the
   organisation that it lists, whatever country an article has for it.
2. A name torn between two countries goes to the only one its story tells of.
3. An abbreviation alone goes to the organisation that some article calls by both, if all the organisations it was
   spelled out for, and all countries it stands with, leave only one; else to the only one of them in its story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sumber.merge.actors.joining import Face, Groups, admit, by, cliques, countries_fit, join, settle
from sumber.merge.actors.names import form, is_abbreviation, listed
from sumber.merge.actors.sighting import Sighting

CODEBOOK = "codebook"  # begins the form of an organisation that the codebook lists


def face_of_body(sighting: Sighting) -> Face:
    """The face of an organisation: its codebook name, else its longest spelled-out one, else its abbreviation."""
    names = {sighting.name, *sighting.names}
    spelled = {name for name in names if not is_abbreviation(name)}
    short = frozenset("".join(form(name, sighting.kind)) for name in names - spelled)
    known = frozenset(entry for name in spelled or names for entry in listed(name))
    if len(known) == 1:
        return Face(sighting, (CODEBOOK, *known), None, True, short)
    if not spelled:
        return Face(sighting, (min(short),), sighting.country, False, frozenset({min(short)}))
    fullest = max(spelled, key=lambda name: (len(form(name, sighting.kind)), len(name), name))
    return Face(sighting, ("".join(form(fullest, sighting.kind)),), sighting.country, True, short)


def gather_bodies(faces: Sequence[Face]) -> Groups:
    """The faces, in groups of one organisation each."""
    groups: Groups = []
    torn: list[Face] = []
    for bucket in by(lambda face: face.form, [face for face in faces if face.full]):
        together, apart = join(bucket, countries_fit)
        groups += together
        torn += apart
    groups, torn = settle(torn, groups, lambda face: face.form[-1:], _same_name, countries_fit)
    groups += by(lambda face: face.profile, torn)
    return _spell_out([face for face in faces if not face.full], groups)


def _spell_out(faces: Sequence[Face], groups: Groups) -> Groups:
    """The groups with the abbreviations that stand for them, and groups of those that nothing spells out."""
    meant: dict[str, list[int]] = defaultdict(list)
    for i, group in enumerate(groups):
        for short in {short for face in group for short in face.short}:
            meant[short].append(i)
    wanted: dict[int, list[Face]] = defaultdict(list)
    torn: list[Face] = []
    alone: Groups = []
    for bucket in by(lambda face: face.form, faces):
        nodes = [_node(None, profile) for profile in by(lambda face: face.profile, bucket)]
        nodes += [_node(i, groups[i]) for i in meant[bucket[0].form[0]]]
        together, apart = cliques(nodes, _may_be_one)
        torn += [face for node in apart if node.place is None for face in node.faces]
        for clique in together:
            members = [face for node in clique if node.place is None for face in node.faces]
            spelled = [node.place for node in clique if node.place is not None]
            if spelled:
                wanted[spelled[0]] += members
            elif members:
                alone.append(members)
    joined, refused = admit(wanted, groups, countries_fit)
    joined, left = settle(torn, joined, lambda face: face.short, _share_short, countries_fit)
    return joined + alone + by(lambda face: face.profile, left + refused)


class _Node(NamedTuple):
    """An abbreviation with one country or, with its place, an organisation that some article calls so."""

    place: int | None
    faces: list[Face]
    lands: frozenset[str]


def _node(place: int | None, faces: list[Face]) -> _Node:
    return _Node(place, faces, frozenset(face.country for face in faces if face.country is not None))


def _may_be_one(a: _Node, b: _Node) -> bool:
    return (a.place is None or b.place is None) and len(a.lands | b.lands) < 2


def _same_name(a: Face, b: Face) -> bool:
    return a.form == b.form


def _share_short(a: Face, b: Face) -> bool:
    return bool(a.short & b.short)
