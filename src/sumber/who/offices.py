"""Names of offices and ministries that a conjunction runs through: "Menteri Energi dan Sumber Daya Mineral".

A conjunction goes on with the name where a field of government stands behind it (``fields`` of who_grammar.yaml), or
where the person's name that closes the office does ("Deputi Penindakan dan Eksekusi KPK Asep"). It ends the name before
another office, a body that is known, a country or a person: "Menteri Pertahanan dan Panglima TNI" are two.
"""

from __future__ import annotations

from sumber.who.page import Page, Unit

_LONGEST = 14  # tokens


def office_end(page: Page, unit: Unit) -> int | None:
    """The end of the office that begins with a role noun, where a conjunction runs through what follows it."""
    person = unit.role is not None and unit.role.kind == "person"
    return _end(page, unit.end, person, begun=unit.end - unit.start > 1)  # "Menteri Energi | dan Sumber Daya Mineral"


def body_end(page: Page, end: int) -> int:
    """The end of the name of a body of which the capitals up to ``end`` are the first part."""
    more = _end(page, end, False, begun=True)
    return end if more is None else more


def office_start(page: Page, unit: Unit) -> int | None:
    """The same where the words stand before the role noun ("Energy and Mineral Resources Minister")."""
    at, start, joined = unit.start, None, False
    while page.together(at - 1, unit.start) and unit.start - at < _LONGEST:
        i = at - 1
        if page.capital(i) and not _is_other(page, i):
            start = i
        elif _joins(page, i):
            joined = True
        else:
            break
        at = i
    fields = start is not None and _is_field(page, start)
    return start if joined and fields else None


def _end(page: Page, first: int, person: bool, begun: bool) -> int | None:
    end, joined, after = first, False, False
    for i in range(first, first + _LONGEST):
        if not page.together(first - 1, i):
            break
        if page.capital(i) and not _is_other(page, i):
            if after and not (_is_field(page, i) or (person and _leads_to_name(page, i))):
                break
            joined, after, end = joined or after, False, i + 1
        elif (end > first or begun) and _joins(page, i):
            after = True
        elif after or begun or page.words[i] not in page.grammar.within:
            break
    return end if joined else None


def _joins(page: Page, i: int) -> bool:
    return page.words[i] in page.grammar.conjunctions or page.words[i] in (",", "&")


def _is_field(page: Page, i: int) -> bool:
    return page.words[i] in page.grammar.fields


def _is_other(page: Page, i: int) -> bool:
    """True for a word of somebody or something else: a person, an office, a known body, a country."""
    unit = page.unit_at(i)
    if page.tokens[i].ent_type_ == "PER" or unit is None:
        return page.tokens[i].ent_type_ == "PER"
    if unit.role is not None:
        return unit.role.kind != "group" and not _is_field(page, i)
    known = unit.body is not None and bool(unit.body.sectors or unit.body.country)
    return unit.sort in ("person", "country", "title") or known


def _leads_to_name(page: Page, i: int) -> bool:
    """True where nothing but capitals and bodies stands between a word and a person's name."""
    while page.together(i, i + 1) and page.capital(i):
        i += 1
        unit = page.unit_at(i)
        if page.tokens[i].ent_type_ == "PER" or (unit is not None and unit.sort == "person"):
            return True
        if unit is not None and unit.role is not None:
            return False
    return False
