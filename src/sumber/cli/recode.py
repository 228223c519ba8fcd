"""`sumber recode`: code again what another codebook or other models coded."""

from __future__ import annotations

import sys

import click

from sumber.cli.common import complain, settings, store_path
from sumber.cli.merge import merge_with_bar
from sumber.cli.progress import watched


@click.command("recode")
@click.option("--all", "everything", is_flag=True, help="All documents, whatever coded them.")
@click.option("--engine", type=click.Choice(["process", "ray"]), help="What runs the workers [default: process].")
@click.option("--workers", type=click.IntRange(0), metavar="N", help="Processes; 0 is one a core [default: 1].")
@click.option("--dry-run", is_flag=True, help="Say how many there are, change nothing.")
@click.option("--quiet", is_flag=True, help="No progress bar, no summary.")
@click.pass_context
def command(
    ctx: click.Context, everything: bool, engine: str | None, workers: int | None, dry_run: bool, quiet: bool
) -> None:
    """Code the documents anew whose codebook or models are not those of today, and merge them again.

    What coders decided stays: a field is open again only where the machine now says something else than the coder.
    Stop it whenever you like: each document is replaced whole or not at all, and the next run goes on from there.

    \b
    sumber recode --dry-run
    sumber recode --workers 2
    """
    from sumber.run.recode import find_stale, recode
    from sumber.store import Store

    chosen = settings(workers, engine)
    failed = done = 0
    with Store(store_path(ctx)) as store:
        with store.corpus() as corpus:
            keys = corpus.documents.all_kept() if everything else []
            waiting = corpus.documents.waiting()
        keys = keys or find_stale(store)
        if dry_run:
            click.echo(f"{len(keys)} of {store.count()[0]} documents would be coded anew", err=True)
            return
        for one in watched(recode(store, keys, chosen.workers, chosen.engine), "recoding", len(keys)):
            if one.trouble:
                failed += 1
                complain(one.key, one.trouble)
            else:
                done += 1
        with store.corpus() as corpus:
            changed = corpus.review.totals()["changed"]
    if done or waiting:
        merge_with_bar(store_path(ctx), rebuild=True, quiet=quiet)
    if not quiet:
        click.echo(f"{done} coded anew, {failed} failed; {changed} events wait for a second look", err=True)
    sys.exit(1 if failed else 0)
