"""`sumber claims`: who said what, and through which media it came."""

from __future__ import annotations

from typing import get_args

import click

from sumber.cli.common import IsoDate, page_options, put_rows, store_path, tell_of_more
from sumber.model import Stance


@click.command("claims")
@click.option("--by", metavar="NAME", help="Said by somebody whose name holds this.")
@click.option("--about", metavar="WORDS", help="What is said holds these words.")
@click.option("--via", metavar="NAME", help="Came through a medium whose name holds this.")
@click.option("--stance", type=click.Choice(get_args(Stance)), help="How it is said.")
@click.option("--since", type=IsoDate(), help="Published on this day or later.")
@click.option("--until", type=IsoDate(), help="Published on this day or earlier.")
@page_options("CLAIM")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV on standard output.")
@click.pass_context
def command(
    ctx: click.Context,
    by: str | None,
    about: str | None,
    via: str | None,
    stance: str | None,
    since: str | None,
    until: str | None,
    limit: int | None,
    after: str | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """List claims: who said what, through which media, and where the chain ends.

    \b
    sumber claims --by Lavrov --about Myanmar
    sumber claims --via TASS --since 2021-06-01 --csv > tass.csv
    sumber claims --about "korban sipil" --stance denies --json
    """
    from sumber.cli.chains import print_claims
    from sumber.store import CLAIM_COLUMNS, ClaimFilter, Store

    wanted = ClaimFilter(by, about, via, stance, since, until)
    with Store(store_path(ctx)) as store:
        rows = store.claims(wanted, limit, after)
        if limit:
            rows = tell_of_more(rows, "claim", lambda last: store.count_after(wanted, last))
        put_rows(rows, CLAIM_COLUMNS, as_json, as_csv, print_claims)
