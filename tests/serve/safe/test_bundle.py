"""The built pages are small: the first one, and all of them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sumber.serve.pages import static_folder
from tools.build_licences import inside
from tools.check_bundle import ALL, FIRST, difference, first_page, sizes, weight

built = pytest.mark.skipif(not (static_folder() / "index.html").is_file(), reason="the pages are not built (make web)")


@built
def test_the_pages_are_small() -> None:
    first, whole = sizes()
    assert 10_000 < first <= FIRST
    assert first <= whole <= ALL


@built
def test_the_first_page_is_the_page_its_script_its_style_and_the_queue() -> None:
    names = {file.name.split("-")[0] for file in first_page(static_folder())}
    assert {"index.html", "index", "Queue", "source"} <= names
    assert not {"Map", "Desk", "Release"} & names


def test_what_imports_what_is_followed(tmp_path: Path) -> None:
    assets = tmp_path / "assets"
    assets.mkdir()
    (tmp_path / "index.html").write_text('<script src="/assets/index-1.js"></script>')
    (assets / "index-1.js").write_text('import{a}from"./shared-2.js";const q=()=>import("./Map-4.js")')
    (assets / "shared-2.js").write_text("export const a=1")
    (assets / "Queue-3.js").write_text('import"./list-5.js"')
    (assets / "list-5.js").write_text("")
    (assets / "Map-4.js").write_text("large")
    names = {file.name for file in first_page(tmp_path)}
    assert names == {"index.html", "index-1.js", "shared-2.js", "Queue-3.js", "list-5.js"}


def test_text_is_weighed_packed_and_a_font_as_it_is(tmp_path: Path) -> None:
    text, font = tmp_path / "a.js", tmp_path / "a.woff2"
    for file in (text, font):
        file.write_bytes(b"x" * 10_000)
    assert weight(text) == len(gzip.compress(b"x" * 10_000, 9, mtime=0)) < 200
    assert weight(font) == 10_000


def test_folders_differ_by_what_they_hold(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        folder.mkdir()
        (folder / "same").write_text("a")
        (folder / "changed").write_text(folder.name)
    (one / "gone").write_text("b")
    assert difference(one, other) == ["changed", "gone"]
    assert difference(one, one) == []


def test_the_licence_of_everything_inside_is_there(client: TestClient) -> None:
    told = client.get("/licences.txt").text
    assert {"svelte", "d3-geo", "world-atlas", "@fontsource-variable/source-serif-4"} <= set(inside())
    for name in inside():
        assert f"\n{name} " in told
    assert "SIL OPEN FONT LICENSE" in told
    assert "Natural Earth" in told
