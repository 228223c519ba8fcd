"""Bytes → Document: `read_path`; `SUFFIXES` are those of the files it takes from a folder."""

from sumber.read.dispatch import READERS, read_path

SUFFIXES = frozenset(READERS)

__all__ = ["SUFFIXES", "read_path"]
