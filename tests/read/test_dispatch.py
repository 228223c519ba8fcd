"""Which file is read how; folders, standard input, and files that cannot be opened."""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path

import pytest

from sumber.errors import ReadError
from sumber.model import Document, Hints
from sumber.read import read_path


def read(path: object) -> list[Document | ReadError]:
    return list(read_path(str(path), Hints()))


def test_a_folder_is_read_in_name_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text("Dua.")
    (tmp_path / "a.txt").write_text("Satu.")
    (tmp_path / "c.jsonl").write_text('{"id": "x", "text": "Tiga."}\n{"id": "y", "text": "Empat."}\n')
    (tmp_path / "d.txt").write_text("")
    (tmp_path / "e.txt.gz").write_bytes(gzip.compress(b"Lima."))
    (tmp_path / "f.png").write_bytes(b"\x89PNG")
    (tmp_path / ".g.txt").write_text("tersembunyi")
    found = read(tmp_path)
    assert [item.text for item in found if isinstance(item, Document)] == ["Satu.", "Dua.", "Tiga.", "Empat.", "Lima."]
    assert [os.path.basename(item.uri) for item in found if isinstance(item, ReadError)] == ["d.txt"]
    assert [item.id for item in found if isinstance(item, Document)][:2] == [
        str(tmp_path / "a.txt"),
        str(tmp_path / "b" / "2.txt"),
    ]


def test_a_loop_of_links_is_named_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.txt").write_text("Satu.")
    (tmp_path / "a" / "back").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    found = read(tmp_path)
    assert [item.text for item in found if isinstance(item, Document)] == ["Satu."]
    troubles = {os.path.basename(item.uri): item.trouble for item in found if isinstance(item, ReadError)}
    assert "leads back" in troubles["back"]
    assert "cannot be opened" in troubles["gone.txt"]


def test_a_folder_without_anything_to_read_says_so(tmp_path: Path) -> None:
    (error,) = read(tmp_path)
    assert isinstance(error, ReadError)
    assert "no file that can be read" in error.trouble


def test_missing_forbidden_and_impossible_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (missing,) = read(tmp_path / "none.txt")
    assert isinstance(missing, ReadError)
    assert "No such file" in missing.trouble
    (impossible,) = read("a\0b")
    assert isinstance(impossible, ReadError)

    def forbid(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text("Satu.")
    monkeypatch.setattr("builtins.open", forbid)
    (forbidden,) = read(tmp_path / "a.txt")
    assert isinstance(forbidden, ReadError)
    assert "Permission denied" in forbidden.trouble


def test_a_name_that_is_not_utf8_can_be_written(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(name).write_text("Isi.")
    (found,) = read(name)
    assert isinstance(found, Document)
    found.id.encode("utf-8")


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (b"Polisi menangkap lima orang.", ["-"]),
        (b'{"id": "x", "text": "Isi."}\n{"id": "y", "text": "Lagi."}', ["x", "y"]),
        (gzip.compress(b'{"id": "x", "text": "Isi."}\n'), ["x"]),
        (b'{bukan JSON} kata dia.', ["-"]),
    ],
)  # fmt: skip
def test_standard_input_is_told_by_its_first_bytes(
    monkeypatch: pytest.MonkeyPatch, data: bytes, ids: list[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    found = list(read_path("-", Hints()))
    assert [item.id for item in found if isinstance(item, Document)] == ids


def test_one_json_object_in_a_json_file_is_explained(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "Isi."}')
    (error,) = read(tmp_path / "a.json")
    assert isinstance(error, ReadError)
    assert ".jsonl" in error.trouble
