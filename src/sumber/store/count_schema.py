"""Tables that are counted: narrow rows that repeat what events are chosen by, so that a chart of all of them reads some
megabytes and not the whole store. All follow from the records, but for `repeats`, which follows from merging."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, String, Table, Text

from sumber.store.schema import metadata


def _event(primary_key: bool = False, nullable: bool = False, index: bool = False) -> Column[int]:
    to = ForeignKey("events.row", ondelete="CASCADE")
    return Column("event", Integer, to, primary_key=primary_key, nullable=nullable, index=index)


def _judged(
    sorts: bool = False,
) -> tuple[Column[str], Column[str], Column[str], Column[str], Column[bool], Column[bool]]:
    """What a filter judges by itself, as `events` has it, and whether another report told the event first."""
    return (
        Column("day", String(10), nullable=False, primary_key=sorts),
        Column("type", String(12), nullable=False, primary_key=sorts),
        Column("until", String(10)),
        Column("status", String(16), nullable=False),
        Column("background", Boolean, nullable=False),
        Column("again", Boolean, nullable=False, server_default="0", comment="follows from `repeats`"),
    )


sites = Table(
    "sites",
    metadata,
    Column("site", Text, primary_key=True, comment="GeoNames id, else country and name"),
    Column("name", Text, nullable=False, comment="as the first article had it"),
    Column("country", String(3)),
    Column("lat", Float),
    Column("lon", Float),
    Column("precision", String(12), comment="city, area, country"),
    sqlite_with_rowid=False,
)

#: In the order in which a timeline counts.
dated = Table("dated", metadata, *_judged(sorts=True), _event(primary_key=True, index=True), sqlite_with_rowid=False)

located = Table("located", metadata, _event(primary_key=True), Column("site", Text, nullable=False), *_judged())
Index("located_site", located.c.site, located.c.event)

dyads = Table(
    "dyads",
    metadata,
    Column("level", String(7), primary_key=True, comment="country or name"),
    Column("a", Text, primary_key=True, comment="who did it"),
    Column("b", Text, primary_key=True, comment="to whom; of deeds done together, each to each"),
    _event(primary_key=True, index=True),
    Column("mutual", Boolean, nullable=False, comment="done together: all parties are actors"),
    *_judged(),
    sqlite_with_rowid=False,
)

tallies = Table(
    "tallies",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("document", ForeignKey("documents.key", ondelete="CASCADE"), nullable=False, index=True),
    _event(nullable=True, index=True),
    Column("report", Text, nullable=False, comment="DOC.eN, empty where the figure is of no event"),
    Column("quantity", String(12), nullable=False, comment="its id inside the record"),
    Column("what", String(16), nullable=False),
    Column("greatest", Float, comment="the greatest number stated"),
    Column("running", Boolean, nullable=False, comment="may be a running total"),
    Column("issued", String(10), nullable=False, comment="the document's day of publication"),
)
Index("tallies_running", tallies.c.running, tallies.c.what, tallies.c.issued)

repeats = Table("repeats", metadata, _event(primary_key=True))
