"""Documents and events called by a part of their key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sumber.errors import StoreError
from sumber.store import Store
from tests.store.conftest import make_record, sha


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Store]:
    """A store with one document."""
    with Store(str(tmp_path / "s.db"), create=True) as store:
        store.write(make_record("satu"), sha("satu"))
        yield store


def test_the_start_of_a_key_is_enough(kept: Store) -> None:
    ((key, record), *_) = kept.records()
    assert kept.full_name(key[:6]) == key
    assert kept.full_name(record["id"]) == key
    assert kept.full_name(f"{key[:6]}.e12") == f"{key}.e12"


def test_ids_of_stories_and_events_stay(kept: Store) -> None:
    assert kept.full_name("S1a2b3c4d5e6f") == "S1a2b3c4d5e6f"
    assert kept.full_name("E1a2b3c4d5e6f.e3") == "E1a2b3c4d5e6f.e3"


def test_what_no_document_is_called_stays(kept: Store) -> None:
    assert kept.full_name("zzz.e1") == "zzz.e1"
    assert kept.full_name("a story") == "a story"


def test_several_answers_are_an_error(kept: Store) -> None:
    for number in range(40):
        kept.write(make_record(f"d{number}"), sha(f"d{number}"))
    starts = [key[:1] for key, _ in kept.records()]
    twice = next(start for start in starts if starts.count(start) > 1)
    with pytest.raises(StoreError, match="Give one of these keys"):
        kept.full_name(f"{twice}.e1")
