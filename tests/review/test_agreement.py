"""Agreement: alpha as its author computes it, and what two coders say of the same events."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sumber.review.agreement import Agreement, agree, alpha, raw_rows
from sumber.review.judge import undo
from sumber.store import Store
from tests.merge.made_records import key
from tests.review.made import ONE, TWO, article, make_store, say

DAY = {"from": "2024-05-01", "to": "2024-05-01"}

# Krippendorff (2011), example B: two observers, twelve units, nominal (alpha 0.692); example C: four observers, with
# gaps (alpha 0.743).
B = (list("aabbdcccedda"), list("babbbccceddd"))
C = (list("123321412..."), list("1233224125.3"), list(".3332342251."), list("12332441251."))


def units(*coders: list[str]) -> list[list[str]]:
    return [[value for value in values if value != "."] for values in zip(*coders, strict=True)]


def test_alpha_is_that_of_the_paper() -> None:
    assert alpha(units(*B)) == pytest.approx(0.692, abs=0.0005)
    assert alpha(units(*C)) == pytest.approx(0.743, abs=0.0005)


def test_alpha_at_its_ends() -> None:
    assert alpha([["a", "a"], ["b", "b"]]) == 1
    assert alpha([["a", "a"], ["a", "a"]]) is None, "where all is one, nothing is shown"
    assert alpha([["a", "b"]]) is None
    assert alpha([]) is None
    dice = random.Random(7)
    guessed = [[dice.choice("abc"), dice.choice("abc")] for _ in range(4_000)]
    assert alpha(guessed) == pytest.approx(0, abs=0.05)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return make_store(tmp_path / "s.db", article("first"), article("second"))


def look(store: Store) -> Agreement:
    with store.corpus() as corpus:
        return agree(corpus, "ani", "budi")


def test_only_events_that_both_judged_count(store: Store) -> None:
    say(store, ONE, "accept", "ani")
    say(store, f"{key('second')}.e1", "accept", "budi")
    assert (look(store).articles, look(store).events) == (0, 0)
    say(store, TWO, "accept", "budi")
    assert (look(store).articles, look(store).events) == (1, 0)
    say(store, ONE, "accept", "budi")
    found = look(store)
    assert (found.articles, found.events, found.disagreements) == (1, 1, ())
    assert {field.n for field in found.fields} == {1}


def test_disagreements_are_listed_with_both_values(store: Store) -> None:
    say(store, ONE, "accept", "ani")
    say(store, ONE, "mend", "budi", "when", value=DAY)
    say(store, ONE, "accept", "budi")
    say(store, TWO, "accept", "ani")
    say(store, TWO, "refuse", "budi", reason="a rehearsal")
    found = look(store)
    by_field = {field.field: field for field in found.fields}
    assert (by_field["when"].n, by_field["when"].same, by_field["when"].share) == (1, 0, 0)
    assert (by_field["*"].n, by_field["*"].same) == (2, 1)
    assert by_field["where"].share == 1
    one, two = found.disagreements
    assert (one.report, one.field, one.a["from"], one.b) == (ONE, "when", "2024-05-03", DAY)
    assert (two.report, two.field, two.a, two.b, two.reason_b) == (TWO, "*", "kept", "refused", "a rehearsal")


def test_the_order_of_parties_is_no_disagreement_and_doubt_is_no_value(store: Store) -> None:
    actors = [{"name": n, "kind": "group", "country": "MWI", "sectors": []} for n in ("warga", "polisi")]
    say(store, ONE, "mend", "ani", "actors", value=actors)
    say(store, ONE, "mend", "budi", "actors", value=actors[::-1])
    say(store, ONE, "unsure", "ani", "when")
    say(store, ONE, "accept", "budi", "when")
    found = {field.field: field for field in look(store).fields}
    assert (found["actors"].n, found["actors"].same) == (1, 1)
    assert found["when"].n == 0


def test_raw_judgements_hold_what_was_taken_back_too(store: Store) -> None:
    say(store, ONE, "accept", "ani")
    say(store, ONE, "refuse", "budi", reason="=1+1")
    undo(store, "budi")
    say(store, ONE, "accept", "cici")
    with store.corpus() as corpus:
        rows = list(raw_rows(corpus, "ani", "budi"))
    assert [(row["coder"], row["action"], row["undone"]) for row in rows] == [
        ("ani", "accept", False),
        ("budi", "refuse", True),
    ]
    assert rows[0]["trigger"] == "arrested"
