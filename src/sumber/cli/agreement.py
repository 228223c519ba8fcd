"""`sumber agreement`: two coders compared."""

from __future__ import annotations

import click

from sumber.cli.common import many, put_rows, store_path

COLUMNS = ("field", "n", "same", "share", "alpha")


@click.command("agreement")
@click.argument("a")
@click.argument("b")
@click.option("--disagreements", is_flag=True, help="List the fields on which they differ instead.")
@click.option("--raw", is_flag=True, help="The judgements behind the figures, as CSV.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV on standard output.")
@click.pass_context
def command(ctx: click.Context, a: str, b: str, disagreements: bool, raw: bool, as_json: bool, as_csv: bool) -> None:
    """Compare coders A and B on the events that both judged: Krippendorff's alpha by field, share alike, n.

    `*` is whether the event is kept or refused. Alpha is left out where all values are one and the same.

    \b
    sumber agreement ani budi
    sumber agreement ani budi --disagreements --csv > differ.csv
    sumber agreement ani budi --raw > judgements.csv
    """
    from sumber.cli.merged import print_rows
    from sumber.review.agreement import RAW_COLUMNS, agree, raw_rows
    from sumber.share.rows import shown
    from sumber.store import Store

    with Store(store_path(ctx)) as store, store.corpus() as corpus:
        if raw:
            put_rows(raw_rows(corpus, a, b), RAW_COLUMNS, False, True, lambda _rows: None)
            return
        found = agree(corpus, a, b)
    if disagreements:
        columns = ("event", "field", a, b, "trigger", "title")
        rows = [
            {"event": one.report, "field": one.field, "trigger": one.trigger, "title": one.title}
            | {name: value if one.field == "*" else shown(one.field, value) for name, value in ((a, one.a), (b, one.b))}
            for one in found.disagreements
        ]
        put_rows(iter(rows), columns, as_json, as_csv, lambda listed: print_rows(listed, columns, "they agree"))
        return
    figures = [
        {"field": one.field, "n": one.n, "same": one.same, "share": _round(one.share), "alpha": _round(one.alpha)}
        for one in found.fields
    ]
    put_rows(iter(figures), COLUMNS, as_json, as_csv, lambda listed: print_rows(listed, COLUMNS, ""))
    if not (as_json or as_csv):
        click.echo(f"judged by both: {many(found.events, 'event')} of {many(found.articles, 'article')}")


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
