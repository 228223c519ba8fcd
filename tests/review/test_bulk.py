"""Accepting a filter: one act, all or nothing, and only what nobody has an opinion on."""

from __future__ import annotations

import copy
import time
from pathlib import Path

import pytest

from sumber.errors import ReviewError
from sumber.review.bulk import accept_chosen
from sumber.review.judge import redo, undo
from sumber.store import Store
from sumber.store.queue import QueueFilter
from tests.merge.made_records import key
from tests.review.made import ONE, TWO, article, kept_state, make_store, say, standing


def accept_all(store: Store, batch: str, wanted: QueueFilter, coder: str) -> int:
    return accept_chosen(store, batch, lambda corpus: corpus.queue.open_events(wanted), coder)


def count_open(store: Store, wanted: QueueFilter) -> int:
    with store.corpus() as corpus:
        return corpus.queue.count_open(wanted)[0]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return make_store(tmp_path / "s.db", article("first"), article("second"))


def test_all_of_a_filter_is_accepted_and_undone_as_one(store: Store) -> None:
    count = count_open(store, QueueFilter())
    assert count == 2 * len(article()["events"])
    arrests = count_open(store, QueueFilter(type="COERCE"))
    assert 0 < arrests < count
    assert accept_all(store, "batch-all", QueueFilter(type="COERCE"), "ani") == arrests
    assert (kept_state(store, ONE), kept_state(store, TWO)) == ("accepted", "open")
    assert standing(store, ONE).state == "accepted"
    assert count_open(store, QueueFilter()) == count - arrests
    assert undo(store, "ani") == sorted([key("first"), key("second")])
    assert count_open(store, QueueFilter()) == count
    redo(store, "ani")
    assert kept_state(store, f"{key('second')}.e1") == "accepted"


def test_a_batch_sent_twice_is_kept_once(store: Store) -> None:
    first = accept_all(store, "batch-all", QueueFilter(), "ani")
    assert accept_all(store, "batch-all", QueueFilter(), "ani") == first
    with store.corpus() as corpus:
        assert len(corpus.review.batch_rows("batch-all")) == first


def test_what_somebody_has_an_opinion_on_is_left_alone(store: Store) -> None:
    say(store, ONE, "refuse", reason="a drill")
    say(store, TWO, "unsure", coder="budi")
    accept_all(store, "batch-all", QueueFilter(), "cici")
    assert (kept_state(store, ONE), kept_state(store, TWO)) == ("refused", "unsure")


def test_a_mended_field_stays_mended(store: Store) -> None:
    say(store, ONE, "mend", field="when", value={"from": "2024-05-01", "to": "2024-05-01"})
    assert kept_state(store, ONE) == "begun"
    accept_all(store, "batch-all", QueueFilter(), "ani")
    found = standing(store, ONE)
    assert found.state == "accepted"
    assert found.fields["when"].state == "mended"
    assert found.fields["when"].value["from"] == "2024-05-01"


def test_nothing_is_accepted_in_nobodys_name(store: Store) -> None:
    with pytest.raises(ReviewError):
        accept_all(store, "batch-all", QueueFilter(), " ")
    assert kept_state(store, ONE) == "open"


def test_hundreds_of_events_take_no_minute(tmp_path: Path) -> None:
    many = []
    for number in range(100):
        record = copy.deepcopy(article(f"n{number}"))
        record["events"] = [{**record["events"][0], "id": f"e{at}"} for at in range(1, 6)]
        many.append(record)
    store = make_store(tmp_path / "many.db", *many)
    began = time.monotonic()
    assert accept_all(store, "batch-all", QueueFilter(type="COERCE"), "ani") == 500
    assert time.monotonic() - began < 5
