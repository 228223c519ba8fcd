"""JSON lines: a line that is wrong costs itself only."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sumber.errors import ReadError
from sumber.model import Document, Hints
from sumber.read import read_path
from sumber.read.jsonl import _document


def read(path: Path) -> list[Document | ReadError]:
    return list(read_path(str(path), Hints()))


def write(path: Path, *rows: Any) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_fields_are_kept(tmp_path: Path) -> None:
    row = {
        "id": "k-1", "text": "Isi.\r\n", "title": "Judul", "published": "2021-06-23T23:59:00+07:00", "outlet": "Kabar",
        "url": "https://x.example/1", "author": "Dian", "lang": "id", "plain": True, "other": [1],
    }  # fmt: skip
    (found,) = read(write(tmp_path / "a.jsonl", row))
    assert isinstance(found, Document)
    assert (found.id, found.text, found.title, found.outlet) == ("k-1", "Isi.\r\n", "Judul", "Kabar")
    assert (found.published, found.published_how) == ("2021-06-23", "metadata")
    assert (found.url, found.author, found.lang, found.plain) == ("https://x.example/1", "Dian", "id", True)


def test_absent_fields_are_none_and_ids_may_be_numbers_or_missing(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", {"id": 7, "text": "Isi."}, {"text": "Lagi.", "title": None, "published": ""})
    first, second = read(file)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.title, first.published, first.plain) == ("7", None, None, False)
    assert second.id == f"{file}:2"


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        (b'{"text": "putus', "not JSON"),
        (b"[1, 2]", "not a JSON object"),
        (b'"teks"', "not a JSON object"),
        (b"{}", "has no text"),
        (b'{"text": ""}', "has no text"),
        (b'{"text": "\\n \\u0000"}', "has no text"),
        (b'{"text": 5}', "'text' is not a string"),
        (b'{"text": "x", "title": ["a"]}', "'title' is not a string"),
        (b'{"text": "x", "id": {}}', "'id'"),
        (b'{"text": "x", "id": true}', "'id'"),
        (b'{"text": "x", "plain": "yes"}', "'plain'"),
        (b'{"text": "x", "published": "23/06/2021"}', "'published'"),
        (b'{"text": "x", "published": "2021-02-30"}', "'published'"),
        (b'{"text": "caf\xe9"}', "not UTF-8"),
        (b'{"a": ' * 100_000, "not JSON"),
        (b'{"id": ' + b"9" * 10_000 + b', "text": "x"}', "not JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_next_is_read(tmp_path: Path, line: bytes, trouble: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(b'{"id": "1", "text": "Satu."}\n' + line + b'\n\n{"id": "2", "text": "Dua."}\n')
    first, bad, last = read(file)
    assert isinstance(first, Document)
    assert isinstance(bad, ReadError)
    assert isinstance(last, Document)
    assert (first.id, last.id) == ("1", "2")
    assert bad.uri == f"{file}:2"
    assert trouble in bad.trouble


def test_a_giant_line_is_refused_and_the_next_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sumber.read.jsonl.MAX_BYTES", 1000)
    monkeypatch.setattr("sumber.read.jsonl.CHUNK", 64)
    file = write(tmp_path / "a.jsonl", {"id": "1", "text": "x" * 5000}, {"id": "2", "text": "y" * 900})
    bad, good = read(file)
    assert isinstance(bad, ReadError)
    assert isinstance(good, Document)
    assert bad.uri.endswith(":1")
    assert good.id == "2"


def test_lone_surrogates_become_one_replacement_character_each(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(b'{"id": "\\ud800", "text": "a\\ud800b\\udfffc \\ud83d\\ude00"}\n')
    (found,) = read(file)
    assert isinstance(found, Document)
    assert found.text == "a\ufffdb\ufffdc 😀"
    assert found.id == "\ufffd"
    found.text.encode("utf-8")


def test_byte_order_mark_and_empty_files(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(b'\xef\xbb\xbf{"id": "1", "text": "Isi."}')
    (found,) = read(file)
    assert isinstance(found, Document)
    for data, trouble in ((b"", "empty"), (b"\n\n", "empty"), ('{"text": "x"}'.encode("utf-16"), "UTF-8")):
        file.write_bytes(data)
        (error,) = read(file)
        assert isinstance(error, ReadError)
        assert trouble in error.trouble


def test_gzip_is_read_and_a_cut_one_keeps_what_came_before(tmp_path: Path) -> None:
    rows = [{"id": str(number), "text": f"Kalimat nomor {number * 7919 % 10007}."} for number in range(5000)]
    data = gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode())
    file = tmp_path / "a.jsonl.gz"
    file.write_bytes(data)
    assert [found.id for found in read(file) if isinstance(found, Document)] == [row["id"] for row in rows]
    file.write_bytes(data + gzip.compress(b'{"id": "next", "text": "Isi."}\n'))
    last = read(file)[-1]
    assert isinstance(last, Document)
    assert last.id == "next"
    file.write_bytes(data[: len(data) // 2])
    *good, error = read(file)
    assert len(good) > 100
    assert all(isinstance(found, Document) for found in good)
    assert isinstance(error, ReadError)
    assert "cut off" in error.trouble
    file.write_bytes(data[:200] + bytes(50) + data[250:])
    assert isinstance(read(file)[-1], ReadError)


def test_a_gzip_bomb_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bomb.jsonl.gz"
    file.write_bytes(gzip.compress((b"\n" * 1000 + b" " * 99_000) * 80, 9))
    (error,) = read(file)
    assert isinstance(error, ReadError)
    assert "unpacks to more than" in error.trouble


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_a_read_error(line: bytes) -> None:
    try:
        found = _document(line, "x:1")
    except ReadError as error:
        assert error.uri == "x:1"  # noqa: PT017
    else:
        assert found.text


@given(st.text(min_size=1))
def test_text_comes_back_as_it_was_written(text: str) -> None:
    if text.strip("\ufeff\0 \t\r\n\f\v"):
        found = _document(json.dumps({"text": text}).encode(), "x:1")
        assert found.text == text
