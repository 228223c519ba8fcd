"""A client of an application over a store, as the page asks."""

from __future__ import annotations

import time
from typing import Any

from fastapi.testclient import TestClient

from sumber.serve import ServeOptions, make_app
from sumber.store import Store


def client_of(store: Store, coder: str = "ani") -> TestClient:
    """A client that may change things."""
    options = ServeOptions(store=store.path, coder=coder)
    return TestClient(make_app(options), base_url="http://127.0.0.1", headers={"x-sumber": "1"})


def finished(client: TestClient, answer: Any) -> dict[str, Any]:
    """The work that an answer began, when it is done or failed."""
    assert answer.status_code == 200, answer.text
    work: dict[str, Any] = answer.json()
    until = time.monotonic() + 30
    while work["state"] in ("waiting", "running"):
        assert time.monotonic() < until
        time.sleep(0.02)
        work = client.get(f"/api/releases/jobs/{work['id']}").json()
    return work
