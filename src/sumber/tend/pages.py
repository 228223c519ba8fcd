"""The codebook as pages that can be read: one a file, its entries one by one, each a name and rows of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sumber import codebook
from sumber.errors import CodebookError
from sumber.tend.kinds import KINDS
from sumber.tend.shape import LANGUAGES, within_language

_EXAMPLE = "example"


@dataclass(frozen=True, slots=True)
class Page:
    """One file. ``name`` is its name without the suffix (``id/triggers/assault``), ``lang`` None where it serves all
    languages, ``subject`` its name within its language's folder, ``about`` what its head says of it."""

    name: str
    lang: str | None
    subject: str
    about: str


@dataclass(frozen=True, slots=True)
class Row:
    """A key of an entry with its words."""

    key: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; ``section`` is the part of the file that it stands in, empty where there are none."""

    page: str
    section: str
    name: str
    rows: tuple[Row, ...]
    example: str | None

    def holds(self, words: Sequence[str]) -> bool:
        """True where each of the words, in small letters, stands somewhere in the entry."""
        parts = [self.name, self.section, self.example or "", *(value for row in self.rows for value in row.values)]
        text = "\n".join(parts).lower()
        return all(word in text for word in words)


@cache
def pages() -> tuple[Page, ...]:
    """All files of the codebook that hold entries, a folder of one's own included, in name order."""
    found = []
    for file, source in codebook.files(codebook.package()):
        if file.endswith(".yaml"):
            name = file.removesuffix(".yaml")
            lang = name.partition("/")[0] if name.startswith(tuple(f"{one}/" for one in LANGUAGES)) else None
            about = _about(source.read_text(encoding="utf-8"))
            found.append(Page(name, lang, within_language(name), about))
    return tuple(found)


def find_entries(page: str | None = None, sought: str = "") -> list[Entry]:
    """The entries of one page, or of all, that hold all words sought. Raises CodebookError where there is no such
    page."""
    names = [one.name for one in pages()]
    if page is not None and page not in names:
        raise CodebookError(f"the codebook has no page {page}; see the list of pages")
    words = sought.lower().split()
    return [entry for name in ([page] if page else names) for entry in _entries(name) if entry.holds(words)]


def _about(text: str) -> str:
    """The comment at the head of a file."""
    lines = []
    for line in text.split("\n"):
        if not line.startswith("#"):
            break
        lines.append(line.removeprefix("#").removeprefix(" "))
    return "\n".join(lines).strip()


@cache
def _entries(name: str) -> tuple[Entry, ...]:
    value = codebook.entries(*f"{name}.yaml".split("/"))
    return tuple(_read(name, "", value))


def _read(page: str, section: str, value: Any) -> Iterator[Entry]:
    """The entries of a part of a file: of a list of tables each, of a table each key, of a list of words the list."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _named(page, section, str(key), part)
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        yield from (_entry(page, section, item) for item in value)
    elif value is not None:
        yield Entry(page, section, section or page.rpartition("/")[2], (Row("", _words(value)),), None)


def _named(page: str, section: str, key: str, part: Any) -> Iterator[Entry]:
    """The entries of a part that has a name: more of them, one with several rows, or one list of words."""
    inside = list(part.values()) if isinstance(part, dict) else part if isinstance(part, list) else []
    if (isinstance(part, list) and any(isinstance(item, dict) for item in inside)) or (
        isinstance(part, dict) and inside and all(isinstance(item, dict) for item in inside)
    ):
        yield from _read(page, f"{section} › {key}" if section else key, part)
    elif isinstance(part, dict) and any(isinstance(item, dict | list) for item in inside):
        yield _entry(page, section, {"": key, **part})
    else:
        yield Entry(page, section, key, (Row("", _words(part)),), None)


def _entry(page: str, section: str, item: Any) -> Entry:
    """An entry is called by the key of its kind, else by its first."""
    if not isinstance(item, dict):
        return Entry(page, section, str(item), (), None)
    kind = KINDS.get((within_language(page) + ".yaml", section))
    named = kind.name if kind is not None and kind.name in item else next(iter(item), "")
    called = item.get(named)
    name = ", ".join(map(str, called)) if isinstance(called, list) else str(called)
    rows = tuple(Row(str(key), _words(value)) for key, value in item.items() if key not in (named, _EXAMPLE))
    example = item.get(_EXAMPLE)
    shown = example.get("text") if isinstance(example, dict) else example
    return Entry(page, section, name, rows, " / ".join(_words(shown)) if shown else None)


def _words(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(_word(item) for item in value)
    if isinstance(value, dict):
        return tuple(f"{key} = {_word(item)}" for key, item in value.items())
    return (_word(value),)


def _word(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_word(item)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(_word(item) for item in value)
    return "–" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
