"""Every rule of `time.yaml` reads its own example."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sumber.codebook import entries
from sumber.model import Block
from sumber.tend.kinds import TIME_RULE
from sumber.when.times import read_times


def _rules() -> list[Any]:
    return [
        pytest.param(lang, rule, id=f"{lang}-{rule['rule']}")
        for lang in ("id", "en")
        for rule in entries(lang, "time.yaml")["rules"]
    ]


def _iso(value: date | str | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize(("lang", "rule"), _rules())
def test_rule_reads_its_example(lang: str, rule: dict[str, Any]) -> None:
    example = rule["example"]
    text = example["text"]
    found = read_times(text, [Block("paragraph", 0, len(text))], lang, example["published"])
    told = {text[m.start : m.end]: (m.begin, m.until, m.rule) for m in found}
    if "value" in example:
        assert {text[m.start : m.end]: m.value for m in found}[example["find"]] == example["value"]
    assert told.get(example["find"]) == (_iso(example["from"]), _iso(example["to"]), f"{lang}/when/{rule['rule']}")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_rule_names_are_unique_and_operations_known(lang: str) -> None:
    rules = entries(lang, "time.yaml")["rules"]
    names = [rule["rule"] for rule in rules]
    assert len(set(names)) == len(names)
    assert [fault for rule in rules for fault in TIME_RULE.faults(rule)] == []
