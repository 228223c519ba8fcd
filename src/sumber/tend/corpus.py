"""Documents out of the records that the store keeps, to be read again."""

from __future__ import annotations

from typing import Any

from sumber.model import Document


def document_of(record: dict[str, Any]) -> Document:
    """The document that a record (in the contract's form) was made from, its date and outlet given."""
    return Document(
        id=record["id"],
        text=record["text"],
        uri=record["uri"],
        title=record["title"],
        outlet=record["outlet"],
        published=(record["published"] or {}).get("from"),
        published_how="given" if record["published"] else None,
        url=record["url"],
        author=record["author"],
        lang=record["lang"],
        plain=all(block["kind"] == "paragraph" for block in record["layout"]),
    )
