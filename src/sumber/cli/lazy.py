"""Groups of commands whose modules are read only when a command is called, so that `--help` answers at once."""

from __future__ import annotations

import importlib
import keyword
from collections.abc import Mapping
from typing import Any

import click


class LazyGroup(click.Group):
    """A group that imports a command's module, of the command's own name in ``package``, when it is first asked for.

    ``helps``: command → its one-line help, so that the list of commands needs no import.
    """

    def __init__(self, *args: Any, package: str, helps: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.package = package
        self.helps = helps

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order in which they are shown."""
        return list(self.helps)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None where there is none."""
        if cmd_name not in self.helps:
            return None
        module = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        command: click.Command = importlib.import_module(f"{self.package}.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands in a group's help."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.helps.items()))
