"""The options with which commands choose events of the corpus."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sumber.cli.common import IsoDate
from sumber.model import EVENT_TYPES

if TYPE_CHECKING:
    from sumber.share import Choice

F = TypeVar("F", bound=Callable[..., Any])
NAMES = ("kind", "actor", "recipient", "since", "until", "place", "status", "said_by", "news", "reviewed")


def choice_options(command: F) -> F:
    """The filters of `sumber events`, and which states of review go out."""
    for decorate in (
        click.option("--reviewed", is_flag=True, help="Only what a coder accepted."),
        click.option("--news", is_flag=True, help="Leave out history retold (background)."),
        click.option("--said-by", metavar="NAME", help="Part of the name of the source."),
        click.option("--status", metavar="STATUS", help="actual, planned, threatened, alleged, denied, …"),
        click.option("--place", metavar="NAME|ISO3", help="Part of a place's name, or a country."),
        click.option("--until", type=IsoDate(), help="Begun by this day."),
        click.option("--since", type=IsoDate(), help="Not over before this day."),
        click.option("--recipient", metavar="NAME|ISO3", help="The same for those it was done to."),
        click.option("--actor", metavar="NAME|ISO3", help="Part of an actor's name, or a country: Kremlin, RUS."),
        click.option("--type", "kind", type=click.Choice(EVENT_TYPES, case_sensitive=False), help="PLOVER event type."),
    ):
        command = decorate(command)
    return command


def choice_of(options: dict[str, Any]) -> Choice:
    """The choice that these options make."""
    from sumber.share import STATES, Choice
    from sumber.store import Filter

    asked = {name: options[name] for name in NAMES if name not in ("kind", "news", "reviewed")}
    wanted = Filter(type=options["kind"], background=not options["news"], **asked)
    return Choice(wanted, ("accepted",) if options["reviewed"] else STATES)


def is_asked(options: dict[str, Any]) -> bool:
    """True where any of the options was given."""
    return any(options[name] for name in NAMES)
