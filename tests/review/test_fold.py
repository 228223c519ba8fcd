"""Laws of the fold, on any history of judgements."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sumber.review.fields import FIELDS, machine_values
from sumber.review.fold import fold
from sumber.review.judge import redo, undo
from tests.review.made import DOC, ONE, TWO, article, kept_state, make_store, say, standing

MACHINE = machine_values(article(), article()["events"][0])
MENDED: dict[str, Any] = {
    "what": {"type": "PROTEST", "modes": ["demo"], "contexts": []},
    "status": {"status": "alleged", "background": True, "aggregate": False},
    "actors": [],
    "recipients": [{"name": "warga", "kind": "group", "country": "MWI", "sectors": ["CVL"]}],
    "when": {"from": None, "to": "2024-05-01"},
    "where": None,
    "how_many": [{"what": "arrested", "who": None, "min": 3, "max": None, "approx": True}],
    "said_by": {"speakers": ["AAPP"], "stance": "asserts", "via": ["AFP"]},
}
ACTS = st.one_of(
    st.tuples(st.just("*"), st.sampled_from(["accept", "refuse", "unsure", "ask"])),
    st.tuples(st.sampled_from(FIELDS), st.sampled_from(["accept", "mend", "unsure", "ask"])),
)


def row(number: int, field: str, action: str, **more: Any) -> dict[str, Any]:
    """A judgement by somebody who saw what the machine says."""
    value: Any = MACHINE if field == "*" else MACHINE[field]
    if action == "mend":
        value = MENDED[field]
    machine = MACHINE if field == "*" else MACHINE[field]
    base = {"row": number, "undone": False, "evidence": [], "reason": "why", "coder": "ani", "at": f"{number:04}"}
    return {**base, "field": field, "action": action, "machine": machine, "value": value, **more}


def rows_of(acts: list[tuple[str, str]]) -> list[dict[str, Any]]:
    return [row(number, *act) for number, act in enumerate(acts, 1)]


@given(st.lists(ACTS, max_size=12))
def test_an_undone_row_counts_for_nothing_but_the_revision(acts: list[tuple[str, str]]) -> None:
    before = fold(MACHINE, rows_of(acts))
    after = fold(MACHINE, [*rows_of(acts), row(99, "*", "refuse", undone=True)])
    assert after.revision == 99
    assert (after.state, after.fields, after.coder, after.at) == (before.state, before.fields, before.coder, before.at)


@given(st.lists(ACTS, max_size=12), st.sampled_from(FIELDS))
def test_a_field_opens_again_only_where_the_machine_changed_against_the_coder(
    acts: list[tuple[str, str]], field: str
) -> None:
    rows = rows_of(acts)
    now = {**MACHINE, field: MENDED[field]}
    before, after = fold(MACHINE, rows), fold(now, rows)
    for name in FIELDS:
        was, is_now = before.fields[name], after.fields[name]
        if name != field or was.state == "open" or was.value == MENDED[field]:
            assert is_now.state == was.state
        else:
            assert is_now.state == "changed"
        assert is_now.value == (MENDED[field] if name == field and was.state == "open" else was.value)


@given(st.lists(ACTS, min_size=1, max_size=12))
def test_accepting_the_whole_settles_it_and_refusing_it_too(acts: list[tuple[str, str]]) -> None:
    rows = rows_of(acts)
    assert fold(MACHINE, [*rows, row(99, "*", "accept")]).state == "accepted"
    assert fold(MACHINE, [*rows, row(99, "*", "refuse")]).state == "refused"
    assert fold(MACHINE, [*rows, row(98, "*", "refuse"), row(99, "when", "accept")]).state != "refused"


@given(st.lists(ACTS, min_size=1, max_size=8))
def test_the_order_of_judgements_on_different_fields_does_not_matter(acts: list[tuple[str, str]]) -> None:
    fields = {act[0]: act for act in acts if act[0] != "*"}
    there, back = rows_of(list(fields.values())), rows_of(list(reversed(fields.values())))
    one, other = fold(MACHINE, there), fold(MACHINE, back)
    assert one.state == other.state
    assert {n: f.value for n, f in one.fields.items()} == {n: f.value for n, f in other.fields.items()}


STEPS = st.lists(st.one_of(st.tuples(st.sampled_from([ONE, TWO]), ACTS), st.just("undo"), st.just("redo")), max_size=8)


@settings(deadline=None, max_examples=40)
@given(STEPS, st.integers(1, 3))
def test_undo_then_redo_gives_the_same_standing(steps: list[Any], times: int) -> None:
    with tempfile.TemporaryDirectory() as folder, make_store(Path(folder) / "s.db") as store:
        for step in steps:
            if step == "undo":
                undo(store, "ani")
            elif step == "redo":
                redo(store, "ani")
            else:
                report, (field, action) = step
                value = MENDED[field] if action == "mend" else None
                say(store, report, action, field=field, value=value, reason="why")
        before = [(standing(store, one), kept_state(store, one)) for one in (ONE, TWO)]
        undone = [undo(store, "ani") for _ in range(times)]
        for touched in undone:
            if touched:
                assert redo(store, "ani") == [DOC]
        assert [(standing(store, one), kept_state(store, one)) for one in (ONE, TWO)] == before
