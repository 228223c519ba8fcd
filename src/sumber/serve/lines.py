"""Reports as lines of a list."""

from __future__ import annotations

from collections.abc import Iterable

from sumber.serve.answers.bench import Line
from sumber.store import Corpus


def lines_of(corpus: Corpus, names: Iterable[str]) -> dict[str, Line]:
    """The line of each report (``DOC.eN``) that is merged, by name."""
    events = corpus.events.merged(names)
    return {name: Line(**row, event=events[name]) for name, row in corpus.events.lines(events).items()}
