"""A page added again with a changed text: only what changed is open again."""

from __future__ import annotations

from pathlib import Path

import pytest

from sumber.review.carry import carry_over
from sumber.review.judge import undo
from sumber.store import Store
from tests.merge.made_facts import ARREST, CLASH, DEATHS, VISIT
from tests.merge.made_records import Contract, Fact, keep, key, report
from tests.review.made import kept_state, make_store, say, standing

DAY = {"from": "2024-05-01", "to": "2024-05-01"}


def version(ident: str, *facts: Fact, uri: str = "https://kabar.example/a") -> Contract:
    return {**report(ident, *facts), "uri": uri}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An article whose three events ani and budi judged."""
    store = make_store(tmp_path / "s.db", version("old", ARREST, DEATHS, VISIT))
    one, two, three = (f"{key('old')}.e{number}" for number in (1, 2, 3))
    start = store.record(key("old"))[1]["events"][0]["sentence"]["start"]
    say(store, one, "mend", "ani", "when", value=DAY, evidence=[[start, start + 6]])
    say(store, one, "accept", "ani")
    say(store, two, "accept", "budi")
    say(store, three, "refuse", "ani", reason="a rehearsal")
    return store


def test_judgements_go_with_the_words(store: Store) -> None:
    keep(store, version("new", CLASH, VISIT, ARREST))
    assert carry_over(store, key("new")) == 3
    clash, visit, arrest = (f"{key('new')}.e{number}" for number in (1, 2, 3))
    assert (kept_state(store, clash), kept_state(store, visit), kept_state(store, arrest)) == (
        "open",
        "refused",
        "accepted",
    )
    found = standing(store, arrest)
    assert found.fields["when"].value == DAY
    start = store.record(key("new"))[1]["events"][2]["sentence"]["start"]
    assert found.fields["when"].evidence == [[start, start + 6]]
    assert (found.coder, standing(store, visit).reason) == ("ani", "a rehearsal")


def test_only_the_field_that_the_machine_reads_anew_is_open(store: Store) -> None:
    new = version("new", DEATHS, ARREST)
    new["events"][0]["from"] = new["events"][0]["to"] = "2024-05-02"
    keep(store, new)
    carry_over(store, key("new"))
    deaths = standing(store, f"{key('new')}.e1")
    assert (deaths.state, deaths.coder) == ("changed", "budi")
    assert {name for name, field in deaths.fields.items() if field.state == "changed"} == {"when"}


def test_a_sentence_of_other_words_is_a_new_one(store: Store) -> None:
    other = Fact(
        ARREST.en.replace("old market", "new market"),
        type="COERCE",
        modes=("arrest",),
        on=ARREST.on,
        count=ARREST.count,
    )
    keep(store, version("new", other, DEATHS))
    assert carry_over(store, key("new")) == 1
    assert kept_state(store, f"{key('new')}.e1") == "open"


def test_nothing_comes_from_another_page_or_twice(store: Store) -> None:
    keep(store, version("else", ARREST, uri="https://kabar.example/b"), version("new", ARREST))
    assert carry_over(store, key("else")) == 0
    assert carry_over(store, key("new")) == 2
    assert carry_over(store, key("new")) == 0


def test_what_was_carried_is_not_what_undo_takes_back(store: Store) -> None:
    keep(store, version("new", ARREST))
    carry_over(store, key("new"))
    assert undo(store, "ani") == [key("old")]
    assert kept_state(store, f"{key('new')}.e1") == "accepted"
