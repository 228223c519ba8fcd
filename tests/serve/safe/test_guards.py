"""Who is answered, and what every answer carries."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import Request
from fastapi.testclient import TestClient

from sumber.serve.guards import BODY_LIMIT
from sumber.serve.headers import HEADERS
from sumber.serve.hosts import host_of, is_loopback, names_of
from tests.serve.safe.conftest import Serving


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil.example", "", "localhost:99999", "[::1", "0.0.0.0"],
)
def test_a_foreign_name_is_not_answered(client: TestClient, host: str) -> None:
    for path in ("/", "/api/meta", "/assets/none.js"):
        assert client.get(path, headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:9", "localhost:8180", "LOCALHOST.", "[::1]:8180", "[0:0::1]"])
def test_this_machine_is_answered_whatever_the_port(client: TestClient, host: str) -> None:
    assert client.get("/api/meta", headers={"host": host}).status_code == 200


def test_names_of_a_server() -> None:
    assert names_of("127.0.0.1") == ("127.0.0.1", "localhost", "::1")
    assert names_of("192.168.1.5", ("desk.example.org",)) == ("desk.example.org", "192.168.1.5")
    assert "0.0.0.0" not in names_of("0.0.0.0")
    assert host_of("[FE80::0001]:80") == "fe80::1"
    assert [is_loopback(host) for host in ("127.3.2.1", "::1", "localhost", "0.0.0.0", "desk.example.org")] == [
        True, True, True, False, False,
    ]  # fmt: skip


def test_where_all_addresses_are_served_a_number_passes_and_a_name_does_not(serving: Serving) -> None:
    client = serving(hosts=("desk.example.org",), any_address=True)
    assert client.get("/api/meta", headers={"host": "10.1.2.3:8180"}).status_code == 200
    assert client.get("/api/meta", headers={"host": "desk.example.org"}).status_code == 200
    assert client.get("/api/meta", headers={"host": "evil.example"}).status_code == 421


FORGED = [
    {},
    {"x-sumber": "0"},
    {"x-sumber": "1", "sec-fetch-site": "cross-site"},
    {"x-sumber": "1", "sec-fetch-site": "same-site"},
    {"x-sumber": "1", "origin": "http://evil.example"},
    {"x-sumber": "1", "origin": "http://127.0.0.1:3000"},
    {"x-sumber": "1", "origin": "null"},
]


@pytest.mark.parametrize("headers", FORGED)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_forged_change_is_refused(client: TestClient, headers: dict[str, str], method: str) -> None:
    answer = client.request(method, "/api/meta", headers=headers)
    assert answer.status_code == 403
    assert answer.json()["kind"] == "Refused"


def test_a_change_from_the_page_itself_reaches_the_routes(client: TestClient) -> None:
    headers = {"x-sumber": "1", "sec-fetch-site": "same-origin", "origin": "http://127.0.0.1:8180"}
    assert client.post("/api/meta", headers=headers).status_code == 405


def test_another_page_reads_nothing(client: TestClient) -> None:
    assert client.get("/api/meta", headers={"sec-fetch-site": "cross-site"}).status_code == 403
    answer = client.get("/api/meta", headers={"origin": "http://127.0.0.1:8180"})
    assert not [name for name in answer.headers if name.startswith("access-control")]


PATHS = ["/", "/api/meta", "/api/none", "/none", "/assets/none.js", "/assets/", "/api/openapi.json"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("host", ["127.0.0.1", "evil.example"])
def test_every_answer_carries_the_policy(client: TestClient, path: str, host: str) -> None:
    answer = client.get(path, headers={"host": host})
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == ("no-cache" if answer.status_code == 200 and path == "/" else "no-store")


def test_what_breaks_is_told_in_a_sentence_with_the_policy(serving: Serving) -> None:
    client = serving()

    def breaks() -> None:
        raise RuntimeError("secret")

    client.app.add_api_route("/api/breaks", breaks)  # type: ignore[attr-defined]
    answer = client.get("/api/breaks")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert answer.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


@pytest.fixture
def reader(serving: Serving) -> TestClient:
    """A client of an application that tells how much it was sent."""
    client = serving()

    async def size(request: Request) -> int:
        return len(await request.body())

    client.app.add_api_route("/api/size", size, methods=["POST"])  # type: ignore[attr-defined]
    client.app.add_api_route("/api/imports/size", size, methods=["POST"])  # type: ignore[attr-defined]
    client.headers["x-sumber"] = "1"
    return client


def test_a_body_has_a_limit_whether_its_length_is_told_or_not(reader: TestClient) -> None:
    most = b"x" * BODY_LIMIT

    def pieces(size: int) -> Iterator[bytes]:
        yield from (b"x" * 100_000 for _ in range(size // 100_000))

    assert reader.post("/api/size", content=most).json() == BODY_LIMIT
    assert reader.post("/api/size", content=most + b"x").status_code == 413
    assert reader.post("/api/size", content=pieces(BODY_LIMIT)).json() == BODY_LIMIT
    answer = reader.post("/api/size", content=pieces(BODY_LIMIT + 100_000))
    assert answer.status_code == 413
    assert "2 MB" in answer.json()["detail"]
    assert answer.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


def test_an_upload_may_be_larger(reader: TestClient) -> None:
    assert reader.post("/api/imports/size", content=b"x" * (BODY_LIMIT + 1)).json() == BODY_LIMIT + 1


@pytest.mark.parametrize("length", ["-1", "many", "1e3", "9" * 400])
def test_a_length_that_is_none_is_refused(reader: TestClient, length: str) -> None:
    assert reader.post("/api/size", content=b"x", headers={"content-length": length}).status_code == 413
