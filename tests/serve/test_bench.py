"""The merge bench: reports side by side, pairs that deserve a look, decisions and their undoing; the story's tree."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from sumber.merge import merge_store
from sumber.store import Store
from tests.merge.made_records import key
from tests.serve.made_bench import AFFAIR, APART, client, desk, name, told


@pytest.fixture
def bench(tmp_path: Path) -> TestClient:
    return desk(tmp_path / "s.db", [*AFFAIR, *APART])


def pairs(bench: TestClient, kind: str) -> list[set[str]]:
    return [{one["a"]["name"], one["b"]["name"]} for one in told(bench, "/api/doubts", kind=kind)["doubts"]]


def say(bench: TestClient, a: str, b: str, answer: str, **more: object) -> dict[str, object]:
    sent = bench.post("/api/decisions", json={"a": a, "b": b, "answer": answer, **more})
    assert sent.status_code == 200, sent.text
    found: dict[str, object] = sent.json()
    return found


def test_an_event_has_its_reports_beside_each_other_with_their_words_and_one_voice(bench: TestClient) -> None:
    event = told(bench, f"/api/events/{name('copy', 2)}")
    assert (event["count"], event["documents"], len(event["voices"])) == (3, 3, 1)
    assert event["voices"][0]["voice"]["name"] == "Chisomo Banda"
    assert [report["outlet"] for report in event["reports"]] == ["Reuters", "Kompas", "Tempo"]
    wire, _copy, translated = event["reports"]
    assert (wire["values"]["date"], wire["wording"]["date"]) == ("2024-05-03", "Friday")
    assert (translated["values"]["date"], translated["wording"]["date"]) == ("2024-05-03", "Jumat")
    assert translated["wording"]["killed"] == "tiga"
    assert wire["wording"]["type"] == "killed"
    assert event["links"][0]["points"] >= 3
    assert "ASSAULT" in event["links"][0]["reason"]
    assert event["story"] == f"S{key('wire')}"


def test_reports_of_an_event_come_in_pages(bench: TestClient) -> None:
    path = f"/api/events/{name('wire')}"
    first = told(bench, path, limit=2)
    second = told(bench, path, limit=2, after=first["next"])
    assert [one["document"] for one in (*first["reports"], *second["reports"])] == [
        key(ident) for ident in ("wire", "copy", "translated")
    ]
    assert second["next"] is None


def test_each_kind_of_doubt_is_found_and_copies_are_none(bench: TestClient) -> None:
    thread = {name("somewhere"), name("there")}
    assert pairs(bench, "joined") == [{name("raid"), name("storm")}, thread]
    assert pairs(bench, "near") == [{name("beat"), name("hit")}]
    assert pairs(bench, "torn") == [{name("somewhere"), name("here")}], "one place is in Zambia"


def test_what_was_parted_or_is_told_apart_by_an_article_is_no_doubt(bench: TestClient) -> None:
    event = told(bench, f"/api/events/{name('here')}")
    assert [(one["kind"], one["a"]["name"], one["b"]["name"]) for one in event["doubts"]] == [
        ("torn", *sorted((name("here"), name("somewhere"))))]  # fmt: skip
    say(bench, name("here"), name("there"), "different")
    assert pairs(bench, "torn") == []
    arrest = told(bench, f"/api/events/{name('wire')}")
    assert {one["kind"] for one in arrest["doubts"]} == {"joined"}, "the killing is told by the same articles"


def test_a_pair_says_what_speaks_for_it_and_what_against(bench: TestClient) -> None:
    near = told(bench, "/api/pairs", a=name("beat"), b=name("hit"))
    assert (near["points"], near["enough"], near["against"]) == (4.0, 4.5, None)
    assert len(set(near["events"])) == 2
    assert near["a"]["name"] == name("beat")
    apart = told(bench, "/api/pairs", a=name("here"), b=name("there"))
    assert apart["against"] == "their places are apart"
    assert apart["answer"] is None


def test_same_joins_not_the_same_parts_and_the_pair_is_asked_no_more(bench: TestClient) -> None:
    outcome = say(bench, name("hit"), name("beat"), "same", note="one beating", seen=0)
    assert outcome["event_a"] == outcome["event_b"]
    assert told(bench, f"/api/events/{name('hit')}")["count"] == 2
    parted = say(bench, name("raid"), name("storm"), "different")
    assert parted["event_a"] != parted["event_b"]
    assert pairs(bench, "near") == []
    assert {name("raid"), name("storm")} not in pairs(bench, "joined")
    decisions = told(bench, "/api/decisions")["decisions"]
    assert [(one["answer"], one["by"], one["note"]) for one in decisions] == [
        ("different", "Sari", ""), ("same", "Sari", "one beating")]  # fmt: skip


def test_unsure_leaves_the_two_to_the_rules_and_is_asked_no_more(bench: TestClient) -> None:
    say(bench, name("raid"), name("storm"), "different")
    outcome = say(bench, name("raid"), name("storm"), "unsure")
    assert outcome["event_a"] == outcome["event_b"], "the rules join them"
    assert {name("raid"), name("storm")} not in pairs(bench, "joined")


def test_a_decision_is_taken_back_to_the_answer_before_it_and_then_to_the_rules(bench: TestClient) -> None:
    a, b = name("beat"), name("hit")
    first = say(bench, a, b, "same")["row"]
    second = say(bench, a, b, "different")["row"]
    assert bench.post(f"/api/decisions/{first}/undo").status_code == 409, "something was said since"
    assert bench.post(f"/api/decisions/{second}/undo").json()["answer"] == "same"
    third = told(bench, "/api/decisions")["decisions"][0]
    assert (third["undoes"], third["latest"]) == (second, True)
    assert told(bench, "/api/pairs", a=a, b=b)["answer"] == "same"


def test_what_is_taken_back_is_asked_again(bench: TestClient) -> None:
    row = say(bench, name("beat"), name("hit"), "same")["row"]
    assert pairs(bench, "near") == []
    outcome = bench.post(f"/api/decisions/{row}/undo").json()
    assert outcome["event_a"] != outcome["event_b"]
    assert pairs(bench, "near") == [{name("beat"), name("hit")}]
    assert told(bench, "/api/pairs", a=name("beat"), b=name("hit"))["answer"] is None


def test_decisions_go_out_as_a_table_with_their_notes(bench: TestClient) -> None:
    say(bench, name("beat"), name("hit"), "same", note="=one beating")
    answer = bench.get("/api/decisions.csv")
    (row,) = csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff")))
    assert (row["answer"], row["by"], row["note"], row["a"]) == ("same", "Sari", "'=one beating", name("beat"))
    assert row["b_sentence"] == "Boys were hit by officers, 8 January."


def test_two_coders_do_not_overrule_each_other_unseen(bench: TestClient, tmp_path: Path) -> None:
    other = client(tmp_path / "s.db", "Budi")
    a, b = name("beat"), name("hit")
    row = say(bench, a, b, "same", seen=0)["row"]
    refused = other.post("/api/decisions", json={"a": a, "b": b, "answer": "different", "seen": 0})
    assert refused.status_code == 409
    assert "meantime" in refused.json()["detail"]
    assert say(other, a, b, "different", seen=row)["row"] != row
    assert say(other, a, b, "different")["row"] == say(other, a, b, "different")["row"], "said twice, kept once"


def test_the_pairs_come_in_pages_that_go_on_where_they_ended(tmp_path: Path) -> None:
    bench = desk(tmp_path / "s.db", [*AFFAIR, *APART])
    whole = told(bench, "/api/doubts", kind="torn", limit=200)["doubts"]
    assert told(bench, "/api/doubts", kind="torn", after=whole[-1]["place"])["doubts"] == []
    walked: list[Any] = []
    after: dict[str, str] = {}
    while True:
        page = told(bench, "/api/doubts", kind="torn", limit=1, **after)
        walked += page["doubts"]
        if page["next"] is None:
            break
        after = {"after": page["next"]}
    assert walked == whole


def test_near_misses_are_the_same_after_a_rebuild(bench: TestClient, tmp_path: Path) -> None:
    before = pairs(bench, "near")
    with Store(str(tmp_path / "s.db")) as store:
        merge_store(store, rebuild=True)
    assert pairs(client(tmp_path / "s.db"), "near") == before


def test_an_article_opens_beside_with_its_sentence(bench: TestClient) -> None:
    beside = told(bench, f"/api/reports/{name('raid')}/article")
    (block,) = beside["blocks"]
    start, end = beside["trigger"]
    assert block["text"][start - block["start"] : end - block["start"]] == "raided"


def test_a_story_is_a_tree_with_reasons(bench: TestClient) -> None:
    story = told(bench, f"/api/stories/{key('translated')}")
    assert story["id"] == f"S{key('wire')}"
    assert story["title"] == "Forty held in Blantyre"
    assert [(one["document"], one["depth"]) for one in story["tellings"]] == [
        (key("wire"), 0), (key("copy"), 1), (key("translated"), 1)]  # fmt: skip
    assert story["tellings"][1]["reason"] == "it credits Reuters"
    assert story["tellings"][1]["parent_outlet"] == "Reuters"
    assert [(one["voice"]["name"], one["documents"]) for one in story["voices"]] == [("Reuters", 3)]
    first = told(bench, f"/api/stories/{story['id']}", limit=1)
    rest = told(bench, f"/api/stories/{story['id']}", after=first["next"])
    assert [one["document"] for one in rest["tellings"]] == [key("copy"), key("translated")]


def test_a_story_tells_its_events_once_and_what_its_copies_share(bench: TestClient) -> None:
    path = f"/api/stories/S{key('wire')}"
    events = told(bench, f"{path}/events")["events"]
    assert [(one["line"]["type"], one["reports"], one["voices"]) for one in events] == [
        ("COERCE", 3, 1), ("ASSAULT", 3, 1), ("COERCE", 1, 1)]  # fmt: skip
    second = told(bench, f"{path}/events", after=events[0]["id"], limit=1)
    assert second["events"][0]["id"] == events[1]["id"]
    shared = told(bench, f"{path}/shared")["pairs"]
    assert {shared[0]["outlet_a"], shared[0]["outlet_b"]} == {"Reuters", "Kompas"}
    assert any("arrested forty marchers" in one["words"] for one in shared[0]["stretches"])


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", "/api/events/Ezzz", 404),
        ("get", "/api/stories/nothing", 404),
        ("get", "/api/pairs?a=0123456789ab.e1&b=0123456789ac.e1", 404),
        ("get", "/api/pairs?a=x&b=y", 422),
        ("get", "/api/doubts?kind=odd", 422),
        ("get", "/api/doubts?after=1~a~b", 422),
        ("get", "/api/doubts?limit=0", 422),
        ("get", "/api/reports/0123456789ab.e1/article", 404),
        ("post", "/api/decisions/77/undo", 404),
    ],
)
def test_what_is_not_there_or_not_understood_is_told(bench: TestClient, method: str, path: str, status: int) -> None:
    answer = bench.request(method, path)
    assert answer.status_code == status
    assert answer.json()["detail"]


def test_a_decision_on_one_report_or_an_unknown_one_is_refused(bench: TestClient) -> None:
    for other, status in ((name("raid"), 404), (f"{key('raid')}.e9", 404), ("raid", 422)):
        sent = bench.post("/api/decisions", json={"a": name("raid"), "b": other, "answer": "same"})
        assert sent.status_code == status, sent.text
    assert told(bench, "/api/decisions") == {"decisions": [], "next": None}
