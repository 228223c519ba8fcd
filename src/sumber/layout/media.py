"""The table of news agencies and outlets (``codebook/outlets/outlets.yaml``), looked up by a name as printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sumber.codebook import entries
from sumber.layout.lines import folded

_SHORT = 4  # letters of a form that must be in capitals, or as in the table


@dataclass(frozen=True, slots=True)
class Medium:
    """One entry of the table: its name as shown, what it is, ISO 3166-1 alpha-3 of its seat."""

    name: str
    kind: str
    country: str

    @property
    def is_agency(self) -> bool:
        """True for those that sell news to other media."""
        return self.kind in ("agency", "wire")


def find_medium(words: str) -> Medium | None:
    """The medium that `words` as a whole is a name of. It must begin with a capital, or be written as in the table."""
    if not words or not (words[0].isupper() or words[0].isdigit() or words in _as_written() or is_domain(words)):
        return None
    form = folded(words)
    if len(form) <= _SHORT and not words.isupper() and words not in _as_written():
        return None  # "Apa" is no APA, "Sana" no SANA
    return _media().get(form)


def find_credited(words: str) -> Medium | None:
    """As `find_medium`, in a closing credit, where short forms may be a reporter's initials."""
    table = entries("outlets", "outlets.yaml")
    if words in table["doubtful"]:
        return None
    full = table["initials"].get(words.lower(), words)
    return find_medium(full)


def canonical(name: str) -> str:
    """The name a medium is shown by; one that the table does not know keeps its form.

    Only an address in capitals, as datelines print it, is written as it is elsewhere: ``Kabarsore.co.id``.
    """
    known = find_medium(name)
    if known:
        return known.name
    return name.capitalize() if name.isupper() and is_domain(name) else name


def is_domain(words: str) -> bool:
    """True for ``Suluh.id``, ``KABARSORE.CO.ID``."""
    return bool(_domain().fullmatch(words))


def has_name_word(words: str) -> bool:
    """True where an unknown name of two words or more says that it is a medium's: "Harian X", "The X Gazette"."""
    parts = words.split()
    return len(parts) > 1 and any(part.casefold() in _name_words() for part in parts)


def same_medium(one: str, other: str) -> bool:
    """True where two names are forms of one: equal but for case, blanks, ``.com`` and the like, or in the table."""
    return canonical(one) == canonical(other) or bare_name(one) == bare_name(other)


def bare_name(name: str) -> str:
    """A name folded, without the ending of a domain and an article before it."""
    name = _ending().sub("", name.strip().removeprefix("www."))
    first, _, rest = name.partition(" ")
    return folded(rest if rest and first.lower() in entries("outlets", "outlets.yaml")["articles"] else name)


@cache
def _domain() -> re.Pattern[str]:
    return re.compile(rf"(?:www\.)?[\w-]{{2,40}}(?:\.(?:{_endings()}))+", re.I)


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"(?:\.(?:{_endings()}))+$", re.I)


def _endings() -> str:
    return "|".join(entries("outlets", "outlets.yaml")["endings"])


@cache
def _media() -> dict[str, Medium]:
    out: dict[str, Medium] = {}
    for entry in entries("outlets", "outlets.yaml")["outlets"]:
        medium = Medium(entry["name"], entry["kind"], entry["country"])
        for form in (entry["name"], *entry["aliases"]):
            out.setdefault(folded(form), medium)
    return out


@cache
def _as_written() -> frozenset[str]:
    """The forms that the table has, letter by letter."""
    table = entries("outlets", "outlets.yaml")["outlets"]
    return frozenset(form for entry in table for form in (entry["name"], *entry["aliases"]))


@cache
def _name_words() -> frozenset[str]:
    return frozenset(word.casefold() for word in entries("outlets", "outlets.yaml")["name_words"])
