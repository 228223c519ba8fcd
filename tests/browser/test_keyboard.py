"""An article coded from the queue to the release with the keyboard alone, and how long "next" takes."""

from __future__ import annotations

import csv
import io
import statistics
import zipfile
from pathlib import Path
from typing import Any

import pytest

from evaluate.desk.pressing import press
from tests.browser.conftest import ROOT, Serve, Watched
from tests.browser.screens import rest, show
from tests.browser.served import Served, add

SAMPLE = "menhan-vietnam-manila.txt"  # in Indonesian
USABLE = 200.0  # milliseconds from the key to the next article
SENT = "() => !Object.keys(localStorage).some((name) => name.startsWith('sumber.outbox'))"


@pytest.fixture(scope="module")
def one_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("keyboard") / "one.db"
    add(store, str(ROOT / "samples" / SAMPLE))
    return store


@pytest.fixture
def served_one(serve: Serve, one_sample: Path) -> Served:
    return serve(one_sample)


def _events(served: Served) -> list[dict[str, Any]]:
    key = served.get("/api/queue/documents?state=all")["documents"][0]["document"]
    listed: list[dict[str, Any]] = served.get(f"/api/articles/{key}")["events"]
    return listed


def _rows(served: Served, release: str) -> list[dict[str, str]]:
    """The rows of the CSV in a release's zip."""
    packed = served.store.with_name(f"{served.store.stem}-releases") / f"{release}.zip"
    with zipfile.ZipFile(packed) as files:
        name = next(one for one in files.namelist() if one.endswith(".csv") and "change" not in one)
        return list(csv.DictReader(io.StringIO(files.read(name).decode("utf-8-sig"))))


def test_an_article_from_the_queue_to_the_release(served_one: Served, watched: Watched) -> None:
    page = watched.page(served_one)
    show(page, "/")
    type_key = page.keyboard.press
    type_key("Enter")  # the first story of the queue
    page.wait_for_function("() => location.hash.startsWith('#/desk/')")
    rest(page)
    count = len(_events(served_one))
    assert count > 2

    for _ in range(9):  # the first event field by field; the last accept goes to the next event
        type_key("a")
    type_key("j")
    type_key("x")  # the second is refused, with a reason
    page.keyboard.type("told as history")
    type_key("Control+Enter")
    for _ in range(count):  # what is left is accepted as it stands
        type_key("Control+Enter")
    page.wait_for_function(SENT)

    states = [event["now"]["state"] for event in _events(served_one)]
    assert states.count("refused") == 1
    assert states.count("accepted") == count - 1

    type_key("R")
    page.wait_for_function("() => location.hash.startsWith('#/release')")
    rest(page)
    page.get_by_text("as they were").first.wait_for()  # what would go out was looked at
    type_key("Control+Enter")
    page.locator("a[download][href*='/releases/']").first.wait_for()
    (made,) = served_one.get("/api/releases")["releases"]
    assert made["events"] == count - 1
    assert len(_rows(served_one, made["name"])) == count - 1


def test_next_is_there_at_once(served: Served, watched: Watched) -> None:
    page = watched.page(served)
    opens = served.get("/api/queue")["stories"][0]["opens"].partition(".")[0]
    show(page, f"/#/desk/{opens}")
    taken = []
    for key in "nnnnpnpn":
        taken.append(press(page, key))
    assert statistics.median(taken) < USABLE, taken
