"""The whole way of a document: sound on odd input, the same every time, each field tied to its characters."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from sumber.model import Document
from sumber.model.contract import record_schema
from sumber.model.record import to_contract
from sumber.pipeline import STEPS, build_pipeline, code_document
from tests.conftest import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*.txt"))

ODD = {
    "nothing": "",
    "blanks": " \n\t\n ",
    "marks only": "“”‘’\"\"'' (( )) …",
    "emoji": "😀😀 Polisi 👮 menangkap 👨‍👩‍👧 lima orang 😀.",
    "controls": "Polisi menangkap \u202e\u200b lima orang\u0000 di Yangon.\r\nUsai.",
    "other scripts": "Police arrested 中文 русский العربية two men in القاهرة on Monday.",
    "no blanks": "kata" * 3000,
    "one word again": "said " * 400,
    "quotes that never end": "“Kami pulang, kata Ali. “Kami tinggal, kata Budi. " * 20,
    "dates that are none": "Rabu (99/99), Selasa (31/2), 30/02/2020 dan Jumat (0/0) di Juba.",
    "figures": "1,2,3,4 5.6.7 12 atau 13 lebih dari 1e9 hingga -4 orang tewas.",
}


def _spans(value: Any) -> Iterator[tuple[int, int]]:
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value["start"], value["end"]
        for name, item in value.items():
            if name != "text":
                yield from _spans(item)
    elif isinstance(value, list):
        for item in value:
            yield from _spans(item)


def _record(document: Document) -> dict[str, Any]:
    return dict(to_contract(code_document(document)))


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("plain", [True, False])
def test_odd_text_gives_a_sound_record(name: str, plain: bool) -> None:
    record = _record(Document("odd", ODD[name], published="2024-05-05", published_how="given", plain=plain))
    jsonschema.validate(record, record_schema())
    assert record["text"] == ODD[name]
    assert all(0 <= start < end <= len(ODD[name]) for start, end in _spans(record))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_are_coded_the_same_every_time(path: Any) -> None:
    document = Document(path.stem, path.read_text(encoding="utf-8"))
    first = json.dumps(_record(document))
    assert first == json.dumps(_record(document))
    assert json.loads(first)["events"], "a sample without events shows nobody anything"


def test_every_reference_leads_somewhere() -> None:
    for path in SAMPLES:
        record = _record(Document(path.stem, path.read_text(encoding="utf-8")))
        known = {
            part: {item["id"] for item in record[part]}
            for part in ("times", "places", "actors", "quantities", "attributions")
        }
        for event in record["events"]:
            assert set(event["actors"]) | set(event["recipients"]) <= known["actors"]
            assert set(event["quantities"]) <= known["quantities"]
            assert {event["time"]} <= known["times"] | {None}
            assert {event["place"]} <= known["places"] | {None}
            assert {event["attribution"]} <= known["attributions"] | {None}
            assert event["why"]
            assert (event["from"] is None) == (event["time_how"] == "none")
        for said in record["attributions"]:
            assert {said["parent"]} <= known["attributions"] - {said["id"]} | {None}
            assert {source["actor"] for source in said["source"]} <= known["actors"] | {None}


def test_no_event_lies_in_furniture() -> None:
    for path in SAMPLES:
        record = _record(Document(path.stem, path.read_text(encoding="utf-8")))
        furniture = [b for b in record["layout"] if b["kind"] in ("furniture", "byline", "caption")]
        for event in record["events"]:
            at = event["trigger"]["start"]
            assert not any(block["start"] <= at < block["end"] for block in furniture)


def test_rooms_are_spacy_components_in_order() -> None:
    assert build_pipeline().pipe_names == [f"sumber_{name}" for name in STEPS]
