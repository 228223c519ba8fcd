"""`sumber code`: articles in, records out; nothing is kept."""

from __future__ import annotations

import json
import sys

import click

from sumber.cli.common import complain, hints, input_options, read_all, settings


@click.command("code")
@input_options
@click.option("--json", "as_json", is_flag=True, help="One JSON record a line, in input order.")
@click.option("--debug", is_flag=True, help="Where coding itself fails, print the traceback.")
def command(
    paths: tuple[str, ...],
    plain: bool,
    date: str | None,
    lang: str | None,
    outlet: str | None,
    workers: int | None,
    engine: str | None,
    as_json: bool,
    debug: bool,
) -> None:
    """Code articles (text, HTML, JSONL; `-` is standard input) and print what is in them.

    \b
    sumber code article.txt
    sumber code page.html --json | jq .events
    cat article.txt | sumber code - --plain --date 2024-05-03 --lang id --json
    """
    from sumber.run import code_all

    chosen = settings(workers, engine)
    failed = 0
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # JSON is UTF-8, whatever the terminal says
    for outcome in code_all(read_all(paths, hints(plain, date, lang, outlet)), chosen.workers, chosen.engine):
        if outcome.record is None:
            failed += 1
            complain(outcome.uri, outcome.trouble or "unreadable")
            if debug and outcome.detail:
                click.echo(outcome.detail, err=True)
        elif as_json:
            click.echo(json.dumps(outcome.record, ensure_ascii=False, separators=(",", ":")))
        else:
            from sumber.cli.render import print_record

            print_record(outcome.record)
    if failed:
        sys.exit(1)
