"""Plain text: the document's text is the decoded input, character for character."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sumber.errors import ReadError
from sumber.model import Document, Hints
from sumber.read import read_path
from sumber.read.encoding import decode

NEWS = (
    "Presiden menegaskan “kami tidak gentar” — kata dia di São Paulo, Rabu (23/6). Pemerintah siap mencabut sanksi itu."
)


def read_one(path: Path, hints: Hints | None = None) -> Document:
    """The one document of a file."""
    (found,) = read_path(str(path), hints or Hints())
    assert isinstance(found, Document), found
    return found


def refused(path: Path) -> ReadError:
    """The one refusal of a file."""
    (found,) = read_path(str(path), Hints())
    assert isinstance(found, ReadError), found
    return found


@pytest.mark.parametrize(
    "text", ["Satu.\r\nDua.\r\n", "Satu.\rDua.", "  Satu. \n\n\t Dua.\x0c", "a\u2028b\u0085c \u00a0"]
)
def test_line_ends_and_blanks_are_kept(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode())
    assert read_one(file).text == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_is_decoded_unchanged(text: str) -> None:
    if text.strip("\ufeff \u3000\u2028\u2029\u00a0") and not text.startswith("%PDF-"):
        try:
            assert decode(text.encode(), "x") == text
        except ReadError as error:
            assert not text.strip() or text.encode()[:4] in (b"PAR1", b"GIF8"), error  # noqa: PT017


def test_identity_is_the_path_as_given_and_the_hash_that_of_the_bytes(tmp_path: Path) -> None:
    file = tmp_path / "d01.txt"
    file.write_bytes(NEWS.encode())
    found = read_one(file)
    assert (found.id, found.uri) == (str(file), str(file))
    assert found.sha256 == hashlib.sha256(NEWS.encode()).hexdigest()
    assert (found.published, found.published_how, found.plain) == (None, None, False)


def test_a_byte_order_mark_stays_so_that_offsets_count_from_the_first_character(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        file.write_bytes(("\ufeff" + NEWS).encode(encoding))
        assert read_one(file).text == "\ufeff" + NEWS, encoding


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le", "utf-16-be"])
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes((NEWS * 3).encode(encoding))
    assert read_one(file).text == NEWS * 3


def test_a_nul_in_text_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes((NEWS + "\0" + NEWS).encode())
    assert read_one(file).text == NEWS + "\0" + NEWS


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", "empty"),
        (b" \n\r\n\t ", "empty"),
        ("\ufeff".encode(), "empty"),
        (b"%PDF-1.7 \n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "image"),
        (bytes(range(256)) * 20, "not text"),
        (b"\xff\xfeA", "byte order mark"),
        (b"\x01\x02\x03 teks \x04\x05\x06", "control"),
    ],
)
def test_what_is_no_text_is_refused_by_name(tmp_path: Path, data: bytes, trouble: str) -> None:
    file = tmp_path / "bad.txt"
    file.write_bytes(data)
    error = refused(file)
    assert error.uri == str(file)
    assert trouble in error.trouble


def test_too_large_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sumber.read.text.MAX_BYTES", 1000)
    file = tmp_path / "big.txt"
    file.write_bytes(b"a" * 1000)
    assert len(read_one(file).text) == 1000
    file.write_bytes(b"a" * 1001)
    assert "larger than" in refused(file).trouble


def test_an_endless_file_is_not_read_to_its_end() -> None:
    (found,) = read_path("/dev/zero", Hints())
    assert isinstance(found, ReadError)
    assert "larger than" in found.trouble


def test_hints_outrank_the_input(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"id": "1", "text": "Isi.", "published": "2020-01-01", "outlet": "A", "lang": "en"}\n')
    plain = read_one(file)
    assert (plain.published, plain.published_how, plain.outlet, plain.lang) == ("2020-01-01", "metadata", "A", "en")
    told = read_one(file, Hints(date="2021-06-23", lang="id", outlet="B", plain=True))
    assert (told.published, told.published_how, told.outlet, told.lang) == ("2021-06-23", "given", "B", "id")
    assert told.plain
