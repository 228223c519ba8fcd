"""Floors may only rise, and a figure under its floor is told."""

from __future__ import annotations

import json
import subprocess

import pytest

from evaluate.__main__ import FLOORS, SMALLER_IS_BETTER, holds, raised, table
from tests.conftest import ROOT

KEPT = json.loads(FLOORS.read_text(encoding="utf-8"))


def _git(*args: str) -> str:
    return subprocess.run(["git", *args], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_no_floor_is_lower_than_it_ever_was() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("no history here: not a git checkout")
    for commit in _git("log", "--format=%H", "--", "evaluate/floors.json").split():
        for name, scores in json.loads(_git("show", f"{commit}:evaluate/floors.json")).items():
            for measure, floor in scores.items():
                now = KEPT[name].get(measure)
                assert now is not None, f"{name}, {measure}: the floor of {commit[:8]} is gone"
                assert holds(measure, now, floor), f"{name}, {measure}: {now} is worse than {floor} in {commit[:8]}"


def test_a_figure_under_its_floor_is_told() -> None:
    text, good = table({"cases": {"event F1": 0.1}, "seed": None}, {"cases": {"event F1": 0.45}})
    assert not good
    assert "UNDER ITS FLOOR" in text
    assert "left out" in text
    assert table({"speed": {"peak memory MB": 900.0}}, {"speed": {"peak memory MB": 1500}})[1]
    assert "peak memory MB" in SMALLER_IS_BETTER


def test_raising_never_lowers() -> None:
    floors = {"cases": {"event F1": 0.45, "people F1": 0.7}}
    lifted = raised({"cases": {"event F1": 0.519, "people F1": 0.6}, "seed": {"facts": 44.0}}, floors)
    assert lifted == {"cases": {"event F1": 0.49, "people F1": 0.7}, "seed": {"facts": 43.0}}
