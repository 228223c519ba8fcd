"""A store of very many events, filled with made-up rows, and the seconds of each filter's first page in it.

    python -m evaluate.bigstore                          a million events in a temporary file
    python -m evaluate.bigstore --events 100000 --store big.db --json FILE

A file that `--store` names is kept, and used again if it is there. Names, types and countries follow Zipf's law, and
days lie in the order of the documents, so that what was rare in some year is far from the first page.
"""

from __future__ import annotations

import argparse
import datetime
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from evaluate.keep import keep
from sumber.model import EVENT_TYPES
from sumber.store import ClaimFilter, Filter, Store
from sumber.store.schema import UNDATED

EVENTS = 1_000_000
A_DOCUMENT = 8  # events, and half as many claims
NAMES = 150_000
PAGE = 100  # rows
ROUNDS = 5  # of which the median counts
FIRST = datetime.date(2015, 1, 1)
DAYS = 3_600
SEED = 11
STATUSES = ("actual", "planned", "requested", "alleged", "threatened", "negated", "denied")
SYLLABLES = ("ba", "ker", "tan", "mi", "sul", "re", "dor", "pen", "ga", "lis", "nu", "ja", "tok", "sa", "hu", "lam")

Row = tuple[Any, ...]

FILTERS: dict[str, Filter] = {
    "events": Filter(),
    "--order document": Filter(order="document"),
    f"--type {EVENT_TYPES[0]} (common)": Filter(type=EVENT_TYPES[0]),
    f"--type {EVENT_TYPES[-1]} (rare)": Filter(type=EVENT_TYPES[-1]),
    "--status denied": Filter(status="denied"),
    "--news": Filter(background=False),
    "--since 2024-10-01": Filter(since="2024-10-01"),
    "--until 2015-02-01": Filter(until="2015-02-01"),
    "--actor C00 (common)": Filter(actor="C00"),
    "--actor C79 (rare)": Filter(actor="C79"),
    "--actor part of names": Filter(actor="kertan"),
    "--actor part of most names": Filter(actor="a"),
    "--actor one name": Filter(actor="name 149999"),
    "--actor in no name": Filter(actor="zzz"),
    "--recipient C00": Filter(recipient="C00"),
    "--recipient part of names": Filter(recipient="kertan"),
    "--place part of names": Filter(place="tokyo"),
    "--place C01": Filter(place="C01"),
    "--said-by part of names": Filter(said_by="kertan"),
    "--actor C00 --since 2024": Filter(actor="C00", since="2024-01-01"),
    "--actor C00 --recipient C01": Filter(actor="C00", recipient="C01"),
    "--type, --actor, document": Filter(type=EVENT_TYPES[1], actor="C03", order="document"),
}
CLAIMS: dict[str, ClaimFilter] = {
    "claims": ClaimFilter(),
    "claims --by part of names": ClaimFilter(by="kertan"),
    "claims --via part of names": ClaimFilter(via="kertan"),
    "claims --stance denies": ClaimFilter(stance="denies"),
    "claims --since 2024-10-01": ClaimFilter(since="2024-10-01"),
}


class _Dice:
    """Draws by Zipf's law, from lists drawn beforehand: a million rows ask for many."""

    def __init__(self) -> None:
        self.random = random.Random(SEED)
        draw = self.random
        self.names = ["".join(draw.choices(SYLLABLES, k=3)).title() + f" Name {n}" for n in range(NAMES)]
        self.name = self._zipf(self.names)
        self.country = self._zipf([f"C{n:02d}" for n in range(80)])
        self.type = self._zipf(list(EVENT_TYPES))
        self.status = self._zipf(list(STATUSES))

    def _zipf(self, values: list[str]) -> Iterator[str]:
        weights = [1 / (rank + 2) for rank in range(len(values))]
        while True:
            yield from self.random.choices(values, weights, k=10_000)


def fill(path: str, events: int) -> None:
    """Make a store and put rows into its tables."""
    Store(path, create=True).__exit__(None, None, None)
    dice = _Dice()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        documents = -(-events // A_DOCUMENT)
        for start in range(0, documents, 5_000):
            made = range(start, min(documents, start + 5_000))
            _insert(connection, "documents", DOCUMENT, (_document(number, documents) for number in made))
            _insert(connection, "events", EVENT, (e for n in made for e in _events(dice, n, documents, events)))
            first, last = start * A_DOCUMENT + 1, min(events, made.stop * A_DOCUMENT)
            _insert(connection, "parties", PARTY, (p for e in range(first, last + 1) for p in _parties(dice, e)))
            _insert(connection, "claims", CLAIM, (c for n in made for c in _claims(dice, n, documents)))
            connection.commit()
        for column in ("parties.name", "events.place", "events.said_by", "claims.said_by", "claims.via"):
            table = column.partition(".")[0]
            connection.execute(f"INSERT OR IGNORE INTO names SELECT {column}, lower({column}) FROM {table} GROUP BY 1")
    connection.close()


DOCUMENT = ("key", "sha256", "id", "uri", "outlet", "lang", "title", "published", "codebook", "record")
EVENT = (
    "document", "id", "type", "modes", "status", "background", "aggregate", "begin", "until", "time_how", "place",
    "place_country", "actors", "recipients", "said_by", "via", "how_many", "trigger", "sentence", "rule", "day",
    "issued",
)  # fmt: skip
PARTY = ("event", "side", "name", "kind", "country", "sectors")
CLAIM = ("document", "id", "said_by", "stance", "kind", "content", "via", "issued")


def _insert(connection: sqlite3.Connection, table: str, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
    names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)


def _key(number: int) -> str:
    return f"{number * 0x9E3779B97F4A7C15 % (1 << 48):012x}"  # no order, as hashes have none


def _day(number: int, documents: int) -> str:
    return (FIRST + datetime.timedelta(DAYS * number // documents)).isoformat()


def _document(number: int, documents: int) -> Row:
    key = _key(number)
    published = None if number % 50 == 0 else _day(number, documents)
    return key, key * 5, f"{key}.txt", f"{key}.txt", f"Outlet {number % 40}", "en", "A title", published, "-", "{}"


def _events(dice: _Dice, number: int, documents: int, events: int) -> Iterator[Row]:
    day = _day(number, documents)
    issued = UNDATED if number % 50 == 0 else day
    for place in range(min(A_DOCUMENT, events - number * A_DOCUMENT)):
        begin = None if place == 3 else day
        name = next(dice.name)
        yield (
            _key(number), f"e{place + 1}", next(dice.type), "", next(dice.status), place == 5, False, begin, begin,
            "stated", next(dice.name) if place % 2 else None, next(dice.country) if place % 2 else None, name, name,
            name if place % 3 == 0 else None, "", "", "arrested", "Police arrested two men. " * 4, "-",
            begin or UNDATED, issued,
        )  # fmt: skip


def _parties(dice: _Dice, event: int) -> Iterator[Row]:
    for side in ("actor", "recipient"):
        yield event, side, next(dice.name), "group", next(dice.country), "COP"


def _claims(dice: _Dice, number: int, documents: int) -> Iterator[Row]:
    issued = UNDATED if number % 50 == 0 else _day(number, documents)
    for place in range(A_DOCUMENT // 2):
        stance = "denies" if place == 3 and number % 9 == 0 else "asserts"
        content = "two men were arrested and nobody was told why. " * 3
        yield _key(number), f"s{place + 1}", next(dice.name), stance, "indirect", content, next(dice.name), issued


def measure(path: str) -> dict[str, float]:
    """Seconds of the first page of each filter: the rows, and how many more there are."""
    found: dict[str, float] = {}
    with Store(path) as store:
        for name, wanted in {**FILTERS, **CLAIMS}.items():
            ask: Callable[..., Iterator[dict[str, Any]]] = (
                store.events if isinstance(wanted, Filter) else store.claims  # type: ignore[assignment]
            )
            column = "event" if isinstance(wanted, Filter) else "claim"
            taken = []
            for _ in range(ROUNDS):
                begun = time.perf_counter()
                rows = list(ask(wanted, PAGE))
                read = time.perf_counter()
                if rows:
                    store.count_after(wanted, rows[-1][column])
                taken.append((read - begun, time.perf_counter() - begun))
            found[name] = round(statistics.median(page for page, _ in taken), 3)
            found[f"{name}, and how many more"] = round(statistics.median(both for _, both in taken), 3)
    return found


def table(found: dict[str, float]) -> str:
    """A line a filter."""
    names = list(islice(found, 0, None, 2))
    head = f"{'first page of ' + str(PAGE) + ' rows':32} {'seconds':>8} {'with count of more':>20}"
    return "\n".join([head, *(f"{n:32} {found[n]:8.3f} {found[n + ', and how many more']:20.3f}" for n in names)])


def main() -> int:
    """Command line; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=EVENTS, metavar="N")
    parser.add_argument("--store", metavar="FILE")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or str(Path(folder) / "big.db")
        if not Path(path).is_file():
            print(f"making {options.events:,} events …", file=sys.stderr, flush=True)
            fill(path, options.events)
        print(f"store of {Path(path).stat().st_size / 1e6:,.0f} MB", file=sys.stderr)
        found = measure(path)
    print(table(found))
    if options.json:
        keep(options.json, "seconds", found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
