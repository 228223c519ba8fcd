"""The commands as a person runs them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest

from sumber.model.contract import record_schema
from tests.conftest import ROOT

SAMPLES = ROOT / "samples"
SUMBER = [sys.executable, "-c", "from sumber.cli import main; main()"]


def sumber(*args: str, cwd: Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*SUMBER, *args], cwd=cwd, input=stdin, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose store holds the samples."""
    folder = tmp_path_factory.mktemp("home")
    done = sumber("add", str(SAMPLES), cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "10 added, 0 known already, 0 failed" in done.stderr
    return folder


def test_help_answers_at_once(tmp_path: Path) -> None:
    taken = []
    for _ in range(3):
        begun = time.perf_counter()
        done = sumber("--help", cwd=tmp_path)
        taken.append(time.perf_counter() - begun)
        assert done.returncode == 0
    assert min(taken) < 0.4, f"--help took {min(taken):.2f} s at best"


def test_every_command_has_help_with_an_example(tmp_path: Path) -> None:
    from sumber.cli import COMMANDS

    for name in COMMANDS:
        assert f"sumber {name}" in sumber(name, "--help", cwd=tmp_path).stdout.split("Usage:")[1]


def test_code_prints_records_of_the_contract_in_order(tmp_path: Path) -> None:
    paths = [str(SAMPLES / "truce-ndele.html"), str(SAMPLES / "sanksi-belarus.txt")]
    done = sumber("code", *paths, "--json", cwd=tmp_path)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["lang"] for record in records] == ["en", "id"]
    for record in records:
        jsonschema.validate(record, record_schema())
    assert records[1]["text"] == (SAMPLES / "sanksi-belarus.txt").read_text(encoding="utf-8")
    assert not list(tmp_path.iterdir()), "code writes nothing anywhere"


def test_standard_input_and_hints(tmp_path: Path) -> None:
    text = "Polisi menangkap lima demonstran, Selasa."
    args = ("code", "-", "--plain", "--date", "2021-06-23", "--lang", "id", "--outlet", "Uji", "--json")
    record = json.loads(sumber(*args, cwd=tmp_path, stdin=text).stdout)
    assert (record["text"], record["outlet"], record["published"]["how"]) == (text, "Uji", "given")
    assert record["times"][0]["from"] == "2021-06-22"


def test_one_bad_file_costs_that_file_and_the_exit_status_tells(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "good.txt").write_text("Police arrested two men in Nairobi on Friday.")
    done = sumber("code", "empty.txt", "good.txt", "none.txt", "--json", cwd=tmp_path)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert "empty.txt" in done.stderr
    assert "none.txt" in done.stderr


def test_claims_as_table_json_and_csv(home: Path) -> None:
    rows = [json.loads(line) for line in sumber("claims", "--via", "AFP", "--json", cwd=home).stdout.splitlines()]
    assert rows
    assert all("AFP" in row["via"] and row["origin"] for row in rows)
    denied = sumber("claims", "--stance", "denies", "--csv", cwd=home).stdout.splitlines()
    assert denied[0].startswith("claim,document,published")
    assert len(denied) > 1
    table = sumber("claims", "--by", rows[0]["said_by"], cwd=home).stdout
    assert f"{rows[0]['said_by']} ─▶ AFP ─▶ {rows[0]['outlet']}" in table
    assert "0 claims" in sumber("claims", "--about", "no such words", cwd=home).stdout


def test_show_draws_the_chains(home: Path) -> None:
    row = json.loads(sumber("claims", "--via", "AFP", "--json", cwd=home).stdout.splitlines()[0])
    shown = sumber("show", row["document"], cwd=home).stdout
    assert f"{row['claim'].rpartition('.')[2]} {row['said_by']} ─▶ AFP" in shown


def test_adding_again_adds_nothing(home: Path) -> None:
    done = sumber("add", str(SAMPLES), cwd=home)
    assert "0 added, 10 known already, 0 failed" in done.stderr


def test_events_filters_and_forms(home: Path) -> None:
    rows = [json.loads(line) for line in sumber("events", "--json", cwd=home).stdout.splitlines()]
    assert len(rows) > 20
    only = [json.loads(line) for line in sumber("events", "--type", "SANCTION", "--json", cwd=home).stdout.splitlines()]
    assert 0 < len(only) < len(rows)
    assert {row["type"] for row in only} == {"SANCTION"}
    table = sumber("events", cwd=home).stdout
    assert "who says so" in table
    header = sumber("events", "--csv", cwd=home).stdout.splitlines()[0]
    assert header.startswith("event,from,to")


def test_show_explain_search_export(home: Path) -> None:
    row = json.loads(sumber("events", "--json", cwd=home).stdout.splitlines()[0])
    name = row["event"]
    explained = sumber("explain", name, cwd=home).stdout
    assert row["rule"].split("/")[-1] in explained.replace("\n", "")
    assert row["type"] in sumber("show", name.split(".")[0], cwd=home).stdout
    assert "konvoi" in sumber("search", "konvoi", cwd=home).stdout.lower()
    assert sumber("export", "csv", "out.csv", cwd=home).returncode == 0
    assert (home / "out.csv").is_file()


def test_errors_are_one_line_that_says_what_to_do(tmp_path: Path, home: Path) -> None:
    done = sumber("events", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("sumber: ")
    assert "Traceback" not in done.stderr
    assert sumber("explain", "zzz.e1", cwd=home).returncode == 1
    assert sumber("code", "x.txt", "--date", "yesterday", cwd=tmp_path).returncode == 2


def test_an_article_cannot_command_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "evil.txt").write_text("Police arrested \x1b[31mtwo men\x1b[0m in Nairobi on Friday, 3 May 2024.")
    assert sumber("add", "evil.txt", cwd=tmp_path).returncode == 0
    for command in (("search", "Nairobi"), ("show", "evil.txt"), ("events",)):
        done = sumber(*command, cwd=tmp_path)
        assert done.returncode == 0
        assert "\x1b[31m" not in done.stdout


def test_killed_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    lines = [
        json.dumps(
            {"id": f"d{n}", "text": f"Police arrested {n + 2} men in Nairobi on Friday.", "published": "2024-05-04"}
        )
        for n in range(60)
    ]
    (tmp_path / "feed.jsonl").write_text("\n".join(lines) + "\n")
    process = subprocess.Popen([*SUMBER, "add", "feed.jsonl"], cwd=tmp_path, stderr=subprocess.DEVNULL)
    store = tmp_path / "sumber.db"
    while process.poll() is None and not (store.exists() and _kept(store) >= 3):
        time.sleep(0.05)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    before = _kept(store)
    done = sumber("add", "feed.jsonl", cwd=tmp_path)
    assert f"{60 - before} added, {before} known already" in done.stderr
    assert _kept(store) == 60


def _kept(store: Path) -> int:
    import sqlite3

    with sqlite3.connect(store) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def test_pages_of_events_and_claims(home: Path) -> None:
    whole = [json.loads(line)["event"] for line in sumber("events", "--json", cwd=home).stdout.splitlines()]
    first = sumber("events", "--json", "--limit", "5", cwd=home)
    names = [json.loads(line)["event"] for line in first.stdout.splitlines()]
    assert names == whole[:5]
    assert f"{len(whole) - 5} more; see them with the same options and --after {names[-1]}" in first.stderr
    rest = sumber("events", "--json", "--limit", "10000", "--after", names[-1], cwd=home)
    assert [json.loads(line)["event"] for line in rest.stdout.splitlines()] == whole[5:]
    assert rest.stderr == ""
    claims = sumber("claims", "--limit", "1", "--csv", cwd=home)
    assert len(claims.stdout.splitlines()) == 2
    assert "more; see them" in claims.stderr
    assert "no event 'x.e1' to go on from" in sumber("events", "--after", "x.e1", cwd=home).stderr
