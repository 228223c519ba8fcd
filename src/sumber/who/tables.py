"""Known organisations and media, from ``codebook/actors`` and ``codebook/outlets``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sumber.codebook import entries
from sumber.model import ActorKind
from sumber.where.names import Names


@dataclass(frozen=True)
class KnownBody:
    """An organisation or medium of the tables; ``also`` are other countries in which an armed group fights."""

    name: str
    country: str | None
    sectors: tuple[str, ...]
    kind: ActorKind
    also: tuple[str, ...] = ()


@cache
def known_bodies(lang: str) -> Names[KnownBody]:
    """Names of known organisations."""
    return Names(
        (
            alias,
            KnownBody(
                entry["name"], entry["country"], tuple(entry["sectors"]), entry["kind"], tuple(entry.get("also", ()))
            ),
        )
        for entry in entries("actors", "organizations.yaml")
        for alias in entry.get(lang, ())
    )


@cache
def known_media() -> Names[KnownBody]:
    """Names of news media. The caller asks for a capital: "antara" is a preposition."""
    return Names(
        (alias, KnownBody(entry["name"], entry["country"], ("JRN",), "organization"))
        for entry in entries("outlets", "outlets.yaml")["outlets"]
        for alias in (entry["name"], *entry.get("aliases", ()))
        if alias[:1].isalnum()
    )


@cache
def media_words() -> frozenset[str]:
    """Words that make an unknown capitalised name a medium's name."""
    return frozenset(word.lower() for word in entries("outlets", "outlets.yaml")["name_words"])
