"""`sumber search`: documents by their words."""

from __future__ import annotations

import click

from sumber.cli.common import safe, store_path


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many at most.")
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...], limit: int) -> None:
    """Find documents that hold all the words (FTS5: "phrases", OR, NOT, prefix*), best first.

    \b
    sumber search helikopter Mali
    sumber search '"air strike" OR serangan*'
    """
    from rich.console import Console
    from rich.text import Text

    from sumber.store import Store

    console = Console()
    with Store(store_path(ctx)) as store:
        found = store.search(" ".join(words), limit)
    for row in found:
        console.print(Text(f"{row['key']}  {row['published'] or '?'}  {safe(row['outlet'] or '?')}", style="dim"))
        console.print(Text(safe(row["title"] or row["id"]), style="bold"))
        passage = Text("  " + safe(" ".join(row["passage"].split())))
        passage.highlight_regex(r"«[^»]*»", "yellow")
        console.print(passage)
    click.echo(f"{len(found)} found", err=True)
