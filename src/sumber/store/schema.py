"""Tables of the store. The record is kept whole as JSON; what is asked for often stands beside it in columns."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text, UniqueConstraint

#: Raised by one with each change of the tables; an older program refuses a newer store and says so.
VERSION = 6

#: Stands where there is no day, in columns that are sorted by: after all days.
UNDATED = "~"

metadata = MetaData()


def _sorted_by(name: str, what: str) -> Column[str]:
    return Column(name, String(10), nullable=False, server_default=UNDATED, comment=f"{what}, or {UNDATED}")


documents = Table(
    "documents",
    metadata,
    Column("key", String(12), primary_key=True, comment="first twelve hex digits of sha256, the DOC of the commands"),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("id", Text, nullable=False, index=True),
    Column("uri", Text, index=True),
    Column("outlet", Text),
    Column("lang", String(8), nullable=False),
    Column("title", Text),
    Column("published", String(10), index=True),
    Column("codebook", Text, nullable=False),
    Column("record", Text, nullable=False, comment="the record of the output contract, as JSON"),
)
Index("documents_by_outlet", documents.c.outlet, documents.c.published)

# The queue asks these of every document, and must not read its record.
Index("documents_heading", documents.c.outlet, documents.c.lang, documents.c.published, documents.c.key)

events = Table(
    "events",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("document", ForeignKey("documents.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("id", String(12), nullable=False, comment="the event's id inside its record"),
    Column("type", String(12), nullable=False),
    Column("modes", Text, nullable=False),
    Column("status", String(16), nullable=False),
    Column("background", Boolean, nullable=False),
    Column("aggregate", Boolean, nullable=False),
    Column("begin", String(10)),
    Column("until", String(10)),
    Column("time_how", String(12), nullable=False),
    Column("place", Text, index=True),
    Column("place_country", String(3), index=True),
    Column("actors", Text, nullable=False, comment="names, joined by '; '"),
    Column("recipients", Text, nullable=False),
    Column("said_by", Text, index=True),
    Column("via", Text, nullable=False, comment="media, nearest to the reader first, joined by ' < '"),
    Column("how_many", Text, nullable=False),
    Column("trigger", Text, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("rule", Text, nullable=False),
    _sorted_by("day", "begin"),
    _sorted_by("issued", "the document's day of publication"),
    UniqueConstraint("document", "id"),
)

# A page is read along one of these, and what has few values is judged on the way, without a look at the row itself.
_judged = (events.c.type, events.c.status, events.c.background, events.c.until)
Index("events_by_day", events.c.day, events.c.document, events.c.row, *_judged, events.c.issued)
Index("events_by_type", events.c.type, events.c.document, events.c.id)
Index("events_by_issue", events.c.issued, events.c.document, events.c.row, *_judged, events.c.day)
_lasting = events.c.until > events.c.day
Index("events_lasting", events.c.until, events.c.day, events.c.issued, sqlite_where=_lasting)

#: What a report is called everywhere: ``DOC.eN``.
report_name = events.c.document.concat(".").concat(events.c.id)

parties = Table(
    "parties",
    metadata,
    Column("event", ForeignKey("events.row", ondelete="CASCADE"), nullable=False, index=True),
    Column("side", String(10), nullable=False, comment="actor or recipient"),
    Column("name", Text, nullable=False),
    Column("kind", String(12), nullable=False),
    Column("country", String(3)),
    Column("sectors", Text, nullable=False),
)
Index("parties_by_name", parties.c.name, parties.c.side, parties.c.event)
Index("parties_by_country", parties.c.country, parties.c.side, parties.c.event)

names = Table(
    "names",
    metadata,
    Column("name", Text, primary_key=True, comment="of a party, place, speaker or medium, as the other tables have it"),
    Column("folded", Text, nullable=False, comment="in small letters: parts of names are sought here"),
    sqlite_with_rowid=False,
)

claims = Table(
    "claims",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("document", ForeignKey("documents.key", ondelete="CASCADE"), nullable=False, index=True),
    Column("id", String(12), nullable=False, comment="the attribution's id inside its record"),
    Column("said_by", Text, index=True, comment="the actor, else the words; null for hearsay"),
    Column("stance", String(12), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("content", Text, nullable=False),
    Column("via", Text, nullable=False, index=True, comment="media, nearest to the reader first, joined by ' < '"),
    Column("origin", Text, comment="where the chain ends"),
    Column("parent", String(12), comment="the claim it stands inside"),
    _sorted_by("issued", "the document's day of publication"),
    UniqueConstraint("document", "id"),
)
Index("claims_by_issue", claims.c.issued, claims.c.document, claims.c.row, claims.c.stance)

stems = Table(
    "stems",
    metadata,
    Column("lang", String(8), primary_key=True),
    Column("root", Text, primary_key=True, comment="what words of one family share; each word is a root of itself"),
    Column("term", Text, primary_key=True, comment="a word of some document, as the full-text search has it"),
    Column("sure", Boolean, nullable=False, comment="false where the word may as well have another root"),
    sqlite_with_rowid=False,
)

#: Full text: an external-content FTS5 table would need triggers; the text is small beside the record, so it is kept.
FULL_TEXT = """
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
    key UNINDEXED, title, text, tokenize = "unicode61 remove_diacritics 2"
)
"""
