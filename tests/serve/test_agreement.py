"""Agreement over HTTP: figures, differences page by page, CSV that runs nothing."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sumber.store import Store
from tests.review.made import ONE, TWO, article, make_store, say
from tests.serve.desk_client import client_of

DAY = {"from": "2024-05-01", "to": "2024-05-01"}
PAIR = {"a": "ani", "b": "budi"}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = make_store(tmp_path / "s.db", article("first"), article("second"))
    for coder in ("ani", "budi"):
        say(store, TWO, "accept", coder)
    say(store, ONE, "accept", "ani")
    say(store, ONE, "mend", "budi", "when", value=DAY)
    say(store, ONE, "mend", "budi", "where", value=None, reason="=cmd()")
    say(store, ONE, "accept", "budi")
    return store


@pytest.fixture
def client(store: Store) -> TestClient:
    return client_of(store)


def test_figures_and_differences(client: TestClient, store: Store) -> None:
    assert {one["name"] for one in client.get("/api/agreement/coders").json()} == {"ani", "budi"}
    found = client.get("/api/agreement", params=PAIR).json()
    assert (found["articles"], found["events"], found["differences_in_all"]) == (1, 2, 2)
    when = next(one for one in found["fields"] if one["field"] == "when")
    assert (when["n"], when["same"], when["share"]) == (2, 1, 0.5)
    one = next(one for one in found["differences"] if one["field"] == "when")
    assert (one["report"], one["a"], one["b"], one["lang"]) == (ONE, "2024-05-03", "2024-05-01", "en")
    say(store, ONE, "mend", "ani", "when", value=DAY)
    assert client.get("/api/agreement", params=PAIR).json()["differences_in_all"] == 1, "after a change it is anew"


def test_differences_come_in_pages(client: TestClient) -> None:
    page = client.get("/api/agreement", params={**PAIR, "limit": 1}).json()
    assert (len(page["differences"]), page["after"]) == (1, 1)
    rest = client.get("/api/agreement", params={**PAIR, "limit": 1, "after": 1}).json()
    assert (len(rest["differences"]), rest["after"]) == (1, None)
    assert rest["differences"] != page["differences"]
    only = client.get("/api/agreement", params={**PAIR, "field": "where"}).json()
    assert [one["field"] for one in only["differences"]] == ["where"]


def test_the_figures_and_the_raw_judgements_as_csv(client: TestClient) -> None:
    def read(path: str) -> list[dict[str, str]]:
        text = client.get(path, params=PAIR).text.removeprefix("\ufeff")
        return list(csv.DictReader(io.StringIO(text)))

    fields = {row["field"]: row for row in read("/api/agreement/fields.csv")}
    assert (fields["when"]["n"], fields["when"]["share"]) == ("2", "0.5")
    raw = read("/api/agreement/judgements.csv")
    assert len(raw) == 6
    assert "'=cmd()" in {row["reason"] for row in raw}


def test_one_coder_is_no_pair(client: TestClient) -> None:
    assert client.get("/api/agreement", params={"a": "ani", "b": "ani"}).status_code == 404
    assert client.get("/api/agreement", params={"a": "ani"}).status_code == 422
    assert client.get("/api/agreement", params={"a": "ani", "b": "nobody"}).json()["events"] == 0
