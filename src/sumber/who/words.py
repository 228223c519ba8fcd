"""What this room reads from the codebook of a language: role nouns, titles, parts of names, pronouns, cues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sumber.codebook import entries
from sumber.errors import CodebookError
from sumber.model import ActorKind
from sumber.who.grammar import WordTable

_CROWDS = frozenset({"CVL", "EDU", "MED", "AGR", "LAB", "REF", "UAF", "CRM", "JRN", "NGO", "SOC", "BUS"})


@dataclass(frozen=True)
class RoleWord:
    """One role noun. ``plural``: this form denotes several; the other fields are those of ``roles.yaml``."""

    role: str
    gloss: str
    sectors: tuple[str, ...]
    kind: ActorKind
    plural: bool = False
    rank: bool = False
    inherit: bool = False
    foreign: bool = False
    thing: bool = False
    needs: str | None = None
    gender: str | None = None
    collective: str | None = None
    of_state: tuple[str, ...] = ()
    relational: bool = False
    many: bool = False

    @property
    def concept(self) -> str:
        """The last word of the sense: ``minister`` of ``defence minister``."""
        return self.gloss.rpartition(" ")[2]

    @property
    def crowd(self) -> bool:
        """True for people of whom there are always many, so that the bare noun is a class and not one person."""
        return self.kind == "person" and bool(self.sectors) and self.sectors[0] in _CROWDS and not self.inherit


@dataclass(frozen=True)
class Pronoun:
    """A pronoun's number (``one``, ``many`` or how many) and whom it may stand for."""

    number: str | int
    of: str
    gender: str | None = None
    possessive: bool = False


@dataclass(frozen=True)
class Title:
    """A form of address or short rank; ``role`` is the rank it abbreviates."""

    role: str | None
    gender: str | None


@cache
def roles(lang: str) -> WordTable:
    """The role nouns of a language, English plurals included."""
    return WordTable(_role_forms(lang))


def _role_forms(lang: str) -> Iterator[tuple[str, RoleWord]]:
    for entry in entries(lang, "roles.yaml"):
        one, many = _role_word(entry, False), _role_word(entry, True)
        forms = [entry["role"], *entry.get("also", ())]
        if lang != "en":
            yield from ((form, one) for form in forms)
            continue
        for form in forms:
            known = entry.get("plural") if form == entry["role"] else None
            plural = known or _plural(form)
            if plural == form or form == "deputies":
                yield form, many
            else:
                yield form, one
                yield plural, many


def _role_word(entry: dict[str, Any], plural: bool) -> RoleWord:
    marks = {key: bool(entry.get(key)) for key in ("rank", "inherit", "foreign", "thing", "relational", "many")}
    try:
        return RoleWord(
            role=entry["role"],
            gloss=entry["gloss"],
            sectors=tuple(entry["sectors"]),
            kind=entry["kind"],
            plural=plural,
            needs=entry.get("needs"),
            gender=entry.get("gender"),
            collective=entry.get("collective"),
            of_state=tuple(entry.get("of_state", ())),
            **marks,
        )
    except KeyError as error:
        raise CodebookError(f"roles.yaml: {entry.get('role')!r} lacks {error}") from error


def _plural(form: str) -> str:
    """The regular English plural of a noun phrase, of its first noun where ``of`` or ``at`` follows."""
    head, mark, rest = form.partition(" of ")
    if mark:
        return _plural(head) + mark + rest
    if form.endswith(("man", "woman")):
        return form[:-2] + "en"
    if form.endswith(("s", "sh", "ch", "x")):
        return form + "es" if not form.endswith("s") or form.endswith("ss") else form
    if form.endswith("y") and form[-2:-1] not in "aeiou":
        return form[:-1] + "ies"
    return form + "s"


@cache
def role_named(lang: str, role: str) -> RoleWord:
    """The role noun that an abbreviation in ``titles.yaml`` stands for."""
    for form, word in _role_forms(lang):
        if form == role and not word.plural:
            return word
    raise CodebookError(f"titles.yaml ({lang}): no role {role!r}")


@cache
def titles(lang: str) -> WordTable:
    """Forms of address and short ranks, with and without their periods."""

    def forms() -> Iterator[tuple[str, Title]]:
        for entry in entries(lang, "titles.yaml")["titles"]:
            value = Title(entry["role"], entry.get("gender"))
            yield entry["title"], value
            if entry["title"].endswith(".") and len(entry["title"]) > 3:
                yield entry["title"][:-1], value

    return WordTable(forms())


@cache
def name_parts(lang: str) -> frozenset[str]:
    """Small words inside names."""
    return frozenset(entries(lang, "titles.yaml")["name_parts"])


@cache
def name_prefixes(lang: str) -> frozenset[str]:
    """What a hyphen joins to a name."""
    return frozenset(entries(lang, "titles.yaml")["name_prefixes"])


@cache
def pronouns(lang: str) -> dict[str, tuple[Pronoun, ...]]:
    """Pronouns by form; a form may be personal and possessive."""
    raw = entries(lang, "pronouns.yaml")
    found: dict[str, tuple[Pronoun, ...]] = {}
    for key, possessive in (("pronouns", False), ("possessive", True)):
        for entry in raw[key]:
            value = Pronoun(entry["number"], entry["of"], entry.get("gender"), possessive)
            for form in entry["forms"]:
                found[form] = (*found.get(form, ()), value)
    return found


@cache
def body_pronouns(lang: str) -> frozenset[str]:
    """Pronouns that stand for a body as subject of a verb of speech."""
    return frozenset(entries(lang, "pronouns.yaml")["body"])


@cache
def clitic(lang: str) -> str:
    """The pronoun that is written onto a word, or an empty string."""
    return str(entries(lang, "pronouns.yaml")["clitic"])


@cache
def speech_words(lang: str) -> frozenset[str]:
    """Surface forms (English: lemmas too) of single-word cues that have a source of their own."""
    return frozenset(
        form
        for cue in entries(lang, "cues.yaml")
        if cue["kind"] in ("verb", "inverted")
        for form in cue["forms"]
        if " " not in form
    )


@cache
def clitic_hosts(lang: str) -> frozenset[str]:
    """Words of speech with the clitic on them ("katanya", "menurutnya")."""
    nya = clitic(lang)
    if not nya:
        return frozenset()
    cues = (cue for cue in entries(lang, "cues.yaml") if cue["kind"] in ("inverted", "preposition"))
    said = (cue.get("clitic") or [form + nya for form in cue["forms"] if not form.endswith(nya)] for cue in cues)
    forms = {form for host in said for form in host if " " not in form}
    return frozenset(forms | set(entries(lang, "pronouns.yaml")["hosts"]))


@cache
def death_words(lang: str) -> frozenset[str]:
    """Single words that tell of the death of those named before them ("tewas", "killed")."""
    deeds = entries(lang, "counted.yaml")["deeds"]["killed"]
    return frozenset(word for side in ("state", "passive") for word in deeds[side] if " " not in word)
