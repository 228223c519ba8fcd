"""`sumber explain`: each field of an event with its words and its rule."""

from __future__ import annotations

import click

from sumber.cli.common import store_path


@click.command("explain")
@click.argument("event", metavar="EVENT")
@click.pass_context
def command(ctx: click.Context, event: str) -> None:
    """Show where each field of an event comes from: its words, its rule, and what was not stated. Whom the article
    names without a word on country or role, other articles may explain (‡), with their characters and days.

    \b
    sumber explain 1a2b3c4d5e6f.e3
    """
    from sumber.cli.render import print_explanation
    from sumber.merge.views import Knower
    from sumber.store import Store

    with Store(store_path(ctx)) as store:
        record, found = store.event(event)
        key = store.full_name(event).rpartition(".")[0]
        with store.snapshot() as corpus:
            known = Knower(corpus).of([key]).get(key, {})
    print_explanation(record, found, known)
