"""`sumber decide`: a person says whether two reports tell one event."""

from __future__ import annotations

import getpass

import click

from sumber.cli.common import store_path


@click.command("decide")
@click.argument("one", metavar="REPORT")
@click.argument("other", metavar="REPORT")
@click.argument("answer", type=click.Choice(["same", "different", "unsure"]))
@click.option("--by", metavar="NAME", help="Who decides [default: the user's name].")
@click.option("--note", metavar="WORDS", default="", help="Why.")
@click.pass_context
def command(ctx: click.Context, one: str, other: str, answer: str, by: str | None, note: str) -> None:
    """Say whether two reports (DOC.eN) tell one event. It outranks the rules, and outlives a rebuild and a new coding.

    \b
    sumber decide 1a2b3c4d5e6f.e3 0f9e8d7c6b5a.e1 same --note "both name the same bridge"
    """
    from sumber.merge import decide
    from sumber.store import Store

    with Store(store_path(ctx)) as store:
        decide(store, one, other, answer, by or getpass.getuser(), note)  # type: ignore[arg-type]
    click.echo(f"kept: {one} and {other}: {answer}", err=True)
