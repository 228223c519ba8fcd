"""`read_path`: which file is read how, and what becomes of one that cannot be read.

A file is read by its suffix, or, where that says nothing (and on standard input), by its first bytes; gzip is
recognised by its bytes. A folder is walked in name order for files of the suffixes below; others and hidden files are
passed over. Nothing raises: whatever is wrong with an input comes out as a ReadError in its place, and reading goes on.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

from sumber.errors import ReadError
from sumber.model import Document, Hints
from sumber.read.html import read_html
from sumber.read.jsonl import read_jsonl
from sumber.read.stream import Readable, open_stream
from sumber.read.text import read_text

Reader = Callable[[io.BufferedReader, str], Iterator[Document | ReadError]]

# A new format is one file with such a function, and its suffixes here.
READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}
_PAGE = re.compile(rb"(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html|head)\b", re.I | re.S)
_OBJECT = re.compile(rb'(\xef\xbb\xbf)?\s*\{\s*"')


def read_path(path: str, hints: Hints) -> Iterator[Document | ReadError]:
    """The documents of a file, of all files of a folder, or of standard input (``-``), in order.

    `hints` outrank what the input says: the date becomes ``published`` with how ``given``. The id of a text or HTML
    document is the path as given (``-`` for standard input), that of a JSON line its own.
    """
    for found in _read(path):
        yield found if isinstance(found, ReadError) else _with_hints(found, hints)


def read_stream(source: Readable, name: str, hints: Hints) -> Iterator[Document | ReadError]:
    """The documents of an open file that is called ``name``, which need not be a path: it is their id."""
    for found in _read_stream(source, name, _suffix(name)):
        yield found if isinstance(found, ReadError) else _with_hints(found, hints)


def _with_hints(document: Document, hints: Hints) -> Document:
    return replace(
        document,
        published=hints.date or document.published,
        published_how="given" if hints.date else document.published_how,
        lang=hints.lang or document.lang,
        outlet=hints.outlet or document.outlet,
        plain=hints.plain or document.plain,
    )


def _read(path: str) -> Iterator[Document | ReadError]:
    if path == "-":
        yield from _read_stream(sys.stdin.buffer, "-", None)
    elif os.path.isdir(path):
        yield from _read_folder(path)
    else:
        yield from _read_file(path)


def _read_file(path: str) -> Iterator[Document | ReadError]:
    uri = _printable(path)
    try:
        with open(path, "rb") as source:
            yield from _read_stream(source, uri, _suffix(path))
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield ReadError(uri, f"cannot be opened or read: {reason}")


def _read_stream(source: Readable, uri: str, suffix: str | None) -> Iterator[Document | ReadError]:
    try:
        stream = open_stream(source, uri)
        reader = READERS.get(suffix or "") or _sniff(stream.peek(4096), uri, suffix)
        yield from reader(stream, uri)
    except ReadError as error:
        yield error


def _sniff(head: bytes, uri: str, suffix: str | None) -> Reader:
    if _PAGE.match(head):
        return read_html
    if suffix == ".json":
        raise ReadError(uri, "JSON is read with one object a line; name such a file .jsonl")
    return read_jsonl if _OBJECT.match(head) else read_text


def _read_folder(path: str) -> Iterator[Document | ReadError]:
    """All files below `path` that a reader's suffix claims, folders and files together in name order."""
    waiting: list[tuple[str, tuple[str, ...]]] = [(path, (os.path.realpath(path),))]  # with the folders around it
    found = False
    while waiting:
        here, trail = waiting.pop()
        if not os.path.isdir(here):
            found = True
            yield from _read_file(here)
            continue
        try:
            names = sorted(os.listdir(here), reverse=True)
        except OSError as error:
            found = True
            yield ReadError(_printable(here), f"cannot be opened or read: {error.strerror}")
            continue
        for name in names:
            child = os.path.join(here, name)
            real = os.path.realpath(child)
            if name.startswith("."):
                continue
            if os.path.isdir(child) and real in trail:
                found = True
                yield ReadError(_printable(child), "leads back to a folder it lies in; it is not followed")
            elif os.path.isdir(child):
                waiting.append((child, (*trail, real)))
            elif _suffix(name) in READERS and (os.path.isfile(child) or not os.path.exists(child)):
                waiting.append((child, trail))
    if not found:
        yield ReadError(_printable(path), f"holds no file that can be read ({', '.join(READERS)})")


def _suffix(path: str) -> str:
    """The suffix in lower case, that under ``.gz`` for a packed file."""
    return os.path.splitext(path.lower().removesuffix(".gz"))[1]


def _printable(path: str) -> str:
    """A path whose bytes are not UTF-8, as text that can be written."""
    return os.fsencode(path).decode("utf-8", "replace")
