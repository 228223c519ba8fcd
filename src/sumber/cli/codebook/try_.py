"""`sumber codebook try`: a sentence, the forms of the codebook that stand in it, and what became of each."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from sumber.cli.common import IsoDate

if TYPE_CHECKING:
    from sumber.tend import Trial


@click.command("try")
@click.argument("sentence", metavar="SENTENCE")
@click.option("--lang", type=click.Choice(["id", "en"]), help="The language [default: found].")
@click.option("--date", type=IsoDate(), help="The day of publication.")
@click.option("--tree", is_flag=True, help="Draw the tree of the sentence.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(sentence: str, lang: str | None, date: str | None, tree: bool, as_json: bool) -> None:
    """Show how a SENTENCE is read, which forms of the codebook stand in it, and what stopped each that did not fire.

    \b
    sumber codebook try "Polisi menangkap lima demonstran di Yangon."
    sumber codebook try "Police made arrests." --lang en --date 2024-05-03 --tree
    """
    if not sentence.strip():
        raise click.UsageError("SENTENCE is empty: put the sentence into quotation marks")
    from sumber.tend import try_text

    trial = try_text(sentence, lang, date)
    if as_json:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        click.echo(json.dumps(_contract(trial), ensure_ascii=False))
    else:
        from sumber.cli.codebook.shown import print_trial

        print_trial(trial, tree)


def _contract(trial: Trial) -> dict[str, object]:
    """The trial for machines: tokens, forms, and actors and events as the record has them."""
    from dataclasses import asdict

    from sumber.model.record import to_contract

    tokens = [
        {
            "i": token.i,
            "start": token.idx,
            "end": token.idx + len(token),
            "text": token.text,
            "lemma": token.lemma_,
            "tag": token.pos_,
            "relation": token.dep_,
            "head": token.head.i,
        }
        for token in trial.doc
        if not token.is_space
    ]
    record = to_contract(trial.record)
    return {
        **{name: record[name] for name in ("lang", "text")},
        "tokens": tokens,
        "forms": [asdict(attempt) for attempt in trial.attempts],
        **{name: record[name] for name in ("actors", "events")},
    }
