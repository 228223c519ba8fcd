"""An application over a store with one article, that of the store's tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from sumber.merge import merge_store
from sumber.serve import ServeOptions, make_app
from sumber.store import Store
from tests.store.conftest import make_record, sha

Serving = Callable[..., TestClient]


@pytest.fixture
def store_path(tmp_path: Path) -> str:
    path = str(tmp_path / "desk.db")
    with Store(path, create=True) as store:
        store.write(make_record(), sha("satu"))
        merge_store(store)
    return path


@pytest.fixture
def serving(store_path: str) -> Iterator[Serving]:
    """Makes a client of an application with these options."""
    opened: list[TestClient] = []

    def make(base_url: str = "http://127.0.0.1:8180", **options: Any) -> TestClient:
        app = make_app(ServeOptions(store=store_path, coder="sari", **options))
        client = TestClient(app, base_url=base_url, raise_server_exceptions=False, follow_redirects=False)
        opened.append(client)
        return client.__enter__()

    yield make
    for client in opened:
        client.__exit__(None, None, None)


@pytest.fixture
def client(serving: Serving) -> TestClient:
    return serving()
