"""The quick sets hold their floors. The data lies outside the repository; where it is not, these are skipped."""

from __future__ import annotations

import json

import pytest

from evaluate.__main__ import FLOORS, holds
from evaluate.accuracy import measure
from tests.conftest import SHARED, needs_shared

#: Another processor rounds the model's int8 products differently; `make evaluate` itself allows nothing.
SLACK, SLACK_OF_COUNTS = 0.02, 2


@needs_shared
@pytest.mark.parametrize("name", ["seed", "cases", "fresh", "chains"])
def test_floors_hold(name: str) -> None:
    scores = measure(name, SHARED, workers=1)
    assert scores is not None
    floors = json.loads(FLOORS.read_text(encoding="utf-8")).get(name, {})
    assert floors, "a set without a floor is not held by anything"
    slack = {key: SLACK_OF_COUNTS if floor >= 2 else SLACK for key, floor in floors.items()}
    under = {
        key: (scores[key], floor) for key, floor in floors.items() if not holds(key, scores[key] + slack[key], floor)
    }
    assert not under
