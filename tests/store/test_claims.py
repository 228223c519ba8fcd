"""Claims: who said what, asked of the store; a store of the older version gets them when it is opened."""

from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from sumber.store import ClaimFilter, Store
from tests.store.conftest import make_record, sha


@pytest.fixture
def path(tmp_path: Path) -> str:
    name = str(tmp_path / "s.db")
    with Store(name, create=True) as store:
        store.write(make_record("satu"), sha("satu"))
        store.write(make_record("dua"), sha("dua"))
    return name


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (ClaimFilter(), 2),
        (ClaimFilter(by="aapp"), 2),
        (ClaimFilter(by="Lavrov"), 0),
        (ClaimFilter(about="12 demonstran"), 2),
        (ClaimFilter(about="100%"), 0),
        (ClaimFilter(via="AFP", stance="asserts"), 2),
        (ClaimFilter(stance="denies"), 0),
        (ClaimFilter(since="2021-06-23", until="2021-06-23"), 2),
        (ClaimFilter(since="2021-06-24"), 0),
        (ClaimFilter(document=sha("dua")[:12]), 1),
    ],
)
def test_filters(path: str, wanted: ClaimFilter, count: int) -> None:
    with Store(path) as store:
        rows = list(store.claims(wanted))
    assert len(rows) == count
    for row in rows:
        assert row["claim"] == f"{row['document']}.s1"
        assert (row["said_by"], row["via"], row["outlet"]) == ("AAPP", "AFP", "Kabar Uji")


def test_a_store_of_version_1_is_brought_up_to_date(path: str) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE claims"))
        connection.execute(text("PRAGMA user_version=1"))
    engine.dispose()
    with Store(path) as store:
        assert len(list(store.claims(ClaimFilter()))) == 2
    with Store(path) as store:  # and not twice
        assert len(list(store.claims(ClaimFilter()))) == 2
