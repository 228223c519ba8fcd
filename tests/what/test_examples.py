"""Every trigger of the codebook codes its own example, with the parties the entry expects."""

from __future__ import annotations

import pytest

from sumber.tend import example_trouble, triggers_of
from sumber.what.lexicon import Trigger


@pytest.mark.parametrize("trigger", triggers_of(None), ids=lambda trigger: trigger.path)
def test_example(trigger: Trigger) -> None:
    assert example_trouble(trigger) is None
