"""The store: documents, records and events in one SQLite file, asked by filters or by words, exported as tables."""

from sumber.store.corpus_documents import DocumentTables
from sumber.store.corpus_events import EventTables
from sumber.store.count_tables import Among, Asked, CountTables, Level, Unit
from sumber.store.export import FORMATS, export_events, harmless, whole, write_csv
from sumber.store.file import Corpus
from sumber.store.pack import as_json
from sumber.store.pages import COUNTED
from sumber.store.query import ClaimFilter, Filter
from sumber.store.review_tables import CARRIED, ReviewTables
from sumber.store.rows import CLAIM_COLUMNS, EVENT_COLUMNS, bounds, by_id, how_many, speaker, words
from sumber.store.schema import UNDATED
from sumber.store.search.find import Finder, Found, Hit, Order
from sumber.store.store import Store
from sumber.store.writing import KEY

__all__ = [
    "CARRIED",
    "CLAIM_COLUMNS",
    "COUNTED",
    "EVENT_COLUMNS",
    "FORMATS",
    "KEY",
    "UNDATED",
    "Among",
    "Asked",
    "ClaimFilter",
    "Corpus",
    "CountTables",
    "DocumentTables",
    "EventTables",
    "Filter",
    "Finder",
    "Found",
    "Hit",
    "Level",
    "Order",
    "ReviewTables",
    "Store",
    "Unit",
    "as_json",
    "bounds",
    "by_id",
    "export_events",
    "harmless",
    "how_many",
    "speaker",
    "whole",
    "words",
    "write_csv",
]
