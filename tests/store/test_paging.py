"""Pages joined are the whole, in every order and under every kind of filter, however many rows a filter names."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sumber.errors import StoreError
from sumber.store import ClaimFilter, Filter, Store, pages
from tests.store.conftest import make_record, sha

FILTERS = [
    Filter(),
    Filter(type="COERCE"),
    Filter(type="ASSAULT", status="actual"),
    Filter(actor="polisi"),
    Filter(actor="ÉLYSÉE"),
    Filter(actor="MMR", recipient="demonstran"),
    Filter(actor="tentara", place="yangon"),
    Filter(place="MMR", said_by="aapp"),
    Filter(place="mandalay"),
    Filter(since="2021-06-05", until="2021-06-20"),
    Filter(background=False, actor="in no name"),
]
CLAIMS = [ClaimFilter(), ClaimFilter(by="aapp", via="afp"), ClaimFilter(about="12", since="2021-06-10")]
TIERS = {"few": (20_000, 250_000), "many": (0, 250_000), "very many": (0, 0)}


def make_records() -> Iterator[dict[str, Any]]:
    """Records with days that repeat, are missing, or lie before the day of publication."""
    draw = random.Random(4)
    for number in range(40):
        made = make_record(f"d{number}", draw.choice(["Polisi", "Tentara 100%", "Élysée"]))
        begin = draw.choice([None, f"2021-06-{draw.randint(1, 25):02d}"])
        end = draw.choice([begin, begin, "2021-06-28", None])
        event = {**made["events"][0], "from": begin, "to": end, "type": draw.choice(["COERCE", "ASSAULT"])}
        event["background"] = draw.random() < 0.3
        made["events"] = [event, {**event, "id": "e2", "place": None}]
        day = draw.choice([None, f"2021-06-{draw.randint(1, 5) * 5:02d}"])
        made["published"] = day and {**made["published"], "from": day, "to": day}
        yield made


def fill(path: Path) -> Store:
    store = Store(str(path), create=True)
    for made in make_records():
        store.write(made, sha(made["id"]))
    return store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return fill(tmp_path_factory.mktemp("pages") / "p.db")


@pytest.fixture(params=list(TIERS))
def _tier(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = TIERS[request.param]
    monkeypatch.setattr(pages, "FEW", few)
    monkeypatch.setattr(pages, "MANY", many)


def in_pages(store: Store, wanted: Filter | ClaimFilter, size: int) -> list[str]:
    ask, column = (store.events, "event") if isinstance(wanted, Filter) else (store.claims, "claim")
    found: list[str] = []
    while True:
        rows = [row[column] for row in ask(wanted, size, found[-1] if found else None)]  # type: ignore[operator]
        found += rows
        if len(rows) < size:
            return found
        left = store.count_after(wanted, found[-1])
        assert left == len(list(ask(wanted, None, found[-1])))  # type: ignore[operator]


@pytest.mark.usefixtures("_tier")
@pytest.mark.parametrize("order", ["date", "document"])
@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_pages_of_events_joined_are_the_whole(store: Store, wanted: Filter, order: str) -> None:
    wanted = replace(wanted, order=order)
    rows = list(store.events(wanted))
    first = "begin" if order == "date" else "published"
    assert rows == sorted(rows, key=lambda row: (row[first] is None, row[first] or "", row["document"], row["row"]))
    assert bool(rows) == (wanted.actor != "in no name" and wanted.place != "mandalay")
    for size in (1, 7, 80):
        assert in_pages(store, wanted, size) == [row["event"] for row in rows]


@pytest.mark.usefixtures("_tier")
@pytest.mark.parametrize("wanted", CLAIMS, ids=str)
def test_pages_of_claims_joined_are_the_whole(store: Store, wanted: ClaimFilter) -> None:
    rows = list(store.claims(wanted))
    assert rows
    assert rows == sorted(rows, key=lambda r: (r["published"] is None, r["published"] or "", r["document"], r["row"]))
    for size in (1, 9):
        assert in_pages(store, wanted, size) == [row["claim"] for row in rows]


@pytest.mark.usefixtures("_tier")
def test_filters_find_what_the_records_say(store: Store) -> None:
    rows = list(store.events(Filter()))
    for wanted, holds in (
        (Filter(actor="élysée"), lambda row: row["actors"] == "Élysée"),
        (Filter(place="YANG"), lambda row: row["place"] == "Yangon"),
        (Filter(since="2021-06-10"), lambda row: (row["until"] or row["begin"] or "") >= "2021-06-10"),
        (Filter(until="2021-06-10"), lambda row: row["begin"] is not None and row["begin"] <= "2021-06-10"),
        (Filter(background=False), lambda row: not row["background"]),
    ):
        assert [row["event"] for row in store.events(wanted)] == [row["event"] for row in rows if holds(row)]


def test_a_page_after_what_is_not_there_is_refused(store: Store) -> None:
    for name in ("zzz.e1", "zzz", ""):
        with pytest.raises(StoreError, match="go on from"):
            list(store.events(Filter(), 5, name))
    with pytest.raises(StoreError, match="no claim"):
        list(store.claims(ClaimFilter(), 5, f"{sha('d1')[:12]}.s9"))


def test_an_order_is_read_from_its_index(store: Store) -> None:
    with sqlite3.connect(store.path) as connection:
        for column, index in (("day", "events_by_day"), ("issued", "events_by_issue")):
            asked = f"SELECT * FROM events JOIN documents ON key = document ORDER BY {column}, document, row LIMIT 9"
            plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {asked}"))
            assert index in plan
            assert "TEMP B-TREE" not in plan


def _tables(path: str) -> dict[str, set[str]]:
    """Columns of each table, and all indexes."""
    with sqlite3.connect(path) as connection:
        found = connection.execute("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'").fetchall()
        tables = {name for kind, name in found if kind == "table"}
        made = {name: {row[1] for row in connection.execute(f"PRAGMA table_info({name})")} for name in tables}
    return made | {"indexes": {name for kind, name in found if kind == "index"}}


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_store_gets_columns_indexes_and_names(tmp_path: Path, version: int) -> None:
    old, new = tmp_path / "old.db", fill(tmp_path / "new.db")
    with sqlite3.connect(old) as connection:
        connection.executescript((Path(__file__).parent / "store-v2.sql").read_text(encoding="utf-8"))
        if version == 1:
            connection.execute("DROP TABLE claims")
        connection.execute(f"PRAGMA user_version={version}")
        connection.execute(f"ATTACH '{new.path}' AS new")
        for table in ("documents", "events", "parties", *(["claims"] if version == 2 else [])):
            names = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM new.{table}")
        connection.commit()
    connection.close()
    with Store(str(old)) as store:
        for wanted in FILTERS:
            assert list(store.events(wanted)) == list(new.events(wanted))
        told = [[row["claim"] for row in each.claims(ClaimFilter(by="AAPP"))] for each in (store, new)]
        assert told[0] == told[1]
    made = _tables(str(old))
    for name, columns in _tables(new.path).items():
        assert columns <= made[name], name
