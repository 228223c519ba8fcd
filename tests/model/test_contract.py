"""The schema in the repository is the one the records make, and it holds a record to the contract."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import jsonschema
import pytest

from sumber.model.contract import record_schema
from tests.store.conftest import make_record

KEPT = json.loads(resources.files("sumber.model").joinpath("record.schema.json").read_text(encoding="utf-8"))


def test_kept_schema_is_the_generated_one() -> None:
    assert record_schema() == KEPT, "the records changed: run `make schema` and say so in the changelog"


def test_record_keeps_to_the_schema() -> None:
    jsonschema.validate(make_record(), KEPT)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("events", 0, "type"), "STATEMENT"),
        (("events", 0, "status"), "maybe"),
        (("times", 0, "start"), "0"),
        (("layout", 0, "kind"), "advert"),
        (("actors", 0, "kind"), None),
    ],
)
def test_schema_refuses_what_the_contract_does_not_know(path: tuple[Any, ...], value: Any) -> None:
    record = make_record()
    part: Any = record
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, KEPT)


def test_contract_says_from_and_to() -> None:
    event = make_record()["events"][0]
    assert event["from"] == "2021-06-22"
    assert "begin" not in event
    assert list(make_record())[:4] == ["id", "uri", "outlet", "lang"]
