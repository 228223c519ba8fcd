"""Noun phrases around role nouns: determiners and numbers, countries, bodies and places inside, and what is withheld.

The phrase is built from what stands next to the role noun; the tree is asked only about words of the open classes, so
that a wrong arc costs a modifier and not the phrase. Languages differ in the side on which modifiers stand (``order``).
"""

from __future__ import annotations

import re

from sumber.who.grow_after import grow_right
from sumber.who.grow_before import complement, grow_left
from sumber.who.offices import office_end, office_start
from sumber.who.page import Page
from sumber.who.phrase import Phrase

_YEAR = re.compile(r"(?:19|20)\d\d")  # "Pada 2019 kelompok itu": a number of people so high has its mark
_FARTHEST = 10  # words from a relative word to the word that says the name is withheld


def build_phrases(page: Page) -> list[Phrase]:
    """The phrases of all role units, in text order. New names of bodies and persons met on the way become units."""
    offices = _long_offices(page)
    heads = [unit for unit in page.units if unit.sort == "role"]
    phrases: dict[int, Phrase] = {}
    after = page.grammar.order == "after"
    for unit in reversed(heads) if after else heads:
        assert unit.role is not None
        start, end = offices.get(unit.start, (unit.start, unit.end))
        phrase = Phrase(start, end, unit, unit.role, core=start)
        if after:
            grow_right(page, phrase, phrases)
        else:
            grow_left(page, phrase, phrases)
        _determine(page, phrase)
        if unit.role.needs == "count" and not phrase.counted:
            page.drop(unit)
            continue
        phrases[unit.start] = phrase
    heads = [unit for unit in heads if unit.start in phrases]
    for unit in reversed(heads):
        if not after:
            complement(page, phrases[unit.start], phrases)
        _withheld(page, phrases[unit.start])
    return [phrases[unit.start] for unit in heads]


def _long_offices(page: Page) -> dict[int, tuple[int, int]]:
    """Where offices begin and end through which a conjunction runs, by their role noun; what else was seen in their
    words is dropped."""
    found: dict[int, tuple[int, int]] = {}
    for unit in [unit for unit in page.units if unit.sort == "role"]:
        if page.unit_at(unit.start) is not unit:
            continue  # inside another
        end = office_end(page, unit) or unit.end
        start = office_start(page, unit) if page.grammar.order == "before" else None
        start = unit.start if start is None else start
        if (start, end) != (unit.start, unit.end):
            found[unit.start] = start, end
            for i in range(start, end):
                inside = page.unit_at(i)
                if inside is not None and inside is not unit:
                    page.drop(inside)
    return found


def _determine(page: Page, phrase: Phrase) -> None:
    """Prefixes of office, then determiners, numbers and what may stand before numbers."""
    small, words = page.grammar, page.words
    if small.determines(words[phrase.unit.start]) and phrase.start == phrase.unit.start:
        return  # "the two parties" brings its own
    while page.together(phrase.start - 1, phrase.unit.start):
        end = phrase.start
        if not phrase.counted and (at := small.prefixes.ends(words, end)) is not None and _whole(page, at, end):
            phrase.former = phrase.former or small.prefixes.match(words, at)[1]  # type: ignore[index]
            phrase.core = at
            at = _land_before(page, phrase, at)
        elif (at := small.indefinite.ends(words, end)) is not None and not phrase.counted:
            phrase.indefinite, phrase.counted = True, True
            phrase.number = "one"
        elif _ordinal(page, end - 1):
            return
        elif (at := small.several.ends(words, end)) is not None or (at := _numeral(page, end)) is not None:
            phrase.number, phrase.counted = ("one" if _is_one(page, at) else "many"), True
        elif (
            phrase.counted
            and (at := small.quantifying.ends(words, end)) is not None
            and page.tokens[at].dep_ != "compound:prt"
        ) or ((at := small.classifier.ends(words, end)) is not None and _counts_before(page, at)):
            pass
        elif (
            small.order == "before"
            and (at := small.definite.ends(words, end)) is not None
            and page.tokens[at].pos_ != "SCONJ"
        ):
            phrase.definite = True
            phrase.start = at
            return
        else:
            return
        if not page.together(at, end - 1):
            return
        phrase.start = at


def _land_before(page: Page, phrase: Phrase, at: int) -> int:
    """The start of the country before a prefix, which is the phrase's: "South Korean | Vice | Defence Minister"."""
    unit = page.ending(at)
    if page.grammar.order == "after" or unit is None or unit.country is None or phrase.inner:
        return at
    phrase.inner.append(unit)
    phrase.core = unit.start
    return unit.start


def _ordinal(page: Page, i: int) -> bool:
    """A number that the tree hangs on the noun before it: "perjalanan kedua pemimpin itu" is his second journey."""
    token = page.tokens[i]
    return (
        page.grammar.order == "after"
        and page.words[i] in page.grammar.counts
        and token.head.i < i
        and page.tokens[i - 1].pos_ == "NOUN"
    )


def _whole(page: Page, start: int, end: int) -> bool:
    return all(page.unit_at(i) is None or page.unit_at(i).sort == "role" for i in range(start, end))  # type: ignore[union-attr]


def _numeral(page: Page, end: int) -> int | None:
    token = page.tokens[end - 1]
    if page.unit_at(end - 1) is not None or _YEAR.fullmatch(token.text):
        return None
    return end - 1 if token.pos_ == "NUM" or token.text[:1].isdigit() else None


def _is_one(page: Page, at: int) -> bool:
    return page.words[at] == "1" or page.grammar.counts.get(page.words[at]) == 1


def _counts_before(page: Page, at: int) -> bool:
    return at > 0 and (page.grammar.several.ends(page.words, at) is not None or _numeral(page, at) is not None)


def _withheld(page: Page, phrase: Phrase) -> None:
    """A relative clause that says the name is withheld belongs to the phrase."""
    at = phrase.end + (page.inside(phrase.end) and page.words[phrase.end] == ",")
    if not (page.together(phrase.start, at) and page.words[at] in page.grammar.relative):
        return
    for i in range(at + 1, min(at + 1 + _FARTHEST, len(page.words))):
        if not page.together(at, i) or page.words[i] in (",", ".", ";"):
            return
        if page.words[i] in page.grammar.anonymity:
            phrase.end, phrase.anonymous = i + 1, True
            return
