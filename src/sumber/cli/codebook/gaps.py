"""`sumber codebook gaps`: what a corpus tells in words that the codebook does not have."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from sumber.cli.common import complain, count_inputs, hints, read_all, store_path
from sumber.errors import ReadError
from sumber.model import Document

if TYPE_CHECKING:
    from sumber.tend import Gap


@click.command("gaps")
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option("--store", "stored", is_flag=True, help="Look through the store's documents.")
@click.option("--lang", type=click.Choice(["id", "en"]), help="Only articles in this language [default: both].")
@click.option("--plain", is_flag=True, help="The text is the article's body as it stands: seek no furniture.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many verbs at most.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[str, ...], stored: bool, lang: str | None, plain: bool, limit: int, as_json: bool
) -> None:
    """List sentences that look like an event but hold no word of the codebook, by their verb, with drafts of entries.

    A verb counts where a person, an organisation or a state is its subject or object. The most frequent stand first;
    states, armed and political groups weigh more. Words to pass over stand in gaps.yaml. What type it may be of is a
    guess by its likeness to the codebook's examples.

    \b
    sumber codebook gaps articles/ --lang id
    sumber codebook gaps --store --limit 50 --json > gaps.jsonl
    """
    if not paths and not stored:
        raise click.UsageError("nothing to look through: give PATH…, or --store for the store's documents")
    from sumber.cli.progress import watched
    from sumber.run import Failure, attempt
    from sumber.tend import Gaps, find_sightings

    gaps = Gaps()
    seen = failed = 0
    inputs, total = (_stored(ctx), _count_stored(ctx)) if stored else (iter(()), 0)
    read, more = read_all(paths, hints(plain, None, None, None)), count_inputs(paths)
    for item in watched(_chained(inputs, read), "reading", None if more is None else total + more):
        if isinstance(item, Document) and not _wanted(item, lang):
            continue
        found = item if isinstance(item, ReadError) else attempt(item, find_sightings)
        if isinstance(found, ReadError | Failure):
            failed += 1
            complain(found.uri, found.trouble)
        else:
            seen += 1
            gaps.add(found)
    _put(gaps.ranked(), limit, seen, as_json)
    if failed:
        sys.exit(1)


def _chained(
    first: Iterator[Document | ReadError], second: Iterator[Document | ReadError]
) -> Iterator[Document | ReadError]:
    yield from first
    yield from second


def _stored(ctx: click.Context) -> Iterator[Document | ReadError]:
    from sumber.store import Store
    from sumber.tend import document_of

    with Store(store_path(ctx)) as store:
        for _key, record in store.records():
            yield document_of(record)


def _count_stored(ctx: click.Context) -> int:
    from sumber.store import Store

    with Store(store_path(ctx)) as store:
        return store.count()[0]


def _wanted(document: Document, lang: str | None) -> bool:
    """True where the document is in the language asked for."""
    from sumber.parse import find_language

    return lang is None or (document.lang or find_language(document.text)) == lang


def _put(ranked: list[Gap], limit: int, documents: int, as_json: bool) -> None:
    if not as_json:
        from sumber.cli.codebook.shown import print_gaps

        print_gaps(ranked[:limit], len(ranked), documents)
        return
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for gap in ranked[:limit]:
        click.echo(json.dumps(_contract(gap), ensure_ascii=False))


def _contract(gap: Gap) -> dict[str, object]:
    examples = [{"document": one.document, "sentence": one.sentence, "weight": one.weight} for one in gap.examples]
    plain = {name: getattr(gap, name) for name in ("lang", "lemma", "object", "documents", "sentences", "score")}
    perhaps = {name: round(chance, 3) for name, chance in gap.perhaps}
    return {**plain, "perhaps": perhaps, "forms": gap.forms, "examples": examples, "draft": gap.draft()}
