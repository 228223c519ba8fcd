"""`sumber export`: events in a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sumber.cli.choices import choice_of, choice_options, is_asked
from sumber.cli.common import many, store_path

REPORTS = ("csv", "jsonl", "parquet")
CORPUS = (*REPORTS, "polecat", "acled", "ucdp", "ftm", "annotation")


@click.command("export")
@click.argument("form", metavar="FORMAT", type=click.Choice([*CORPUS, "dossier"]))
@click.argument("path", type=click.Path(dir_okay=False))
@click.option("--corpus", is_flag=True, help="One row an event with what coders decided, not one a report.")
@click.option("--event", metavar="EVENT", help="The event of a dossier: E…, or one of its reports DOC.eN.")
@click.option("--words", type=click.Choice(["en", "id"]), default="en", help="The language of a dossier's own words.")
@choice_options
@click.pass_context
def command(
    ctx: click.Context, /, form: str, path: str, corpus: bool, event: str | None, words: str, **options: Any
) -> None:
    """Write events to PATH. The file appears whole or not at all.

    csv, jsonl and parquet have one row a report, as the machine reads it; with --corpus or a filter, one row an event
    of the corpus with what coders decided. polecat, acled, ucdp, ftm and annotation are always of the corpus. A
    dossier is one event in one HTML page. What a coder refused is left out.

    \b
    sumber export csv events.csv
    sumber export csv reviewed.csv --corpus --reviewed
    sumber export polecat assaults.tsv --type ASSAULT --since 2024-01-01
    sumber export dossier event.html --event 1a2b3c4d5e6f.e3 --words id
    """
    from sumber.store import Store

    if (form == "dossier") != (event is not None):
        raise click.UsageError("a dossier, and nothing else, is of one --event")
    with Store(store_path(ctx)) as store:
        if event is not None:
            _dossier(store, event, words, Path(path))
            click.echo(f"{path} written", err=True)
        elif form in REPORTS and not corpus and not is_asked(options):
            from sumber.store import export_events

            click.echo(f"{export_events(store, form, path)} events written to {path}", err=True)
        else:
            from sumber.share import export

            with store.snapshot() as tables:
                count = export(tables, form, Path(path), choice_of(options))
            click.echo(f"{many(count, 'event')} of the corpus written to {path}", err=True)


def _dossier(store: Any, event: str, words: str, path: Path) -> None:
    from sumber.share import dossier
    from sumber.store import whole

    with store.corpus() as tables, whole(path) as draft:
        draft.write_text(dossier(tables, store.full_name(event), words), encoding="utf-8")
