"""`sumber event`: one event: all its reports, their differences field by field, the voices behind each value."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from sumber.cli.common import store_path


@click.command("event")
@click.argument("event", metavar="EVENT")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.pass_context
def command(ctx: click.Context, event: str, as_json: bool) -> None:
    """Show an event, by its id or one of its reports: who tells it, where they differ, how many voices back it.

    \b
    sumber event 1a2b3c4d5e6f.e3
    sumber event E1a2b3c4d5e6f.e3 --json
    """
    from sumber.cli.merged import print_event, print_known
    from sumber.merge.views import known_of_parties, view_event
    from sumber.store import Store

    with Store(store_path(ctx)) as store:
        name = store.full_name(event)
        with store.corpus() as corpus:
            found = view_event(corpus, name)
            known = known_of_parties(corpus, [report.name for report in found.reports])
    if as_json:
        parties = [{"report": report, **asdict(one)} for report, one in known]
        click.echo(json.dumps({**asdict(found), "known": parties}, ensure_ascii=False))
    else:
        print_event(found)
        print_known(known)
