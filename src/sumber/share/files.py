"""Tables that no reader stumbles over."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sumber.share.told import Told
from sumber.store import harmless

#: Takes one event and gives the number of rows it became in the file, 0 where the format has no place for it.
Put = Callable[[Told], int]


def one_line(cell: Any) -> Any:
    """A cell without line breaks and tabs: they are what breaks tables (POLECAT's own among them)."""
    return " ".join(cell.split()) if isinstance(cell, str) else cell


@contextmanager
def table_file(
    path: Path, columns: Sequence[str], row_of: Callable[[Told], Mapping[str, Any] | None], tabs: bool = False
) -> Iterator[Put]:
    """A table, header first: CSV (RFC 4180, with the mark that makes Excel read UTF-8) or tab-separated. No cell runs
    in a spreadsheet. An event of which ``row_of`` gives None has no place in it."""
    with path.open("w", encoding="utf-8" if tabs else "utf-8-sig", newline="") as file:
        if tabs:  # readers of such files know no quotation marks, and no cell holds a tab
            writer = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")
        else:
            writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(columns)

        def put(told: Told) -> int:
            row = row_of(told)
            if row is None:
                return 0
            writer.writerow([_cell(row[name], tabs) for name in columns])
            return 1

        yield put


def _cell(value: Any, tabs: bool) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return harmless(one_line(value) if tabs else value)
