"""The built pages are files of the package, and nothing else can be had by way of them."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from sumber.serve.pages import static_folder

BUILT = (static_folder() / "index.html").is_file()
pytestmark = pytest.mark.skipif(not BUILT, reason="the pages are not built (make web)")

#: Addresses that name a format and are never asked: namespaces of XML, and the texts of errors that frameworks link to.
NAMES = re.compile(r"https?://(www\.w3\.org/|svelte\.dev/e/)")
ADDRESS = re.compile(r"https?://[^\s\"'`)<>\\]*")


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../app.py", "/assets/%2e%2e/index.html", "/assets/..%2f..%2fapp.py", "/assets/....//app.py",
        "/assets/%2fetc/passwd", "/assets//etc/passwd", "/assets/..\\..\\app.py", "/app.py", "/static/index.html",
        "/assets/%00", "/assets/", "/assets", "/assets/.", "/.git/config",
    ],
)  # fmt: skip
def test_nothing_else_is_a_file(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (307, 404)
    assert "import" not in answer.text
    assert "href" not in answer.text


def test_parts_of_the_page_are_kept_and_the_page_is_asked_for_again(client: TestClient) -> None:
    page = client.get("/")
    script = re.search(r'src="(/assets/[^"]+\.js)"', page.text)
    assert script is not None
    assert "immutable" in client.get(script[1]).headers["cache-control"]
    assert client.head("/").status_code == 200
    etag = page.headers["etag"]
    assert page.headers["cache-control"] == "no-cache"
    assert etag
    assert client.head("/").headers["etag"] == etag


def test_the_page_needs_no_inline_script_or_style(client: TestClient) -> None:
    page = client.get("/").text
    assert re.search(r"<script(?![^>]*\bsrc=)", page) is None
    assert re.search(r"<style|\sstyle=|\son\w+=", page) is None


def test_nothing_of_the_pages_is_loaded_from_elsewhere() -> None:
    found = {
        (file.name, address)
        for file in static_folder().rglob("*")
        if file.suffix in (".html", ".js", ".css", ".svg")
        for address in ADDRESS.findall(file.read_text(encoding="utf-8"))
        if not NAMES.match(address)
    }
    assert not found
    for file in static_folder().rglob("*.css"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"url\((?!['\"]?(/assets/|data:|\./|#))|@import", text), file.name
