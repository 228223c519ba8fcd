"""Bytes → text. The encoding is found, not assumed, and decoding is strict: what is not text is refused.

Order of evidence: byte order mark; UTF-8, strictly; what the carrier declares (the charset of an HTML page); what
charset-normalizer finds likeliest, Windows-1252 winning near ties, since Indonesian and English use it.

A byte order mark stays in the text as U+FEFF. So the text is what decoding the file's bytes gives, offsets count from
the file's first character, and nothing is removed; layout sets the mark aside as furniture.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from sumber.errors import ReadError

_MARKS = (  # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_FORMATS = (  # first bytes of files that are no text at all
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"{\\rtf", "an RTF file"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an office file"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "a database"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SAMPLE = 200_000  # bytes that charset-normalizer is shown
_NEAR_TIE = 0.05  # in charset-normalizer's measure of mess, 0 to 1
_MOST_CONTROLS = 0.01  # share of control characters beyond which it is no text


def decode(data: bytes, uri: str, declared: str | None = None) -> str:
    """The text of `data`. Raises ReadError where it is no text or its encoding cannot be told."""
    for magic, what in _FORMATS:
        if data.startswith(magic):
            raise ReadError(uri, f"is {what}, not text")
    text = _decode(data, uri, declared)
    if len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise ReadError(uri, "is not text: it holds too many control characters")
    if not text.strip("\ufeff\0 \t\r\n\f\v"):
        raise ReadError(uri, "is empty")
    return text


def _decode(data: bytes, uri: str, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                trouble = f"is not the {encoding.upper()} its byte order mark says (byte {error.start})"
                raise ReadError(uri, trouble) from error
    for known in ("utf-8", declared):
        text = _strictly(data, known)
        if text is not None:
            return text
    for likely in _likely(data):
        text = _strictly(data, likely)
        if text is not None:
            return text
    raise ReadError(uri, "is in no encoding that can be told, or is not text")


def _strictly(data: bytes, encoding: str | None) -> str | None:
    """`data` in `encoding`, or ``None`` where the two do not go together."""
    if encoding is None:
        return None
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):  # ValueError: a declared name with a NUL in it
        return None
    return text if isinstance(text, str) else None


def _likely(data: bytes) -> list[str]:
    found = [(match.chaos, match.encoding) for match in from_bytes(data[:_SAMPLE])]
    if not found:
        return []
    best = found[0][0]
    western = [name for chaos, name in found if name == "cp1252" and chaos <= best + _NEAR_TIE]
    return western + [name for _, name in found if name not in western]


def is_wide(head: bytes) -> bool:
    """True for bytes that begin as UTF-16 or UTF-32 does, with a byte order mark."""
    return head.startswith(_WIDE_MARKS)


def mend_surrogates(text: str) -> str:
    """Lone surrogates, which no encoding can write, become U+FFFD: one for one, so that offsets stay."""
    return _SURROGATE.sub("\ufffd", text)
