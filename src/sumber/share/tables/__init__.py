"""What the formats of others want to know: DATA, not code. Each file begins with its schema and its source."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import yaml


class CountryCodes(NamedTuple):
    """The codes of a country; None where a list does not have it."""

    iso2: str | None = None
    numeric: int | None = None
    cow: int | None = None
    gw: int | None = None


@cache
def table(name: str) -> Any:
    """One file by its stem. Do not change what it returns."""
    return yaml.safe_load(resources.files("sumber.share.tables").joinpath(f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def style() -> str:
    """The style sheet of the dossier."""
    return resources.files("sumber.share.tables").joinpath("dossier.css").read_text(encoding="utf-8")


@cache
def country(iso3: str | None) -> CountryCodes:
    """The codes of a country; none where it is not known."""
    return CountryCodes(*table("countries").get(iso3, ()))
