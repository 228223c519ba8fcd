"""How rows go in and out: in lists that one statement can take, with JSON where a column has parts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

Row = dict[str, Any]
CHUNK = 500  # parameters of one statement; SQLite allows some thousand


def chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    """The values in lists that one statement can take, one list at a time in memory."""
    coming = iter(values)
    while part := list(islice(coming, CHUNK)):
        yield part


def as_json(value: Any) -> str:
    """Compact JSON, the form in which columns keep what has parts."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
