"""Organisations and media on the page: those of the tables, their namesakes abroad, and parts of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sumber.where import CountryWord
from sumber.who.page import Page, Unit
from sumber.who.tables import KnownBody, known_bodies, known_media

#: The far edge of a country's name beside a body, as a character, and its code; ``None`` where none stands there.
Land = tuple[int, str] | None

#: Sectors of institutions that every state has ("Kemlu Rusia").
_STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_LONG_NAME = 3  # words of a name that other countries may give to a body of theirs


def find_bodies(page: Page, words: Sequence[tuple[int, int, CountryWord]]) -> Iterator[Unit]:
    """Organisations and media of the tables, with those of their names in other countries."""
    text = page.article.text
    lands = [(start, end, word.iso3) for start, end, word in words if word.kind == "name"]
    before = {end: (start, iso3) for start, end, iso3 in lands}
    behind = {start: (end, iso3) for start, end, iso3 in lands}
    for table in (known_bodies(page.lang), known_media()):
        for start, end, body in table.find(text):
            span = page.span(start, end) if text[start].isupper() else None
            if span and (span[1] - span[0] > 1 or _stands_as_name(page, span[0])):
                abroad = _of_land_before(page, before.get(start - 1), span, body)
                abroad = abroad or _of_land_behind(page, behind.get(end + 1), span, body)
                yield abroad or Unit(*span, "body", body=body)


def _of_land_before(page: Page, land: Land, span: tuple[int, int], body: KnownBody) -> Unit | None:
    """The namesake in another country of a body that the table knows: the Kenya National Commission on Human Rights."""
    if land is None or span[1] - span[0] < _LONG_NAME:
        return None
    return _namesake(page, (land[0], page.chars(*span)[1]), land[1], body)


def _of_land_behind(page: Page, land: Land, span: tuple[int, int], body: KnownBody) -> Unit | None:
    """The same where the country comes last: "Kemlu Rusia", "Komisi Pemilihan Umum Korea Selatan"."""
    if land is None or page.grammar.order != "after" or not _STATE_SECTORS & set(body.sectors):
        return None
    return _namesake(page, (page.chars(*span)[0], land[0]), land[1], body)


def _namesake(page: Page, chars: tuple[int, int], iso3: str, body: KnownBody) -> Unit | None:
    named = page.span(*chars)
    if named is None or body.country in (None, iso3) or not page.together(named[0], named[1] - 1):
        return None
    return Unit(*named, "body", body=KnownBody(page.text(*named), iso3, body.sectors, body.kind))


def _stands_as_name(page: Page, i: int) -> bool:
    """A one-word name at the head of a sentence may be a common word."""
    return page.tokens[i].pos_ in ("PROPN", "X") or page.texts[i].isupper() or not page.opens_sentence(i)


def part_of_known(page: Page, name: str) -> KnownBody:
    """A body that no table knows; of one whose name ends with a known body's it is a part ("Komisi VII DPR"), and an
    organ with an international body inside its name is that one's ("Badan PBB untuk Urusan Pengungsi")."""
    found = list(known_bodies(page.lang).find(name))
    whole = next((body for _, end, body in found if end == len(name)), None)
    if whole is None:
        whole = next(
            (one for start, end, one in found if "IGO" in one.sectors and _is_organ(page, name, start, end)), None
        )
    country, sectors = (whole.country, whole.sectors) if whole is not None else (None, ())
    return KnownBody(name, country, sectors, "organization")


def _is_organ(page: Page, name: str, start: int, end: int) -> bool:
    """True where a word for an organ opens the name or follows the body ("UN Office for Drylands")."""
    rest = name[end:].split() if start == 0 else name.split()
    return bool(rest) and rest[0].lower() in page.grammar.organs
