"""What the documents of a search have in common, counted without asking the database: every document's language,
outlet, year, event types and countries, as numbers in arrays. 20,000 documents with 100,000 events are some
megabytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, text

Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]

FACETS = ("lang", "outlet", "type", "country", "year")


@dataclass(frozen=True, slots=True)
class _Pairs:
    """One facet: document ``places[i]`` has the value ``values[codes[i]]``; of each pair one."""

    values: tuple[str, ...]
    places: Rows
    codes: Rows

    def counts(self, mask: Mask) -> dict[str, int]:
        """How many documents of the mask have each value."""
        found = np.bincount(self.codes[mask[self.places]], minlength=len(self.values))
        return {value: int(count) for value, count in zip(self.values, found, strict=True) if count}

    def having(self, value: str, size: int) -> Mask:
        """The documents that have a value."""
        mask = np.zeros(size, dtype=bool)
        if value in self.values:
            mask[self.places[self.codes == self.values.index(value)]] = True
        return mask


class Holdings:
    """All documents of a store as it was when this was made."""

    def __init__(self, connection: Connection) -> None:
        sql = "SELECT d.key, d.lang, d.outlet, substr(d.published, 1, 4) AS year, d.published FROM documents d"
        documents = connection.execute(text(sql)).all()
        places = {row.key: place for place, row in enumerate(documents)}
        numbers = connection.execute(text("SELECT id, c0 FROM words_content ORDER BY id")).all()
        self.keys: tuple[str, ...] = tuple(row.key for row in documents)
        self.places: Mapping[str, int] = places
        self.days = np.array([row.published or "" for row in documents], dtype="U10")
        self._place_of = np.full(numbers[-1].id + 1 if numbers else 1, -1, dtype=np.int64)
        for number, key in numbers:
            self._place_of[number] = places.get(key, -1)
        self._row_of: dict[int, int] = {places[key]: number for number, key in numbers if key in places}
        events = "SELECT DISTINCT document, {0} FROM events WHERE {0} IS NOT NULL"
        typed, placed = (connection.execute(text(events.format(name))).all() for name in ("type", "place_country"))
        self._facets = {
            "lang": _pairs((place, row.lang) for place, row in enumerate(documents)),
            "outlet": _pairs((place, row.outlet) for place, row in enumerate(documents)),
            "year": _pairs((place, row.year) for place, row in enumerate(documents)),
            "type": _pairs((places[key], value) for key, value in typed if key in places),
            "country": _pairs((places[key], value) for key, value in placed if key in places),
        }

    def places_of(self, rows: Iterable[int]) -> Rows:
        """Rows of the full-text table as places of documents, in their order."""
        numbers = np.fromiter(rows, dtype=np.int64)
        found = self._place_of[numbers[numbers < len(self._place_of)]]
        return found[found >= 0]

    def row_of(self, place: int) -> int:
        """The row of a document in the full-text table."""
        return self._row_of[place]

    def narrowed(self, found: Rows, chosen: Mapping[str, str]) -> tuple[Rows, dict[str, list[tuple[str, int]]]]:
        """The documents that have all chosen values, in their order; and for each facet the values with how many
        documents they would leave, its own choice aside: most frequent first, years newest first."""
        size = len(self.keys)
        inside = np.zeros(size, dtype=bool)
        inside[found] = True
        masks = {name: self._facets[name].having(value, size) for name, value in chosen.items()}
        counted: dict[str, list[tuple[str, int]]] = {}
        for name in FACETS:
            others = [mask for other, mask in masks.items() if other != name]
            counts = self._facets[name].counts(_all(inside, others))
            if name in chosen:
                counts.setdefault(chosen[name], 0)
            counted[name] = sorted(counts.items(), key=_newest if name == "year" else _most)
        return found[_all(inside, masks.values())[found]], counted


def _most(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _newest(item: tuple[str, int]) -> int:
    return -int(item[0]) if item[0].isdigit() else 0


def _all(inside: Mask, masks: Iterable[Mask]) -> Mask:
    out = inside
    for mask in masks:
        out = out & mask
    return out


def _pairs(items: Iterable[tuple[int, Any]]) -> _Pairs:
    codes: dict[str, int] = {}
    pairs = {(place, codes.setdefault(value, len(codes))) for place, value in items if value}
    ordered = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
    return _Pairs(tuple(codes), ordered[:, 0], ordered[:, 1])
