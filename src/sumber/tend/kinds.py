"""The kinds of entry that the codebook's lists hold, triggers apart: their keys, and the words that a key may have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from sumber.model import Stance
from sumber.says.cues import CueKind
from sumber.what.relations import TYPES
from sumber.when.operations import OPERATIONS

#: The sectors of PLOVER 2.0 that actors have; journalists are JRN.
SECTORS = frozenset(
    {"AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "IGO", "JRN", "JUD", "LAB", "LEG", "MED", "MIL", "NGO",
     "OPP", "PRE", "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK"}
)  # fmt: skip
_PEOPLE = frozenset({"person", "group", "organization"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry.

    ``name`` is the key that an entry is called by, ``lists`` are the keys that hold lists of words, ``choices`` the
    words that a key may have. ``unique``: two entries of one name are a mistake.
    """

    name: str
    required: frozenset[str]
    optional: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    choices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unique: bool = True

    @property
    def keys(self) -> frozenset[str]:
        """All keys that an entry may have."""
        return self.required | self.optional

    def faults(self, entry: Any) -> Iterator[str]:
        """What is wrong with one entry, each with what to do."""
        if not isinstance(entry, dict):
            yield f"{entry!r} is no entry; one looks like {{{self.name}: …}}"
            return
        for key in entry:
            if key not in self.keys:
                yield f"{key} is no key here; the keys are {', '.join(sorted(self.keys))}"
        for key in sorted(self.required - set(entry)):
            yield f"needs {'an example sentence' if key == 'example' else key}"
        for key in sorted(self.lists & set(entry)):
            if not isinstance(entry[key], list):
                yield f"{key} must be a list: {key}: [{entry[key]}]"
            elif any(not isinstance(word, str) for word in entry[key]):
                yield f"{key} holds something that is no word (put on, off, no and yes in quotation marks)"
        yield from self._strange(entry)

    def _strange(self, entry: dict[Any, Any]) -> Iterator[str]:
        for key, known in self.choices.items():
            value = entry.get(key)
            for word in value if isinstance(value, list) else [value]:
                if word is not None and str(word) not in known:
                    yield f"{key}: {word} is none of {', '.join(sorted(known))}"


def _kind(
    name: str,
    required: str,
    optional: str = "",
    lists: str = "",
    choices: Mapping[str, Iterable[str]] | None = None,
    unique: bool = True,
) -> Kind:
    closed = {key: frozenset(words) for key, words in (choices or {}).items()}
    needed, further, several = (frozenset(words.split()) for words in (f"{name} {required}", optional, lists))
    return Kind(name, needed, further, several, closed, unique)


CUE = _kind("cue", "forms kind stance example source content_has", "clitic irregular takes needs weak",
            "forms clitic irregular takes needs", {"kind": get_args(CueKind), "stance": get_args(Stance)})  # fmt: skip
ROLE = _kind(
    "role",
    "gloss sectors kind example",
    "also plural rank inherit foreign thing relational many needs gender collective of_state",
    "also sectors of_state",
    {"kind": _PEOPLE, "sectors": SECTORS, "of_state": SECTORS, "needs": ("count", "quantity", "name")},
)
RELATION = _kind("rule", "type example", "noun verb role flip", "noun verb role", {"type": TYPES})
COUNTRY = _kind("iso3", "geonameid id en", "capital metonyms not_with state sectors de_facto", "sectors",
                {"sectors": SECTORS}, unique=False)  # fmt: skip
ORGANIZATION = _kind("name", "country sectors kind id en", "also", "sectors id en also",
                     {"sectors": SECTORS, "kind": _PEOPLE - {"person"}})  # fmt: skip
PLACE = _kind("name", "geonameid iso3 precision id en", "lat lon", "id en", {"precision": ("city", "area")}, False)
OUTLET = _kind("name", "kind country aliases", "", "aliases",
               {"kind": ("agency", "wire", "newspaper", "broadcaster", "online", "magazine")})  # fmt: skip
LINE = _kind("pattern", "kind example", choices={"kind": ("furniture", "byline", "caption")})
TIME_RULE = _kind("rule", "match op example", "with after needs unless_after unless initial only_initial",
                  choices={"op": OPERATIONS})  # fmt: skip
TITLE = _kind("title", "role", "gender")
PRONOUN = _kind("forms", "number of", "gender", "forms", {"of": ("person", "any", "state")}, unique=False)

#: File (without its language's folder) and section → the kind of its entries. The file itself is the list where no
#: section is named.
KINDS: Mapping[tuple[str, str], Kind] = {
    ("cues.yaml", ""): CUE,
    ("roles.yaml", ""): ROLE,
    ("relations.yaml", ""): RELATION,
    ("actors/countries.yaml", ""): COUNTRY,
    ("actors/organizations.yaml", ""): ORGANIZATION,
    ("places/extra.yaml", ""): PLACE,
    ("outlets/outlets.yaml", "outlets"): OUTLET,
    ("layout.yaml", "lines"): LINE,
    ("time.yaml", "rules"): TIME_RULE,
    ("titles.yaml", "titles"): TITLE,
    ("pronouns.yaml", "pronouns"): PRONOUN,
}
