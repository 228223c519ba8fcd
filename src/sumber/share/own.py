"""Sumber's own table of events, as CSV, JSON lines and Parquet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sumber.errors import StoreError
from sumber.share.files import Put, table_file
from sumber.share.rows import COLUMNS, FIGURES, FLAGS, NUMBERS, Row, flat
from sumber.share.told import Told

GROUP = 5_000  # rows of Parquet in memory


def csv_file(path: Path) -> AbstractContextManager[Put]:
    """One row an event; what is not stated is blank."""
    return table_file(path, COLUMNS, flat)


@contextmanager
def jsonl_file(path: Path) -> Iterator[Put]:
    """One object an event and a line; what is not stated is null."""
    with path.open("w", encoding="utf-8", newline="\n") as file:

        def put(told: Told) -> int:
            file.write(json.dumps(flat(told), ensure_ascii=False) + "\n")
            return 1

        yield put


@contextmanager
def parquet_file(path: Path) -> Iterator[Put]:
    """The same rows with typed columns. Raises StoreError where pyarrow is not installed."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise StoreError("Parquet needs an extra: pip install 'sumber[parquet]'") from error
    kinds: dict[str, Any] = dict.fromkeys(FLAGS, pa.bool_())
    kinds |= dict.fromkeys(NUMBERS, pa.int64()) | dict.fromkeys(FIGURES, pa.float64())
    shape = pa.schema([(name, kinds.get(name, pa.string())) for name in COLUMNS])
    waiting: list[Row] = []
    with parquet.ParquetWriter(path, shape, compression="zstd") as writer:

        def flush() -> None:
            writer.write_table(pa.Table.from_pylist(waiting, schema=shape))
            waiting.clear()

        def put(told: Told) -> int:
            waiting.append(flat(told))
            if len(waiting) == GROUP:
                flush()
            return 1

        yield put
        flush()
