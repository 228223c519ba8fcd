"""What stands around a name: prepositions, kinds of places, containing places, neighbours that make it no place."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Literal, NamedTuple

from sumber.where.countries import CountryWord
from sumber.where.line import POSSESSIVE, Line
from sumber.where.words import Cue

FARTHEST_CONTAINER = 8  # words behind a name in which "..., ibu kota Provinsi Al-Jawf, Yaman" is sought
FARTHEST_KIND = 4  # words behind a comma in which "a small fishing town" is sought
BEFORE_KIND = frozenset({"ADJ", "NOUN", "VERB"})


Link = Literal["own", "joined", "comma", "touching"]


class Before(NamedTuple):
    """What stands before a name.

    ``link``: how a preposition of place reaches the name: its ``own``, or that of another place to which it is
    ``joined`` ("di Gao dan Kidal"), which a ``comma`` parts from it, or which it is ``touching``; ``None`` without one.
    ``cue``: the kind of place that a word before the name gives ("kota"). ``owner``: the country whose adjective or
    possessive stands before it ("Ukraine's Lozova").
    """

    link: Link | None = None
    cue: Cue | None = None
    owner: str | None = None


def look_before(line: Line, first: int, locative_ends: Set[int]) -> Before:
    """What governs the name that begins at a word. ``locative_ends`` are the ends of names known to be governed so."""
    position, words = line.position, line.words
    cue: Cue | None = None
    owner: str | None = None
    at = first
    while at > 0 and not line.tokens[at].is_sent_start:
        phrase = position.before.ending(words, at)
        country = _country_ending(line, at) if line.scene.lang == "en" else None
        if phrase and not (words[at - 1] in position.locative and phrase[0] == 1):
            cue = cue or phrase[1]
            at -= phrase[0]
        elif words[at - 1] in position.locative:
            governs = tuple(words[max(at - 2, 0) : at]) not in position.not_locative
            return Before("own" if governs else None, cue, owner)
        elif words[at - 1] in position.side or (words[at - 1] == "," and position.before.ending(words, at - 1)):
            at -= 1
        elif country is not None:
            owner = owner or country[1]
            at = country[0]
        else:
            return Before(_link_to_list(line, at, locative_ends), cue, owner)
    return Before(None, cue, owner)


def _link_to_list(line: Line, at: int, locative_ends: Set[int]) -> Link | None:
    """How the name goes on with a list of places: right behind one, behind a comma, or behind a word that joins."""
    if at in locative_ends:
        return "touching"
    joined = line.words[at - 1] in line.position.joins
    if not joined and line.words[at - 1] != ",":
        return None
    before = at - 2 if joined and at > 1 and line.words[at - 2] == "," else at - 1
    while before > 1 and before not in locative_ends and line.words[before - 1] in line.position.side:
        before -= 1
    if before not in locative_ends:
        return None
    return "joined" if joined else "comma"


def _country_ending(line: Line, end: int) -> tuple[int, str] | None:
    """An English adjective or possessive of a country that ends before a word: where it begins and the country."""
    possessive = line.words[end - 1] in POSSESSIVE
    last = end - 2 if possessive else end - 1
    for first in range(last, max(last - 3, -1), -1):
        found = line.scene.country_at.get(line.begins[first])
        if found and found[0] == line.begins[last] + len(line.texts[last]):
            return (first, found[1].territory) if possessive or found[1].kind == "adjective" else None
    return None


def look_after(line: Line, at: int) -> Iterator[str | CountryWord]:
    """Names behind a name that say where it lies, nearest first: "..., ibu kota Provinsi Al-Jawf, Yaman"."""
    position = line.position
    skipped = position.side | position.passed | {",", "("}
    stop = min(at + FARTHEST_CONTAINER, len(line.words))
    first = at
    while at < stop and not line.tokens[at].is_sent_start:
        phrase = position.before.starting(line.words, at) or position.after.starting(line.words, at)
        country = line.scene.country_at.get(line.begins[at])
        if country is not None:
            word = country[1]
            owned = word.kind == "adjective" and at + 1 < stop and line.words[at + 1] in position.part
            if word.kind == "name" or owned:
                yield word
            return
        if phrase is not None:
            at += phrase[0]
        elif line.words[at] in skipped:
            at += 1
        elif at == first or not line.named[at]:
            return
        elif length := line.name_length(at):
            yield line.text(at, at + length)
            at += length
        elif position.before.ending(line.words, at):
            at += line.unknown_length(at)
        else:
            return


def cue_after(line: Line, last: int) -> Cue | None:
    """The kind of place that a word behind the name gives ("Idlib province", "Baga Sola, a town on the lake")."""
    phrase = line.position.after.starting(line.words, last)
    return phrase[1] if phrase else _cue_in_apposition(line, last)


def is_called_place(line: Line, last: int) -> bool:
    """True where the name is said to be a place in so many words, whatever it looks like ("Baga Sola, a town on")."""
    return _cue_in_apposition(line, last, frozenset({"ADJ"})) is not None


def _cue_in_apposition(line: Line, last: int, between: Set[str] = BEFORE_KIND) -> Cue | None:
    """The kind that is said of the name behind a comma, where no other name follows it ("Idlib, kota Aleppo").

    ``between``: tags of words that may stand before the kind.
    """
    position, words = line.position, line.words
    if last + 1 >= len(words) or words[last] != ",":
        return None
    for at in range(last + 1, min(last + 1 + FARTHEST_KIND, len(words))):
        phrase = position.before.starting(words, at) or position.after.starting(words, at)
        if phrase is not None:
            behind = at + phrase[0]
            ends = behind < len(words) and not line.named[behind] and line.tokens[behind - 1].dep_ != "compound"
            return phrase[1] if ends else None
        if line.named[at] or (words[at] not in position.side and line.tokens[at].pos_ not in between):
            return None
    return None


def is_struck(line: Line, first: int) -> bool:
    """True where the words before the name tell of a deed that hits places ("a raid on", "mengguncang")."""
    return any(tuple(line.words[max(first - n, 0) : first]) in line.position.struck for n in (1, 2))


def is_owner(line: Line, last: int) -> bool:
    """True where an English possessive follows."""
    return last < len(line.words) and line.words[last] in POSSESSIVE and line.scene.lang == "en"


def is_subject(line: Line, last: int) -> bool:
    """True where a verb follows at once: the name before it acts."""
    return last < len(line.tokens) and line.tokens[last].pos_ in {"VERB", "AUX"}


def belongs_to_longer_name(line: Line, first: int, last: int, known: bool) -> bool:
    """True where a neighbour shows an institution, or a capitalised word goes on with a name not ``known`` by hand."""
    words, position = line.words, line.position
    if any(tuple(words[max(first - n, 0) : first]) in position.institution_before for n in (1, 2)):
        return True
    if last >= len(words) or not line.touches(last) or not line.named[last]:
        return False
    if words[last] in position.institution_after:
        return True
    after = line.begins[last]
    ends_here = (
        known
        or line.kind == "title"
        or words[last] in position.goes_on
        or position.after.starting(words, last) is not None
        or after in line.scene.country_at
        or after in line.scene.hand_at
    )
    return not ends_here
