"""What is seen as a table, as a file to take away."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from fastapi import Response

from sumber.store import write_csv

BYTE_ORDER_MARK = "\ufeff"  # makes Excel read UTF-8
#: What a route that answers so says of itself.
CSV: dict[int | str, dict[str, Any]] = {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}


def csv_file(name: str, columns: Iterable[str], rows: Iterable[dict[str, Any]]) -> Response:
    """Rows as a CSV file under this name, as spreadsheets read it: with a byte-order mark, no cell a formula."""
    file = io.StringIO(newline="")
    write_csv(rows, file, columns)
    return Response(BYTE_ORDER_MARK + file.getvalue(), media_type="text/csv; charset=utf-8", headers=kept_as(name))


def kept_as(name: str) -> dict[str, str]:
    """The headers of a file that the browser keeps under this name."""
    return {"Content-Disposition": f'attachment; filename="{name}"'}
