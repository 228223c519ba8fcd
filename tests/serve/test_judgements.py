"""Judgements over HTTP: kept once, refused where somebody was faster, taken back and restored."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.merge.made_records import key

DOC = key("first")
ONE = f"{DOC}.e1"


def send(client: TestClient, batch: str, coder: str = "ani", **said: Any) -> Any:
    one = {"report": ONE, "field": "*", "action": "accept", "seen": 0, **said}
    return client.post("/api/judgements", json={"batch": batch, "judgements": [one]}, headers={"x-sumber-coder": coder})


def state(client: TestClient, number: int = 0) -> str:
    return str(client.get(f"/api/articles/{DOC}").json()["events"][number]["now"]["state"])


def test_a_batch_sent_twice_is_kept_once(client: TestClient) -> None:
    first, again = (send(client, "batch-one").json() for _ in range(2))
    assert first == again
    assert first["events"][ONE]["state"] == "accepted"
    assert len(client.get(f"/api/history/{ONE}").json()["judgements"]) == 1


def test_who_was_slower_is_told_and_nothing_is_kept(client: TestClient) -> None:
    send(client, "batch-one", field="when", action="mend", value={"from": "2024-05-01", "to": "2024-05-01"})
    slow = send(client, "batch-two", "budi", field="when", action="mend", value={"from": None, "to": None})
    assert (slow.status_code, slow.json()["kind"]) == (409, "ConflictError")
    assert send(client, "batch-thr", "budi", field="where").status_code == 200  # another field is no conflict
    assert [one["coder"] for one in client.get(f"/api/history/{ONE}").json()["judgements"]] == ["budi", "ani"]


def test_marked_words_are_kept_with_the_field(client: TestClient) -> None:
    found = send(client, "batch-one", field="when", evidence=[[0, 4]]).json()
    assert found["events"][ONE]["fields"]["when"]["evidence"] == [[0, 4]]
    assert send(client, "batch-two", field="when", seen=9, evidence=[[0, 10**7]]).status_code == 422


def test_that_there_is_nothing_can_be_accepted(client: TestClient) -> None:
    found = send(client, "batch-one", field="said_by").json()["events"][ONE]["fields"]["said_by"]
    assert (found["machine"], found["state"]) == (None, "accepted")
    (kept,) = client.get(f"/api/history/{ONE}").json()["judgements"]
    assert kept["machine"] is None


def test_undo_and_redo(client: TestClient) -> None:
    send(client, "batch-one")
    assert client.post("/api/undo").json() == {"documents": [DOC], "count": 1}
    assert state(client) == "open"
    assert client.post("/api/undo").json() == {"documents": [], "count": 0}
    assert client.post("/api/redo").json()["documents"] == [DOC]
    assert state(client) == "accepted"


@pytest.mark.parametrize(
    "said",
    [
        {"action": "refuse"},
        {"action": "mend", "field": "when", "value": {"from": "yesterday", "to": None}},
        {"action": "mend", "field": "when", "value": []},
        {"field": "why"},
        {"report": "x"},
        {"seen": -1},
        {"evidence": [[4]]},
    ],
)
def test_what_makes_no_sense_is_refused(client: TestClient, said: dict[str, Any]) -> None:
    assert send(client, "batch-one", **said).status_code == 422
    assert state(client) == "open"


def test_a_filter_is_accepted_as_it_was_counted_and_taken_back_as_one(client: TestClient) -> None:
    shown = client.get("/api/bulk", params={"type": "COERCE"}).json()
    assert (shown["events"], shown["documents"]) == (2, 2)
    act = {"batch": "batch-all", "expect": 3}
    assert client.post("/api/bulk", params={"type": "COERCE"}, json=act).status_code == 409
    assert state(client) == "open"
    kept = client.post("/api/bulk", params={"type": "COERCE"}, json={**act, "expect": 2})
    assert kept.json()["events"] == 2
    assert (state(client, 0), state(client, 1)) == ("accepted", "open")
    again = client.post("/api/bulk", params={"type": "COERCE"}, json={**act, "expect": 2})
    assert again.json()["events"] == 2
    assert client.post("/api/undo").json()["count"] == 2
    assert state(client) == "open"


def test_copies_of_an_article_are_asked_for_by_its_key(client: TestClient) -> None:
    assert client.post(f"/api/articles/{DOC}/copies", json={"batch": "batch-one"}).json() == {
        "events": 0,
        "documents": 0,
    }
    assert client.post("/api/articles/000000000000/copies", json={"batch": "batch-two"}).status_code == 404
    assert client.post("/api/articles/x/copies", json={"batch": "batch-two"}).status_code == 422
