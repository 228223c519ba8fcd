"""An article on the desk: what each field says, stands on, and could be."""

from __future__ import annotations

from fastapi.testclient import TestClient

from sumber.store import Store
from tests.merge.made_records import key
from tests.review.made import say
from tests.store.conftest import make_record, sha

DOC = key("first")
ARREST = sha("satu")[:12]


def test_fields_stand_on_words_of_the_text(client: TestClient, store: Store) -> None:
    store.write(make_record("satu"), sha("satu"))
    found = client.get(f"/api/articles/{ARREST}").json()
    (event,) = found["events"]
    text = found["text"]
    cut = {name: [text[a:b] for a, b in spans] for name, spans in event["spans"].items()}
    assert cut["what"] == ["menangkap"]
    assert cut["actors"] == ["Polisi"]
    assert cut["where"] == ["Yangon"]
    assert cut["said_by"] == ["kata", "AAPP", "AFP"]
    assert event["now"]["fields"]["how_many"]["machine"][0]["min"] == 12
    assert event["now"]["state"] == "open"
    assert (event["rule"], event["why"]) == ("id/what/tangkap.coerce", "made for a test")


def test_the_chain_runs_from_the_mouth_to_the_reader(client: TestClient, store: Store) -> None:
    store.write(make_record("satu"), sha("satu"))
    (event,) = client.get(f"/api/articles/{ARREST}").json()["events"]
    assert [(link["kind"], link["name"]) for link in event["chain"]] == [
        ("speaker", "AAPP"), ("medium", "AFP"), ("outlet", "Kabar Uji")
    ]  # fmt: skip
    assert event["chain"][0]["words"] == "kata … AAPP"


def test_places_of_the_same_name_are_candidates(client: TestClient, store: Store) -> None:
    store.write(make_record("satu"), sha("satu"))
    (event,) = client.get(f"/api/articles/{ARREST}").json()["events"]
    where = event["candidates"]["where"]
    assert where[0]["value"]["geonameid"] == 1298824
    assert all(not one["spans"] for one in where[1:])
    assert all(len(listed) <= 9 for listed in event["candidates"].values())


def test_a_blind_coder_sees_only_their_own(client: TestClient, store: Store) -> None:
    say(store, f"{DOC}.e1", "accept", coder="budi")
    open_, blind = (client.get(f"/api/articles/{DOC}", params={"blind": on}).json() for on in (False, True))
    assert open_["events"][0]["now"]["state"] == "accepted"
    assert blind["events"][0]["now"]["state"] == "open"
    # what they judge next must not be refused for what they could not see
    assert blind["events"][0]["now"]["revision"] == open_["events"][0]["now"]["revision"] > 0
    assert client.get(f"/api/history/{DOC}.e1", params={"blind": True}).json()["judgements"] == []


def test_history_keeps_machine_and_coder_side_by_side(client: TestClient, store: Store) -> None:
    value = {"from": "2024-05-01", "to": "2024-05-02"}
    say(store, f"{DOC}.e1", "mend", field="when", value=value, coder="budi")
    say(store, f"{DOC}.e1", "accept")
    client.post("/api/undo")
    newest, oldest = client.get(f"/api/history/{DOC}.e1").json()["judgements"]
    assert (newest["action"], newest["undone"], newest["coder"]) == ("accept", True, "ani")
    assert (oldest["value"], oldest["coder"], oldest["undone"]) == (value, "budi", False)
    assert oldest["machine"] != value


def test_an_article_that_is_not_there(client: TestClient) -> None:
    assert client.get("/api/articles/nowhere").status_code == 404
    assert client.get("/api/history/000000000000.e1").status_code == 404
    assert client.get(f"/api/history/{DOC}.e99").status_code == 404
    assert client.get("/api/history/x").status_code == 422


def test_claims_come_with_their_chains(client: TestClient, store: Store) -> None:
    store.write(make_record("satu"), sha("satu"))
    (claim,) = client.get("/api/claims", params={"via": "AFP", "by": "aapp"}).json()["claims"]
    assert claim["claim"] == f"{ARREST}.s1"
    assert claim["events"] == [f"{ARREST}.e1"]
    assert [link["name"] for link in claim["chain"]] == ["AAPP", "AFP", "Kabar Uji"]
    assert client.get(f"/api/claims/{ARREST}.s1").json() == claim
    assert client.get(f"/api/claims/{ARREST}.s9").status_code == 404
    assert client.get("/api/claims", params={"after": "x"}).status_code == 404


def test_claims_are_paged_and_exported(client: TestClient, store: Store) -> None:
    first = client.get("/api/claims", params={"limit": 1}).json()
    rest = client.get("/api/claims", params={"limit": 200, "after": first["next"]}).json()
    names = [one["claim"] for one in first["claims"] + rest["claims"]]
    assert len(names) == len(set(names)) > 1
    file = client.get("/api/claims.csv")
    assert file.headers["content-type"].startswith("text/csv")
    assert len(file.text.splitlines()) == len(names) + 1
