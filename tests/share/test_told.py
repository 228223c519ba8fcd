"""Which events go out, each once, with the coder's word before the machine's."""

from __future__ import annotations

from pathlib import Path

import pytest

from sumber.errors import StoreError
from sumber.share import Choice
from sumber.share.rows import COLUMNS, digest_of, flat
from sumber.store import Filter, Store
from tests.merge.made_facts import STRIKE
from tests.merge.made_records import keep, key, report
from tests.review.made import say
from tests.share.made import DAY, make_store, told


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return make_store(tmp_path / "s.db")


def test_each_event_goes_out_once_and_what_was_refused_not_at_all(store: Store) -> None:
    found = told(store)
    assert sorted(found) == ["arrested", "killed", "met", "threatened"]
    assert [one.document for one in found["arrested"].reports] == [key("first"), key("copy")]


def test_the_coders_word_stands_and_the_machines_beside_it(store: Store) -> None:
    row = flat(told(store)["arrested"])
    assert tuple(row) == COLUMNS
    assert (row["from"], row["to"], row["time_how"]) == (DAY["from"], DAY["to"], "coder")
    assert (row["mended"], row["machine_when"], row["machine_where"]) == ("when", "2024-05-03", "")
    assert (row["review"], row["coder"], row["n_reports"], row["n_voices"]) == ("accepted", "ani", 2, 1)
    assert row["outlets"] == "Tempo; Kompas"
    assert row["killed_min"] is None, "not stated is not zero"
    assert flat(told(store)["killed"])["killed_min"] == 3


def test_the_report_that_a_coder_accepted_speaks_for_the_event(store: Store) -> None:
    say(store, f"{key('copy')}.e2", "accept", "budi")
    one = told(store)["killed"]
    assert one.head.document == key("copy")
    assert one.id.startswith(key("first")), "its name is that of its first report"


def test_a_filter_asks_for_what_stands(store: Store) -> None:
    assert sorted(told(store, Filter(since="2024-05-03"))) == ["killed", "met", "threatened"]
    assert "arrested" in told(store, Filter(until="2024-05-01"))
    what = {"type": "PROTEST", "modes": ["demo"], "contexts": []}
    say(store, f"{key('first')}.e1", "mend", "ani", "what", value=what)
    assert sorted(told(store, Filter(type="PROTEST"))) == ["arrested"]
    assert "arrested" not in told(store, Filter(type="COERCE"))
    assert sorted(told(store, states=("accepted",))) == ["arrested"]
    assert sorted(told(store, Filter(actor="soldier"))) == ["killed"]
    assert sorted(told(store, Filter(place="mzuzu"))) == ["met", "threatened"]


def test_what_is_not_merged_yet_goes_out_too(store: Store) -> None:
    keep(store, report("late", STRIKE))
    assert told(store)["warned"].event == f"E{key('late')}.e1"


def test_names_are_permanent_and_digests_tell_rows_apart(store: Store) -> None:
    one = told(store)["arrested"]
    trigger = one.reports[0].coded["trigger"]
    assert one.id == f"{key('first')}:{trigger['start']}-{trigger['end']}"
    row = flat(one)
    assert digest_of(row) == digest_of(dict(row)) != digest_of({**row, "from": None})


def test_what_was_refused_cannot_be_chosen() -> None:
    with pytest.raises(StoreError, match="refused"):
        Choice(states=("refused",))
