"""`sumber merge`: compare the documents in the store with each other."""

from __future__ import annotations

import sys

import click

from sumber.cli.common import store_path


def merge_with_bar(path: str, rebuild: bool, quiet: bool) -> int:
    """Merge what waits, with a progress bar on a terminal; gives how many documents were merged."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from sumber.merge import merge_store
    from sumber.store import Store

    console = Console(stderr=True)
    columns = (TextColumn("merging"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=console, disable=quiet or not console.is_terminal)
    with Store(path) as store, bar:
        task = bar.add_task("merging", total=None)
        return merge_store(store, rebuild, lambda done, total: bar.update(task, completed=done, total=total))


@click.command("merge")
@click.option("--rebuild", is_flag=True, help="Forget all that was merged and do it anew; decisions are kept.")
@click.option("--quiet", is_flag=True, help="No progress bar, no summary.")
@click.pass_context
def command(ctx: click.Context, rebuild: bool, quiet: bool) -> None:
    """Find copies, stories and events told by several reports. `sumber add` does it by itself.

    Stop it whenever you like: each document is merged whole or not at all, and the next run goes on from there.

    \b
    sumber merge
    sumber merge --rebuild
    """
    merged = merge_with_bar(store_path(ctx), rebuild, quiet)
    if not quiet:
        click.echo(f"{merged} documents merged", err=True)
    sys.exit(0)
