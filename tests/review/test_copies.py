"""Judging copies as the article they are of: only what is the same in everything, and as one act."""

from __future__ import annotations

from pathlib import Path

import pytest

from sumber.merge import merge_store
from sumber.review.copies import judge_copies
from sumber.review.judge import undo
from sumber.store import Store
from tests.merge.made_records import key
from tests.review.made import ONE, TWO, article, kept_state, make_store, say, standing

DOC, COPY, OTHER = key("first"), key("copy"), key("other")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = make_store(
        tmp_path / "s.db",
        article("first", day="2024-05-04"),
        article("copy", day="2024-05-04", outlet="Harian Lain", credits=("Kabar Uji",)),
        article("other", day="2024-05-04", outlet="Harian Ketiga", credits=("Kabar Uji",)),
    )
    merge_store(made)
    return made


def test_a_copy_is_judged_as_its_article_was(store: Store) -> None:
    value = {"from": "2024-05-01", "to": "2024-05-01"}
    say(store, ONE, "mend", field="when", value=value)
    say(store, ONE, "accept")
    say(store, TWO, "refuse", reason="told as history")
    assert judge_copies(store, "batch-copies", DOC, "ani") == (4, 2)
    for copy in (COPY, OTHER):
        found = standing(store, f"{copy}.e1")
        assert (found.state, found.fields["when"].value, found.fields["when"].state) == ("accepted", value, "mended")
        assert standing(store, f"{copy}.e2").reason == "told as history"
        assert kept_state(store, f"{copy}.e2") == "refused"
    assert judge_copies(store, "batch-copies", DOC, "ani") == (4, 2)
    assert undo(store, "ani") == sorted([COPY, OTHER])
    assert kept_state(store, f"{COPY}.e1") == "open"
    assert kept_state(store, ONE) == "accepted"


def test_what_somebody_judged_or_nobody_settled_is_left_alone(store: Store) -> None:
    say(store, ONE, "accept")
    say(store, TWO, "unsure")
    say(store, f"{COPY}.e1", "ask", coder="budi", reason="really?")
    assert judge_copies(store, "batch-copies", DOC, "ani") == (1, 1)
    assert kept_state(store, f"{COPY}.e1") == "asked"
    assert kept_state(store, f"{OTHER}.e2") == "open"


def test_what_differs_waits(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from sumber.review import standings

    machine = standings.machine_values
    moved = {"from": "2024-05-02", "to": "2024-05-02"}
    monkeypatch.setattr(
        standings,
        "machine_values",
        lambda record, event: {**machine(record, event), **({"when": moved} if record["id"] == "copy" else {})},
    )
    say(store, ONE, "accept")
    assert judge_copies(store, "batch-copies", DOC, "ani") == (1, 1)
    assert kept_state(store, f"{COPY}.e1") == "open"
