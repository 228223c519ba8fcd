"""Abbreviations in brackets behind a body's name, and all other places where they stand."""

from __future__ import annotations

from dataclasses import replace

from sumber.who.bodies import part_of_known
from sumber.who.page import Page, Unit
from sumber.who.tables import KnownBody


def find_aliases(page: Page) -> dict[str, Unit]:
    """Abbreviations in brackets behind a body's name whose initials they are: "Aliansi Rakyat Bersatu (ARB)"."""
    found: dict[str, Unit] = {}
    for i in range(1, len(page.words) - 2):
        short = page.texts[i + 1]
        if page.words[i] != "(" or page.words[i + 2] != ")" or not page.inside(i) or not _is_short(short):
            continue
        start = _spelled_out(page, i, short)
        if start is None:
            continue
        inside = {id(unit): unit for k in range(start, i) if (unit := page.unit_at(k)) is not None}.values()
        whole = next((unit for unit in inside if (unit.start, unit.end) == (start, i)), None)
        if whole is not None and whole.sort != "body":
            continue
        known = whole
        if known is None:
            for unit in list(inside):
                page.drop(unit)
            sectors = tuple(
                dict.fromkeys(
                    code for unit in inside if unit.role and unit.role.kind != "person" for code in unit.role.sectors
                )
            )
            body = part_of_known(page, page.text(start, i))
            body = body if body.sectors else replace(body, sectors=sectors)
            known = Unit(start, i, "body", body=body)
            page.add([known])
        found[short] = known
        _mark(page, short)
    return found


def _is_short(text: str) -> bool:
    return 2 <= len(text) <= 8 and text.isalpha() and sum(sign.isupper() for sign in text) >= 2


def _spelled_out(page: Page, end: int, short: str) -> int | None:
    """The start of the name before ``end`` that the abbreviation stands for.

    Its capitalised words begin with the letters of the abbreviation, in order or, as in abbreviations of another
    language, in any order: "Patriotic Movement for Return (MPR)". Failing that the whole run of capitals counts where
    a word in it says that it is a body: "Front Fajar Nasional (NDF)".
    """
    start, letters = end, sorted(short.lower())
    best, whole = None, None
    while page.inside(start - 1) and page.together(start - 1, end):
        word = page.words[start - 1]
        if page.texts[start - 1][:1].isupper() and not page.grammar.determines(word):
            whole = start - 1
            if letters and word[0] in letters:
                letters.remove(word[0])
                best = start - 1 if not letters else best
            elif best is None:
                letters = []  # a capital too many: no abbreviation of these words
        elif not (word in page.grammar.conjunctions or page.tokens[start - 1].pos_ == "ADP"):
            break
        start -= 1
        if best is not None:
            return best
    is_body = whole is not None and any(page.words[i] in page.grammar.body_words for i in range(whole, end))
    return whole if is_body else None


def _mark(page: Page, short: str) -> None:
    """All other places where the abbreviation stands become units of their own."""
    for i in range(len(page.words)):
        if page.texts[i] != short or not page.live[i]:
            continue
        unit = page.unit_at(i)
        if unit is not None and (unit.start, unit.end) == (i, i + 1):
            page.drop(unit)
        if page.unit_at(i) is None:
            page.add([Unit(i, i + 1, "body", body=KnownBody(short, None, (), "organization"))])
