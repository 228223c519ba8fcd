"""Settings: a `sumber.toml` in the folder one works in, outranked by `SUMBER_*` variables, as one frozen record."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path

from sumber.errors import SettingsError

FILE = "sumber.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """``store`` is the database file, ``workers`` the number of processes (0: one a core), ``engine`` runs them."""

    store: str = "sumber.db"
    workers: int = 1
    engine: str = "process"


def _typed(name: str, value: object, kind: str, where: str) -> str | int:
    if kind == "int":
        try:
            return int(str(value))
        except ValueError as error:
            raise SettingsError(f"{where}: {name} must be a whole number, not {value!r}") from error
    return str(value)


def load_settings(folder: Path | None = None) -> Settings:
    """The settings in force. Raises SettingsError where the file or a variable is not understood."""
    settings = Settings()
    kinds = {field.name: str(field.type) for field in fields(Settings)}
    file = (folder or Path.cwd()) / FILE
    if file.is_file():
        try:
            table = tomllib.loads(file.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"{file}: {error}") from error
        for name, value in table.items():
            if name not in kinds:
                raise SettingsError(f"{file}: no setting is called {name!r}; there are {', '.join(kinds)}")
            settings = replace(settings, **{name: _typed(name, value, kinds[name], str(file))})  # type: ignore[arg-type]
    for name, kind in kinds.items():
        variable = f"SUMBER_{name.upper()}"
        if variable in os.environ:
            settings = replace(settings, **{name: _typed(name, os.environ[variable], kind, variable)})  # type: ignore[arg-type]
    return settings
