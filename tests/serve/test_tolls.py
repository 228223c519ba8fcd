"""Tolls: figures of events with their contradictions, running totals apart, pages and files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from tests.serve.made_charts import get, get_csv, refuse, report, served
from tests.store.conftest import sha


def enter(client: TestClient, merged: dict[str, str]) -> None:
    """Enter records as merged; ``merged`` says whose event each tells."""
    with client.app.state.desk.corpus() as corpus:  # type: ignore[attr-defined]
        for name in merged:
            key = sha(name)[:12]
            source = {"outlet": name, "credits": [], "whole": []}
            row: dict[str, Any] = {"document": key, "published": None, "lang": "id", "story": f"S{key}"}
            packed = {"source": json.dumps(source), "features": "{}", "actors": "[]"}
            corpus.documents.add_profile({**row, **packed, "parent": None, "likeness": None}, [])
        names = {name: f"{sha(name)[:12]}.e1" for name in merged}
        corpus.events.put_reports([{"name": r, "document": r[:12], "sight": {}} for r in names.values()], [])
        corpus.events.set_merged({names[name]: f"E{names[of]}" for name, of in merged.items() if name != of})


SINGLE = [
    report("a", bounds=(9, None), speaker="a surgeon", outlet="Harbour Post", type="ASSAULT"),
    report("b", bounds=(4, 4), speaker="police", outlet="Warta Timur", type="ASSAULT"),
    report("c", bounds=(870, None), speaker="AAPP", outlet="Kabar Uji", type="COERCE"),
]


def test_figures_that_cannot_both_hold_are_marked(tmp_path: Path) -> None:
    with served(tmp_path, SINGLE) as client:
        enter(client, {"a": "a", "b": "a", "c": "c"})
        found = get(client, "tolls")
    great, small = found["tolls"]
    assert [(one["min"], one["max"], one["origin"]) for one in great["figures"]] == [(870, None, "AAPP")]
    assert small["event"] == f"E{sha('a')[:12]}.e1"
    told = {one["origin"]: (one["min"], one["max"]) for one in small["figures"]}
    assert told == {"a surgeon": (9, None), "police": (4, 4)}
    (difference,) = small["differences"]
    assert difference["kind"] == "contradiction"
    assert {difference["a"], difference["b"]} == {0, 1}
    assert found["langs"] == {sha(name)[:12]: "id" for name in "abc"}


def test_an_event_is_found_by_any_report_and_shown_with_all(tmp_path: Path) -> None:
    with served(tmp_path, SINGLE) as client:
        enter(client, {"a": "a", "b": "a", "c": "c"})
        (found,) = get(client, "tolls", said_by="police")["tolls"]
    assert len(found["figures"]) == 2


def test_what_was_refused_has_no_figure(tmp_path: Path) -> None:
    with served(tmp_path, SINGLE) as client:
        enter(client, {"a": "a", "b": "a", "c": "c"})
        refuse(client, "b")
        small = get(client, "tolls")["tolls"][1]
        assert [one["origin"] for one in small["figures"]] == ["a surgeon"]
        assert len(get(client, "tolls", refused=True)["tolls"][1]["figures"]) == 2


def test_pages_follow_each_other_from_the_greatest(tmp_path: Path) -> None:
    with served(tmp_path, SINGLE) as client:
        enter(client, {"a": "a", "b": "b", "c": "c"})
        seen = []
        after: str | None = None
        for _ in range(3):
            page = get(client, "tolls", limit=1, **({"after": after} if after else {}))
            seen += [toll["figures"][0]["min"] for toll in page["tolls"]]
            after = page["after"]
        assert client.get("/api/tolls", params={"after": "x"}).status_code == 422
    assert (seen, after) == ([870, 9, 4], None)


def test_running_totals_stand_apart(tmp_path: Path) -> None:
    total = {"aggregate": True, "time_how": "stated", "type": "ASSAULT"}
    records = [
        SINGLE[0],
        report("d", day="2021-02-01", until="2021-06-22", bounds=(870, None), **total),
        report("e", day="2021-02-01", until="2021-07-01", published="2021-07-02", bounds=(883, 883), **total),
    ]
    with served(tmp_path, records) as client:
        enter(client, {"a": "a", "d": "d", "e": "e"})
        assert [toll["figures"][0]["min"] for toll in get(client, "tolls")["tolls"]] == [9]
        totals = get(client, "tolls/totals")
        assert get(client, "tolls/totals", actor="USA")["totals"] == []
        rows = get_csv(client, "tolls/totals")
    (series,) = totals["totals"]
    assert (series["origin"], series["since"], series["subject"]) == ("AAPP", "2021-02-01", ["MMR"])
    assert [(one["as_of"], one["min"], one["max"]) for one in series["figures"]] == [
        ("2021-06-22", 870, None),
        ("2021-07-01", 883, 883),
    ]
    assert [(row["running"], row["min"]) for row in rows] == [("True", "870.0"), ("True", "883.0")]


def test_crowds_are_shown_only_where_asked_for(tmp_path: Path) -> None:
    crowd = report("g", bounds=(5000, None), type="PROTEST")
    crowd["quantities"][0]["what"] = "participants"
    with served(tmp_path, [crowd]) as client:
        enter(client, {"g": "g"})
        assert get(client, "tolls")["tolls"] == []
        assert len(get(client, "tolls", what="participants")["tolls"]) == 1


def test_articles_that_wait_for_merging_are_told(tmp_path: Path) -> None:
    with served(tmp_path, SINGLE) as client:
        found = get(client, "tolls")
    assert (found["tolls"], found["waiting"]) == ([], 3)


def test_the_file_names_who_says_so_and_what_contradicts(tmp_path: Path) -> None:
    with served(tmp_path, SINGLE) as client:
        enter(client, {"a": "a", "b": "a", "c": "c"})
        rows = get_csv(client, "tolls")
    assert sorted((row["origin"], row["max"], row["contradicted_by"]) for row in rows) == [
        ("AAPP", "", "0"),
        ("a surgeon", "", "1"),
        ("police", "4.0", "1"),
    ]
