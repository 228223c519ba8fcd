"""The plain function every engine runs: a few documents in, their outcomes out."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sumber.model import Document
from sumber.model.record import to_contract


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: its record in the contract's form, or the trouble it had. Never both.

    ``detail`` is the traceback where coding itself failed, for the person who will mend it.
    """

    uri: str
    sha256: str | None
    record: dict[str, Any] | None
    trouble: str | None = None
    detail: str | None = None


def code_one(document: Document) -> Outcome:
    """Code one document; a failure becomes that document's outcome, so that it costs no other."""
    # Imported here so that a process which only hands out work never loads the model.
    from sumber.pipeline import code_document

    uri = document.uri or document.id
    try:
        record = to_contract(code_document(document))
    except Exception as error:  # the one place where any failure is turned into an outcome that names its document
        trouble = f"could not be coded: {type(error).__name__}: {error}"
        return Outcome(uri, document.sha256, None, trouble, traceback.format_exc())
    return Outcome(uri, document.sha256, record)


def code_batch(documents: Sequence[Document]) -> list[Outcome]:
    """Code some documents, in order."""
    return [code_one(document) for document in documents]
