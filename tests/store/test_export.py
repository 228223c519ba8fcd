"""Exports hold every event, appear whole, and run nothing in a spreadsheet."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from sumber.errors import StoreError
from sumber.store import EVENT_COLUMNS, Store, export_events, harmless
from tests.store.conftest import make_record, sha


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = Store(str(tmp_path / "t.db"), create=True)
    opened.write(make_record("satu", actor='=HYPERLINK("http://x";"y")'), sha("satu"))
    opened.write(make_record("dua"), sha("dua"))
    return opened


def test_csv_is_read_back_and_holds_no_formula(store: Store, tmp_path: Path) -> None:
    assert export_events(store, "csv", str(tmp_path / "e.csv")) == 2
    with (tmp_path / "e.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert set(rows[0]) == set(EVENT_COLUMNS)
    assert sorted(row["actors"] for row in rows) == ['\'=HYPERLINK("http://x";"y")', "Polisi"]
    assert rows[0]["killed_min"] == ""


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1"])
def test_formula_cells_are_set_behind_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == "'" + cell


def test_other_cells_are_left_alone() -> None:
    assert [harmless(cell) for cell in ("a=b", "", None, -3)] == ["a=b", "", None, -3]


def test_jsonl_and_parquet_hold_the_same(store: Store, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert export_events(store, "jsonl", str(tmp_path / "e.jsonl")) == 2
    assert export_events(store, "parquet", str(tmp_path / "e.parquet")) == 2
    lines = [json.loads(line) for line in (tmp_path / "e.jsonl").read_text(encoding="utf-8").splitlines()]
    assert parquet.read_table(tmp_path / "e.parquet").to_pylist() == lines


def test_failed_export_leaves_the_old_file(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        export_events(store, "csv", str(tmp_path / "no" / "such" / "e.csv"))
    with pytest.raises(StoreError, match="no format"):
        export_events(store, "xls", str(tmp_path / "e.xls"))
    assert not list(tmp_path.glob("*.part"))
