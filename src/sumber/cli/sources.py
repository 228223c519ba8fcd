"""`sumber sources`: outlets, who copies whom, and how much of what they print is their own."""

from __future__ import annotations

import click

from sumber.cli.common import put_rows, store_path, warn_of_waiting

COLUMNS = ("outlet", "documents", "own", "own_share", "first", "takes", "gives")


@click.command("sources")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV on standard output.")
@click.pass_context
def command(ctx: click.Context, as_json: bool, as_csv: bool) -> None:
    """List outlets and agencies: documents, share of own reporting, stories told first, who takes from whom.

    \b
    sumber sources
    sumber sources --csv > outlets.csv
    """
    from sumber.cli.merged import print_sources
    from sumber.merge.views import list_sources
    from sumber.store import Store

    with Store(store_path(ctx)) as store, store.corpus() as corpus:
        warn_of_waiting(corpus.documents.waiting())
        found = list_sources(corpus)
    rows = [
        {
            "outlet": one.name,
            "documents": one.documents,
            "own": one.own,
            "own_share": round(one.own_share, 3),
            "first": one.first,
            "takes": "; ".join(f"{name} {count}" for name, count in one.takes.most_common()),
            "gives": "; ".join(f"{name} {count}" for name, count in one.gives.most_common()),
        }
        for one in found
    ]
    put_rows(rows, COLUMNS, as_json, as_csv, print_sources)
