"""Each export is read back: nothing is lost that its form has a place for, and nothing runs in a spreadsheet."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from sumber.errors import StoreError
from sumber.share import FORMS, Choice, acled, export, polecat, ucdp
from sumber.share.rows import COLUMNS, flat
from sumber.store import Store
from tests.share.made import DAY, make_store, told


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return make_store(tmp_path / "s.db")


def written(store: Store, form: str, folder: Path) -> Path:
    path = folder / FORMS[form].file
    with store.snapshot() as corpus:
        export(corpus, form, path, Choice())
    return path


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_own_forms_hold_the_same(store: Store, tmp_path: Path) -> None:
    rows = [flat(one) for one in told(store).values()]
    lines = [json.loads(line) for line in written(store, "jsonl", tmp_path).read_text(encoding="utf-8").splitlines()]
    assert lines == rows
    cells = table(written(store, "csv", tmp_path))
    assert tuple(cells[0]) == COLUMNS
    assert [row["event_id"] for row in cells] == [row["event_id"] for row in rows]
    assert [row["sentence"] for row in cells] == [row["sentence"] for row in rows]
    parquet = pytest.importorskip("pyarrow.parquet")
    assert parquet.read_table(written(store, "parquet", tmp_path)).to_pylist() == rows


def test_no_cell_runs_in_a_spreadsheet(store: Store, tmp_path: Path) -> None:
    for form in ("csv", "acled", "ucdp"):
        cells = [cell for row in table(written(store, form, tmp_path)) for cell in row.values()]
        starts = {cell[0] for cell in cells if cell and not cell.lstrip("-").replace(".", "").isdigit()}
        assert not starts & set("=+-@\t\r"), form


def test_polecat_has_its_forty_columns_and_no_stray_tab(store: Store, tmp_path: Path) -> None:
    lines = written(store, "polecat", tmp_path).read_text(encoding="utf-8").split("\n")
    assert lines.pop() == ""
    cells = [line.split("\t") for line in lines]
    assert {len(row) for row in cells} == {40}
    assert tuple(cells[0]) == polecat.COLUMNS
    rows = {row["Event ID"]: row for row in (dict(zip(cells[0], row, strict=True)) for row in cells[1:])}
    arrest = rows[told(store)["arrested"].id]
    assert (arrest["Event Type"], arrest["Event Mode"], arrest["Intensity"]) == ("COERCE", "arrest", "-7")
    assert (arrest["Event Date"], arrest["Quad Code"]) == (DAY["from"], "MATERIAL CONFLICT")
    assert (arrest["Actor Country"], arrest["Actor COW"], arrest["Primary Actor Sector"]) == ("MWI", "553", "COP")
    assert (arrest["City"], arrest["GeoNames ID"], arrest["Source"]) == ("Blantyre", "931755", "Tempo")
    assert told(store)["threatened"].id not in rows, "a conflict that is only planned is no event to PLOVER"


@pytest.mark.parametrize(
    ("kind", "status", "goes_out_as"),
    [
        ("AID", "planned", "AGREE"),
        ("ASSAULT", "threatened", "THREATEN"),
        ("AID", "requested", "REQUEST"),
        ("ASSAULT", "alleged", "ASSAULT"),
        ("ASSAULT", "denied", None),
        ("CONSULT", "hypothetical", None),
    ],
)
def test_polecat_folds_status_into_type(kind: str, status: str, goes_out_as: str | None) -> None:
    values = {"what": {"type": kind, "modes": ["arrest"], "contexts": []}, "status": {"status": status}}
    found = polecat._type_of(values)
    assert (found and found[0]) == goes_out_as
    assert found is None or found[1] == (["arrest"] if goes_out_as == kind else [])


def test_acled_like(store: Store, tmp_path: Path) -> None:
    rows = {row["event_id_cnty"]: row for row in table(written(store, "acled", tmp_path))}
    events = told(store)
    assert set(rows) == {events[name].id for name in ("arrested", "killed", "met")}
    arrest, killing = rows[events["arrested"].id], rows[events["killed"].id]
    assert tuple(arrest)[:31] == acled.STANDARD
    assert len(acled.STANDARD) == 31
    assert (arrest["event_type"], arrest["sub_event_type"]) == ("Strategic developments", "Arrests")
    assert (arrest["time_precision"], arrest["geo_precision"], arrest["iso"]) == ("2", "1", "454")
    assert arrest["fatalities"] == "", "not stated is not zero"
    assert (killing["event_type"], killing["fatalities"]) == ("Violence against civilians", "3")
    assert killing["civilian_targeting"] == "Civilian targeting"
    assert "killed 3" in killing["notes"]
    assert "Chisomo Banda" in killing["notes"]
    assert killing["source"] == "Tempo; Kompas"
    assert rows[events["met"].id]["event_type"] == "", "a wrong type is worse than none"


def test_ucdp_like(store: Store, tmp_path: Path) -> None:
    (row,) = table(written(store, "ucdp", tmp_path))
    assert tuple(row)[:49] == ucdp.STANDARD
    assert len(ucdp.STANDARD) == 49
    assert (row["type_of_violence"], row["side_b"], row["dyad_name"]) == ("3", "Civilians", "Soldiers - Civilians")
    assert (row["low"], row["best"], row["high"]) == ("3", "3", "3")
    assert (row["number_of_sources"], row["source_office"]) == ("1", "Tempo; Kompas")
    assert row["source_original"] == "Chisomo Banda"
    assert (row["where_prec"], row["country_id"], row["gwnoa"]) == ("1", "553", "553")
    # Blantyre lies in the half degree that begins at 16° south and 35° east.
    assert row["priogrid_gid"] == str(148 * 720 + 430 + 1)


def test_ftm_entities_hang_together(store: Store, tmp_path: Path) -> None:
    lines = written(store, "ftm", tmp_path).read_text(encoding="utf-8").splitlines()
    entities = {one["id"]: one for one in map(json.loads, lines)}
    assert len(entities) == len(lines), "each once"
    kinds = {one["schema"] for one in entities.values()}
    assert {"Event", "Documentation", "PlainText", "Note", "Person", "LegalEntity"} <= kinds
    for one in entities.values():
        for name in ("involved", "entity", "document"):
            assert set(one["properties"].get(name, ())) <= set(entities)
        assert all(isinstance(value, str) and value for values in one["properties"].values() for value in values)
    ident = told(store)["arrested"].id
    event = next(one["properties"] for one in entities.values() if ident in one["properties"].get("recordId", ()))
    assert (event["startDate"], event["country"]) == ([DAY["from"]], ["mw"])


def test_annotations_quote_what_they_point_at(store: Store, tmp_path: Path) -> None:
    page: dict[str, Any] = json.loads(written(store, "annotation", tmp_path).read_text(encoding="utf-8"))
    assert page["type"] == "AnnotationPage"
    texts = {one.head.document: one.head.record["text"] for one in told(store).values()}
    threat = told(store)["threatened"]
    assert "🜂" in threat.head.record["text"]
    ids = [one["id"] for one in page["items"]]
    assert len(ids) == len(set(ids))
    for one in page["items"]:
        text = texts[one["id"].split(":")[2]]
        for target in one["target"]:
            position, quote = target["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert (quote["prefix"] + quote["exact"] + quote["suffix"]) in text


def test_a_failed_export_leaves_the_old_file(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no format"), store.snapshot() as corpus:
        export(corpus, "xls", tmp_path / "e.xls", Choice())
    with pytest.raises(StoreError, match="cannot be written"), store.snapshot() as corpus:
        export(corpus, "csv", tmp_path / "no" / "such" / "e.csv", Choice())
    (tmp_path / "old.csv").write_text("old")
    with pytest.raises(RuntimeError), store.snapshot() as corpus:
        export(corpus, "csv", tmp_path / "old.csv", Choice(), progress=_fail)
    assert (tmp_path / "old.csv").read_text() == "old"
    assert not list(tmp_path.glob("*.part"))


def _fail(_done: int, _total: int) -> None:
    raise RuntimeError("the disk is gone")
