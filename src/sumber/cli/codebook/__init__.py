"""`sumber codebook`: the words that Sumber goes by, checked, tried, and searched for gaps."""

from __future__ import annotations

import click

from sumber.cli.lazy import LazyGroup

#: Command → its one-line help.
COMMANDS = {
    "check": "Find what is wrong in a codebook of your own, and code its examples.",
    "try": "Show what the codebook makes of a sentence, and what stopped each word.",
    "gaps": "List sentences that look like an event but hold no word of the codebook.",
}


@click.group("codebook", cls=LazyGroup, package="sumber.cli.codebook", helps=COMMANDS)
def command() -> None:
    """Check the codebook, try a sentence on it, find what it lacks.

    Words of your own stand in a folder that the variable SUMBER_CODEBOOK names; see docs/codebook.md.

    \b
    sumber codebook try "Polisi menangkap lima demonstran."
    sumber codebook gaps articles/
    sumber codebook check my-codebook/
    """
