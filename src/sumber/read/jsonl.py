"""JSON lines: ``{"id","text"[,"title","published","outlet","url","author","lang","plain"]}``, one document a line.

The record keeps the line's id; a line without one is named by file and line number. ``plain`` absent means false.
A line that cannot be read costs that line only.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from sumber.errors import ReadError
from sumber.model import Document
from sumber.read.encoding import is_wide, mend_surrogates
from sumber.read.limits import CHUNK, MAX_BYTES, megabytes

_UTF8_MARK = b"\xef\xbb\xbf"


def read_jsonl(stream: io.BufferedReader, uri: str) -> Iterator[Document | ReadError]:
    """The documents of a file, in line order; blank lines are passed over."""
    if is_wide(stream.peek(4)):
        raise ReadError(uri, "is not UTF-8, as JSON lines must be")
    found = False
    for number, line in enumerate(_lines(stream), start=1):
        where = f"{uri}:{number}"
        if line is None:
            yield ReadError(where, f"is longer than {megabytes(MAX_BYTES)}, too long for one document")
        elif line.strip():
            try:
                yield _document(line.removeprefix(_UTF8_MARK) if number == 1 else line, where)
            except ReadError as error:
                yield error
        else:
            continue
        found = True
    if not found:
        raise ReadError(uri, "is empty")


def _lines(stream: io.BufferedReader) -> Iterator[bytes | None]:
    """Lines as bytes, ``None`` for one that is too long, of which no more than the limit is ever held."""
    while line := stream.readline(MAX_BYTES + 1):
        if len(line) <= MAX_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(CHUNK)
        yield None


def _document(line: bytes, where: str) -> Document:
    fields = _fields(line, where)
    text = _text_of(fields, "text", where)
    if text is None or not text.strip("\ufeff\0 \t\r\n\f\v"):
        raise ReadError(where, "has no text")
    plain = fields.get("plain")
    if plain is not None and not isinstance(plain, bool):
        raise ReadError(where, "'plain' is neither true nor false")
    published = _date(_text_of(fields, "published", where), where)
    return Document(
        id=_id(fields.get("id"), where),
        uri=where,
        text=text,
        title=_text_of(fields, "title", where) or None,
        outlet=_text_of(fields, "outlet", where) or None,
        published=published,
        published_how="metadata" if published else None,
        url=_text_of(fields, "url", where) or None,
        author=_text_of(fields, "author", where) or None,
        lang=_text_of(fields, "lang", where) or None,
        plain=bool(plain),
        sha256=hashlib.sha256(line).hexdigest(),
    )


def _fields(line: bytes, where: str) -> dict[str, Any]:
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ReadError(where, f"is not UTF-8 (byte {error.start} of the line)") from error
    except (ValueError, RecursionError) as error:  # ValueError: no JSON, or a number of thousands of digits
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep or a number too long"
        raise ReadError(where, f"is not JSON: {reason}") from error
    if not isinstance(fields, dict):
        raise ReadError(where, "is not a JSON object")
    return fields


def _text_of(fields: dict[str, Any], name: str, where: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ReadError(where, f"'{name}' is not a string")
    return mend_surrogates(value)


def _id(value: Any, where: str) -> str:
    if value is None:
        return where
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        raise ReadError(where, "'id' is neither a string nor a number")
    return mend_surrogates(str(value))


def _date(value: str | None, where: str) -> str | None:
    """The day of an ISO 8601 date or date and time, as written there: no time zone is converted."""
    if not value:
        return None
    try:
        return date.fromisoformat(value.strip()[:10]).isoformat()
    except ValueError as error:
        raise ReadError(where, f"'published' is not a date of the form YYYY-MM-DD: {value[:40]!r}") from error
