"""Small corpora of made records, and what a store says of one, for comparison."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from sumber.merge import merge_store
from sumber.store import Store
from tests.merge.made_facts import FACTS
from tests.merge.made_records import Contract, Fact, keep, report

#: More of everything that is left to chance: SUMBER_THOROUGH=4 takes four times as long.
THOROUGH = int(os.environ.get("SUMBER_THOROUGH", "1"))
OUTLETS = ("Kabar Uji", "Reuters", "The Nation", None)
SYLLABLES = ("ka", "lo", "mi", "tu", "za", "be", "ngo", "wi", "re", "sha", "du", "po", "fe", "chi")
COLUMNS = {
    "profiles": "document, published, lang, source, features, actors, parent, likeness, story",
    "printed": "document, hashes",
    "prints": "hash, document",
    "subjects": "feature, published, document",
    "copies": "a, b, kind, in_a, in_b, spans",
    "lineage": "child, parent, strength, sure, reason",
    "reports": "name, document, sight, merged",
    "blocks": "block, report",
    "links": "a, b, points, reason",
    "misses": "a, b, points, lacking, reason",
}
HISTORY = {
    "decisions": "row, a, a_start, a_end, b, b_start, b_end, answer, by, note",
    "tombstones": "id, merged_into, reason",
}

State = dict[str, list[Any]]


def state(path: Path, history: bool = False) -> State:
    """All rows of the corpus's tables; with ``history`` also what depends on the way it came about."""
    found: State = {}
    connection = sqlite3.connect(path)
    for table, columns in {**COLUMNS, **(HISTORY if history else {})}.items():
        found[table] = sorted(connection.execute(f"SELECT {columns} FROM {table}"), key=repr)
    connection.close()
    return found


def merged_at_once(path: Path, records: Iterable[Contract]) -> Store:
    """A store in which all records are kept and then merged."""
    store = Store(str(path), create=True)
    keep(store, *records)
    merge_store(store)
    return store


def arrive(path: Path | str, records: Iterable[Contract]) -> Store:
    """Write and merge one record after the other."""
    store = Store(str(path), create=True)
    for record in records:
        keep(store, record)
        merge_store(store)
    return store


@st.composite
def corpora(draw: st.DrawFn) -> list[Contract]:
    """Documents that share facts, languages, days and outlets: copies, translations, reports of their own."""
    made = []
    for number in range(draw(st.integers(2, 5))):
        facts = draw(st.lists(st.sampled_from(FACTS), min_size=1, max_size=6))
        day = draw(st.one_of(st.none(), st.integers(2, 9)))
        made.append(
            report(
                f"d{number}",
                *facts,
                lang=draw(st.sampled_from(["en", "id"])),
                day=None if day is None else f"2024-05-0{day}",
                outlet=draw(st.sampled_from(OUTLETS)),
                credits=draw(st.sampled_from([(), (), ("Reuters",), ("Antara",)])),
            )
        )
    return made


def _invented(affair: int, number: int) -> Fact:
    """A fact whose words no other affair has, in two languages that have the names in common."""
    chance = random.Random(f"{affair} {number}")
    words = ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(28)]
    town, person = words[0].title(), f"{words[1].title()} {words[2].title()}"
    marked = f"{{a:{person}}} {{t:%s}} {{q:%s}} {{r:%s}} in {{p:{town}}} on {{d:%s}}"
    return Fact(
        " ".join((marked % tuple(words[3:7]), *words[7:17])),
        " ".join((marked % tuple(words[17:21]), *words[21:])),
        on=(date(2023, 1, 1) + timedelta(40 * affair - number)).isoformat(),
        actor=("person", "MWI", "GOV"),
        place=(1_000 + 10 * affair + number, "MWI", -15.0, 35.0 + affair),
        count=("killed", 20 + affair, None),
    )


def feed(count: int) -> list[Contract]:
    """Records of ten affairs, told in turn: first, copied, cut short, translated, and by somebody else."""
    made = []
    for number in range(count):
        affair, telling = number % 10, number // 10 % 5
        facts = [_invented(affair, n) for n in ((0, 1, 2), (0, 1, 2), (1,), (0, 1, 2), (2, 0))[(telling + affair) % 5]]
        day = (date(2023, 1, 2) + timedelta(40 * affair + (telling * 3 + affair) % 4)).isoformat()
        lang = "id" if (telling + affair) % 5 == 3 else "en"
        made.append(report(f"f{number}", *facts, lang=lang, day=day, outlet=OUTLETS[number % 3]))
    return made
