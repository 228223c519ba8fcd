"""Growing a phrase where modifiers stand behind the noun ("juru bicara | Kementerian Luar Negeri | Prancis")."""

from __future__ import annotations

from sumber.who.page import Page, Unit
from sumber.who.phrase import Phrase, linked, rename, starting, take, takes_name
from sumber.who.tables import KnownBody
from sumber.who.words import Pronoun, clitic, pronouns

_MODIFIER = frozenset({"amod", "compound", "nmod", "flat", "fixed", "nummod", "det", "appos", "acl", "obl"})
_OPEN = frozenset({"ADJ", "NOUN", "PROPN"})
_MOST_OPEN = 4  # words of the open classes in one phrase


def grow_right(page: Page, phrase: Phrase, phrases: dict[int, Phrase]) -> None:
    """Modifiers behind the noun, nearest first, until something else begins."""
    opened = 0
    if _owned(page, phrase):
        return
    while page.together(phrase.start, phrase.end):
        i = phrase.end
        inner = starting(phrases, i)
        unit = page.starting(i)
        if inner and _may_hold(phrase, inner):
            phrase.inner.append(inner)
            phrase.end = inner.end
            return
        if unit and unit.sort == "person" and phrase.role.kind == "organization" and takes_name(page, phrase):
            unit = rename(page, unit)
        if unit and unit.sort in ("country", "body", "place"):
            take(phrase, unit)
        elif page.words[i] == "(" and page.together(i, i + 2) and page.words[i + 2] == ")" and page.unit_at(i + 1):
            _take_short(page, phrase, i + 1)
            phrase.end = i + 3
        elif page.grammar.definite.match(page.words, i):
            phrase.definite = True
            phrase.end = i + 1
            return
        elif page.words[i] in page.grammar.local:
            phrase.local = True
            phrase.end = i + 1
        elif any(p.possessive for p in pronouns(page.lang).get(page.words[i], ())):
            phrase.owner = (i, next(p for p in pronouns(page.lang)[page.words[i]] if p.possessive))
            phrase.end = i + 1
            return
        elif (behind := linked(page, phrase, i, phrases)) is not None:
            phrase.end = behind
        elif unit is None and page.capital(i):
            if not _take_capitals(page, phrase, i):
                return
        elif unit is None and opened < _MOST_OPEN and not _links(page, i) and _modifies(page, phrase, i):
            opened += 1
            phrase.end = i + 1
            if _owned(page, phrase):
                return
        else:
            return


def _take_short(page: Page, phrase: Phrase, i: int) -> None:
    """The abbreviation in brackets is the name of the body ("kelompok kriminal bersenjata (KKB)")."""
    unit = page.unit_at(i)
    if unit is not None and unit.sort == "body" and phrase.role.kind != "person" and phrase.name is None:
        phrase.inner.append(unit)
        phrase.name = unit


def _links(page: Page, i: int) -> bool:
    """True for a word that joins a noun to whose it is ("pimpinan Egianus Kogoya")."""
    return page.grammar.of.match(page.words, i) is not None


def _owned(page: Page, phrase: Phrase) -> bool:
    """The clitic on the last word closes the phrase, but for a country or body behind the noun ("mitranya dari X")."""
    nya, last = clitic(page.lang), phrase.end - 1
    if not nya or page.bases[last] == page.words[last] or not page.words[last].endswith(nya):
        return False
    phrase.owner, phrase.definite = (last, Pronoun("one", "any", possessive=True)), True
    return last >= phrase.unit.end


def _may_hold(outer: Phrase, inner: Phrase) -> bool:
    if inner.role.rank or inner.indefinite or inner.counted or inner.unit.start - inner.start > 1:
        return False
    return inner.role.collective is None


def _take_capitals(page: Page, phrase: Phrase, i: int) -> bool:
    """Unknown capitalised words behind the noun: a body's name, part of a long office, or a person's name."""
    if page.kinds[i] == "title":
        return False
    end = page.run(i)
    follower = page.starting(end) if page.inside(end) else None
    goes_on = follower is not None and page.together(i, end)
    if phrase.role.kind == "person" and not goes_on:
        if end - i > 1 and _may_name(page, phrase, i, end):
            page.add([Unit(i, end, "person")])
            return False
        if page.tokens[i].ent_type_ == "":
            return False
    unit = Unit(i, end, "body", body=KnownBody(page.text(i, end), None, (), "organization"))
    if phrase.role.kind == "person" or page.tokens[i].ent_type_ == "LOC":
        phrase.end = end
        return True
    page.add([unit])
    phrase.name = phrase.name or unit
    phrase.inner.append(unit)
    phrase.end = end
    return True


def _may_name(page: Page, phrase: Phrase, start: int, end: int) -> bool:
    """True where an unknown run behind an office can only be who holds it."""
    if phrase.role.plural or phrase.number is not None or phrase.role.inherit:
        return False
    labelled = any(page.tokens[i].ent_type_ for i in range(start, end))
    return not labelled and page.words[start] not in page.grammar.place_nouns


def _modifies(page: Page, phrase: Phrase, i: int) -> bool:
    """An open-class word that the tree hangs into the phrase, without a preposition of its own."""
    token = page.tokens[i]
    if token.pos_ not in _OPEN or {page.words[i], page.bases[i]} & (page.grammar.relative | page.grammar.never):
        return False
    if token.pos_ == "ADJ" and not token.text[:1].isupper() and phrase.start <= token.head.i < i:
        return True
    return (
        token.dep_.partition(":")[0] in _MODIFIER
        and phrase.start <= token.head.i < i
        and not any(c.dep_ == "case" for c in token.children)
    )
