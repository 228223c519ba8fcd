"""Decisions: taken back to what was said before; kept in stores of before."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sumber.errors import ConflictError, StoreError
from sumber.merge import decide, merge_store, take_back
from sumber.merge.views import find_doubts, view_event
from sumber.store import Store
from tests.merge.made_corpora import merged_at_once, state
from tests.merge.made_facts import DEATHS
from tests.merge.made_records import key, report

A, B = f"{key('a')}.e1", f"{key('b')}.e1"
DEEDS = [report("a", DEATHS, outlet="One", day="2024-05-03"), report("b", DEATHS, outlet="Two", day="2024-05-04")]


def are_one(store: Store) -> bool:
    with store.corpus() as corpus:
        return len(view_event(corpus, A).reports) == 2


def test_taking_back_goes_to_the_answer_before_and_then_to_the_rules(tmp_path: Path) -> None:
    with merged_at_once(tmp_path / "s.db", DEEDS) as store:
        first = decide(store, A, B, "different", "one")
        assert not are_one(store)
        second = decide(store, B, A, "same", "two")
        assert are_one(store)
        assert take_back(store, second.row, "two").answer == "different"
        assert not are_one(store)
        with pytest.raises(ConflictError, match="meantime"):
            take_back(store, first.row, "one")
        with pytest.raises(StoreError, match="no decision 99"):
            take_back(store, 99, "one")


def test_what_is_taken_back_is_as_if_it_had_never_been_said_but_stays_as_history(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with merged_at_once(path, DEEDS) as store:
        before = state(path)
        take_back(store, decide(store, A, B, "different", "one").row, "one")
        assert state(path) == before
        merge_store(store, rebuild=True)
        assert state(path) == before
    assert len(state(path, history=True)["decisions"]) == 2


def test_copies_of_one_text_are_no_thin_link(tmp_path: Path) -> None:
    with merged_at_once(tmp_path / "s.db", DEEDS) as store, store.corpus() as corpus:
        assert corpus.documents.copies([key("a")])
        assert find_doubts(corpus).listed == {"joined": (), "near": (), "torn": ()}


def test_a_store_of_before_learns_to_take_back(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with merged_at_once(path, DEEDS) as store:
        decide(store, A, B, "different", "one", "said before")
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE decisions DROP COLUMN undoes")
        connection.execute("DROP TABLE misses")
        connection.execute("PRAGMA user_version=4")
    with Store(str(path)) as store:
        assert not are_one(store)
        take_back(store, 1, "two")
        assert are_one(store)
