"""The tables that are counted follow from the records, in a new store and in one that an older Sumber made."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sumber.store import Among, Asked, Filter, Store
from sumber.store.count_rows import dyad_rows, site_of, tally_rows
from tests.store.conftest import make_record, sha


def counts(path: str) -> tuple[Any, ...]:
    with Store(path) as store, store.corpus() as corpus:
        asked = Asked()
        return (
            corpus.counts.by_day(asked),
            corpus.counts.pairs(asked, "country", ["COERCE"]),
            corpus.counts.places(asked, ["COERCE"]),
            corpus.counts.outlets(),
        )


def test_a_store_of_version_3_is_brought_up_to_date(tmp_path: Path, record: dict[str, Any]) -> None:
    path = str(tmp_path / "s.db")
    with Store(path, create=True) as store:
        store.write(record, sha("satu"))
    fresh = counts(path)
    assert fresh[0] == [("2021-06-22", "COERCE", 1)]
    old = sqlite3.connect(path)
    for name in ("dated", "located", "sites", "dyads", "tallies", "repeats"):
        old.execute(f"DROP TABLE {name}")
    old.execute("DROP INDEX documents_by_outlet")
    old.execute("PRAGMA user_version=3")
    old.commit()
    old.close()
    assert counts(path) == fresh


def test_a_filter_and_a_mark_hold_together(tmp_path: Path, record: dict[str, Any]) -> None:
    with Store(str(tmp_path / "s.db"), create=True) as store:
        store.write(record, sha("satu"))
        with store.corpus() as corpus:
            here = Among(site="1298824")
            assert [row["type"] for row in corpus.counts.listed(Asked(), here)] == ["COERCE"]
            assert list(corpus.counts.listed(Asked(Filter(type="AID")), here)) == []
            assert list(corpus.counts.listed(Asked(), Among(country="IDN"))) == []


def test_a_place_without_an_id_is_named_by_country_and_name() -> None:
    place = make_record()["places"][0]
    assert site_of(place) == "1298824"
    assert site_of({**place, "geonameid": None}) == "MMR Yangon"


def test_what_all_parties_did_together_stands_in_both_directions() -> None:
    record = make_record()
    event = {**record["events"][0], "actors": ["a1", "a3"], "recipients": []}
    found = [(row["level"], row["a"], row["b"], row["mutual"]) for row in dyad_rows(record, event)]
    assert found == [
        ("name", "Polisi", "AAPP", True),
        ("name", "AAPP", "Polisi", True),
        ("country", "MMR", "MMR", True),
    ]
    assert list(dyad_rows(record, {**event, "actors": ["a1"]})) == []


def test_a_count_of_no_event_may_be_a_running_total() -> None:
    record = make_record()
    (told,) = tally_rows(record, "d")
    assert (told["report"], told["greatest"], told["running"]) == ("d.e1", 12, False)
    record["events"] = []
    (alone,) = tally_rows(record, "d")
    assert (alone["report"], alone["running"]) == ("", True)
