"""A desk over a few articles made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sumber.serve import ServeOptions, make_app
from sumber.store import Store
from tests.review.made import article, make_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with make_store(tmp_path / "s.db", article("first", day="2024-05-04"), article("second", day="2024-05-06")) as made:
        yield made


@pytest.fixture
def client(store: Store) -> Iterator[TestClient]:
    app = make_app(ServeOptions(store=store.path, coder="ani"))
    with TestClient(app, base_url="http://127.0.0.1", headers={"x-sumber": "1"}) as made:
        yield made
