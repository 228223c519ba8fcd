"""Outlets over HTTP: own reporting, who copies whom, since when, and what is exported."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sumber.merge.views import list_sources
from sumber.merge.views.story import text_voices
from sumber.store import Store
from tests.merge.made_records import keep, key, report
from tests.serve.made_bench import AFFAIR, APART, desk, told


@pytest.fixture
def sources(tmp_path: Path) -> TestClient:
    return desk(tmp_path / "s.db", [*AFFAIR, *APART])


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_an_outlet_has_its_share_its_takings_and_its_first_day(sources: TestClient) -> None:
    page = told(sources, "/api/sources")
    by_name = {one["name"]: one for one in page["outlets"]}
    assert (page["total"], page["documents"]) == (4, 10)
    assert by_name["Kompas"] == {
        "name": "Kompas", "agency": False, "documents": 1, "own": 0, "own_share": 0.0, "first": 0, "took": 1,
        "gave": 0, "since": "2024-05-04",
    }  # fmt: skip
    assert (by_name["Reuters"]["agency"], by_name["Reuters"]["gave"], by_name["Reuters"]["since"]) == (
        True, 2, "2023-02-06")  # fmt: skip
    assert by_name["Tempo"]["own_share"] == 0.75


def test_the_order_the_kind_and_the_page_are_chosen(sources: TestClient) -> None:
    names = [one["name"] for one in told(sources, "/api/sources", order="name")["outlets"]]
    assert names == sorted(names, key=str.casefold)
    first = told(sources, "/api/sources", order="name", limit=3)
    rest = told(sources, "/api/sources", order="name", after=first["next"])
    assert [one["name"] for one in (*first["outlets"], *rest["outlets"])] == names
    assert [one["name"] for one in told(sources, "/api/sources", kind="agency")["outlets"]] == ["Reuters"]
    assert [one["name"] for one in told(sources, "/api/sources", q="KOMP")["outlets"]] == ["Kompas"]


def test_the_export_is_what_is_seen(sources: TestClient) -> None:
    answer = sources.get("/api/sources.csv", params={"q": "e", "order": "took"})
    assert answer.headers["content-type"].startswith("text/csv")
    seen = told(sources, "/api/sources", q="e", order="took")["outlets"]
    assert [row["name"] for row in rows(answer.text)] == [one["name"] for one in seen]
    assert [(row["giver"], row["taker"], row["count"]) for row in rows(sources.get("/api/sources/pairs.csv").text)] == [
        ("Reuters", "Kompas", "1"), ("Reuters", "Tempo", "1")]  # fmt: skip


def test_an_outlet_that_begins_like_a_formula_is_no_formula_in_the_export(tmp_path: Path) -> None:
    desk_ = desk(tmp_path / "s.db", [report("one", outlet="=cmd()")])
    assert rows(desk_.get("/api/sources.csv").text)[0]["name"] == "'=cmd()"


def test_who_copies_whom_leads_to_the_texts_and_their_stories(sources: TestClient) -> None:
    detail = told(sources, "/api/sources/outlet", name="Reuters")
    assert detail["gives"] == [{"name": "Kompas", "count": 1}, {"name": "Tempo", "count": 1}]
    texts = told(sources, "/api/sources/texts", taker="Tempo", giver="Reuters")
    (text,) = texts["texts"]
    assert (text["document"], text["story"], text["reason"]) == (
        key("translated"), f"S{key('wire')}", "it credits Reuters")  # fmt: skip
    exported = rows(sources.get("/api/sources/texts.csv", params={"giver": "Reuters"}).text)
    assert [row["document"] for row in exported] == [key("translated"), key("copy")]
    pairs = told(sources, "/api/sources/pairs", limit=1)
    assert (pairs["total"], pairs["next"]) == (2, 1)
    matrix = told(sources, "/api/sources/matrix")
    assert (matrix["givers"], matrix["takers"], matrix["counts"]) == (["Reuters"], ["Kompas", "Tempo"], [[1, 1]])


def test_an_agency_that_is_only_credited_is_listed_from_its_first_credit(tmp_path: Path) -> None:
    sources = desk(tmp_path / "s.db", [*AFFAIR[1:]])
    (agency,) = told(sources, "/api/sources", kind="agency")["outlets"]
    assert (agency["documents"], agency["gave"], agency["since"]) == (0, 2, "2024-05-04")
    (text, _) = told(sources, "/api/sources/texts", giver="Reuters")["texts"]
    assert text["reason"] is None
    assert text["parent"] is None


def test_an_unknown_outlet_is_told(sources: TestClient) -> None:
    assert sources.get("/api/sources/outlet", params={"name": "No Such Paper"}).status_code == 404


def test_new_articles_show_up(sources: TestClient, tmp_path: Path) -> None:
    from sumber.merge import merge_store

    told(sources, "/api/sources")
    with Store(str(tmp_path / "s.db")) as store:
        keep(store, report("new", outlet="Koran Baru"))
        merge_store(store)
    assert "Koran Baru" in [one["name"] for one in told(sources, "/api/sources")["outlets"]]


def test_the_short_way_gives_each_text_the_voice_of_the_long_way(sources: TestClient, tmp_path: Path) -> None:
    """`list_sources` reads little of each document; `text_voices` reads whole profiles."""
    with Store(str(tmp_path / "s.db")) as store, store.corpus() as corpus:
        keys = corpus.documents.all_keys()
        voices, _heads = text_voices(corpus.documents, keys)
        theirs = {k: v.name for k, v in voices.items()}
        found = list_sources(corpus)
    taken = {one.name: one.takes for one in found}
    assert taken["Kompas"] == {"Reuters": 1}
    assert theirs[key("copy")] == "Reuters"
    assert sum(one.documents for one in found) == len(keys)
