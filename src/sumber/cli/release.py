"""`sumber release`: the events as they stand, with what changed since the last time."""

from __future__ import annotations

import datetime
import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sumber.cli.choices import choice_of, choice_options
from sumber.cli.common import IsoDate, many, safe, store_path

if TYPE_CHECKING:
    from sumber.share.release import Report

SHOWN = 20  # changes on the terminal; the file lists all


@click.command("release")
@click.argument("name")
@click.option("--out", type=click.Path(file_okay=False), default=".", help="The folder of NAME.zip [default: here].")
@click.option("--format", "forms", multiple=True, default=("csv",), show_default=True,
              help="csv, jsonl, parquet, polecat, acled, ucdp, ftm, annotation; several times.")  # fmt: skip
@click.option("--by", metavar="NAME", help="Who releases [default: the user's name].")
@click.option("--date", "day", type=IsoDate(), help="The day of the release [default: today].")
@click.option("--note", default="", help="A note in the manifest.")
@click.option("--dry-run", is_flag=True, help="Say what would be released, keep nothing.")
@choice_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    name: str,
    out: str,
    forms: tuple[str, ...],
    by: str | None,
    day: str | None,
    note: str,
    dry_run: bool,
    **options: Any,
) -> None:
    """Release the chosen events as NAME.zip: files, changes since the last release, manifest with the hash of each.

    What a coder refused never goes out. The same store, name, day and choice give the same bytes.

    \b
    sumber release 2024-05 --reviewed --dry-run
    sumber release 2024-05 --reviewed --format csv --format polecat --out releases
    """
    from sumber.cli.progress import bar
    from sumber.share.release import Order, check_order, look, release
    from sumber.store import Store

    today = datetime.date.today().isoformat()
    order = Order(name, day or today, by or getpass.getuser(), choice_of(options), tuple(dict.fromkeys(forms)), note)
    check_order(order)
    with Store(store_path(ctx)) as store, bar("reading") as progress:
        if dry_run:
            path, report = None, look(store, order.choice, progress)
        else:
            path, report = release(store, order, Path(out), progress)
    _show(report)
    click.echo(f"nothing was kept: --dry-run would release {many(report.events, 'event')}" if path is None else
               f"{many(report.events, 'event')} released: {path}", err=True)  # fmt: skip


def _show(report: Report) -> None:
    from sumber.share.checks import CHECKS

    since = f"since {report.previous}" if report.previous else "the first release"
    click.echo(f"{since}: " + ", ".join(f"{count} {name}" for name, count in report.counts.items()))
    for one in report.changes[:SHOWN]:
        if one.change == "new" and report.previous is None:
            continue
        why = ", ".join(one.fields) or " ".join(filter(None, (one.reason, one.now)))
        click.echo(safe(f"  {one.change} {one.event_id}  {why}".rstrip()))
    for check, count in sorted(report.checked.counts.items()):
        ident = report.checked.events[check][0][0]
        click.echo(f"  {many(count, 'event')}: {CHECKS[check]} ({ident}{' …' if count > 1 else ''})")
