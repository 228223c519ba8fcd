"""Judging: what is kept, what is refused, what two people at one event see, and what a killed process leaves."""

from __future__ import annotations

import copy
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from sumber.errors import ConflictError, ReviewError, StoreError
from sumber.review.judge import Judgement, judge, redo, undo
from sumber.review.standings import orphans, refresh
from sumber.store import Store
from tests.conftest import ROOT
from tests.review.made import DOC, ONE, TWO, article, kept_state, make_store, say, standing

DAY = {"from": "2024-05-01", "to": "2024-05-01"}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return make_store(tmp_path / "s.db")


def recode(store: Store, path: Path, record: dict[str, object]) -> Store:
    """The same judgements beside another coding of the article."""
    other = make_store(path, record)
    with store.corpus() as old, other.corpus() as new:
        rows = old.review.of_documents([DOC])
        plain = ("batch", "document", "start", "end", "slot", "field", "action", "machine", "value", "evidence")
        new.review.add([{name: row[name] for name in (*plain, "reason", "coder", "at")} for row in rows])
        refresh(new, [DOC])
    return other


def test_a_batch_sent_twice_is_kept_once(store: Store) -> None:
    one = Judgement(ONE, "*", "accept", 0)
    first = judge(store, "batch-one", [one], "ani")
    assert judge(store, "batch-one", [one], "ani") == first
    with store.corpus() as corpus:
        assert len(corpus.review.of_documents([DOC])) == 1


def test_the_name_of_somebody_elses_batch_is_no_answer(store: Store) -> None:
    judge(store, "batch-one", [Judgement(ONE, "*", "accept", 0)], "ani")
    with pytest.raises(ReviewError, match="somebody else"):
        judge(store, "batch-one", [Judgement(TWO, "*", "accept", 0)], "budi")
    assert kept_state(store, TWO) == "open"


def test_who_mends_and_accepts_in_one_batch_accepts_the_mended(store: Store) -> None:
    both = [Judgement(ONE, "when", "mend", 0, DAY), Judgement(ONE, "*", "accept", 0)]
    found = judge(store, "batch-one", both, "ani")[ONE]
    assert (found.state, found.fields["when"].state, found.fields["when"].value) == ("accepted", "mended", DAY)


@pytest.mark.parametrize(("action", "state"), [("accept", "mended"), ("unsure", "unsure"), ("ask", "asked")])
def test_who_accepts_or_doubts_a_mended_field_means_what_it_was_mended_to(
    store: Store, action: str, state: str
) -> None:
    say(store, ONE, "mend", "ani", "when", value=DAY, evidence=[[0, 6]])
    say(store, ONE, action, "budi", "when", reason="why")
    found = standing(store, ONE).fields["when"]
    assert (found.state, found.value, found.coder, found.evidence) == (state, DAY, "budi", [[0, 6]])


def test_a_field_judged_elsewhere_is_a_conflict_and_nothing_is_kept(store: Store) -> None:
    say(store, ONE, "mend", "budi", "when", value=DAY)
    with pytest.raises(ConflictError) as caught:
        judge(store, "batch-two", [Judgement(TWO, "*", "accept", 0), Judgement(ONE, "when", "accept", 0)], "ani")
    assert caught.value.fields == ("when",)
    assert kept_state(store, TWO) == "open"


def test_another_field_is_no_conflict_but_the_whole_is(store: Store) -> None:
    say(store, ONE, "mend", "budi", "when", value=DAY)
    say(store, ONE, "accept", "ani", "where", seen=0)
    with pytest.raises(ConflictError):
        say(store, ONE, "accept", "ani", seen=0)


def test_what_was_taken_back_is_no_conflict(store: Store) -> None:
    say(store, ONE, "refuse", "budi", reason="a drill")
    undo(store, "budi")
    say(store, ONE, "accept", "ani", seen=0)
    assert kept_state(store, ONE) == "accepted"


def test_a_refused_event_is_taken_up_again(store: Store) -> None:
    say(store, ONE, "refuse", reason="a drill")
    assert (standing(store, ONE).state, standing(store, ONE).reason) == ("refused", "a drill")
    say(store, ONE, "accept", field="where")
    assert standing(store, ONE).state == "begun"
    say(store, ONE, "accept")
    assert standing(store, ONE).state == "accepted"


def test_two_threads_at_one_event(store: Store) -> None:
    barrier, ended = threading.Barrier(8), []

    def work(number: int) -> None:
        barrier.wait()
        try:
            judge(store, f"batch-{number:04}", [Judgement(ONE, "when", "accept", 0)], f"coder{number}")
            ended.append("kept")
        except ConflictError:
            ended.append("conflict")

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ended) == ["conflict"] * 7 + ["kept"]
    with store.corpus() as corpus:
        assert len(corpus.review.of_documents([DOC])) == 1


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_killed_process_keeps_all_or_nothing(store: Store, when: str) -> None:
    script = f"""
import os, signal
from sumber.review import judge as room
from sumber.store import Store
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
if {when!r} == "before":
    room.refresh = die  # the rows are written, the transaction is open
both = [room.Judgement({ONE!r}, "*", "accept", 0), room.Judgement({TWO!r}, "*", "accept", 0)]
room.judge(Store({store.path!r}), "batch-one", both, "ani")
die()
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env={"PYTHONPATH": f"{ROOT}/src"}, check=False)
    assert done.returncode == -signal.SIGKILL
    with store.corpus() as corpus:
        assert len(corpus.review.batch_rows("batch-one")) == (0 if when == "before" else 2)
    assert kept_state(store, TWO) == ("open" if when == "before" else "accepted")
    judge(store, "batch-one", [Judgement(ONE, "*", "accept", 0), Judgement(TWO, "*", "accept", 0)], "ani")
    assert kept_state(store, ONE) == "accepted"


def test_only_fields_that_changed_open_again(store: Store, tmp_path: Path) -> None:
    say(store, ONE, "mend", field="when", value=DAY)
    say(store, ONE, "accept")
    changed = copy.deepcopy(article())
    changed["events"][0] |= {"from": "2024-05-02", "to": "2024-05-02", "place": None}
    found = standing(recode(store, tmp_path / "n.db", changed), ONE)
    assert {name for name, field in found.fields.items() if field.state == "changed"} == {"when", "where"}
    assert found.fields["when"].value == DAY, "the coder's value stays beside the machine's"
    assert found.state == "changed"


def test_a_machine_that_comes_round_to_the_coder_opens_nothing(store: Store, tmp_path: Path) -> None:
    say(store, ONE, "mend", field="when", value=DAY)
    say(store, ONE, "accept")
    changed = copy.deepcopy(article())
    changed["events"][0] |= DAY
    found = standing(recode(store, tmp_path / "n.db", changed), ONE)
    assert (found.state, found.fields["when"].state) == ("accepted", "mended")


def test_a_judgement_outlives_its_event(store: Store, tmp_path: Path) -> None:
    say(store, TWO, "accept")
    fewer = copy.deepcopy(article())
    fewer["events"] = fewer["events"][:1]
    other = recode(store, tmp_path / "n.db", fewer)
    with other.corpus() as corpus:
        left = orphans(corpus.documents.record(DOC), corpus.review.of_documents([DOC]))
    assert [row["action"] for row in left] == ["accept"]
    assert kept_state(other, ONE) == "open"


def test_redo_restores_what_was_last_taken_back(store: Store) -> None:
    say(store, ONE, "accept")
    undo(store, "ani")
    say(store, TWO, "accept")
    undo(store, "ani")
    assert redo(store, "ani") == [DOC]
    assert (kept_state(store, ONE), kept_state(store, TWO)) == ("open", "accepted")
    assert redo(store, "ani") == [], "a newer batch stands"


def test_each_takes_back_their_own(store: Store) -> None:
    say(store, ONE, "accept", "ani")
    say(store, TWO, "accept", "budi")
    undo(store, "ani")
    assert (kept_state(store, ONE), kept_state(store, TWO)) == ("open", "accepted")
    assert undo(store, "ani") == []


@pytest.mark.parametrize(
    ("judgement", "why"),
    [
        (Judgement(ONE, "*", "refuse", 0), "say why"),
        (Judgement(ONE, "*", "ask", 0, reason="  "), "say why"),
        (Judgement(ONE, "when", "refuse", 0, reason="no"), "mended, not refused"),
        (Judgement(ONE, "*", "mend", 0, value={}), "field by field"),
        (Judgement(ONE, "colour", "accept", 0), "colour"),
        (Judgement(ONE, "when", "mend", 0, {"from": "yesterday", "to": None}), "no value"),
        (Judgement(ONE, "when", "mend", 0, DAY, [[5, 5]]), "outside the text"),
        (Judgement(ONE, "*", "unsure", 0, reason="x" * 3_000), "at most"),
    ],
)
def test_what_makes_no_sense_is_not_kept(store: Store, judgement: Judgement, why: str) -> None:
    with pytest.raises(ReviewError, match=why):
        judge(store, "batch-one", [Judgement(TWO, "*", "accept", 0), judgement], "ani")
    assert kept_state(store, TWO) == "open"


@pytest.mark.parametrize("report", ["nowhere.e1", f"{DOC}.e99", DOC, ""])
def test_what_is_not_there_is_said_so(store: Store, report: str) -> None:
    judge(store, "batch-one", [Judgement(ONE, "*", "accept", 0)], "ani")
    for batch in ("batch-two", "batch-one"):
        if batch == "batch-two" or report not in (f"{DOC}.e99", DOC):
            with pytest.raises(StoreError):
                judge(store, batch, [Judgement(report, "*", "accept", 0)], "ani")
