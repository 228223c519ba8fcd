"""Bytes → Document: `read_path`; `SUFFIXES` are those of the files it takes from a folder. `read_record` gives the
document of a record back."""

from sumber.read.dispatch import READERS, read_path
from sumber.read.kept import read_record

SUFFIXES = frozenset(READERS)

__all__ = ["SUFFIXES", "read_path", "read_record"]
