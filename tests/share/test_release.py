"""Releases: the same bytes for the same store, what changed since the last and why, nothing half kept."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from sumber.errors import StoreError
from sumber.merge import decide, merge_store
from sumber.review.standings import refresh
from sumber.share import Choice
from sumber.share import release as room
from sumber.share.release import Order, Report, look, release
from sumber.store import Filter, Store
from tests.merge.made_facts import STRIKE
from tests.merge.made_records import keep, key, report
from tests.review.made import say
from tests.share.made import articles, make_store, told


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return make_store(tmp_path / "s.db")


def order(name: str, forms: tuple[str, ...] = ("csv",), choice: Choice | None = None) -> Order:
    return Order(name, "2026-01-31", "ani", choice or Choice(), forms)


def put_out(store: Store, name: str, out: Path, **more: Any) -> Report:
    return release(store, order(name, **more), out)[1]


def unpacked(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as packed:
        return {name.partition("/")[2]: packed.read(name) for name in packed.namelist()}


def changes(report: Report) -> dict[str, tuple[str, tuple[str, ...], str, str]]:
    return {one.event_id: (one.change, one.fields, one.reason, one.now) for one in report.changes}


def test_the_same_store_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    store.close()
    forms = ("csv", "jsonl", "polecat", "acled", "ucdp", "ftm", "annotation")
    packed = []
    for copy in ("one", "other"):
        shutil.copy(tmp_path / "s.db", tmp_path / f"{copy}.db")
        path, _report = release(Store(str(tmp_path / f"{copy}.db")), order("v1", forms), tmp_path / copy)
        packed.append(path.read_bytes())
    assert packed[0] == packed[1]


def test_the_manifest_names_every_file_with_its_hash(store: Store, tmp_path: Path) -> None:
    report = put_out(store, "v1", tmp_path, forms=("csv", "polecat"))
    files = unpacked(tmp_path / "v1.zip")
    manifest = json.loads(files["manifest.json"])
    listed = {one["file"]: one for one in manifest["files"]}
    assert set(listed) | {"manifest.json"} == set(files)
    for name, one in listed.items():
        assert hashlib.sha256(files[name]).hexdigest() == one["sha256"]
        assert len(files[name]) == one["bytes"]
    assert (manifest["events"], listed["events.csv"]["rows"], listed["polecat.tsv"]["rows"]) == (4, 4, 3)
    assert manifest["made_by"] == [{"codebook": "sha256:0", "models": {}, "documents": 3}]
    assert report.digest in files["CITATION.txt"].decode()
    assert manifest["checks"] == {"open": 3, "future": 1}


def test_nothing_changed_then_something_did(store: Store, tmp_path: Path) -> None:
    assert put_out(store, "v1", tmp_path).counts == {"new": 4, "changed": 0, "withdrawn": 0, "same": 0}
    assert look(store, Choice()).counts["same"] == 4
    events = told(store)
    say(store, f"{key('first')}.e2", "mend", "budi", "where", value=None)
    say(store, f"{key('other')}.e1", "refuse", "budi", reason="a photograph")
    keep(store, report("new", STRIKE, outlet="Reuters", day="2024-05-06"))
    merge_store(store)
    report_ = put_out(store, "v2", tmp_path)
    found = changes(report_)
    assert report_.counts == {"new": 1, "changed": 1, "withdrawn": 1, "same": 2}
    change, fields, _reason, _now = found[events["killed"].id]
    assert change == "changed"
    assert {"place", "lat", "review", "mended", "machine_where"} <= set(fields)
    assert "type" not in fields
    assert found[events["met"].id] == ("withdrawn", (), "refused: a photograph", "")
    rows = list(csv.DictReader(io.StringIO(unpacked(tmp_path / "v2.zip")["changes.csv"].decode("utf-8-sig"))))
    assert {row["event_id"]: row["change"] for row in rows} == {name: one[0] for name, one in found.items()}
    assert next(row for row in rows if row["change"] == "withdrawn")["type"] == "CONSULT"
    assert look(store, Choice()).counts == {"new": 0, "changed": 0, "withdrawn": 0, "same": 4}


def test_every_withdrawal_has_its_reason(store: Store, tmp_path: Path) -> None:
    decide(store, f"{key('first')}.e2", f"{key('copy')}.e2", "different", "ani")
    put_out(store, "v1", tmp_path)
    first, second = (f"{key(ident)}:" for ident in ("first", "copy"))
    decide(store, f"{key('first')}.e2", f"{key('copy')}.e2", "same", "ani")
    found = changes(look(store, Choice()))
    (gone,) = [ident for ident, one in found.items() if one[0] == "withdrawn"]
    assert gone.startswith(second)
    assert found[gone][2] == "merged"
    assert found[gone][3].startswith(first)
    chosen = changes(look(store, Choice(Filter(type="CONSULT"))))
    assert {one[2] for ident, one in chosen.items() if ident != gone} == {"chosen no more"}


def test_an_event_that_the_machine_finds_no_more_is_gone(store: Store, tmp_path: Path) -> None:
    put_out(store, "v1", tmp_path)
    visit = told(store)["met"].id
    other = articles()[2]
    other["events"] = other["events"][1:]
    store.rewrite(other, key("other"))
    with store.corpus(alone=True) as corpus:
        refresh(corpus, [key("other")])
    merge_store(store, rebuild=True)
    assert changes(look(store, Choice()))[visit] == ("withdrawn", (), "gone", "")


def test_a_name_is_given_once(store: Store, tmp_path: Path) -> None:
    put_out(store, "v1", tmp_path)
    with pytest.raises(StoreError, match="already"):
        put_out(store, "v1", tmp_path)
    for name in ("", "../evil", "a/b", ".hidden", "x" * 65):
        with pytest.raises(StoreError, match="no name"):
            put_out(store, name, tmp_path)
    with pytest.raises(StoreError, match="choose a format"):
        put_out(store, "v2", tmp_path, forms=())


def test_what_fails_leaves_nothing(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"

    def fail(*_: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(room, "_pack", fail)
    with pytest.raises(RuntimeError):
        put_out(store, "v1", out)
    assert list(out.iterdir()) == []
    with store.corpus() as corpus:
        assert corpus.releases.listed() == []


def test_rows_that_stay_are_kept_once(store: Store, tmp_path: Path) -> None:
    put_out(store, "v1", tmp_path)
    put_out(store, "v2", tmp_path)
    with store.corpus() as corpus:
        second, first = corpus.releases.listed()
        assert (second["events"], first["events"]) == (4, 4)
        assert corpus.releases.digests(first["row"]) == corpus.releases.digests(second["row"])
        rows = corpus.releases.data(corpus.releases.digests(second["row"]))
    assert len(rows) == 4
    say(store, f"{key('first')}.e2", "accept", "budi")
    assert look(store, Choice()).counts["changed"] == 1
