"""An event in the making: a hit with what has been found out about it so far."""

from __future__ import annotations

from dataclasses import dataclass

from sumber.model import Attribution
from sumber.what.roles import Roles
from sumber.what.status import Realis
from sumber.what.triggers import Hit
from sumber.what.when_where import NO_PLACE, NO_TIME, When, Where


@dataclass(frozen=True, slots=True)
class Draft:
    """A hit and its findings. ``paragraph`` is the number of its block; ``quantities`` are ids.

    ``points_back``: an event noun that refers to an event told before; ``is_toll``: a bare count of dead or hurt.
    """

    hit: Hit
    realis: Realis
    roles: Roles
    claim: Attribution | None
    paragraph: int
    when: When = NO_TIME
    where: Where = NO_PLACE
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    background: bool = False
    aggregate: bool = False
    points_back: bool = False
    is_toll: bool = False
