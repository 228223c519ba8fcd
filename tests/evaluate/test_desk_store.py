"""The made-up store that the desk is measured on: records of the contract, whose fields point at their words."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from evaluate.desk.fill import fill
from evaluate.desk.judging import code
from evaluate.desk.requests import Ask, asks
from sumber.merge.views import list_sources, view_event, view_story
from sumber.store import Store

ARTICLES = 60


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("made") / "made.db")
    fill(path, ARTICLES, lambda _text: None)
    return path


def _records(path: str) -> list[dict[str, Any]]:
    with Store(path) as store:
        return [record for _key, record in store.records()]


def test_every_record_is_one_of_the_contract(made: str) -> None:
    schema = json.loads(resources.files("sumber.model").joinpath("record.schema.json").read_text(encoding="utf-8"))
    check = Draft202012Validator(schema)
    records = _records(made)
    assert len(records) == ARTICLES
    for record in records:
        check.validate(record)


def test_fields_point_at_their_words(made: str) -> None:
    for record in _records(made):
        text = record["text"]
        for place in record["places"]:
            assert text[place["start"] : place["end"]] == place["name"]
        for amount in record["quantities"]:
            assert int(text[amount["start"] : amount["end"]]) == amount["min"]
        for event in record["events"]:
            sentence = text[event["sentence"]["start"] : event["sentence"]["end"]]
            assert sentence.endswith(".")
            assert sentence[0] == sentence[0].upper()
            assert event["sentence"]["start"] <= event["trigger"]["start"] < event["trigger"]["end"]


def test_stories_events_and_copies_hang_together(made: str) -> None:
    with Store(made) as store, store.corpus() as corpus:
        story = view_story(corpus, corpus.documents.stories(None, None, [], 1)[0])
        assert len(story.tellers) > 1
        assert story.copies
        told = max((view_event(corpus, event) for event in story.events), key=lambda event: len(event.reports))
        assert len({report.document for report in told.reports}) > 1
        assert any(outlet.takes for outlet in list_sources(corpus))


def test_two_coders_judge_some_of_it(made: str) -> None:
    with Store(made) as store:
        count = code(store, 20)
        with store.corpus() as corpus:
            assert {name for name, _ in corpus.review.coders()} == {"sari", "tomas"}
            assert sum(number for _, number in corpus.review.coders()) == count
            load = corpus.review.totals()
    assert load["settled"] > 0


def test_requests_are_made_from_the_description_of_the_api() -> None:
    query = [{"in": "query", "name": "limit", "schema": {"type": "integer", "maximum": 200}},
             {"in": "query", "name": "how", "schema": {"anyOf": [{"enum": ["a", "b"]}, {"type": "null"}]}}]  # fmt: skip
    key = {"in": "path", "name": "document", "schema": {"type": "string"}}
    odd = {"in": "path", "name": "odd", "schema": {"type": "string"}}
    api = {"paths": {"/api/a/{document}": {"get": {"parameters": [key, *query]}}, "/api/b": {"post": {}},
                     "/api/c/{odd}": {"get": {"parameters": [odd]}}}}  # fmt: skip
    made = list(asks(api, {"document": ["1", "2"]}))
    assert made[:2] == [Ask("/api/a/{document}", "", ["/api/a/1", "/api/a/2"], {}),
                        Ask("/api/a/{document}", "limit=200", ["/api/a/1", "/api/a/2"], {"limit": 200})]  # fmt: skip
    assert [ask.filter for ask in made[2:4]] == ["how=a", "how=b"]
    assert made[4].missing == "odd"
