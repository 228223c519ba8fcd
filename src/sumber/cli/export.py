"""`sumber export`: all events in a file."""

from __future__ import annotations

import click

from sumber.cli.common import store_path


@click.command("export")
@click.argument("form", metavar="csv|jsonl|parquet", type=click.Choice(["csv", "jsonl", "parquet"]))
@click.argument("path", type=click.Path(dir_okay=False))
@click.pass_context
def command(ctx: click.Context, form: str, path: str) -> None:
    """Write all events to PATH, one row an event. The file appears whole or not at all.

    \b
    sumber export csv events.csv
    sumber export parquet lake/events.parquet
    """
    from sumber.store import Store, export_events

    with Store(store_path(ctx)) as store:
        count = export_events(store, form, path)
    click.echo(f"{count} events written to {path}", err=True)
