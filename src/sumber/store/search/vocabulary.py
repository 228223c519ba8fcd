"""The words of all documents by their roots, so that a search for one finds the others of its family."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert

from sumber.store import schema
from sumber.store.search.roots import LANGUAGES, roots

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 40  # letters; what is longer is an address or a slip
_MOST = 60  # forms of one word that are sought
_STEP = 400  # words of one question to the database


def fold(text: str) -> str:
    """Text as the index has it: small letters without their marks."""
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def terms_of(text: str) -> set[str]:
    """The words of a text, folded."""
    return {word for word in _WORD.findall(fold(text)) if len(word) <= _LONGEST and not word.isdigit()}


def insert_words(connection: Connection, lang: str, terms: Iterable[str]) -> None:
    """Enter the words of a document of one language that are not known yet."""
    stems, wanted = schema.stems, sorted(terms)
    for at in range(0, len(wanted), _STEP):
        part = wanted[at : at + _STEP]
        s = stems.c
        known = select(s.term).where(s.lang == lang, s.root.in_(part), s.term == s.root)
        fresh = set(part).difference(connection.execute(known).scalars())
        rows = [
            {"lang": lang, "root": root, "term": term, "sure": sure}
            for term in sorted(fresh)
            for root, sure in {**roots(term, lang), term: True}.items()
        ]
        if rows:
            connection.execute(upsert(stems).on_conflict_do_nothing(), rows)


def family(connection: Connection, word: str, langs: Iterable[str] = LANGUAGES) -> list[str]:
    """The words of the store that share a root with a word, itself first; at most `_MOST`.

    Of readings that differ in the letter a prefix may have swallowed (irim, kirim) those count whose root other words
    show; where no word does, all of them.
    """
    folded = fold(word)
    found: dict[str, None] = {folded: None}
    for lang in langs:
        readings = roots(folded, lang)
        s = schema.stems.c
        query = select(s.root, s.term, s.sure).where(s.lang == lang, s.root.in_(readings)).order_by(s.root, s.term)
        rows = connection.execute(query).all()
        shown = {row.root for row in rows if row.sure and row.term != folded}
        taken = {root for root in readings if root in shown or not any(_are_rivals(root, other) for other in shown)}
        found |= {row.term: None for row in rows if row.root in taken}
    return list(found)[:_MOST]


def _are_rivals(a: str, b: str) -> bool:
    """True for two roots of which at most one can be that of a word."""
    return a != b and (a[1:] == b[1:] or a[1:] == b or b[1:] == a)
