"""`sumber show`: an article with its spans in colour."""

from __future__ import annotations

import click

from sumber.cli.common import store_path


@click.command("show")
@click.argument("document", metavar="DOC")
@click.pass_context
def command(ctx: click.Context, document: str) -> None:
    """Show an article in the terminal with what was found in it. DOC is a key (or its start), an id or a path.

    \b
    sumber show 1a2b3c
    """
    from sumber.cli.render import print_article
    from sumber.store import Store

    with Store(store_path(ctx)) as store:
        key, record = store.record(document)
    print_article(key, record)
