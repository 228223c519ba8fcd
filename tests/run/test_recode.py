"""Coding anew: the record is replaced, judgements stay, only what the machine reads differently is open again."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from sumber.errors import StoreError
from sumber.merge import merge_store
from sumber.model import Document
from sumber.read import read_record
from sumber.run import Outcome
from sumber.run import recode as room
from sumber.store import Filter, Store
from tests.merge.made_records import key, sha
from tests.review.made import DOC, ONE, TWO, article, kept_state, make_store, say


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = make_store(tmp_path / "s.db", article("first"), article("second"))
    merge_store(store)
    return store


def as_of_today() -> dict[str, object]:
    """The article as another codebook reads it: another day for the first event."""
    record = copy.deepcopy(article())
    record["events"][0]["from"] = record["events"][0]["to"] = "2024-05-02"
    record["made_by"] = {"sumber": "9", "codebook": room.fingerprint(), "models": room.model_hashes()}
    return record


def test_judgements_stay_and_only_what_changed_is_open(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    say(store, ONE, "accept")
    say(store, TWO, "accept")

    def code_all(documents: Iterable[Document], *_: object) -> Iterator[Outcome]:
        for one in documents:
            if one.id == "first":
                yield Outcome("first", None, as_of_today())
            else:
                yield Outcome("second", None, None, "could not be coded: made up")

    monkeypatch.setattr(room, "code_all", code_all)
    stale = room.find_stale(store)
    assert sorted(stale) == sorted([key("first"), key("second")])
    before = store.token()
    done = {one.key: one.trouble for one in room.recode(store, stale)}
    assert done == {key("first"): None, key("second"): "could not be coded: made up"}
    assert store.token() != before
    assert (kept_state(store, ONE), kept_state(store, TWO)) == ("changed", "accepted")
    assert room.find_stale(store) == [key("second")]
    days = {row["event"]: row["from"] for row in store.events(Filter(document=DOC))}
    assert days[ONE] == "2024-05-02"
    assert store.search("marchers", 5)[0]["key"] in (key("first"), key("second"))
    merge_store(store, rebuild=True)
    with store.corpus() as corpus:
        assert corpus.documents.waiting() == 0


def test_stopped_at_any_moment_the_rest_is_still_stale(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "code_all", lambda documents, *_: (Outcome(d.id, None, as_of_today()) for d in documents))
    stale = [key("first"), key("second")]
    asked = iter([False, True])
    assert len(list(room.recode(store, stale, stopped=lambda: next(asked)))) == 1
    assert room.find_stale(store) == [key("second")]


def test_another_text_is_not_another_coding(store: Store) -> None:
    with pytest.raises(StoreError, match="another text"):
        store.rewrite({**article(), "text": "Something else."}, DOC)
    with pytest.raises(StoreError, match="no document"):
        store.rewrite(article(), "nowhere")
    assert store.record(DOC)[1] == article()


def test_a_document_is_read_from_its_record() -> None:
    found = read_record(article(), sha("first"))
    assert (found.published, found.published_how, found.plain) == ("2024-05-04", "given", True)
    inferred = {**article(), "published": {**article()["published"], "how": "stated"}}
    assert read_record(inferred).published is None
