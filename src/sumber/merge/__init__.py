"""Merge: from documents to the corpus — copies and lineage, stories, events told by several reports, voices, tolls."""

from sumber.merge.corpus import decide, merge_store

__all__ = ["decide", "merge_store"]
