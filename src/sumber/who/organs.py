"""Bodies that no table knows and that are part of one it knows."""

from __future__ import annotations

from sumber.who.page import Page
from sumber.who.tables import KnownBody, known_bodies


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
