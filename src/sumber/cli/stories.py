"""`sumber stories`: what was reported, each affair once."""

from __future__ import annotations

from typing import Any

import click

from sumber.cli.common import IsoDate, put_rows, store_path, warn_of_waiting

COLUMNS = ("story", "first", "last", "documents", "copies", "voices", "events", "languages", "outlets", "title")


@click.command("stories")
@click.option("--about", metavar="WORDS", help="Only stories with a document that holds these words.")
@click.option("--since", type=IsoDate(), help="Still told on this day or later.")
@click.option("--until", type=IsoDate(), help="First told on this day or earlier.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV on standard output.")
@click.pass_context
def command(
    ctx: click.Context, about: str | None, since: str | None, until: str | None, limit: int, as_json: bool, as_csv: bool
) -> None:
    """List stories, those told most often first: documents, copies among them, independent voices, events.

    \b
    sumber stories --since 2024-05-01
    sumber stories --about "Blantyre police" --csv > blantyre.csv
    """
    from sumber.cli.merged import print_stories
    from sumber.merge.views import list_stories
    from sumber.store import Store

    with Store(store_path(ctx)) as store:
        holding = [found["key"] for found in store.search(about, 500)] if about else []
        with store.corpus() as corpus:
            warn_of_waiting(corpus.documents.waiting())
            found = [] if about and not holding else list_stories(corpus, since, until, holding, limit)
    rows: list[dict[str, Any]] = [
        {
            "story": story.id,
            "first": story.first,
            "last": story.last,
            "documents": len(story.tellers),
            "copies": story.copies,
            "voices": len(story.voices),
            "events": len(story.events),
            "languages": " ".join(sorted({teller.lang for teller in story.tellers})),
            "outlets": "; ".join(dict.fromkeys(teller.outlet for teller in story.tellers if teller.outlet)),
            "title": story.title,
        }
        for story in found
    ]
    put_rows(rows, COLUMNS, as_json, as_csv, print_stories)
