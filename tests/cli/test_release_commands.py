"""The commands of exports, releases, agreement and recoding, as a person runs them."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from sumber.model import Document
from sumber.run import Outcome
from sumber.run import recode as room
from sumber.store import Store
from tests.cli.test_merge_commands import sumber
from tests.merge.made_records import key
from tests.review.made import say
from tests.share.made import articles, make_store


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with the store that the commands take by themselves."""
    make_store(tmp_path / "sumber.db").close()
    return tmp_path


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def test_export_without_options_is_as_it_was(home: Path) -> None:
    done = sumber("export", "csv", "events.csv", cwd=home)
    assert (done.status, done.err) == (0, "7 events written to events.csv\n")
    assert len(table(home / "events.csv")) == 7


def test_export_of_the_corpus(home: Path) -> None:
    assert "4 events of the corpus" in sumber("export", "csv", "c.csv", "--corpus", cwd=home).err
    assert sumber("export", "jsonl", "r.jsonl", "--reviewed", cwd=home).status == 0
    (line,) = (home / "r.jsonl").read_text(encoding="utf-8").splitlines()
    assert (json.loads(line)["type"], json.loads(line)["coder"]) == ("COERCE", "ani")
    assert sumber("export", "acled", "a.csv", "--type", "assault", cwd=home).status == 0
    (row,) = table(home / "a.csv")
    assert row["fatalities"] == "3"


def test_a_dossier_is_of_one_event(home: Path) -> None:
    assert sumber("export", "dossier", "d.html", "--event", f"{key('copy')[:6]}.e1", cwd=home).status == 0
    assert "Kompas" in (home / "d.html").read_text(encoding="utf-8")
    assert sumber("export", "dossier", "d.html", cwd=home).status == 2
    assert sumber("export", "csv", "d.csv", "--event", "x", cwd=home).status == 2
    refused = sumber("export", "dossier", "no.html", "--event", f"{key('copy')}.e3", cwd=home)
    assert refused.status == 1
    assert "refused" in refused.err
    assert not (home / "no.html").exists()


def test_a_dry_run_keeps_nothing_and_a_release_does(home: Path) -> None:
    dry = sumber("release", "2024-05", "--reviewed", "--dry-run", cwd=home)
    assert "the first release: 1 new" in dry.out
    assert "nothing was kept" in dry.err
    assert not list(home.glob("*.zip"))
    args = ("release", "2024-05", "--format", "csv", "--format", "polecat", "--by", "Ani", "--date", "2026-01-31")
    done = sumber(*args, "--out", "out", cwd=home)
    assert "4 events released: out/2024-05.zip" in done.err
    assert "3 events: nobody has judged it" in done.out
    with zipfile.ZipFile(home / "out" / "2024-05.zip") as packed:
        manifest = json.loads(packed.read("2024-05/manifest.json"))
    assert (manifest["by"], manifest["day"], manifest["events"]) == ("Ani", "2026-01-31", 4)
    again = sumber("release", "2024-05", cwd=home)
    assert (again.status, "already" in again.err) == (1, True)
    with Store(str(home / "sumber.db")) as store:
        say(store, f"{key('other')}.e1", "refuse", "budi", reason="a photograph")
    after = sumber("release", "2024-06", "--dry-run", cwd=home).out
    assert "since 2024-05: 0 new, 0 changed, 1 withdrawn, 3 same" in after
    assert "refused: a photograph" in after
    assert sumber("release", "../x", cwd=home).status == 1
    assert sumber("release", "x", "--format", "xls", cwd=home).status == 1


def test_agreement(home: Path) -> None:
    with Store(str(home / "sumber.db")) as store:
        say(store, f"{key('first')}.e1", "mend", "budi", "where", value=None)
        say(store, f"{key('first')}.e1", "accept", "budi", "when")
    rows = {row["field"]: row for row in sumber("agreement", "ani", "budi", "--json", cwd=home).rows()}
    assert (rows["where"]["n"], rows["where"]["same"], rows["where"]["alpha"]) == (1, 0, None)
    rows_ = sumber("agreement", "ani", "budi", "--disagreements", "--json", cwd=home).rows()
    row = next(row for row in rows_ if row["field"] == "where")
    assert (row["field"], row["ani"], row["budi"]) == ("where", "Blantyre, MWI", "–")
    assert "1 event of 1 article\n" in sumber("agreement", "ani", "budi", cwd=home).out
    raw = list(csv.DictReader(io.StringIO(sumber("agreement", "ani", "budi", "--raw", cwd=home).out)))
    assert [line["coder"] for line in raw] == ["ani", "ani", "budi", "budi"]


def test_recode(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    by_id = {one["id"]: one for one in articles()}

    def code_all(documents: Iterable[Document], *_: object) -> Iterator[Outcome]:
        for one in documents:
            made_by = {"sumber": "9", "codebook": room.fingerprint(), "models": room.model_hashes()}
            record = {**by_id[one.id], "made_by": made_by}
            record["events"] = [{**event, "from": "2024-05-04", "to": "2024-05-04"} for event in record["events"]]
            yield Outcome(one.id, None, record)

    monkeypatch.setattr(room, "code_all", code_all)
    assert sumber("recode", "--dry-run", cwd=home).err == "3 of 3 documents would be coded anew\n"
    done = sumber("recode", cwd=home)
    assert "3 coded anew, 0 failed; 1 events wait for a second look" in done.err
    assert sumber("recode", "--dry-run", cwd=home).err == "0 of 3 documents would be coded anew\n"
    with Store(str(home / "sumber.db")) as store, store.corpus() as corpus:
        assert corpus.documents.waiting() == 0
        assert corpus.review.standing([f"{key('first')}.e1"])[f"{key('first')}.e1"]["state"] == "changed"
