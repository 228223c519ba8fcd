"""Who is said to be what: roles beside names ("the spokesman, Lu Jianhong"), and bodies beside what they are."""

from __future__ import annotations

from sumber.who.page import Page, Unit
from sumber.who.phrase import Phrase, is_one_of_group

_STEPS = 3
_AGE = 6  # tokens of an age with its marks: ", 24 years old,"


def bond_persons(page: Page, phrases: list[Phrase], people: list[Unit]) -> None:
    """Fill ``bonded`` of the phrases that stand beside a person's name and are said of that person."""
    # of phrases that end together, a name right behind is the inner person's ("ajudan Presiden Tolongia"), one behind a
    # comma the outer one's ("juru bicara Kementerian X, Lu")
    inner = {p.end: p for p in sorted(phrases, key=lambda p: (_of_person(p), p.start))}
    outer = {p.end: p for p in sorted(phrases, key=lambda p: (_of_person(p), -p.start))}
    by_start = {p.start: p for p in sorted(phrases, key=lambda p: (_of_person(p), p.end))}
    by_token = {i: p for p in phrases for i in p.unit.tokens}
    names = {unit.start: unit for unit in people}
    for unit in people:
        _look_left(page, unit, inner, outer)
        _look_right(page, unit, by_start, names)
    for unit in people:
        if not any(unit in phrase.bonded or unit in phrase.inner for phrase in phrases):
            _look_up(page, unit, by_token)
    for unit in people:
        _share(page, unit, phrases)


def titles_before(page: Page, unit: Unit) -> list[Unit]:
    """Forms of address and short ranks right before a name."""
    found: list[Unit] = []
    i = unit.start
    while (title := page.ending(i)) is not None and title.sort == "title":
        found.append(title)
        i = title.start
    return found


def _of_person(phrase: Phrase) -> bool:
    return phrase.role.kind == "person" or is_one_of_group(phrase)


def _look_up(page: Page, unit: Unit, by_token: dict[int, Phrase]) -> None:
    """A role farther to the left of which the tree makes the name a part ("juru bicara pemerintah untuk X Achmad")."""
    token = page.doc[unit.start : unit.end].root
    for _ in range(_STEPS):
        if token.dep_.partition(":")[0] not in ("flat", "appos", "nmod", "compound") or token.head.i >= token.i:
            return
        token = token.head
        phrase = by_token.get(token.i)
        if phrase is not None:
            between = page.tokens[phrase.end : unit.start]
            plain = all(t.pos_ not in ("VERB", "PUNCT", "CCONJ", "PRON") and page.unit_at(t.i) is None for t in between)
            if plain and _of_person(phrase) and not phrase.several and not phrase.counted and not phrase.bonded:
                phrase.bonded.append(unit)
            return


def _look_left(page: Page, unit: Unit, inner: dict[int, Phrase], outer: dict[int, Phrase]) -> None:
    i = unit.start
    while True:
        titles = page.ending(i)
        phrase = inner.get(i)
        if titles is not None and titles.sort == "title":
            i = titles.start
        elif phrase is not None and phrase.role.rank and page.together(phrase.start, unit.start):
            phrase.bonded.append(unit)
            i = phrase.start
        else:
            break
    if phrase is not None and _of_person(phrase) and page.together(phrase.start, unit.start):
        if phrase.role.relational and _known_before(page, unit):
            phrase.inner.append(unit)
            phrase.end = unit.end
        else:
            phrase.bonded.append(unit)
        return
    if i > 0 and page.words[i - 1] == "," and page.together(i - 1, unit.start):
        phrase = outer.get(i - 1)
        if phrase is not None and _of_person(phrase) and not phrase.bonded and _sure(page, phrase, unit):
            phrase.bonded.append(unit)


def _known_before(page: Page, unit: Unit) -> bool:
    """True for the short form of a longer name earlier in the article."""
    words = {page.words[i] for i in unit.tokens}
    names = (
        {page.words[i] for i in other.tokens}
        for other in page.units
        if other.sort == "person" and other.end <= unit.start
    )
    return any(words < name for name in names)


def _sure(page: Page, phrase: Phrase, unit: Unit) -> bool:
    """Of "said a witness, Ali shot": an unnamed one before a comma has the name only where it is closed off too."""
    if (phrase.several and not phrase.definite) or (
        phrase.role.sectors == ("CVL",) and not phrase.indefinite and not phrase.inner
    ):
        return False
    if not (phrase.indefinite or phrase.role.crowd or (phrase.role.inherit and not phrase.inner)):
        return True
    return not page.inside(unit.end) or page.words[unit.end] in (",", ".", ")", ";", "—")


def _look_right(page: Page, unit: Unit, by_start: dict[int, Phrase], names: dict[int, Unit]) -> None:
    i = _past_age(page, unit.end)
    if not page.inside(i):
        return
    comma = page.words[i] == ","
    if not comma and page.words[i] not in page.grammar.copula:
        return
    for at in (i + 1, i + 2):
        phrase = by_start.get(at)
        if phrase is None or not page.together(unit.start, at):
            if comma:
                return
            continue
        if _of_person(phrase) and not phrase.several and not phrase.bonded and phrase.end not in names:
            closed = not page.inside(phrase.end) or page.words[phrase.end] not in page.grammar.conjunctions
            if closed or not comma:
                phrase.bonded.append(unit)
        return


def _past_age(page: Page, i: int) -> int:
    """Behind an age between a name and what is said of it: "Andi (20), mahasiswa", "Idris, 24 tahun, nelayan"."""
    if not page.inside(i) or page.words[i] not in ("(", ","):
        return i
    ends = ")" if page.words[i] == "(" else ","
    last = next((k for k in range(i + 2, i + _AGE) if page.inside(k) and page.words[k] == ends), None)
    if last is None or not page.together(i, last) or not page.words[i + 1].isdigit():
        return i
    if any(page.words[k] not in page.grammar.ages for k in range(i + 2, last)):
        return i
    return last + 1 if ends == ")" else last


def _share(page: Page, unit: Unit, phrases: list[Phrase]) -> None:
    """In "aktivis A dan B" the role is said of both."""
    at = unit.start - 1
    if not page.inside(at) or (page.words[at] not in page.grammar.conjunctions and page.words[at] != ","):
        return
    at -= page.words[at - 1] == ","
    for phrase in phrases:
        if phrase.several and any(other.end == at for other in phrase.bonded) and unit not in phrase.bonded:
            phrase.bonded.append(unit)


def name_bodies(page: Page, phrases: list[Phrase]) -> None:
    """A body's name between commas behind what it is: "the ruling party, Forward Malawi, said"."""
    for phrase in phrases:
        at = phrase.end
        if phrase.name is not None or phrase.role.kind == "person" or not page.inside(at) or page.words[at] != ",":
            continue
        unit = page.starting(at + 1 + (page.inside(at + 1) and page.grammar.determines(page.words[at + 1])))
        if unit is None or unit.sort != "body" or unit.body is None or not page.together(at, unit.start):
            continue
        end = unit.end
        if page.inside(end) and page.words[end] == "(":
            end += 3
        closed = page.inside(end) and page.words[end] == ","
        medium = "JRN" in phrase.role.sectors
        if closed and medium == ("JRN" in unit.body.sectors):
            phrase.name = unit
