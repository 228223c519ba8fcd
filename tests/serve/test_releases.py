"""Releases over HTTP: a look, a release, its file, what the next one would change; exports of what is seen."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sumber.store import Store
from tests.merge.made_records import key
from tests.review.made import say
from tests.serve.desk_client import client_of, finished
from tests.share.made import make_store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return make_store(tmp_path / "s.db")


@pytest.fixture
def client(store: Store) -> TestClient:
    return client_of(store)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_from_a_look_to_a_file(client: TestClient, store: Store, tmp_path: Path) -> None:
    assert client.get("/api/releases").json()["releases"] == []
    seen = finished(client, client.post("/api/releases/look", json={}))
    assert (seen["state"], seen["outlook"]["new"], seen["outlook"]["since"]) == ("done", 4, None)
    assert client.get("/api/releases").json()["releases"] == [], "a look keeps nothing"

    asked = {"name": "2024-05", "forms": ["csv", "polecat"], "choice": {"states": ["accepted"]}, "day": "2026-01-31"}
    made = finished(client, client.post("/api/releases", json=asked, headers={"x-sumber-coder": "Sri%20W%C3%A9"}))
    assert (made["state"], made["outlook"]["events"], made["file"]) == ("done", 1, "2024-05.zip")
    (listed,) = client.get("/api/releases").json()["releases"]
    assert (listed["name"], listed["coder"], listed["events"], listed["has_file"]) == ("2024-05", "Sri Wé", 1, True)
    assert listed["choice"] == {"states": ["accepted"]}

    answer = client.get("/api/releases/2024-05/file")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        manifest = json.loads(packed.read("2024-05/manifest.json"))
        (row,) = rows(packed.read("2024-05/events.csv").decode("utf-8"))
    assert (manifest["events"], manifest["by"], row["review"]) == (1, "Sri Wé", "accepted")

    say(store, f"{key('first')}.e1", "refuse", "budi", reason="a rehearsal")
    after = finished(client, client.post("/api/releases/look", json={"states": ["accepted"]}))["outlook"]
    assert (after["withdrawn"], after["since"]) == (1, "2024-05")
    assert (after["changes"][0]["reason"], after["changes"][0]["type"]) == ("refused: a rehearsal", "COERCE")

    (tmp_path / "s-releases" / "2024-05.zip").unlink()
    assert not client.get("/api/releases").json()["releases"][0]["has_file"]
    assert client.get("/api/releases/2024-05/file").status_code == 404


def test_a_look_names_what_a_person_should_see(client: TestClient) -> None:
    outlook = finished(client, client.post("/api/releases/look", json={}))["outlook"]
    checks = {one["check"]: one for one in outlook["checks"]}
    assert (checks["open"]["count"], checks["future"]["count"]) == (3, 1)
    assert checks["future"]["events"][0][1] == f"{key('other')}.e1"


def test_the_same_look_on_the_same_store_is_one_work(client: TestClient, store: Store) -> None:
    first = client.post("/api/releases/look", json={"type": "COERCE"}).json()["id"]
    assert client.post("/api/releases/look", json={"type": "COERCE"}).json()["id"] == first
    assert client.post("/api/releases/look", json={"type": "AID"}).json()["id"] != first
    say(store, f"{key('first')}.e2", "accept")
    assert client.post("/api/releases/look", json={"type": "COERCE"}).json()["id"] != first


def test_a_name_is_given_once(client: TestClient) -> None:
    asked = {"name": "v1", "forms": ["csv"]}
    assert finished(client, client.post("/api/releases", json=asked))["state"] == "done"
    again = finished(client, client.post("/api/releases", json=asked))
    assert again["state"] == "failed"
    assert "already" in again["trouble"]


@pytest.mark.parametrize(
    "asked",
    [
        {"name": "../evil", "forms": ["csv"]},
        {"name": "v1", "forms": []},
        {"name": "v1", "forms": ["xls"]},
        {"name": "v1", "forms": ["csv"], "choice": {"states": ["refused"]}},
        {"name": "v1", "forms": ["csv"], "choice": {"since": "yesterday"}},
        {"name": "v1", "forms": ["csv"], "colour": "red"},
    ],
)
def test_what_cannot_be_released_is_refused(client: TestClient, asked: dict[str, object]) -> None:
    assert client.post("/api/releases", json=asked).status_code == 422
    assert client.get("/api/releases").json()["releases"] == []


def test_a_page_of_releases_at_a_time(client: TestClient) -> None:
    for name in ("v1", "v2", "v3"):
        finished(client, client.post("/api/releases", json={"name": name, "forms": ["csv"]}))
    page = client.get("/api/releases", params={"limit": 2}).json()
    assert ([one["name"] for one in page["releases"]], page["after"]) == (["v3", "v2"], "v2")
    rest = client.get("/api/releases", params={"limit": 2, "after": "v2"}).json()
    assert ([one["name"] for one in rest["releases"]], rest["after"]) == (["v1"], None)
    assert client.get("/api/releases", params={"after": "v9"}).status_code == 404


def test_what_is_seen_is_exported(client: TestClient) -> None:
    answer = client.get("/api/export/csv", params={"type": "COERCE", "until": "2024-05-01"})
    assert "events.csv" in answer.headers["content-disposition"]
    (row,) = rows(answer.text)
    assert (row["type"], row["from"]) == ("COERCE", "2024-05-01")
    assert len(rows(client.get("/api/export/acled").text)) == 3
    assert len(rows(client.get("/api/export/csv", params={"reviewed": True}).text)) == 1
    assert client.get("/api/export/csv", params={"since": "soon"}).status_code == 422
    assert client.get("/api/export/xls").status_code == 422


def test_a_dossier_is_a_file_and_no_page_of_ours(client: TestClient) -> None:
    answer = client.get(f"/api/dossier/{key('copy')}.e1", params={"words": "id"})
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "Menurut siapa" in answer.text
    assert client.get("/api/dossier/nowhere").status_code == 404
    assert client.get("/api/releases/jobs/nothing").status_code == 404
