"""Words that may name a place, with what stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sumber.where.around import (
    Link,
    belongs_to_longer_name,
    cue_after,
    is_called_place,
    is_owner,
    is_struck,
    is_subject,
    look_after,
    look_before,
)
from sumber.where.countries import CountryWord
from sumber.where.gazetteer import Spot, spots
from sumber.where.line import Line
from sumber.where.scene import Scene
from sumber.where.words import Cue, common_words


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible mention of a place.

    ``country`` is set for country words. ``link``: how a preposition of place governs it, see `Before`. ``known``: a
    table has the name, ``by_hand``: the hand table does. ``entity``: the parser finds a location here. ``cue`` is the
    kind that a word beside it gives ("kota", "province"). ``containers`` are names that say where it lies ("Gao,
    Mali"), ``owner`` is the country whose adjective or possessive stands before it ("the Ukrainian town of Lozova").
    """

    start: int
    end: int
    text: str
    country: CountryWord | None
    link: Link | None
    dateline: bool
    known: bool
    entity: bool
    by_hand: bool
    cue: Cue | None
    owner: str | None
    containers: tuple[str | CountryWord, ...]

    @property
    def positioned(self) -> bool:
        """True where a preposition or the dateline makes it a place."""
        return self.link is not None or self.dateline


def find_candidates(scene: Scene) -> Iterator[Candidate]:
    """All candidates of an article that are no part of something else, in text order."""
    for kind, tokens in scene.lines:
        yield from _candidates(Line(scene, kind, tokens))


def _candidates(line: Line) -> Iterator[Candidate]:
    at = 0
    locative_ends: set[int] = set()
    area_end = -1  # the word behind the last name, where that is an area's
    while at < len(line.tokens):
        length = line.name_length(at)
        found = _describe(line, at, length, locative_ends) if length else None
        longer = _unknown_length(line, at) if found is None and line.named[at] else 0
        if longer > length:  # "Tanjung Priok", where Tanjung is known
            found = _unknown(line, at, locative_ends)
            length = longer if found is not None else length
        if found is not None:
            if found.cue is None and area_end == at - 1 and line.words[at - 1] == ",":
                found = replace(found, cue="area")  # "Kabupaten Merangin, Jambi": what holds an area is one
            if found.positioned:
                locative_ends.add(at + length)
            if found.cue == "area" or line.position.before.of(line.words[at]) == "area":
                area_end = at + length
            yield found
        at += length or 1


def _unknown(line: Line, at: int, locative_ends: set[int]) -> Candidate | None:
    """A run of capitalised words that no table knows, where a preposition and a location or a kind make it a place."""
    word = line.words[at]
    if not line.named[at] or word in line.position.goes_on:
        return None
    length = 0 if line.position.before.of(word) == "city" else _unknown_length(line, at)
    if (length == 1 and word in common_words()[0]) or (word,) in line.position.institution_before:
        return None
    found = _describe(line, at, length, locative_ends, known=False) if length else None
    if found is None:
        return None
    if found.dateline:
        return found if line.scene.dateline and line.scene.dateline[0] == found.start else None
    if is_called_place(line, at + length):
        return found
    placed = found.link in {"own", "joined"} or found.cue is not None or is_struck(line, at)
    return found if (placed and found.entity) or (found.link is not None and found.cue == "city") else None


def _unknown_length(line: Line, at: int) -> int:
    """How many words a name takes that no table knows: all the capitalised ones where they are called a place."""
    run = line.run_length(at)
    return run if is_called_place(line, at + run) else line.unknown_length(at)


def _describe(line: Line, first: int, length: int, locative_ends: set[int], *, known: bool = True) -> Candidate | None:
    """The candidate of some words with its surroundings, or ``None`` where it is part of something else."""
    last = first + length
    scene, text = line.scene, line.text(first, last)
    start = line.begins[first]
    end = start + len(text)
    word = scene.country_at.get(start)
    country = word[1] if word and word[0] == end else None
    by_hand = scene.hand_at.get(start) == end
    dateline = scene.in_dateline(start, end)
    if scene.is_hidden(start, end):
        return None
    if not dateline and belongs_to_longer_name(line, first, last, country is not None or by_hand):
        return None
    before = look_before(line, first, locative_ends)
    acts = country is not None and (is_owner(line, last) or (before.link == "comma" and is_subject(line, last)))
    return Candidate(
        start,
        end,
        text,
        country,
        None if acts else before.link,
        dateline,
        known,
        scene.entity_over(start, end),
        by_hand,
        before.cue or cue_after(line, last),
        before.owner,
        tuple(look_after(line, last)),
    )


def known_spots(candidate: Candidate, lang: str) -> list[Spot]:
    """What the tables know under the candidate's name; empty for a common word that no preposition makes a place."""
    never, guarded = common_words()
    word = candidate.text.casefold()
    sure = candidate.positioned or bool(candidate.containers)
    if word in never or (word in guarded and not sure):
        return []
    return list(spots(candidate.text, lang))
