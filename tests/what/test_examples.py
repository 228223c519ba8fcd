"""Every trigger of the codebook codes its own example, with the parties the entry expects."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor

import pytest

from sumber.tend import example_trouble, triggers_of
from sumber.what.lexicon import Trigger

FEW = 50  # examples that are coded sooner here than in processes that must first be started


@pytest.fixture(scope="module")
def troubles(request: pytest.FixtureRequest) -> dict[str, str | None]:
    """What is wrong with the examples of the triggers that are to be tested, by rule; two thousand take all cores."""
    wanted = [item for item in request.session.items if getattr(item, "originalname", "") == "test_example"]
    triggers = [item.callspec.params["trigger"] for item in wanted]  # type: ignore[attr-defined]
    if len(triggers) <= FEW:
        return {trigger.path: example_trouble(trigger) for trigger in triggers}
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(example_trouble, triggers, chunksize=FEW)
        return {trigger.path: trouble for trigger, trouble in zip(triggers, found, strict=True)}


@pytest.mark.parametrize("trigger", triggers_of(None), ids=lambda trigger: trigger.path)
def test_example(trigger: Trigger, troubles: dict[str, str | None]) -> None:
    assert troubles[trigger.path] is None
