"""Tables of what coders decided. `judgements` and `reversals` are only ever added to; `standing` and `workload` follow
from them and from the events, and are kept so that a queue of thousands of articles opens at once."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from sumber.store.schema import metadata

judgements = Table(
    "judgements",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("batch", Text, nullable=False, comment="one act of a coder: what was sent together is undone together"),
    Column("document", String(12), nullable=False, comment="no key: a judgement outlives a coding"),
    Column("start", Integer, nullable=False, comment="characters of the trigger, which name the event for good"),
    Column("end", Integer, nullable=False),
    Column("slot", Integer, nullable=False, comment="place among the events of one trigger, from 0"),
    Column("field", String(12), nullable=False, comment="* for the event as a whole"),
    Column("action", String(10), nullable=False, comment="accept, mend, refuse, unsure, ask"),
    Column("machine", Text, nullable=False, comment="JSON: what the machine said then"),
    Column("value", Text, comment="JSON: what the coder wrote or had before them"),
    Column("evidence", Text, nullable=False, comment="JSON: the words marked for it, [[start, end], …]"),
    Column("reason", Text, nullable=False),
    Column("coder", Text, nullable=False),
    Column("at", String(25), nullable=False, comment="UTC"),
    sqlite_autoincrement=True,  # a number that was given once is never given again
)
Index("judgements_document", judgements.c.document, judgements.c.row)
Index("judgements_batch", judgements.c.batch)
Index("judgements_coder", judgements.c.coder, judgements.c.row)

reversals = Table(
    "reversals",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("batch", Text, nullable=False, index=True, comment="of the judgements taken back or restored"),
    Column("undone", Boolean, nullable=False, comment="false where an undone batch is restored"),
    Column("coder", Text, nullable=False),
    Column("at", String(25), nullable=False),
    sqlite_autoincrement=True,
)

standing = Table(
    "standing",
    metadata,
    Column("report", Text, primary_key=True, comment="DOC.eN"),
    Column("document", ForeignKey("documents.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("state", String(10), nullable=False, comment="accepted, refused, unsure, asked, changed, begun"),
    Column("fields", Text, nullable=False, comment="JSON: field → state"),
    Column("revision", Integer, nullable=False, comment="the last row of judgements that counts in it"),
    Column("coder", Text, nullable=False),
    Column("at", String(25), nullable=False),
    sqlite_with_rowid=False,
)
Index("standing_state", standing.c.state, standing.c.document)

workload = Table(
    "workload",
    metadata,
    Column("document", ForeignKey("documents.key", ondelete="CASCADE"), primary_key=True),
    Column("events", Integer, nullable=False),
    Column("settled", Integer, nullable=False, comment="accepted or refused"),
    Column("unsure", Integer, nullable=False),
    Column("asked", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
)

releases = Table(
    "releases",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("at", String(25), nullable=False),
    Column("coder", Text, nullable=False),
    Column("choice", Text, nullable=False, comment="JSON: which events were asked for"),
    Column("digest", String(64), nullable=False, comment="sha256 over the digests of the rows"),
    Column("note", Text, nullable=False),
    sqlite_autoincrement=True,
)

released = Table(
    "released",
    metadata,
    Column("release", ForeignKey("releases.row", ondelete="CASCADE"), primary_key=True),
    Column("event", Text, primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("data", Text, nullable=False, comment="JSON: the row; empty where an earlier release holds it as it is"),
    sqlite_with_rowid=False,
)
Index("released_event", released.c.event, released.c.digest)
