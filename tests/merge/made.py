"""Sightings as the tests make them."""

from __future__ import annotations

from typing import Any

from sumber.merge.actors.register import Register, Sighting


def seen(
    document: str,
    *names: str,
    kind: str = "person",
    country: str | None = None,
    sectors: tuple[str, ...] = (),
    roles: tuple[tuple[str, str | None], ...] = (),
    published: str | None = None,
    story: str | None = None,
) -> Sighting:
    return Sighting(document, "a1", names[0], names, kind, country, sectors, roles, published, story, len(names))


def body(document: str, *names: str, **more: Any) -> Sighting:
    return seen(document, *names, kind="organization", **more)


def who(register: Register) -> list[set[str]]:
    """The documents of each entry, in the order of the first."""
    return sorted(({document for document, _ in entry.sightings} for entry in register.entries), key=min)
