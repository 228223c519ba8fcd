"""Tables of the store. The record is kept whole as JSON; what is asked for often stands beside it in columns."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, MetaData, String, Table, Text, UniqueConstraint

#: Raised by one with each change of the tables; an older program refuses a newer store and says so.
VERSION = 3

metadata = MetaData()

documents = Table(
    "documents",
    metadata,
    Column("key", String(12), primary_key=True, comment="first twelve hex digits of sha256, the DOC of the commands"),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("id", Text, nullable=False, index=True),
    Column("uri", Text),
    Column("outlet", Text),
    Column("lang", String(8), nullable=False),
    Column("title", Text),
    Column("published", String(10), index=True),
    Column("codebook", Text, nullable=False),
    Column("record", Text, nullable=False, comment="the record of the output contract, as JSON"),
)

events = Table(
    "events",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("document", ForeignKey("documents.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("id", String(12), nullable=False, comment="the event's id inside its record"),
    Column("type", String(12), nullable=False, index=True),
    Column("modes", Text, nullable=False),
    Column("status", String(16), nullable=False),
    Column("background", Boolean, nullable=False),
    Column("aggregate", Boolean, nullable=False),
    Column("begin", String(10), index=True),
    Column("until", String(10)),
    Column("time_how", String(12), nullable=False),
    Column("place", Text),
    Column("place_country", String(3)),
    Column("actors", Text, nullable=False, comment="names, joined by '; '"),
    Column("recipients", Text, nullable=False),
    Column("said_by", Text),
    Column("via", Text, nullable=False, comment="media, nearest to the reader first, joined by ' < '"),
    Column("how_many", Text, nullable=False),
    Column("trigger", Text, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("rule", Text, nullable=False),
    UniqueConstraint("document", "id"),
)

parties = Table(
    "parties",
    metadata,
    Column("event", ForeignKey("events.row", ondelete="CASCADE"), nullable=False, index=True),
    Column("side", String(10), nullable=False, comment="actor or recipient"),
    Column("name", Text, nullable=False),
    Column("kind", String(12), nullable=False),
    Column("country", String(3), index=True),
    Column("sectors", Text, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("document", ForeignKey("documents.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("id", String(12), nullable=False, comment="the attribution's id inside its record"),
    Column("said_by", Text, comment="the actor, else the words; null for hearsay"),
    Column("stance", String(12), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("content", Text, nullable=False),
    Column("via", Text, nullable=False, comment="media, nearest to the reader first, joined by ' < '"),
    Column("origin", Text, comment="where the chain ends"),
    Column("parent", String(12), comment="the claim it stands inside"),
    UniqueConstraint("document", "id"),
)

#: Full text: an external-content FTS5 table would need triggers; the text is small beside the record, so it is kept.
FULL_TEXT = """
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
    key UNINDEXED, title, text, tokenize = "unicode61 remove_diacritics 2"
)
"""
