"""One record written into all tables that show it, and taken out of them again."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, text

from sumber.store import schema
from sumber.store.count_rows import insert_counts
from sumber.store.migrate import insert_claims, insert_names, insert_workload
from sumber.store.pack import as_json
from sumber.store.rows import Contract, event_rows, parties
from sumber.store.search.vocabulary import insert_words, terms_of

KEY = 12


def insert_record(connection: Connection, record: Contract, sha256: str) -> None:
    """Enter a record under the start of the hash of its bytes."""
    key = sha256[:KEY]
    published = (record["published"] or {}).get("from")
    names: list[str | None] = []
    connection.execute(
        insert(schema.documents).values(
            key=key,
            sha256=sha256,
            published=published,
            codebook=record["made_by"]["codebook"],
            record=as_json(record),
            **{name: record[name] for name in ("id", "uri", "outlet", "lang", "title")},
        )
    )
    for event_record, row in zip(record["events"], event_rows(record, key), strict=True):
        columns = {c.name: row[c.name] for c in schema.events.columns if c.name in row}
        columns |= {"id": event_record["id"], "begin": row["from"], "until": row["to"], "document": key}
        columns |= {"day": row["from"] or schema.UNDATED, "issued": published or schema.UNDATED}
        names += [row["place"], row["said_by"]]
        inserted = connection.execute(insert(schema.events).values(**columns))
        for party in parties(record, event_record):
            connection.execute(insert(schema.parties).values(event=inserted.lastrowid, **party))
            names.append(party["name"])
    insert_names(connection, names)
    insert_claims(connection, record, key)
    insert_counts(connection, record, key)
    insert_workload(connection, key)
    connection.execute(
        text("INSERT INTO words (key, title, text) VALUES (:key, :title, :text)"),
        {"key": key, "title": record["title"] or "", "text": record["text"]},
    )
    insert_words(connection, record["lang"], terms_of(f"{record['title'] or ''} {record['text']}"))


def delete_record(connection: Connection, key: str) -> None:
    """Take a document out, with all that follows from it: its events, claims, copies, place in a story, standing."""
    connection.execute(text("DELETE FROM words WHERE key = :key"), {"key": key})
    connection.execute(delete(schema.documents).where(schema.documents.c.key == key))
