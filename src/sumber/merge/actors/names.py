"""Normal forms of names, and what two names alone say: the same, maybe the same, or apart.

What is compared is the *form* of a name: its words without titles, each folded to a skeleton that spellings of one
name share. Two names are

- *same* when all words are alike in order (hyphens and spaces aside), or when first and last are alike and only one of
  the two says more between them ("Joko Widodo", "Joko 'Jokowi' Widodo");
- *maybe* when one stands inside the other, gives an initial only, or has the words in another order; so are two equal
  names of one word, since a single name does not tell a person (the register asks what else is known of the two);
- *apart* otherwise.

Organisations are the same when all words are alike, one word included, or when the codebook lists both under one name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Literal

from sumber.codebook import entries
from sumber.says.media import LANGUAGES

Form = tuple[str, ...]
Likeness = Literal["same", "maybe", "apart"]

_MARKS = re.compile(r"[^\w\s]|_")
_DOTTED = re.compile(r"\b(\w)\.(?=\w\b)")
_POSSESSIVE = re.compile(r"[’'ʼ]s\b")
_SPACES = re.compile(r"[\s/]+")
_HYPHENS = re.compile(r"[-‐‑–]")
_VOWEL = re.compile(r"[aeiou]")
#: Shorter words of organisations are compared as written: most are abbreviations, where each letter counts.
_FOLDED_FROM = 6


def plain(text: str) -> str:
    """Small letters without marks."""
    letters = entries("actors", "transliteration.yaml")["letters"]
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return "".join(letters.get(sign, sign) for sign in bare.casefold())


@lru_cache(maxsize=200_000)
def tokens(name: str, kind: str = "person") -> tuple[str, ...]:
    """The words of a name: no marks, capitals, punctuation, articles; no titles before a person's name.

    >>> tokens("Jend. (Purn.) Prabowo Subianto, M.Si.")
    ('prabowo', 'subianto')
    >>> tokens("Bashar al-Assad")
    ('bashar', 'assad')
    """
    if kind == "person":
        name = _untitled(_without_degrees(name))
    name = _POSSESSIVE.sub("", name)
    name = _DOTTED.sub(r"\1. " if kind == "person" else r"\1", name)
    words: list[str] = []
    articles: list[str] = []
    for written in _SPACES.split(name):
        parts = _HYPHENS.split(written)
        for at, part in enumerate(parts):
            article = _is_article(part, at, parts, bool(words) or kind != "person")
            (articles if article else words).append(plain(_MARKS.sub("", part)))
    words = list(filter(None, words)) or list(filter(None, articles))
    return tuple(words) if kind == "person" else _without_legal(tuple(words))


def skeleton(token: str) -> str:
    """The key that spellings of one word share: ``skeleton("Shoygu") == skeleton("Sjoigu")``."""
    folded = _folded(plain(_MARKS.sub("", token)))
    return _heads().get(folded, folded)


@lru_cache(maxsize=200_000)
def form(name: str, kind: str = "person") -> Form:
    """The words of a name as skeletons; an organisation's short words stay as they are."""
    words = tokens(name, kind)
    if kind == "person":
        return tuple(skeleton(word) for word in words)
    return tuple(skeleton(word) if len(word) >= _FOLDED_FROM else word for word in words)


def is_full(words: Form) -> bool:
    """Whether a person's form can tell a person: two words that are no initials."""
    return sum(len(word) > 1 for word in words) > 1


def compare(a: str, b: str, kind: str = "person") -> Likeness:
    """What two names of one kind say alone (see above)."""
    if kind == "person":
        return compare_people(form(a), form(b))
    return compare_bodies(a, b)


def compare_people(a: Form, b: Form) -> Likeness:
    """`compare` for the forms of two persons' names."""
    if not a or not b:
        return "apart"
    if is_full(a) and is_full(b):
        if a == b or "".join(a) == "".join(b) or (_same_ends(a, b) and _same_middle(a[1:-1], b[1:-1])):
            return "same"
        if _same_ends(a, b) or sorted(a) == sorted(b):
            return "maybe"
    return "maybe" if holds(a, b) or holds(b, a) else "apart"


def compare_bodies(a: str, b: str) -> Likeness:
    """`compare` for two organisations' names."""
    one, two = form(a, "organization"), form(b, "organization")
    if not one or not two:
        return "apart"
    if "".join(one) == "".join(two) or listed(a) & listed(b):
        return "same"
    if holds(one, two) or holds(two, one) or one[0] in initials(b) or two[0] in initials(a):
        return "maybe"
    return "apart"


def holds(longer: Form, shorter: Form) -> bool:
    """Whether all words of the one stand in the other in their order; an initial stands for any word it begins."""
    rest = iter(longer)
    return len(shorter) <= len(longer) and all(any(_begins(word, other) for other in rest) for word in shorter)


def is_abbreviation(name: str) -> bool:
    """``True`` for "UNHCR", "U.N.", "PolRI"; an initial is none."""
    short = name.replace(".", "")
    return 2 <= len(short) <= 8 and short.isalnum() and sum(sign.isupper() for sign in short) >= 2


def is_title(word: str) -> bool:
    """``True`` for a word that may stand before a person's name: "Dr.", "Jenderal", *Haji*."""
    return word.casefold() in _titles()


def initials(name: str) -> frozenset[str]:
    """What may abbreviate an organisation's name: the first letters of all its words, and of the capitalised ones."""
    words = [word for word in re.split(r"[\s-]+", name) if word[:1].isalnum()]
    great = [word for word in words if word[0].isupper()]
    return frozenset(plain("".join(word[0] for word in run)) for run in (words, great) if len(run) > 1)


def listed(name: str) -> frozenset[str]:
    """The organisations of the codebook that are called so; more than one where they share an abbreviation."""
    return _listed().get("".join(form(name, "organization")), frozenset())


@cache
def _listed() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for entry in entries("actors", "organizations.yaml"):
        for alias in {entry["name"], *(alias for lang in LANGUAGES for alias in entry.get(lang, ()))}:
            table.setdefault("".join(form(alias, "organization")), set()).add(entry["name"])
    return {key: frozenset(names) for key, names in table.items()}


def _same_ends(a: Form, b: Form) -> bool:
    return a[0] == b[0] and a[-1] == b[-1]


def _same_middle(a: Form, b: Form) -> bool:
    """Nothing between, or word for word the same, an initial counting for its word: "W." is not "H. W."."""
    return not a or not b or (len(a) == len(b) and all(map(_alike, a, b)))


def _alike(a: str, b: str) -> bool:
    return _begins(a, b) or _begins(b, a)


def _begins(initial: str, word: str) -> bool:
    return initial == word or (len(initial) == 1 and word[:1].casefold() == initial.casefold())


def _is_article(part: str, at: int, parts: list[str], later: bool) -> bool:
    """ "al" of al-Assad; "Al" of Bashar Al Assad, but not of Al Gore."""
    articles = entries("actors", "transliteration.yaml")["articles"]
    word = part.lower()
    if at == 0 and len(parts) > 1:
        return word in articles["free"] or word in articles["joined"]
    return len(parts) == 1 and word in articles["free"] and (later or part.islower())


def _without_legal(words: tuple[str, ...]) -> tuple[str, ...]:
    legal = entries("actors", "transliteration.yaml")["legal"]
    return tuple(word for word in words if word not in legal) or words


def _without_degrees(name: str) -> str:
    """The name up to its first comma, and "Jr." behind it."""
    suffixes = entries("actors", "transliteration.yaml")["suffixes"]
    first, *rest = name.split(",")
    return " ".join([first, *(part for part in rest if plain(_MARKS.sub("", part)).strip() in suffixes)])


def _untitled(name: str) -> str:
    """The name without the titles before it, nothing where it is a mere title.

    One that may be a name itself (Habib, Kyai) goes only before two words.
    """
    words = re.sub(r"[()]|(?<=\.)-", " ", name).split()
    while words:
        title = _titles().get(words[0].casefold())
        if title is None or (title and len(words) < 3):
            break
        words = words[1:]
    return " ".join(words)


@cache
def _titles() -> dict[str, bool]:
    """Titles of all languages, word by word, and whether the word may be a name.

    Without its period a title counts where it has no vowel to make it a name: "Dr Wong", but "May Thu".
    """
    titles: dict[str, bool] = {}
    for lang in LANGUAGES:
        for entry in entries(lang, "titles.yaml")["titles"]:
            for word in entry["title"].strip("()").replace("-", " ").casefold().split():
                titles[word] = not word.endswith(".") and entry["role"] is not None
                if word.endswith(".") and not _VOWEL.search(word):
                    titles.setdefault(word[:-1], False)
    return titles


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(what), by) for what, by in entries("actors", "transliteration.yaml")["rules"])


@lru_cache(maxsize=200_000)
def _folded(word: str) -> str:
    for what, by in _rules():
        word = what.sub(by, word)
    return word


@cache
def _heads() -> dict[str, str]:
    """The skeletons of each family of spellings, by that of its head."""
    families = entries("actors", "transliteration.yaml")["families"]
    return {_folded(plain(word)): _folded(plain(family[0])) for family in families for word in family}
