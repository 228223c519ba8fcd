"""`sumber actors`: persons and organisations over all articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from sumber.cli.common import put_rows, store_path, warn_of_waiting

if TYPE_CHECKING:
    from sumber.merge.views import Said

COLUMNS = (
    "actor",
    "name",
    "kind",
    "country",
    "sectors",
    "documents",
    "first",
    "last",
    "names",
    "roles",
    "told",
    "maybe",
)


@click.command("actors")
@click.argument("name", required=False)
@click.option("--country", metavar="ISO3", help="Only of this country: MMR.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV on standard output.")
@click.pass_context
def command(ctx: click.Context, name: str | None, country: str | None, as_json: bool, as_csv: bool) -> None:
    """List actors with their names and their roles over time. What is only likely to be one is told, never joined.
    Of a name or country "told" is what articles say in their own words, in how many independent reports, and when.

    \b
    sumber actors Shoigu
    sumber actors --country MMR --csv > myanmar.csv
    """
    from sumber.cli.merged import print_actors
    from sumber.merge.views import list_actors, said_of
    from sumber.store import Store

    with Store(store_path(ctx)) as store, store.corpus() as corpus:
        warn_of_waiting(corpus.documents.waiting())
        found = list_actors(corpus, name, country.upper() if country else None)
        said = said_of(corpus, found.entries) if name or country else {}  # of a whole store it takes as long again
    maybe: dict[str, list[str]] = {}
    for pair in found.candidates:
        maybe.setdefault(pair.a, []).append(f"{pair.evidence[1]} ({pair.b}: {pair.reason})")
        maybe.setdefault(pair.b, []).append(f"{pair.evidence[0]} ({pair.a}: {pair.reason})")
    rows: list[dict[str, Any]] = [
        {
            "actor": entry.id,
            "name": entry.name,
            "kind": entry.kind,
            "country": entry.country,
            "sectors": " ".join(entry.sectors),
            "documents": len({document for document, _ in entry.sightings}),
            "first": entry.first,
            "last": entry.last,
            "names": "; ".join(f"{variant[0]} {variant[1]}" for variant in entry.variants),
            "roles": "; ".join(_role(*role[:4]) for role in entry.roles),
            "told": "; ".join(_said(one) for one in said.get(entry.id, ())),
            "maybe": "; ".join(maybe.get(entry.id, [])),
        }
        for entry in sorted(found.entries, key=lambda one: (-len(one.sightings), one.name))
    ]
    put_rows(rows, COLUMNS, as_json, as_csv, print_actors)


def _said(one: Said) -> str:
    days = one.first if one.first == one.last else f"{one.first} – {one.last}"
    return f"{one.value} {one.reports}" + (f" ({days})" if days else "")


def _role(words: str, of: str | None, first: str | None, last: str | None) -> str:
    days = f" ({first})" if first and first == last else f" ({first or '?'} – {last or '?'})" if first or last else ""
    return words + (f" of {of}" if of else "") + days
