"""The codebook: what Sumber knows of languages, places, outlets and event types, as data.

`entries("id", "cues.yaml")` reads one file, `tree("id", "triggers")` all files of a folder. A folder of the user's
own with the same layout (an overlay, set by `SUMBER_CODEBOOK`) is read after the package's: its lists are appended.
`package`, `overlay`, `files` and `read` show the files one by one, for checking them.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

from sumber.errors import CodebookError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def package() -> Traversable:
    """The folder of the package's own codebook."""
    return resources.files("sumber.codebook")


def overlay() -> Path | None:
    """The user's own folder, where SUMBER_CODEBOOK names one. Raises CodebookError where that is not a folder."""
    folder = os.environ.get("SUMBER_CODEBOOK")
    if not folder:
        return None
    if not Path(folder).is_dir():
        raise CodebookError(f"{folder} is not a folder: SUMBER_CODEBOOK must name the folder of your codebook")
    return Path(folder)


def _roots() -> list[Traversable]:
    own = overlay()
    return [package()] if own is None else [package(), own]


def read(file: Traversable, name: str) -> Any:
    """The contents of one file. Raises CodebookError, with the place in the file, where it is not YAML."""
    try:
        return yaml.load(file.read_bytes(), Loader=_Loader)
    except (yaml.YAMLError, ValueError) as error:  # a date that is no day (2024-13-01) is a bare ValueError
        raise CodebookError(f"{name}: {error}") from error


def _merge(old: Any, new: Any) -> Any:
    if isinstance(old, list) and isinstance(new, list):
        return old + new
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{key: _merge(old[key], value) if key in old else value for key, value in new.items()}}
    return new if new is not None else old


@cache
def entries(*path: str) -> Any:
    """The contents of one YAML file, e.g. ``entries("id", "cues.yaml")``. Do not change what it returns.

    Raises CodebookError where the file is missing or is not YAML.
    """
    value: Any = None
    found = False
    for root in _roots():
        file = root.joinpath(*path)
        if file.is_file():
            found = True
            value = _merge(value, read(file, "/".join(path)))
    if not found:
        raise CodebookError(f"the codebook has no file {'/'.join(path)}")
    return value


@cache
def tree(*path: str) -> dict[str, Any]:
    """All YAML files of a folder by their stem, in name order, e.g. ``tree("id", "triggers")``."""
    stems = sorted(
        {file.name for root in _roots() if root.joinpath(*path).is_dir() for file in root.joinpath(*path).iterdir()}
    )
    return {name[:-5]: entries(*path, name) for name in stems if name.endswith(".yaml")}


def files(root: Traversable, prefix: str = "") -> list[tuple[str, Traversable]]:
    """The data files below a folder by their names within it, in name order."""
    out: list[tuple[str, Traversable]] = []
    for child in sorted(root.iterdir(), key=lambda item: item.name):
        name = f"{prefix}{child.name}"
        if child.is_dir():
            out += files(child, name + "/")
        elif child.name.endswith((".yaml", ".tsv", ".json", ".gz")):
            out.append((name, child))
    return out


@cache
def fingerprint() -> str:
    """``sha256:…`` over the names and bytes of all codebook files, the overlay's included."""
    digest = hashlib.sha256()
    for root in _roots():
        for name, file in files(root):
            digest.update(name.encode())
            digest.update(file.read_bytes())
    return "sha256:" + digest.hexdigest()
