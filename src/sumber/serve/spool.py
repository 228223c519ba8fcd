"""Uploads on their way into the store, as files in a folder beside it: what was received whole survives a killed
server. File names are ours; the name that the sender gave is only data."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from sumber.errors import SumberError
from sumber.model import Hints

LIMIT = 50_000_000  # bytes of one upload
_LONGEST = 120  # characters of a name that are kept, its end among them


class UploadError(SumberError):
    """An upload cannot be taken."""


class TooLargeError(UploadError):
    """An upload is larger than the limit."""


@dataclass(frozen=True, slots=True)
class Upload:
    """One file received whole."""

    id: str
    name: str
    size: int
    hints: Hints


def plain_name(name: str) -> str:
    """The last part of a name, without what commands a terminal or leads elsewhere. Raises UploadError for none."""
    last = name.replace("\\", "/").rpartition("/")[2]
    clean = "".join(sign if sign.isprintable() else " " for sign in last)
    clean = " ".join(clean.split())[-_LONGEST:]
    if not clean.strip(". "):
        raise UploadError("the file has no name; give it one that ends in .txt, .html or .jsonl")
    return clean


class Receiving:
    """One upload while it comes. Leave it by `finish`, else nothing is kept of it (use as a context manager)."""

    def __init__(self, folder: Path, name: str, hints: Hints) -> None:
        self._folder, self._name, self._hints = folder, plain_name(name), hints
        folder.mkdir(exist_ok=True)
        self._id = secrets.token_hex(6)
        self._part = folder / f"{self._id}.part"
        self._file: BinaryIO = self._part.open("xb")
        self._size = 0

    def __enter__(self) -> Receiving:
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()
        self._part.unlink(missing_ok=True)

    def add(self, piece: bytes) -> None:
        """Keep the next bytes. Raises TooLargeError as soon as there are too many."""
        self._size += len(piece)
        if self._size > LIMIT:
            raise TooLargeError(f"{self._name} is larger than {LIMIT // 1_000_000} MB; split it or use: sumber add")
        self._file.write(piece)

    def finish(self) -> Upload:
        """Keep the upload. Raises UploadError where it is empty."""
        if self._size == 0:
            raise UploadError(f"{self._name} is empty")
        self._file.close()
        upload = Upload(self._id, self._name, self._size, self._hints)
        self._part.rename(data_of(self._folder, upload.id))
        note = self._folder / f"{self._id}.new"  # the note last and at once: it says that the data is whole
        note.write_text(json.dumps(asdict(upload)), encoding="utf-8")
        os.replace(note, _note_of(self._folder, upload.id))
        return upload


def data_of(folder: Path, ident: str) -> Path:
    """Where the bytes of an upload are."""
    return folder / f"{ident}.data"


def forget(folder: Path, ident: str) -> None:
    """Throw an upload away: it is in the store, or nobody wants it."""
    _note_of(folder, ident).unlink(missing_ok=True)
    data_of(folder, ident).unlink(missing_ok=True)


def left_over(folder: Path) -> Iterator[Upload]:
    """The uploads that a server before this one did not finish, oldest first; halves of files are thrown away."""
    if not folder.is_dir():
        return
    notes = sorted(folder.glob("*.json"), key=lambda file: (file.stat().st_mtime, file.name))
    known = {note.stem for note in notes}
    for file in folder.iterdir():
        if file.suffix in (".part", ".new") or (file.suffix == ".data" and file.stem not in known):
            file.unlink(missing_ok=True)
    for note in notes:
        kept = json.loads(note.read_text(encoding="utf-8"))
        if data_of(folder, note.stem).is_file():
            yield Upload(note.stem, kept["name"], kept["size"], Hints(**kept["hints"]))


def _note_of(folder: Path, ident: str) -> Path:
    return folder / f"{ident}.json"
