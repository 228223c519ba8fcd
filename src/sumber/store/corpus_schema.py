"""Tables of what is known of the corpus as a whole: copies, stories, events told by several reports, decisions.

All but `decisions` and `tombstones` can be made again from the documents: ``sumber merge --rebuild``.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, String, Table, Text

from sumber.store.schema import metadata


def _document(name: str = "document", primary_key: bool = False, index: bool = False) -> Column[str]:
    to = ForeignKey("documents.key", ondelete="CASCADE")
    return Column(name, to, nullable=False, primary_key=primary_key, index=index)


profiles = Table(
    "profiles",
    metadata,
    _document(primary_key=True),
    Column("published", String(10)),
    Column("lang", String(8), nullable=False),
    Column("source", Text, nullable=False, comment="outlet, credits, length: JSON"),
    Column("features", Text, nullable=False, comment="what it is about: JSON, feature → weight"),
    Column("actors", Text, nullable=False, comment="its named persons and organisations: JSON"),
    Column("parent", String(12), comment="the document it follows in its story"),
    Column("likeness", Float),
    Column("story", String(13), nullable=False, index=True, comment="S and the first document of the story"),
)

# The queue asks for the story of every document, and must not read what it is about.
Index("profiles_story_day", profiles.c.document, profiles.c.story, profiles.c.published)

prints = Table(
    "prints",
    metadata,
    Column("hash", Integer, primary_key=True, comment="of a run of words; signed 64 bit"),
    _document(primary_key=True),
    sqlite_with_rowid=False,
)

printed = Table(
    "printed",
    metadata,
    _document(primary_key=True),
    Column("hashes", Integer, nullable=False, comment="how many of its hashes are in prints"),
    sqlite_with_rowid=False,
)

subjects = Table(
    "subjects",
    metadata,
    Column("feature", Text, primary_key=True),
    Column("published", String(10), primary_key=True),
    _document(primary_key=True),
    sqlite_with_rowid=False,
)

sightings = Table(
    "sightings",
    metadata,
    _document(primary_key=True),
    Column("actor", String(12), primary_key=True, comment="its id in the record"),
    Column("name", Text, nullable=False),
    Column("form", Text, comment="what spellings of one name share; null where the name does not tell who it is"),
    Column("published", String(10)),
    Column("country", String(3)),
    Column("land", String(3), comment="the country in the article's own words"),
    Column("sectors", Text, nullable=False),
    Column("senses", Text, nullable=False, comment="of the roles in the article's own words, joined by |"),
    sqlite_with_rowid=False,
)
# Some names stand in every third article: they are read from the index alone.
_telling = (sightings.c.country, sightings.c.land, sightings.c.sectors, sightings.c.senses, sightings.c.published)
Index("sightings_by_form", sightings.c.form, *_telling, sightings.c.name)

spellings = Table(
    "spellings",
    metadata,
    Column("form", Text, primary_key=True),
    Column("first", Text, nullable=False, index=True, comment="keys by which forms of one name are linked"),
    Column("second", Text, nullable=False, index=True),
    sqlite_with_rowid=False,
)

copies = Table(
    "copies",
    metadata,
    _document("a", primary_key=True),
    _document("b", primary_key=True),
    Column("kind", String(12), nullable=False, comment="identical, edited, excerpt, translation"),
    Column("in_a", Float, nullable=False, comment="share of a that b has"),
    Column("in_b", Float, nullable=False),
    Column("spans", Text, nullable=False, comment="shared stretches as JSON: [[start, end] in a, [start, end] in b]"),
)
Index("copies_b", copies.c.b)

lineage = Table(
    "lineage",
    metadata,
    _document("child", primary_key=True),
    _document("parent", index=True),
    Column("strength", Float, nullable=False),
    Column("sure", Boolean, nullable=False, comment="false where nothing tells which of the two was first"),
    Column("reason", Text, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("name", Text, primary_key=True, comment="DOC.eN"),
    _document(index=True),
    Column("sight", Text, nullable=False, comment="its fields without a language, JSON"),
    Column("merged", Text, nullable=False, index=True, comment="the event it tells: E and its first report"),
)

blocks = Table(
    "blocks",
    metadata,
    Column("block", Text, primary_key=True),
    Column("report", ForeignKey("reports.name", ondelete="CASCADE"), primary_key=True),
    sqlite_with_rowid=False,
)
Index("blocks_report", blocks.c.report)

links = Table(
    "links",
    metadata,
    Column("a", ForeignKey("reports.name", ondelete="CASCADE"), primary_key=True),
    Column("b", ForeignKey("reports.name", ondelete="CASCADE"), primary_key=True),
    Column("points", Float, nullable=False),
    Column("reason", Text, nullable=False),
)
Index("links_b", links.c.b)

misses = Table(
    "misses",
    metadata,
    Column("a", ForeignKey("reports.name", ondelete="CASCADE"), primary_key=True),
    Column("b", ForeignKey("reports.name", ondelete="CASCADE"), primary_key=True),
    Column("points", Float, nullable=False),
    Column("lacking", Float, nullable=False, comment="points that are missing for the two to be joined"),
    Column("reason", Text, nullable=False),
)
Index("misses_b", misses.c.b)

decisions = Table(
    "decisions",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("a", String(12), nullable=False, index=True, comment="document; no key: a decision outlives a coding"),
    Column("a_start", Integer, nullable=False, comment="characters of the trigger"),
    Column("a_end", Integer, nullable=False),
    Column("b", String(12), nullable=False, index=True),
    Column("b_start", Integer, nullable=False),
    Column("b_end", Integer, nullable=False),
    Column("answer", String(10), nullable=False, comment="same, different, unsure"),
    Column("by", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("at", String(25), nullable=False),
    Column("undoes", Integer, comment="row of the decision that this one takes back"),
)

tombstones = Table(
    "tombstones",
    metadata,
    Column("id", Text, primary_key=True, comment="of an event or story that is no more"),
    Column("merged_into", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", String(10), nullable=False),
)
