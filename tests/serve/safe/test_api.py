"""The API keeps to its own description: whatever fits it is answered as it says, and nothing breaks the server."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.responses import JSONResponse
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
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
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


def _hold(operation: Any) -> None:
    """Ask a route for what its description allows; raises where it does not keep to it."""

    @settings(
        max_examples=EXAMPLES, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(case=operation.as_strategy())
    def keeps_to_it(case: Any) -> None:
        case.call_and_validate(headers=HEADERS, checks=CHECKS, timeout=PATIENCE)

    keeps_to_it()


def test_every_route_keeps_to_its_description(api: Any, subtests: pytest.Subtests) -> None:
    for found in api.get_all_operations():
        with subtests.test(found.ok().label):
            _hold(found.ok())


def test_a_route_that_breaks_or_answers_otherwise_is_noticed() -> None:
    app = FastAPI()

    @app.get("/breaks")
    def breaks(number: int) -> int:
        return 1 // (number - number)

    @app.get("/otherwise", responses={200: {"model": int}})
    def otherwise() -> JSONResponse:
        return JSONResponse("one")

    for found in schemathesis.openapi.from_asgi("/openapi.json", app).get_all_operations():
        with pytest.raises(BaseException, match="Reproduce with") as caught:
            _hold(found.ok())
        told = "".join(traceback.format_exception(caught.value))
        assert "ZeroDivisionError" in told or "Response violates schema" in told


def test_the_description_names_its_troubles(api: Any, tmp_path: Path) -> None:
    for found in api.get_all_operations():
        assert {"404", "409", "422"} <= set(found.ok().definition.raw["responses"])


def test_no_two_things_in_the_description_have_one_name(api: Any) -> None:
    assert [name for name in api.raw_schema["components"]["schemas"] if "__" in name] == []
