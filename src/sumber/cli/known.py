"""What is known of a name from other articles, added to the rows of a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sumber.merge.views import Knower
from sumber.merge.views.known_words import known_words, side_words
from sumber.store import Store

Row = dict[str, Any]
AT_ONCE = 500  # rows


def with_known(store: Store, rows: Iterable[Row]) -> Iterator[Row]:
    """Rows of events, each with ``known``: what other articles tell of its parties, blank where that is nothing;
    ``known_of`` has it by name."""
    coming = iter(rows)
    with store.snapshot() as corpus:
        knower = Knower(corpus, counted=False, quoted=1)
        while part := list(islice(coming, AT_ONCE)):
            known = knower.of(dict.fromkeys(row["document"] for row in part))
            for row in part:
                names = {name for side in ("actors", "recipients") for name in row[side].split("; ")}
                there = [one for one in known.get(row["document"], {}).values() if one.found and one.called in names]
                lines = {one.called: known_words(one) for one in there}
                yield {**row, "known": side_words(there), "known_of": lines}
