"""The commands that ask the corpus, on a small store of own articles, as a person runs them."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from sumber.cli import main

ARREST = (
    "Police chief Mapopa Gondwe said on Tuesday that officers had arrested four men in Mzuzu. "
    "“We know the rest by name,” Gondwe told reporters.\n"
)
VISIT = "President Thandiwe Phiri met the families of the victims in Lilongwe on Tuesday.\n"
FIRST = (
    "Gunmen attacked a bus near Mzuzu on Monday and killed 11 passengers, the Malawi police said.\n"
    f"{ARREST}The driver survived because he had stopped to repair a tyre. Shops in the town stayed closed.\n{VISIT}"
)
COPY = (
    "Gunmen attacked a bus near Mzuzu on Monday and killed 11 passengers, the Malawi police said, "
    "as quoted by the Daily Nation.\n"
    f"{ARREST}The driver survived because he had stopped to repair a tyre.\n{VISIT}"
)
OWN = (
    "Parlemen di Lilongwe meminta pemerintah menambah penjaga jalan, Rabu (8/5/2024).\n"
    "Polisi Malawi menangkap empat pria di Mzuzu pada Selasa, kata Kepala Polisi Mapopa Gondwe.\n"
    "Orang bersenjata menyerang sebuah bus di dekat Mzuzu, Malawi, Senin (6/5/2024). "
    "Sedikitnya 13 penumpang tewas, kata dokter rumah sakit Chisomo Banda.\n"
    "Warga kota itu menyalakan lilin di depan stasiun bus.\n"
)
EVIL = "Bus\x1b[31m attack\x07 near \x9bMzuzu"
FEED = [
    {"id": "first", "text": FIRST, "title": EVIL, "published": "2024-05-07", "outlet": "Daily Nation", "lang": "en"},
    {
        "id": "copy",
        "text": COPY,
        "title": "Bus attack",
        "published": "2024-05-09",
        "outlet": "Harian Uji",
        "lang": "en",
    },
    {"id": "own", "text": OWN, "title": "Bus diserang", "published": "2024-05-08", "outlet": "Kabar Uji", "lang": "id"},
]
COMMANDS = ("stories", "story", "event", "tolls", "actors", "sources", "decide", "merge")


@dataclass
class Done:
    status: int
    out: str
    err: str

    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


def sumber(*args: str, cwd: Path) -> Done:
    """The program with these arguments in a folder."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with (
        contextlib.chdir(cwd), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err),
        pytest.MonkeyPatch.context() as patch,
    ):  # fmt: skip
        patch.setattr(sys, "argv", ["sumber", *args])
        with pytest.raises(SystemExit) as ended:
            main()
    texts = []
    for stream in (out, err):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode("utf-8"))  # type: ignore[attr-defined]
    return Done(int(ended.value.code or 0), *texts)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose store holds an article, an edited copy that credits it, and another report in Indonesian."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "feed.jsonl").write_text("".join(json.dumps(line) + "\n" for line in FEED), encoding="utf-8")
    done = sumber("add", "feed.jsonl", cwd=folder)
    assert done.status == 0, done.err
    assert "3 added" in done.err
    return folder


@pytest.fixture(scope="module")
def documents(home: Path) -> dict[str, str]:
    """Outlet → key of its document."""
    (story,) = sumber("stories", "--json", cwd=home).rows()
    shown = json.loads(sumber("story", story["story"], "--json", cwd=home).out)
    return {one["outlet"]: one["document"] for one in shown["tellers"]}


def first_event(home: Path) -> str:
    """The event that all three tell."""
    (story,) = sumber("stories", "--json", cwd=home).rows()
    events = json.loads(sumber("story", story["story"], "--json", cwd=home).out)["events"]
    views = [json.loads(sumber("event", event, "--json", cwd=home).out) for event in events]
    return next(str(view["id"]) for view in views if len(view["reports"]) == 3 and "killed" in view["differs"])


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_stories_are_listed_with_copies_and_voices(home: Path) -> None:
    (row,) = sumber("stories", "--json", cwd=home).rows()
    assert (row["documents"], row["copies"], row["voices"], row["languages"]) == (3, 1, 2, "en id")
    assert (row["first"], row["last"]) == ("2024-05-07", "2024-05-09")
    (same,) = table(sumber("stories", "--csv", cwd=home).out)
    assert {name: str(value) for name, value in row.items()} == same


def test_stories_are_chosen_by_words_and_days(home: Path) -> None:
    for args, count in (
        (("--about", "lilin"), 1), (("--about", "zebra"), 0), (("--since", "2024-05-09"), 1),
        (("--since", "2024-05-10"), 0), (("--until", "2024-05-06"), 0),
    ):  # fmt: skip
        assert len(sumber("stories", *args, "--json", cwd=home).rows()) == count, args
    assert "no stories" in sumber("stories", "--about", "zebra", cwd=home).out
    assert sumber("stories", "--since", "yesterday", cwd=home).status == 2


def test_a_story_shows_who_took_it_from_whom(home: Path, documents: dict[str, str]) -> None:
    shown = json.loads(sumber("story", documents["Kabar Uji"], "--json", cwd=home).out)
    tellers = {one["outlet"]: one for one in shown["tellers"]}
    assert shown["id"] == "S" + documents["Daily Nation"]
    assert tellers["Harian Uji"]["parent"] == documents["Daily Nation"]
    assert "credits Daily Nation" in tellers["Harian Uji"]["reason"]
    assert tellers["Kabar Uji"]["parent"] is tellers["Daily Nation"]["parent"] is None
    text = sumber("story", shown["id"], cwd=home).out
    assert "2 independent: Daily Nation, Kabar Uji" in text
    assert all(event in text for event in shown["events"])


def test_an_event_shows_its_reports_and_where_they_differ(home: Path, documents: dict[str, str]) -> None:
    event = first_event(home)
    view = json.loads(sumber("event", event, "--json", cwd=home).out)
    assert {report["document"] for report in view["reports"]} == set(documents.values())
    assert {backing["value"] for backing in view["backing"]["killed"]} == {"11", "≥13"}
    by_report = json.loads(sumber("event", view["reports"][-1]["name"], "--json", cwd=home).out)
    assert by_report == view
    text = sumber("event", event, cwd=home).out
    assert "3 reports" in text
    assert "menyerang" in text


def test_tolls_contradict_and_can_be_drawn(home: Path, tmp_path: Path) -> None:
    drawing = tmp_path / "tolls.svg"
    done = sumber("tolls", "--what", "killed", "--plot", str(drawing), "--json", cwd=home)
    assert [(row["min"], row["max"]) for row in done.rows()] == [(11, 11), (13, None), (11, 11)]
    assert len({row["event"] for row in done.rows()}) == 1
    assert "tolls.svg" in done.err
    assert ElementTree.parse(drawing).getroot().tag.endswith("svg")
    assert {row["what"] for row in table(sumber("tolls", "--csv", cwd=home).out)} == {"killed", "arrested"}
    assert {row["outlet"] for row in sumber("tolls", "--about", "lilin", "--json", cwd=home).rows()} == {"Kabar Uji"}
    assert sumber("tolls", "--country", "mwi", "--json", cwd=home).rows()
    assert sumber("tolls", "--country", "FRA", "--json", cwd=home).rows() == []
    assert "no figures" in sumber("tolls", "--country", "FRA", cwd=home).out


def test_actors_are_one_in_both_languages(home: Path) -> None:
    (gondwe,) = sumber("actors", "gondwe", "--json", cwd=home).rows()
    assert (gondwe["name"], gondwe["documents"], gondwe["country"]) == ("Mapopa Gondwe", 3, "MWI")
    names = {row["name"] for row in table(sumber("actors", "--country", "mwi", "--csv", cwd=home).out)}
    assert names >= {"Mapopa Gondwe", "Thandiwe Phiri"}
    assert "Thandiwe Phiri" in sumber("actors", cwd=home).out
    assert "no actors" in sumber("actors", "Nobody", cwd=home).out


def test_sources_tell_who_copies_whom(home: Path) -> None:
    rows = {row["outlet"]: row for row in sumber("sources", "--json", cwd=home).rows()}
    assert rows["Harian Uji"]["takes"] == "Daily Nation 1"
    assert rows["Daily Nation"]["gives"] == "Harian Uji 1"
    assert [rows[name]["own_share"] for name in ("Daily Nation", "Kabar Uji", "Harian Uji")] == [1.0, 1.0, 0.0]
    assert [rows[name]["first"] for name in ("Daily Nation", "Kabar Uji", "Harian Uji")] == [1, 0, 0]
    assert {row["outlet"] for row in table(sumber("sources", "--csv", cwd=home).out)} == set(rows)


def test_a_decision_parts_and_a_rebuild_keeps_it(home: Path) -> None:
    event = first_event(home)
    reports = [report["name"] for report in json.loads(sumber("event", event, "--json", cwd=home).out)["reports"]]

    def told() -> int:
        return len(json.loads(sumber("event", event, "--json", cwd=home).out)["reports"])

    try:
        for other in reports[1:]:
            done = sumber("decide", reports[0], other, "different", "--by", "me", "--note", "not so", cwd=home)
            assert done.status == 0
            assert other in done.err
        assert told() == 1
        assert "3 documents merged" in sumber("merge", "--rebuild", cwd=home).err
        assert told() == 1
    finally:
        for other in reports[1:]:
            sumber("decide", reports[0], other, "unsure", cwd=home)
    assert told() == 3
    assert "0 documents merged" in sumber("merge", cwd=home).err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("story", "Szzz"), "no story 'Szzz'"), (("event", "zzz.e1"), "no event 'zzz.e1'"),
        (("decide", "zzz.e1", "zzz.e2", "same"), "'zzz'"), (("decide", "first", "own", "same"), "not the name"),
        (("decide", "own.e99", "first.e1", "same"), "no event e99"),
        (("decide", "own.e1", "own.e1", "same"), "one report"), (("stories", "--about", '"'), "cannot search"),
    ],
)  # fmt: skip
def test_an_unknown_name_is_one_clear_line(home: Path, args: tuple[str, ...], words: str) -> None:
    done = sumber(*args, cwd=home)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("sumber: ")
    assert words in done.err
    assert len(done.err.splitlines()) == 1


def test_where_nothing_is_kept_or_merged_the_commands_say_so(home: Path, tmp_path: Path) -> None:
    assert "no store here" in sumber("stories", cwd=tmp_path).err
    (tmp_path / "a.jsonl").write_text(json.dumps(FEED[0]) + "\n", encoding="utf-8")
    assert sumber("add", "a.jsonl", "--no-merge", cwd=tmp_path).status == 0
    for command in ("stories", "tolls", "actors", "sources"):
        done = sumber(command, cwd=tmp_path)
        assert (done.status, "1 documents are not merged yet" in done.err) == (0, True)


@pytest.mark.parametrize("command", ["stories", "story", "event", "tolls", "actors", "sources"])
def test_a_title_cannot_command_the_terminal(home: Path, documents: dict[str, str], command: str) -> None:
    args = {"story": [documents["Daily Nation"]], "event": [first_event(home)]}.get(command, [])
    done = sumber(command, *args, cwd=home)
    assert done.status == 0
    assert not {"\x1b", "\x07", "\x9b"} & set(done.out)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(tmp_path: Path, command: str) -> None:
    done = sumber(command, "--help", cwd=tmp_path)
    assert done.status == 0
    assert f"sumber {command}" in done.out.split("Usage:")[1].split("\n", 1)[1]
