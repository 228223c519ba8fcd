"""A store with a few hand-made articles, and a client of the desk over it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fastapi.testclient import TestClient

from sumber.serve import ServeOptions, make_app
from sumber.store import Store
from tests.store.conftest import make_record, sha

Article = tuple[str, str, str]


def article(ident: str, lang: str, text: str, **changes: Any) -> dict[str, Any]:
    """A record of a text without events, but for what ``changes`` says."""
    record = make_record(ident)
    bare: dict[str, Any] = {name: [] for name in ("times", "places", "actors", "quantities", "attributions", "events")}
    layout = [{"kind": "paragraph", "start": 0, "end": len(text)}]
    return {**record, **bare, "lang": lang, "title": f"Judul {ident}", "text": text, "layout": layout, **changes}


def client_of(path: str, records: Iterable[dict[str, Any]] = ()) -> TestClient:
    """A client of the desk over a store that holds the records."""
    with Store(path, create=True) as store:
        for record in records:
            store.write(record, sha(record["id"]))
    app = make_app(ServeOptions(store=path, coder="rani"))
    return TestClient(app, base_url="http://127.0.0.1", headers={"x-sumber": "1"})
