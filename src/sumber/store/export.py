"""Events as a table in a file: CSV, JSON lines, Parquet. A file appears whole or not at all."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from sumber.errors import StoreError
from sumber.store.rows import EVENT_COLUMNS, Contract, event_rows
from sumber.store.store import Store

#: A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: Any) -> Any:
    """A cell that no spreadsheet runs: text that begins like a formula is set behind an apostrophe."""
    return "'" + cell if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def export_rows(store: Store) -> Iterator[Contract]:
    """All events of the store as flat rows."""
    for key, record in store.records():
        yield from event_rows(record, key)


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A name to write to that becomes ``path`` only when the block ends well. Raises StoreError where it cannot be
    written."""
    draft = path.with_name(path.name + ".part")
    try:
        yield draft
        os.replace(draft, path)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error.strerror})") from error
    finally:
        draft.unlink(missing_ok=True)


def write_csv(rows: Iterable[Contract], file: IO[str], columns: Iterable[str] = EVENT_COLUMNS) -> int:
    """Write rows as CSV (RFC 4180, header first); returns how many."""
    writer = csv.DictWriter(file, fieldnames=list(columns), extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    count = 0
    for row in rows:
        writer.writerow({name: harmless(cell) for name, cell in row.items()})
        count += 1
    return count


def _csv(rows: Iterable[Contract], path: Path) -> int:
    with path.open("w", encoding="utf-8-sig", newline="") as file:  # the mark makes Excel read UTF-8
        return write_csv(rows, file)


def _jsonl(rows: Iterable[Contract], path: Path) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count


def _parquet(rows: Iterable[Contract], path: Path) -> int:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise StoreError("Parquet needs an extra: pip install 'sumber[parquet]'") from error
    kinds = {"background": pa.bool_(), "aggregate": pa.bool_(), "killed_min": pa.float64(), "killed_max": pa.float64()}
    shape = pa.schema([(name, kinds.get(name, pa.string())) for name in EVENT_COLUMNS])
    table = pa.Table.from_pylist([{name: row[name] for name in EVENT_COLUMNS} for row in rows], schema=shape)
    parquet.write_table(table, path, compression="zstd")
    return int(table.num_rows)


FORMATS: dict[str, Callable[[Iterable[Contract], Path], int]] = {"csv": _csv, "jsonl": _jsonl, "parquet": _parquet}


def export_events(store: Store, form: str, path: str) -> int:
    """Write all events to ``path``; returns how many. Raises StoreError where the format or the path will not do."""
    if form not in FORMATS:
        raise StoreError(f"no format is called {form!r}; there are {', '.join(FORMATS)}")
    with whole(Path(path)) as draft:
        return FORMATS[form](export_rows(store), draft)
