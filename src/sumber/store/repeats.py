"""Which reports tell an event that another report told first: what is counted once is counted there."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, literal, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from sumber.store import schema
from sumber.store.corpus_schema import reports
from sumber.store.count_schema import dated, dyads, located, repeats
from sumber.store.pack import chunks

_REPEATING = (dated, located, dyads)


def clear_repeats(connection: Connection) -> None:
    """Forget which reports retell: no event is merged any more."""
    connection.execute(delete(repeats))
    for table in _REPEATING:
        connection.execute(update(table).where(table.c.again).values(again=False))


def insert_repeats(connection: Connection, merged: Mapping[str, str] | None = None) -> None:
    """Enter which reports retell an event that another told first: of these (report → event), or of all."""
    e = schema.events.c
    if merged is None:
        retold = select(e.row).join(reports, reports.c.name == schema.report_name)
        retold = retold.where(reports.c.merged != literal("E").concat(reports.c.name))
        connection.execute(upsert(repeats).from_select(["event"], retold.where(e.row > 0)).on_conflict_do_nothing())
        for table in _REPEATING:
            connection.execute(update(table).where(table.c.event.in_(select(repeats.c.event))).values(again=True))
        return
    rows: dict[str, int] = {}
    for part in chunks({name.partition(".")[0] for name in merged}):
        found = select(e.document, e.id, e.row).where(e.document.in_(part))
        rows |= {f"{row.document}.{row.id}": row.row for row in connection.execute(found)}
    for part in chunks(rows[name] for name in merged if name in rows):
        connection.execute(delete(repeats).where(repeats.c.event.in_(part)))
        for table in _REPEATING:
            connection.execute(update(table).where(table.c.event.in_(part), table.c.again).values(again=False))
    retelling = [rows[name] for name, event in merged.items() if event != f"E{name}" and name in rows]
    for part in chunks(retelling):
        connection.execute(insert(repeats), [{"event": number} for number in part])
        for table in _REPEATING:
            connection.execute(update(table).where(table.c.event.in_(part)).values(again=True))
