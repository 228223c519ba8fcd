"""Trials and gaps for the eye."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.console import Console
from rich.text import Text
from rich.tree import Tree
from spacy.tokens import Doc, Token

from sumber.cli.common import many, safe
from sumber.tend import Attempt, Gap, Trial

_STYLES = {"fired": "bold green", "merged": "green", "stopped": "red"}
_ALIKE = 3  # entries that one word failed for the same reason, before the rest is only counted


def _line(console: Console, *parts: tuple[object, str]) -> None:
    console.print(Text.assemble(*((safe(text), style) for text, style in parts)), soft_wrap=True)


def print_trial(trial: Trial, tree: bool) -> None:
    """The tokens, what became of each form, and the events."""
    console = Console(highlight=False)
    if tree:
        for sentence in trial.doc.sents:
            console.print(_tree(sentence.root), soft_wrap=True)
    else:
        _print_tokens(console, trial.doc)
    _line(console, (f"\nForms of the codebook ({trial.record.lang})", "bold"))
    for attempt in _shortened(trial.attempts):
        if isinstance(attempt, str):
            _line(console, (f"  {attempt}", "dim"))
        else:
            _line(
                console,
                (f"  ‘{attempt.words}’  {attempt.rule}  ", ""),
                (attempt.outcome + (f" as {attempt.event}" if attempt.event else ""), _STYLES[attempt.outcome]),
                ("" if attempt.step == "fired" else f": {attempt.why}", ""),
            )
    if not trial.attempts:
        _line(console, ("  none: no word of the text stands in the codebook's triggers", "dim"))
    _line(console, ("\nEvents", "bold"))
    for event in trial.record.events:
        _line(console, (f"  {event.id}  ", "dim"), (event.why, ""))
    if not trial.record.events:
        _line(console, ("  none", "dim"))


def _shortened(attempts: Iterable[Attempt]) -> Iterable[Attempt | str]:
    """The attempts, but of those that one word failed alike only the first few."""
    order = sorted(attempts, key=lambda a: (a.start, a.step == "form", a.guard or ""))
    for (_, guard, words), group in groupby(order, key=lambda a: (a.start, a.guard, a.words)):
        alike = list(group)
        if guard is None or len(alike) <= _ALIKE:
            yield from alike
        else:
            yield from alike[: _ALIKE - 1]
            yield f"‘{words}’  and {len(alike) - _ALIKE + 1} more entries stopped likewise ({guard}); --json lists all"


def _print_tokens(console: Console, doc: Doc) -> None:
    seen = [token for token in doc if not token.is_space]
    wide = max(len(token.text) for token in seen)
    for token in seen:
        relation = "root" if token.head.i == token.i else f"{token.dep_} of {token.head.text}"
        lemma = "" if token.lemma_ == token.lower_ else f"  ({token.lemma_})"
        _line(console, (f"  {token.text:<{wide}}  ", ""), (f"{token.pos_:<6}{relation}{lemma}", "dim"))


def _tree(root: Token) -> Tree:
    def label(token: Token) -> Text:
        return Text.assemble(safe(token.text), (f"  {token.pos_} {token.dep_}", "dim"))

    def grow(branch: Tree, token: Token) -> Tree:
        for child in token.children:
            if not child.is_space:
                grow(branch.add(label(child)), child)
        return branch

    return grow(Tree(label(root)), root)


def print_gaps(gaps: list[Gap], found: int, documents: int) -> None:
    """Each gap with its sentences and the draft of an entry."""
    console = Console(highlight=False)
    for gap in gaps:
        seen = f"  {gap.lang}  {many(gap.documents, 'document')}, {many(gap.sentences, 'sentence')}"
        perhaps = ", ".join(f"{name} {chance:.0%}" for name, chance in gap.perhaps)
        _line(console, (gap.name, "bold"), (seen, "dim"), (f"  perhaps {perhaps}" if perhaps else "", "dim"))
        for example in gap.examples:
            _line(console, (f"    “{example.sentence}”", "italic"), (f"  {example.document}", "dim"))
        _line(console, (f"    {gap.as_yaml()}\n", "cyan"))
    _line(console, (f"{len(gaps)} of {many(found, 'gap')} in {many(documents, 'document')}", "dim"))
