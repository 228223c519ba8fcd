"""A run that is killed at any moment goes on where it was, and nothing of the corpus tells that it ever stopped."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from pathlib import Path

import pytest

from tests.merge.made_corpora import State, arrive, feed, state

COUNT = 40
KILLS = int(os.environ.get("SUMBER_KILLS", "5"))


def run(path: str) -> None:
    """What the killed process does."""
    arrive(path, feed(COUNT))


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[State, float]:
    """The corpus of a run that nobody stops, and how long it takes."""
    path = tmp_path_factory.mktemp("whole") / "sumber.db"
    begun = time.perf_counter()
    with arrive(path, feed(COUNT)):
        pass
    return state(path, history=True), time.perf_counter() - begun


def test_the_feed_has_something_of_everything(undisturbed: tuple[State, float]) -> None:
    found, _ = undisturbed
    assert len(found["profiles"]) == COUNT
    assert {row[2] for row in found["copies"]} == {"identical", "edited", "excerpt", "translation"}
    assert all(found[table] for table in found if table not in ("decisions", "misses"))
    assert 5 < len({row[-1] for row in found["profiles"]}) < 20, "stories"


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_run_goes_on_where_it_stopped(tmp_path: Path, undisturbed: tuple[State, float], seed: int) -> None:
    whole, takes = undisturbed
    path = tmp_path / "sumber.db"
    process = multiprocessing.get_context("fork").Process(target=run, args=(str(path),))
    process.start()
    deadline = time.monotonic() + 60
    while not path.exists() and process.is_alive() and time.monotonic() < deadline:
        time.sleep(0.002)
    time.sleep(random.Random(seed).uniform(0, takes))
    process.kill()
    process.join()
    assert process.exitcode in (-signal.SIGKILL, 0), "it fell over by itself"
    with arrive(path, feed(COUNT)):
        pass
    again = state(path, history=True)
    assert {table for table in whole if again[table] != whole[table]} == set()
