"""`sumber claims`: who said what, and through which media it came."""

from __future__ import annotations

import json
import sys
from typing import get_args

import click

from sumber.cli.common import IsoDate, store_path
from sumber.model import Stance


@click.command("claims")
@click.option("--by", metavar="NAME", help="Said by somebody whose name holds this.")
@click.option("--about", metavar="WORDS", help="What is said holds these words.")
@click.option("--via", metavar="NAME", help="Came through a medium whose name holds this.")
@click.option("--stance", type=click.Choice(get_args(Stance)), help="How it is said.")
@click.option("--since", type=IsoDate(), help="Published on this day or later.")
@click.option("--until", type=IsoDate(), help="Published on this day or earlier.")
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
    as_json: bool,
    as_csv: bool,
) -> None:
    """List claims: who said what, through which media, and where the chain ends.

    \b
    sumber claims --by Lavrov --about Myanmar
    sumber claims --via TASS --since 2021-06-01 --csv > tass.csv
    sumber claims --about "korban sipil" --stance denies --json
    """
    from sumber.store import CLAIM_COLUMNS, ClaimFilter, Store, write_csv

    with Store(store_path(ctx)) as store:
        rows = store.claims(ClaimFilter(by, about, via, stance, since, until))
        if as_csv:
            sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
            write_csv(rows, sys.stdout, CLAIM_COLUMNS)
        elif as_json:
            for row in rows:
                click.echo(json.dumps({name: row[name] for name in CLAIM_COLUMNS}, ensure_ascii=False))
        else:
            from sumber.cli.chains import print_claims

            print_claims(list(rows))
