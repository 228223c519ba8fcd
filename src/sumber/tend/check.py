"""Faults of a codebook: files that nothing reads, YAML that is none, entries against their schema, forms that clash."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from sumber import codebook
from sumber.errors import CodebookError
from sumber.tend.kinds import KINDS
from sumber.tend.shape import shape_troubles, within_language
from sumber.tend.twins import Entry, find_twins
from sumber.what.plover import type_cards
from sumber.what.schema import broken, careless

_NOTES = (".md", ".txt", ".rst")  # a folder may hold notes of its owner


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong, where, and what to do. ``rule`` is the entry or section, empty where it is the file's."""

    file: str
    rule: str
    trouble: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.rule, self.trouble) if part)


@dataclass(frozen=True, slots=True)
class _File:
    """A file that could be read. ``shown`` is its name for a person, ``name`` its name within the codebook."""

    shown: str
    name: str
    value: Any
    own: bool

    @property
    def is_triggers(self) -> bool:
        return within_language(self.name).startswith("triggers/")

    @property
    def stem(self) -> str:
        return self.name.rpartition("/")[2].removesuffix(".yaml")


def check_files(overlay: Path | None) -> tuple[list[Fault], int]:
    """The faults of the package's codebook together with a folder of the user's own, and how many files that has."""
    faults: list[Fault] = []
    package = {name: file for name, file in codebook.files(codebook.package()) if name.endswith(".yaml")}
    read = [_read(file, name, name, False, faults) for name, file in package.items()]
    if overlay is not None:
        read += [_own(path, overlay, package, faults) for path in sorted(overlay.rglob("*")) if path.is_file()]
    found = [file for file in read if file is not None]
    models = {file.name: file.value for file in found if not file.own}
    for file in found:
        faults += _triggers(file) if file.is_triggers else _shape(file, models[file.name])
    faults += _twice(found)
    return faults, sum(file.own for file in found)


def _read(file: Traversable, name: str, shown: str, own: bool, faults: list[Fault]) -> _File | None:
    try:
        return _File(shown, name, codebook.read(file, shown), own)
    except CodebookError as error:
        trouble = " ".join(str(error).removeprefix(f"{shown}: ").split()).replace('in "<byte string>",', "at")
        faults.append(Fault(shown, "", f"cannot be read as YAML: {trouble}"))
        return None


def _own(path: Path, overlay: Path, known: dict[str, Traversable], faults: list[Fault]) -> _File | None:
    """A file of the overlay, if it is one that the codebook reads."""
    name = path.relative_to(overlay).as_posix()
    shown = f"{overlay.as_posix()}/{name}"
    if name.startswith(".") or "/." in name or path.suffix in _NOTES:
        return None
    if name not in known:
        faults.append(Fault(shown, "", f"is no file of a codebook, so nothing reads it; {_advice(name, list(known))}"))
        return None
    return _read(path, name, shown, True, faults)


def _advice(name: str, known: list[str]) -> str:
    """Where a file that nothing reads may belong."""
    stem = name.rpartition("/")[2].partition(".")[0]
    same = [other for other in known if other.rpartition("/")[2] == f"{stem}.yaml"]
    near = [other for other in same if other.startswith(name.partition("/")[0] + "/")] or same
    if near:
        return f"did you mean {' or '.join(near)}?"
    if "triggers" in name:
        types = ", ".join(sorted(card.lower() for card in type_cards()))
        return f"a file of triggers is LANG/triggers/TYPE.yaml, and the types are {types}"
    close = difflib.get_close_matches(name, known, 2)
    return f"did you mean {' or '.join(close)}?" if close else "give it the name of a file of the package's codebook"


def _shape(file: _File, model: Any) -> Iterator[Fault]:
    for rule, trouble in shape_troubles(file.name, file.value, model):
        yield Fault(file.shown, rule, trouble)


def _triggers(file: _File) -> Iterator[Fault]:
    if not isinstance(file.value, list | None):
        yield Fault(file.shown, "", "must hold a list of entries: - {rule: …, example: …}")
        return
    for entry in file.value or ():
        rule = str(entry.get("rule") or "an entry") if isinstance(entry, dict) else "an entry"
        troubles = list(broken(entry, type_cards()[file.stem.upper()]))
        for trouble in troubles or careless(entry, file.name.partition("/")[0]):
            yield Fault(file.shown, rule, trouble)


def _twice(found: list[_File]) -> Iterator[Fault]:
    """Rules of one name, forms with equal guards, other entries of one name; told of the user's own where it is one."""
    triggers = [
        Entry(file.shown, file.name, entry)
        for file in found
        if file.is_triggers and isinstance(file.value, list)
        for entry in file.value
        if not any(broken(entry, type_cards()[file.stem.upper()]))
    ]
    yield from (Fault(twin.file, twin.rule, trouble) for twin, trouble in find_twins(triggers))
    yield from _names_twice(found)


def _names_twice(found: list[_File]) -> Iterator[Fault]:
    seen: dict[tuple[str, str, str], str] = {}
    for file in found:
        for (name, section), kind in KINDS.items():
            if within_language(file.name) != name or not kind.unique:
                continue
            value = file.value if not section else (file.value or {}).get(section)
            for entry in value if isinstance(value, list) else ():
                if isinstance(entry, dict) and isinstance(entry.get(kind.name), str):
                    key = (file.name, section, entry[kind.name])
                    if key in seen:
                        advice = f"stands already in {seen[key]}; leave one out or give it another {kind.name}"
                        yield Fault(file.shown, entry[kind.name], advice)
                    seen.setdefault(key, file.shown)
