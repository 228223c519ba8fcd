"""The plain function every engine runs: a few documents in, their outcomes out."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sumber.model import Document
from sumber.model.record import to_contract

T = TypeVar("T")


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


@dataclass(frozen=True, slots=True)
class Failure:
    """The trouble that a piece of work had with a document, with its traceback."""

    uri: str
    trouble: str
    detail: str


def attempt(document: Document, work: Callable[[Document], T]) -> T | Failure:
    """Do some work on one document; a failure becomes that document's own, so that it costs no other."""
    try:
        return work(document)
    except Exception as error:  # the one place where any failure is turned into one that names its document
        trouble = f"could not be coded: {type(error).__name__}: {error}"
        return Failure(document.uri or document.id, trouble, traceback.format_exc())


def code_one(document: Document) -> Outcome:
    """Code one document; a failure becomes that document's outcome."""
    # Imported here so that a process which only hands out work never loads the model.
    from sumber.pipeline import code_document

    done = attempt(document, lambda one: to_contract(code_document(one)))
    uri = document.uri or document.id
    if isinstance(done, Failure):
        return Outcome(uri, document.sha256, None, done.trouble, done.detail)
    return Outcome(uri, document.sha256, done)


def code_batch(documents: Sequence[Document]) -> list[Outcome]:
    """Code some documents, in order."""
    return [code_one(document) for document in documents]
