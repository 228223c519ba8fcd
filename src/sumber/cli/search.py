"""`sumber search`: documents by their words."""

from __future__ import annotations

import click

from sumber.cli.common import safe, store_path

_NOTES = {
    "open_quote": "a quotation mark has no fellow and was passed over",
    "dangling": "an AND, OR or NOT had nothing to join and was passed over",
    "brackets": "brackets do not group words here and were passed over",
    "only_not": "only words that must not be there were given; add one that must",
    "too_long": "only the first words were searched for",
    "empty": "there is no word in this to search for",
}


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many at most.")
@click.option("--exact", is_flag=True, help="The words as they stand only, no other forms of them.")
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...], limit: int, exact: bool) -> None:
    """Find documents that hold all the words in any of their forms ("phrases", OR, NOT, prefix*), best first.

    \b
    sumber search helikopter Mali
    sumber search '"air strike" OR serangan*'
    """
    from rich.console import Console
    from rich.text import Text

    from sumber.store import Finder, Store

    console = Console()
    with Store(store_path(ctx)) as store:
        found = Finder(store).find(" ".join(words), {}, stems=not exact, limit=limit)
    for note in found.notes:
        click.echo(f"sumber: {_NOTES[note]}", err=True)
    for hit in found.hits:
        console.print(Text(f"{hit.key}  {hit.published or '?'}  {safe(hit.outlet or '?')}", style="dim"))
        console.print(Text(safe(hit.title or hit.id), style="bold"))
        passage = Text(safe(hit.passage.text))
        for start, end in hit.passage.marks:
            passage.stylize("yellow", start, end)
        console.print(Text("  ").append_text(passage))
    click.echo(f"{found.total} found", err=True)
