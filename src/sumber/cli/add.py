"""`sumber add`: code articles and keep them."""

from __future__ import annotations

import sys
from collections import Counter

import click

from sumber.cli.common import complain, count_inputs, hints, input_options, read_all, settings, store_path
from sumber.cli.merge import merge_with_bar


@click.command("add")
@input_options
@click.option("--no-merge", is_flag=True, help="Keep the records only; compare them later: sumber merge.")
@click.option("--quiet", is_flag=True, help="No progress bar, no summary.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    plain: bool,
    date: str | None,
    lang: str | None,
    outlet: str | None,
    workers: int | None,
    engine: str | None,
    no_merge: bool,
    quiet: bool,
) -> None:
    """Code articles, keep them in the store and compare them with the others. The same bytes twice are one document.

    Stop it whenever you like: each document is written whole or not at all, and the next run goes on from there.

    \b
    sumber add articles/ --workers 2
    sumber --store cases.db add feed.jsonl --outlet Antara
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from sumber.run.intake import take_in
    from sumber.store import Store

    chosen = settings(workers, engine)
    count: Counter[str] = Counter()
    carried = 0
    console = Console(stderr=True)
    bar = Progress(
        TextColumn("coding"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=console,
        disable=quiet or not console.is_terminal,
    )
    with Store(store_path(ctx), create=True) as store, bar:
        task = bar.add_task("coding", total=count_inputs(paths), rate="")

        inputs = read_all(paths, hints(plain, date, lang, outlet))
        for taken in take_in(store, inputs, chosen.workers, chosen.engine):
            count[taken.state] += 1
            carried += taken.carried
            if taken.state == "failed":
                complain(taken.uri, taken.trouble or "unreadable")
            bar.advance(task)
            speed = bar.tasks[0].speed
            bar.update(task, rate=f"{speed:.1f}/s" if speed else "")
        documents, events = store.count()
    if not no_merge:
        merge_with_bar(store_path(ctx), rebuild=False, quiet=quiet)
    if not quiet:
        click.echo(
            f"{count['kept']} added, {count['known']} known already, {count['failed']} failed; {store_path(ctx)} holds"
            f" {documents} documents and {events} events",
            err=True,
        )
        if carried:
            click.echo(f"{carried} judgements on earlier versions of pages were carried over", err=True)
    if count["failed"]:
        sys.exit(1)
