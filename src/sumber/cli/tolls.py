"""`sumber tolls`: how many, by whose count, since when; contradictions shown, nothing averaged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sumber.cli.common import put_rows, store_path, warn_of_waiting

COLUMNS = (
    "event", "what", "who", "min", "max", "approx", "since", "as_of", "origin", "via", "outlet", "published", "words",
    "document",
)  # fmt: skip


@click.command("tolls")
@click.option("--about", metavar="WORDS", help="Only from documents that hold these words.")
@click.option("--what", metavar="KIND", help="killed, injured, arrested, abducted, displaced, missing, …")
@click.option("--country", metavar="ISO3", help="Only figures about this country: MMR.")
@click.option("--plot", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.svg", help="Draw them.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a figure and line.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV on standard output.")
@click.pass_context
def command(
    ctx: click.Context,
    about: str | None,
    what: str | None,
    country: str | None,
    plot: Path | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """List tolls: for each event all figures with their sources and contradictions, then running totals over time.

    \b
    sumber tolls --about Blantyre
    sumber tolls --what killed --country MMR --plot myanmar.svg
    """
    from sumber.cli.merged import print_tolls
    from sumber.merge.tolls import Figure, Series, plot_tolls
    from sumber.merge.views import view_tolls
    from sumber.store import Store

    def wanted(figure: Figure) -> bool:
        right_kind = what is None or figure.what == what
        return right_kind and (country is None or country.upper() in figure.subject)

    with Store(store_path(ctx)) as store:
        keys = {found["key"] for found in store.search(about, 10_000)} if about else None
        with store.corpus() as corpus:
            warn_of_waiting(corpus.documents.waiting())
            merged = corpus.documents.all_keys()
            found = view_tolls(corpus, merged if keys is None else [key for key in merged if key in keys], wanted)
    single = [(toll.event, figure) for toll in found.events for figure in toll.figures]
    running = [("", figure) for one in found.totals for figure in one.figures]
    if plot is not None:
        # Crowds dwarf the dead: they are drawn only when they are asked for.
        told: list[Series | Figure] = [*found.totals, *(figure for _, figure in single)]
        drawn = [one for one in told if what or one.what != "participants"]
        plot.write_text(plot_tolls(drawn, about or "Tolls"), encoding="utf-8")
        click.echo(f"written: {plot}", err=True)
    rows = [_row(event, figure) for event, figure in single + running]
    put_rows(rows, COLUMNS, as_json, as_csv, lambda _rows: print_tolls(found))


def _row(event: str, figure: Any) -> dict[str, Any]:
    own = {name: getattr(figure, name) for name in COLUMNS if name not in ("event", "via")}
    return {"event": event, "via": " < ".join(figure.via), **own}
