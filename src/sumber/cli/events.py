"""`sumber events`: the events in the store, as a table."""

from __future__ import annotations

import click

from sumber.cli.common import IsoDate, page_options, put_rows, store_path, tell_of_more
from sumber.model import EVENT_TYPES

COLUMNS = (
    "event", "from", "to", "time_how", "type", "modes", "status", "background", "aggregate", "actors", "recipients",
    "place", "place_country", "how_many", "said_by", "via", "outlet", "published", "trigger", "sentence", "uri", "rule",
)  # fmt: skip


@click.command("events")
@click.option("--type", "kind", type=click.Choice(EVENT_TYPES, case_sensitive=False), help="PLOVER event type.")
@click.option("--actor", metavar="NAME|ISO3", help="Part of an actor's name, or a country: Kremlin, RUS.")
@click.option("--recipient", metavar="NAME|ISO3", help="The same for those it was done to.")
@click.option("--since", type=IsoDate(), help="Not over before this day.")
@click.option("--until", type=IsoDate(), help="Begun by this day.")
@click.option("--place", metavar="NAME|ISO3", help="Part of a place's name, or a country.")
@click.option("--status", metavar="STATUS", help="actual, planned, threatened, alleged, denied, …")
@click.option("--said-by", metavar="NAME", help="Part of the name of the source.")
@click.option("--news", is_flag=True, help="Leave out history retold (background).")
@click.option(
    "--order",
    type=click.Choice(["document", "date"]),
    default="document",
    show_default=True,
    help="Article by article, or all by the day of the deed.",
)
@click.option("--known", is_flag=True, help="In JSON and CSV too: what other articles tell of the parties.")
@page_options("EVENT")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV on standard output.")
@click.pass_context
def command(
    ctx: click.Context,
    kind: str | None,
    actor: str | None,
    recipient: str | None,
    since: str | None,
    until: str | None,
    place: str | None,
    status: str | None,
    said_by: str | None,
    news: bool,
    order: str,
    known: bool,
    limit: int | None,
    after: str | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """List events: who did what to whom, when, where, how many, and who says so.

    \b
    sumber events --type ASSAULT --since 2024-01-01
    sumber events --actor RUS --recipient MMR --csv > russia-myanmar.csv
    sumber events --said-by Kremlin --status denied --json
    sumber events --order date --limit 50 --after 1a2b3c4d5e6f.e3
    sumber events --place FJI --known --csv > fiji.csv
    """
    from sumber.cli.known import with_known
    from sumber.cli.render import print_events
    from sumber.store import Filter, Store

    wanted = Filter(kind, actor, recipient, since, until, place, status, said_by, background=not news, order=order)
    with Store(store_path(ctx)) as store:
        rows = store.events(wanted, limit, after)
        if limit:
            rows = tell_of_more(rows, "event", lambda last: store.count_after(wanted, last))
        # A table marks whom other articles explain; of a whole store that takes longer than the list itself.
        if known or not (as_json or as_csv):
            rows = with_known(store, rows)
        put_rows(rows, (*COLUMNS, "known") if known else COLUMNS, as_json, as_csv, print_events)
