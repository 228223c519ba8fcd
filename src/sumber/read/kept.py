"""A document as it was read, from its record, so that it can be coded anew without the page it came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sumber.model import Document

CARRIED = ("metadata", "given")


def read_record(record: Mapping[str, Any], sha256: str | None = None) -> Document:
    """The document of a record in the contract's form. What its carrier or a person stated of it stays stated; what was
    found in its text is found anew."""
    published = record["published"] or {}
    is_stated = published.get("how") in CARRIED
    return Document(
        id=record["id"],
        text=record["text"],
        uri=record["uri"],
        title=record["title"],
        outlet=record["outlet"],
        published=published["from"] if is_stated else None,
        published_how=published["how"] if is_stated else None,
        url=record["url"],
        author=record["author"],
        lang=record["lang"],
        plain=all(block["kind"] == "paragraph" for block in record["layout"]),
        sha256=sha256,
    )
