"""The queue: what needs somebody first, by story, filtered, a page at a time."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from sumber.merge import merge_store
from sumber.store import Store
from tests.merge.made_records import keep, key
from tests.review.made import article, say

FIRST, SECOND = key("first"), key("second")


def stories(client: TestClient, **query: Any) -> list[str]:
    return [one["opens"] for one in client.get("/api/queue", params=query).json()["stories"]]


def test_the_newest_open_story_comes_first(client: TestClient) -> None:
    page = client.get("/api/queue").json()
    assert [one["opens"] for one in page["stories"]] == [SECOND, FIRST]
    assert page["total"] == {"stories": 2, "documents": 2, "events": 4, "settled": 0}
    assert page["next"] is None
    one = page["stories"][1]
    assert (one["first"], one["open"], one["voices"], one["copies"]) == ("2024-05-04", 2, 1, 0)


def test_a_question_comes_before_what_is_open_and_what_is_done_comes_last(client: TestClient, store: Store) -> None:
    assert stories(client)[0] == SECOND  # the queue knows the store before it is judged
    say(store, f"{FIRST}.e1", "ask", reason="Is this the same raid?")
    assert stories(client) == [FIRST, SECOND]
    assert stories(client, state="asked") == [FIRST]
    for number in ("e1", "e2"):
        say(store, f"{FIRST}.{number}", "accept")
    assert stories(client) == [SECOND]
    assert stories(client, state="all") == [SECOND, FIRST]
    assert stories(client, state="settled") == [FIRST]


def test_what_is_undone_is_open_again(client: TestClient, store: Store) -> None:
    say(store, f"{FIRST}.e1", "unsure")
    assert stories(client, state="unsure") == [FIRST]
    client.post("/api/undo")
    assert stories(client, state="unsure") == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"type": "COERCE"}, 2),
        ({"type": "AID"}, 0),
        ({"country": "MWI"}, 2),
        ({"country": "IDN"}, 0),
        ({"since": "2024-05-05"}, 1),
        ({"until": "2024-05-05"}, 1),
        ({"outlet": "Kabar Uji"}, 2),
        ({"outlet": "Kabar"}, 0),
        ({"lang": "id"}, 0),
        ({"q": 'police "AND'}, 0),
        ({"q": "police"}, 2),
        ({"type": "COERCE", "state": "settled"}, 0),
    ],
)
def test_filters(client: TestClient, query: dict[str, str], found: int) -> None:
    assert len(stories(client, **query)) == found


def test_a_state_is_asked_of_the_events_of_the_type(client: TestClient, store: Store) -> None:
    say(store, f"{FIRST}.e1", "accept")
    assert stories(client, type="COERCE") == [SECOND]
    assert stories(client, type="COERCE", state="settled") == [FIRST]
    assert stories(client, type="ASSAULT") == [SECOND, FIRST]


def test_pages_follow_each_other(client: TestClient, store: Store) -> None:
    keep(store, *(article(f"more-{number}", day="2024-05-06") for number in range(5)))
    seen: list[str] = []
    after = None
    while True:
        page = client.get("/api/queue", params={"limit": 2, **({"after": after} if after else {})}).json()
        seen += [one["opens"] for one in page["stories"]]
        after = page["next"]
        if after is None:
            break
    assert len(seen) == len(set(seen)) == 7
    assert seen[-1] == FIRST
    walk = client.get("/api/queue/documents", params={"limit": 200}).json()
    assert [step["document"] for step in walk["documents"]] == seen
    there = client.get("/api/queue/documents", params={"limit": 200, "at": f"S{FIRST}"}).json()
    assert there["documents"][-1]["document"] == FIRST


@pytest.mark.parametrize("after", ["x", "9_-_S1", "2__S1", "2_-_"])
def test_a_cursor_that_is_none_is_refused(client: TestClient, after: str) -> None:
    assert client.get("/api/queue", params={"after": after}).status_code == 422


def test_copies_are_one_story_with_one_voice(client: TestClient, store: Store) -> None:
    keep(store, article("copy", day="2024-05-05", outlet="Harian Lain", credits=("Kabar Uji",)))
    merge_store(store)
    page = client.get("/api/queue").json()
    together = next(one for one in page["stories"] if one["documents"] > 1)
    assert together["voices"] == 1
    assert together["copies"] == together["documents"] - 1
    assert together["opens"] == FIRST
    assert set(together["outlets"]) >= {"Kabar Uji", "Harian Lain"}


def test_facets_count_the_whole_store(client: TestClient) -> None:
    found = client.get("/api/queue/facets").json()
    assert {one["value"]: one["count"] for one in found["type"]} == {"COERCE": 2, "ASSAULT": 2}
    assert found["outlet"] == [{"value": "Kabar Uji", "count": 2}]
