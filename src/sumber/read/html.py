"""HTML: one page, one document. The body is trafilatura's, tuned for precision; the text is built here.

The text is the title, then the body's paragraphs, one a line, with blank lines between. What a page says of itself
(title, site, author, canonical address, day of publication) becomes the document's metadata. The page's ``lang`` is
not taken: templates set it wrong too often.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any

from trafilatura import bare_extraction, load_html

from sumber.errors import ReadError
from sumber.model import Document
from sumber.read.encoding import decode, mend_surrogates
from sumber.read.limits import MAX_PAGE_BYTES, MAX_PAGE_TAGS
from sumber.read.page import find_metadata
from sumber.read.stream import read_whole

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_BLOCKS = frozenset({"p", "head", "item", "quote", "list", "table", "row", "div", "code", "fw", "ab"})
_BREAKS = frozenset({"lb"})
_CELL = "cell"


def read_html(stream: io.BufferedReader, uri: str) -> Iterator[Document | ReadError]:
    """The one document of a page; its id is the path as it was given."""
    data = read_whole(stream, uri, MAX_PAGE_BYTES)
    if data.count(b"<") > MAX_PAGE_TAGS:
        raise ReadError(uri, f"has more than {MAX_PAGE_TAGS} tags, too many for one page")
    page = decode(data, uri, _declared(data)).lstrip("\ufeff").replace("\0", "\ufffd")
    try:
        yield _document(page, uri, hashlib.sha256(data).hexdigest())
    except ReadError:
        raise
    except Exception as error:  # the parsers below may fail in any way on a page made to break them
        raise ReadError(uri, f"cannot be taken apart as HTML ({type(error).__name__}: {str(error)[:120]})") from error


def _declared(data: bytes) -> str | None:
    """The charset that the page's head declares. Latin-1 is read as Windows-1252, as browsers do."""
    found = _CHARSET.search(data[:4096])
    if found is None:
        return None
    name = found.group(1).decode("ascii").lower()
    return "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else name


def _document(page: str, uri: str, digest: str) -> Document:
    tree = load_html(page)
    if tree is None:
        raise ReadError(uri, "is not HTML")
    _part_links(tree)
    known = find_metadata(tree)  # before extraction, which prunes the tree
    found: Any = bare_extraction(tree, favor_precision=True, include_comments=False, with_metadata=False)
    paragraphs = _paragraphs(found.body) if found is not None and found.body is not None else []
    title = known.title
    if title and paragraphs and paragraphs[0].casefold() == title.casefold():
        paragraphs = paragraphs[1:]
    if not paragraphs:
        raise ReadError(uri, "holds no article text")
    text = mend_surrogates("\n\n".join(([title] if title else []) + paragraphs) + "\n")
    return Document(
        id=uri,
        uri=uri,
        text=text,
        title=title,
        outlet=known.outlet,
        published=known.published,
        published_how="metadata" if known.published else None,
        url=known.url,
        author=known.author,
        sha256=digest,
    )


def _part_links(tree: Any) -> None:
    """Set a blank before a link that is glued to the word before it ("dari<a>Reuters</a>"), as editors leave them.

    Only where a small letter meets a capital: the other way round it is an ending ("<a>Reuters</a>nya").
    """
    for link in tree.iter("a"):
        words = link.text or ""
        before = link.getprevious()
        parent = link.getparent()
        ahead = (before.tail if before is not None else parent.text if parent is not None else None) or ""
        if ahead[-1:].islower() and words[:1].isupper():
            link.text = " " + words


def _paragraphs(body: Any) -> list[str]:
    """The blocks of trafilatura's body in order, blanks folded. An explicit stack: pages may nest without end."""
    out: list[str] = []
    run: list[str] = []

    def close() -> None:
        words = " ".join("".join(run).split()).strip("| ")
        if any(sign.isalnum() for sign in words):
            out.append(words)
        run.clear()

    waiting: list[tuple[Any, bool]] = [(body, False)]
    while waiting:
        element, done = waiting.pop()
        tag = element.tag
        if tag in _BLOCKS or tag in _BREAKS:
            close()
        elif tag == _CELL and done:
            run.append(" | ")
        if done:
            run.append(element.tail or "")
            continue
        run.append(element.text or "")
        waiting.append((element, True))
        waiting.extend((child, False) for child in reversed(element))
    close()
    return out
