"""`sumber story`: one affair: its documents, who took it from whom, its voices and events."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from sumber.cli.common import store_path


@click.command("story")
@click.argument("story", metavar="STORY|DOC")
@click.option("--spans", is_flag=True, help="Show the words that copies share.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.pass_context
def command(ctx: click.Context, story: str, spans: bool, as_json: bool) -> None:
    """Show a story, by its id or by one of its documents.

    \b
    sumber story S1a2b3c4d5e6f
    sumber story 1a2b3c4d5e6f --spans
    sumber story 1a2b3c4d5e6f --json
    """
    from sumber.cli.merged import print_shared, print_story
    from sumber.merge.views import shared_text, view_event, view_story
    from sumber.store import Store

    with Store(store_path(ctx)) as store:
        name = store.full_name(story)
        with store.corpus() as corpus:
            found = view_story(corpus, name)
            events = [] if as_json else [view_event(corpus, event) for event in found.events]
            shared = shared_text(corpus, found) if spans or as_json else ()
    if as_json:
        told = {**asdict(found), "shared": [asdict(pair) for pair in shared]}
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    print_story(found, events)
    if spans:
        print_shared(shared)
