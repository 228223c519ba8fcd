"""Names that one article leaves bare and others explain, in both languages, as a person sees them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.cli.test_merge_commands import sumber

TOLD = "Jakarta - Indonesian Foreign Minister Rahmat Wibisono arrived in Suva on Monday.\n"
BARE = "Rahmat Wibisono bertemu Tomasi Vakatale di Suva, Selasa (7/5/2024).\nKeduanya membahas batas laut.\n"
ALSO = "Suva - Fijian Prime Minister Tomasi Vakatale criticised the budget on Thursday.\n"
FEED = [
    {"id": "told", "text": TOLD, "published": "2024-05-06", "outlet": "Harbour Post", "lang": "en"},
    {"id": "bare", "text": BARE, "published": "2024-05-08", "outlet": "Kabar Uji", "lang": "id"},
    {"id": "also", "text": ALSO, "published": "2024-05-09", "outlet": "Islands Daily", "lang": "en"},
]
QUOTED = "Indonesian Foreign Minister Rahmat Wibisono"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("known")
    (folder / "feed.jsonl").write_text("".join(json.dumps(line) + "\n" for line in FEED), encoding="utf-8")
    assert sumber("add", "feed.jsonl", cwd=folder).status == 0
    return folder


@pytest.fixture(scope="module")
def meeting(home: Path) -> str:
    """The event of the article that explains nobody."""
    (row,) = (row for row in sumber("events", "--json", cwd=home).rows() if row["outlet"] == "Kabar Uji")
    return str(row["event"])


def test_a_list_marks_whom_other_articles_explain(home: Path) -> None:
    text = " ".join(sumber("events", cwd=home).out.split())
    assert "Tomasi Vakatale ‡" in text
    assert "‡ Rahmat Wibisono: country IDN, sectors GOV, role Indonesian Foreign Minister" in text
    assert "‡ known from other articles" in text
    assert text.count("Rahmat Wibisono ‡") == 1, "the article that explains him needs no other"


def test_a_row_tells_it_where_it_is_asked_for(home: Path, meeting: str) -> None:
    assert "known" not in sumber("events", "--json", cwd=home).rows()[0]
    rows = {row["event"]: row["known"] for row in sumber("events", "--known", "--json", cwd=home).rows()}
    assert "Rahmat Wibisono: country IDN" in rows[meeting]
    assert {known for event, known in rows.items() if event != meeting} == {""}


def test_an_explanation_tells_the_characters_of_the_other_article(home: Path, meeting: str) -> None:
    text = " ".join(sumber("explain", meeting, cwd=home).out.split())
    assert "Rahmat Wibisono (no country)" in text
    assert "country IDN, sectors GOV" in text
    assert "not in this article:" in text


def test_an_event_tells_its_evidence_as_json(home: Path, meeting: str) -> None:
    shown = json.loads(sumber("event", meeting, "--json", cwd=home).out)
    (one,) = (one for one in shown["known"] if one["called"] == "Rahmat Wibisono")
    assert one["report"] == meeting
    country = next(found for found in one["found"] if found["field"] == "country")
    (spot,) = country["evidence"]
    assert (country["value"], country["reports"], spot["published"]) == ("IDN", 1, "2024-05-06")
    assert TOLD[spot["start"] : spot["end"]] == spot["words"] == QUOTED
    assert f"‡ {meeting} Rahmat Wibisono: country IDN" in " ".join(sumber("event", meeting, cwd=home).out.split())


def test_the_record_stays_what_its_article_says(home: Path, meeting: str) -> None:
    record = json.loads(sumber("code", "feed.jsonl", "--json", cwd=home).out.splitlines()[1])
    (actor,) = (one for one in record["actors"] if one["name"] == "Rahmat Wibisono")
    assert (actor["country"], actor["sectors"], actor["roles"]) == (None, [], [])


def test_exports_keep_it_in_columns_of_its_own(home: Path, meeting: str) -> None:
    assert sumber("export", "csv", "out.csv", "--corpus", cwd=home).status == 0
    with (home / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["report"]: row for row in csv.DictReader(file)}
    found = [row for row in rows.values() if row["actors_known"]]
    bare = next(row for row in rows.values() if row["report"] == meeting)
    assert found == [bare]
    assert bare["actor_countries"] == bare["actor_sectors"] == bare["recipients_known"] == ""
    assert f"“{QUOTED}”" in bare["actors_known"]
    assert sumber("export", "ftm", "out.json", cwd=home).status == 0
    notes = [json.loads(line) for line in (home / "out.json").read_text(encoding="utf-8").splitlines()]
    told = [text for one in notes if one["schema"] == "Note" for text in one["properties"]["description"]]
    assert any(text.startswith("known from other articles: Rahmat Wibisono: country IDN") for text in told)


def test_a_dossier_tells_it_in_both_languages(home: Path, meeting: str) -> None:
    for lang, words in (("en", "Not in the article that speaks"), ("id", "Tidak ada dalam artikel yang mewakili")):
        assert sumber("export", "dossier", f"{lang}.html", "--event", meeting, "--words", lang, cwd=home).status == 0
        page = (home / f"{lang}.html").read_text(encoding="utf-8")
        assert words in page
        assert QUOTED in page


def test_actors_are_listed_with_what_is_said_of_them(home: Path) -> None:
    (row,) = sumber("actors", "Wibisono", "--json", cwd=home).rows()
    assert row["told"] == "IDN 1 (2024-05-06); foreign minister 1 (2024-05-06)"
