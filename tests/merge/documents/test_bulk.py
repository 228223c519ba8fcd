"""One pass over a corpus finds the pairs that a search for each document finds."""

from __future__ import annotations

import hashlib
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, text

from evaluate.lineage.bulk import bulk
from sumber.merge import corpus as merging
from sumber.merge import merge_store
from sumber.merge.documents import fill
from sumber.merge.documents.bulk import LONG, find_pairs
from sumber.merge.documents.copies import Copy, compare_in_order, is_worth_comparing
from sumber.merge.documents.prints import Print, fingerprint
from sumber.store import DocumentTables, Store
from tests.store.conftest import make_record

Pairs = dict[tuple[str, str], Copy]
EMPTY = ("times", "places", "actors", "quantities", "attributions", "events", "relations")


def _spans(page: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for paragraph in page.split("\n\n"):
        found.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return found


def _prints(pages: dict[str, str]) -> dict[str, Print]:
    return {key: fingerprint(page, _spans(page)) for key, page in pages.items()}


def _at_once(prints: dict[str, Print], **more: Any) -> Pairs:
    hashes = [(key, found.distinct()) for key, found in prints.items()]
    found = [((a, b), copy) for a, b, copy in find_pairs(hashes, prints.__getitem__, **more)]
    assert len(dict(found)) == len(found), "each pair once"
    return dict(found)


def _one_by_one(prints: dict[str, Print]) -> Pairs:
    found = {}
    for a, b in combinations(sorted(prints), 2):
        if is_worth_comparing(prints[a], prints[b]):
            copy = compare_in_order(a, prints[a], b, prints[b])
            if copy is not None:
                found[a, b] = copy
    return found


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_same_pairs_whatever_is_shared(data: st.DataObject) -> None:
    """Pages of stretches of a few sources, some with a boilerplate that more of them have than may be joined."""
    sources = ["".join(f"w{source}x{i} " for i in range(60)) for source in range(4)]
    boilerplate = " ".join(f"foot{i}" for i in range(data.draw(st.integers(4, 40))))
    pages = {}
    for number in range(data.draw(st.integers(0, LONG + 10))):
        source = data.draw(st.sampled_from(sources)).split()
        start = data.draw(st.integers(0, 50))
        own = " ".join(f"own{number}x{i}" for i in range(data.draw(st.integers(0, 60))))
        taken = " ".join(source[start : start + data.draw(st.integers(0, 60))])
        pages[f"{number:03d}"] = f"{own} {taken}\n\n{boilerplate if data.draw(st.booleans()) else ''}"
    prints = _prints(pages)
    assert _at_once(prints) == _one_by_one(prints)


def test_same_pairs_in_a_generated_corpus() -> None:
    prints = _prints(dict(bulk(3, 400)))
    expected = _one_by_one(prints)
    assert len(expected) > 100
    assert _at_once(prints) == expected


def test_boilerplate_of_all_makes_no_pairs_and_copies_below_it_are_found() -> None:
    foot = " ".join(f"foot{i}" for i in range(20))
    pages = {f"{n:04d}": " ".join(f"own{n // 2}x{i}" for i in range(80)) + "\n\n" + foot for n in range(2 * LONG + 200)}
    found = _at_once(_prints(pages))
    assert set(found) == {(f"{n:04d}", f"{n + 1:04d}") for n in range(0, len(pages), 2)}


def test_pairs_of_the_fresh_only() -> None:
    prints = _prints(dict(bulk(3, 200)))
    fresh = set(list(prints)[150:])
    expected = {pair: copy for pair, copy in _one_by_one(prints).items() if fresh & set(pair)}
    assert _at_once(prints, fresh=fresh.__contains__) == expected


def test_hashes_are_the_same_everywhere() -> None:
    page = "Polisi menangkap Dua Belas orang di Blantyre"
    found = fingerprint(page, [(0, len(page))])
    assert [f"{value:016x}" for value in found.hashes[:2].tolist()] == ["3dd001322441baa5", "cb86684b98d9f8d1"]
    assert page[found.starts[1] : found.ends[1]] == "menangkap Dua Belas orang"
    assert np.array_equal(found.hashes, fingerprint(page.upper(), [(0, len(page))]).hashes)


def _kept(path: Path, count: int) -> Store:
    store = Store(str(path), create=True)
    for ident, page in bulk(3, count):
        layout = [{"kind": "paragraph", "start": start, "end": end} for start, end in _spans(page)]
        made = {**make_record(ident), **{part: [] for part in EMPTY}, "text": page, "layout": layout}
        store.write(made, hashlib.sha256(ident.encode()).hexdigest())
    return store


def _all(store: Store) -> list[list[tuple[Any, ...]]]:
    engine = create_engine(f"sqlite:///{store.path}")
    tables = ("profiles", "prints", "printed", "subjects", "copies", "lineage")
    with engine.connect() as connection:
        return [sorted(tuple(row) for row in connection.execute(text(f"SELECT * FROM {name}"))) for name in tables]


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Corpora of the tests are many documents, in steps that they have several of."""
    monkeypatch.setattr(fill, "MANY", 10)
    monkeypatch.setattr(fill, "STEP", 25)
    return monkeypatch


def test_a_store_filled_ahead_is_the_same(tmp_path: Path, at_once: pytest.MonkeyPatch) -> None:
    ahead, single = _kept(tmp_path / "ahead.db", 120), _kept(tmp_path / "single.db", 120)
    assert merge_store(ahead, rebuild=True) == 120
    at_once.setattr(merging, "is_worth_filling", lambda waiting, kept: False)
    assert merge_store(single) == 120
    assert len(_all(single)[4]) > 20
    assert _all(ahead) == _all(single)


@pytest.mark.parametrize("filled_again", [True, False])
@pytest.mark.parametrize("stop", ["add_prints", "add_copies", "add_profile"])
def test_stopped_anywhere_it_goes_on(
    tmp_path: Path, at_once: pytest.MonkeyPatch, stop: str, filled_again: bool
) -> None:
    whole, stopped = _kept(tmp_path / "whole.db", 120), _kept(tmp_path / "stopped.db", 120)
    merge_store(whole)
    tables = DocumentTables
    calls, method = [0], getattr(tables, stop)

    def dies(self: Any, *args: Any) -> None:
        calls[0] += 1
        if calls[0] == 2:
            raise KeyboardInterrupt
        method(self, *args)

    at_once.setattr(tables, stop, dies)
    with pytest.raises(KeyboardInterrupt):
        merge_store(stopped)
    at_once.setattr(tables, stop, method)
    at_once.setattr(merging, "is_worth_filling", lambda waiting, kept: filled_again)
    merge_store(stopped)
    assert _all(stopped) == _all(whole)
