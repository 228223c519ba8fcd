"""Bytes → Document: `read_path`, `read_stream`; `SUFFIXES` are those of the files it takes from a folder. `read_record`
gives the document of a record back."""

from sumber.read.count import count_documents
from sumber.read.dispatch import READERS, read_path, read_stream
from sumber.read.kept import read_record

SUFFIXES = frozenset(READERS)

__all__ = ["SUFFIXES", "count_documents", "read_path", "read_record", "read_stream"]
