"""The store keeps each document once, whole or not at all, and answers filters and words."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from sumber.errors import StoreError
from sumber.store import Filter, Store
from tests.store.conftest import make_record, sha


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = Store(str(tmp_path / "t.db"), create=True)
    opened.write(make_record("satu"), sha("satu"))
    opened.write(make_record("dua", actor="Tentara 100%", day="2021-07-01"), sha("dua"))
    return opened


def found(store: Store, **wanted: Any) -> list[str]:
    return [row["actors"] for row in store.events(Filter(**wanted))]


def test_same_bytes_are_one_document(store: Store) -> None:
    assert store.holds(sha("satu"))
    assert store.write(make_record("lain"), sha("satu")) is False
    assert store.count() == (2, 2)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, ["Polisi", "Tentara 100%"]),
        ({"type": "coerce"}, ["Polisi", "Tentara 100%"]),
        ({"type": "ASSAULT"}, []),
        ({"actor": "polisi"}, ["Polisi"]),
        ({"actor": "100%"}, ["Tentara 100%"]),
        ({"actor": "MMR"}, ["Polisi", "Tentara 100%"]),
        ({"actor": "RUS"}, []),
        ({"recipient": "demonstran"}, ["Polisi", "Tentara 100%"]),
        ({"recipient": "polisi"}, []),
        ({"since": "2021-06-23"}, ["Tentara 100%"]),
        ({"until": "2021-06-30"}, ["Polisi"]),
        ({"place": "yangon", "status": "actual"}, ["Polisi", "Tentara 100%"]),
        ({"place": "THA"}, []),
        ({"said_by": "aapp"}, ["Polisi", "Tentara 100%"]),
        ({"status": "denied"}, []),
    ],
)
def test_filters(store: Store, wanted: dict[str, Any], expected: list[str]) -> None:
    assert found(store, **wanted) == expected


def test_row_carries_who_says_so_and_how_many(store: Store) -> None:
    row = next(iter(store.events(Filter())))
    assert (row["said_by"], row["via"], row["how_many"], row["from"]) == ("AAPP", "AFP", "arrested ≥12", "2021-06-22")


def test_search_finds_words_and_refuses_bad_syntax_plainly(store: Store) -> None:
    assert {row["id"] for row in store.search("demonstran AAPP", 5)} == {"satu", "dua"}
    assert store.search("helikopter", 5) == []
    with pytest.raises(StoreError, match="cannot search"):
        store.search('"open', 5)


def test_document_by_key_id_and_start(store: Store) -> None:
    key, kept = store.record("satu")
    assert kept == make_record("satu")
    assert store.record(key[:6])[0] == key
    assert store.event(f"{key}.e1")[1]["type"] == "COERCE"
    for name in ("tiada", f"{key}.e9", "x"):
        with pytest.raises(StoreError):
            store.event(name)


def test_half_written_document_leaves_no_trace(store: Store, record: dict[str, Any]) -> None:
    broken = {**record, "events": [{**record["events"][0], "type": None}]}
    with pytest.raises(Exception, match="NOT NULL"):
        store.write(broken, sha("rusak"))
    assert store.count() == (2, 2)
    assert not store.holds(sha("rusak"))


def test_clear_refusals(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store here yet"):
        Store(str(tmp_path / "none.db"))
    (tmp_path / "text.db").write_text("this is no database, only some words" * 50)
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(str(tmp_path / "text.db"))
    with sqlite3.connect(tmp_path / "newer.db") as connection:
        connection.execute("PRAGMA user_version=99")
    with pytest.raises(StoreError, match="newer Sumber"):
        Store(str(tmp_path / "newer.db"))


def test_two_openings_at_once(store: Store) -> None:
    with Store(store.path) as other:
        other.write(make_record("tiga"), sha("tiga"))
    assert store.count() == (3, 3)
