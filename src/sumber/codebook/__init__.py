"""The codebook: what Sumber knows of languages, places, outlets and event types, as data.

`entries("id", "cues.yaml")` reads one file, `tree("id", "triggers")` all files of a folder. A folder of the user's
own with the same layout (an overlay, set by `SUMBER_CODEBOOK`) is read after the package's: its lists are appended.
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


def _roots() -> list[Traversable]:
    roots: list[Traversable] = [resources.files("sumber.codebook")]
    overlay = os.environ.get("SUMBER_CODEBOOK")
    if overlay:
        if not Path(overlay).is_dir():
            raise CodebookError(f"SUMBER_CODEBOOK names {overlay}, which is not a folder")
        roots.append(Path(overlay))
    return roots


def _read(file: Traversable, name: str) -> Any:
    try:
        return yaml.load(file.read_bytes(), Loader=_Loader)
    except yaml.YAMLError as error:
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
            value = _merge(value, _read(file, "/".join(path)))
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


def _files(root: Traversable, prefix: str = "") -> list[tuple[str, Traversable]]:
    out: list[tuple[str, Traversable]] = []
    for child in sorted(root.iterdir(), key=lambda item: item.name):
        name = f"{prefix}{child.name}"
        if child.is_dir():
            out += _files(child, name + "/")
        elif child.name.endswith((".yaml", ".tsv", ".json", ".gz")):
            out.append((name, child))
    return out


@cache
def fingerprint() -> str:
    """``sha256:…`` over the names and bytes of all codebook files, the overlay's included."""
    digest = hashlib.sha256()
    for root in _roots():
        for name, file in _files(root):
            digest.update(name.encode())
            digest.update(file.read_bytes())
    return "sha256:" + digest.hexdigest()
