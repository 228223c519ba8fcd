"""The API keeps to its own description: whatever fits it is answered as it says, and nothing breaks the server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed (pip install 'sumber[dev]')")

from schemathesis.checks import not_a_server_error  # noqa: E402
from schemathesis.specs.openapi.checks import (  # noqa: E402
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from sumber.merge import merge_store  # noqa: E402
from sumber.review.judge import Judgement, judge  # noqa: E402
from sumber.serve import ServeOptions, make_app  # noqa: E402
from sumber.store import Store  # noqa: E402
from tests.store.conftest import make_record, sha  # noqa: E402

EXAMPLES = 12  # requests of each route
PATIENCE = 120  # seconds: what reads the codebook first may take some
HEADERS = {"x-sumber": "1", "host": "127.0.0.1"}
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """The description of the API over a small store in which something was judged."""
    path = str(tmp_path_factory.mktemp("api") / "desk.db")
    with Store(path, create=True) as store:
        for name, actor in (("satu", "Polisi"), ("dua", "Tentara")):
            store.write(make_record(name, actor), sha(name))
        merge_store(store)
        judge(store, "batch-one", [Judgement(f"{sha('satu')[:12]}.e1", "*", "accept", 0)], "sari")
    app = make_app(ServeOptions(store=path, coder="sari"))
    yield schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=HEADERS)
    app.state.desk.close()


def test_every_route_keeps_to_its_description(api: object, subtests: pytest.Subtests) -> None:
    for found in api.get_all_operations():  # type: ignore[attr-defined]
        operation = found.ok()

        @settings(
            max_examples=EXAMPLES,
            derandomize=True,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def keeps_to_it(case: object) -> None:
            case.call_and_validate(headers=HEADERS, checks=CHECKS, timeout=PATIENCE)  # type: ignore[attr-defined]

        with subtests.test(operation.label):
            keeps_to_it()


def test_the_description_names_its_troubles(api: object, tmp_path: Path) -> None:
    for found in api.get_all_operations():  # type: ignore[attr-defined]
        assert {"404", "409", "422"} <= set(found.ok().definition.raw["responses"])
