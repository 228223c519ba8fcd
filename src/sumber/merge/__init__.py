"""Merge: from documents to the corpus — copies and lineage, stories, events told by several reports, voices, tolls."""

from sumber.merge.corpus import merge_store
from sumber.merge.decisions import Decided, decide, take_back

__all__ = ["Decided", "decide", "merge_store", "take_back"]
