"""An article full of script is shown as what it is: characters."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from sumber.merge import merge_store
from sumber.store import Store
from tests.browser.conftest import Serve, Watched
from tests.browser.screens import addresses, show
from tests.store.conftest import make_record

IMAGE = "<img src=x onerror=\"window.hit='{}'\">"
SCRIPT = "<script>window.hit='{}'</script>"
LINK = "javascript:window.hit='{}'"
INJECTED = """
() => [
  ...document.querySelectorAll('img[src="x"], iframe, object, embed, script:not([src]), svg [onload], [onerror]'),
  ...[...document.querySelectorAll('a[href], form[action]')].filter((one) => {
    return /^\\s*(javascript|data|vbscript):/i.test(one.getAttribute('href') ?? one.getAttribute('action'));
  }),
].map((one) => one.outerHTML)
"""


def _laden(number: int) -> dict[str, Any]:
    """A record with markup in everything that a page shows."""
    record = make_record(f"laden {number}")
    spoilt = IMAGE.format("text") + SCRIPT.format("text") + "</article></main>{{constructor.constructor('hit=1')()}} "
    record["text"] = record["text"] + f"\n{spoilt}" * 3 + str(number)
    record["layout"] = [{"kind": "paragraph", "start": 0, "end": len(record["text"])}]
    record |= {
        "title": IMAGE.format("title") + "\"'`",
        "outlet": SCRIPT.format("outlet"),
        "uri": LINK.format("uri"),
        "url": LINK.format("url"),
        "author": IMAGE.format("author"),
        "id": f'laden-{number}"><svg onload="window.hit=\'id\'">',
    }
    for part, what in (("actors", "actor"), ("places", "place")):
        for one in record[part]:
            one["name"] = IMAGE.format(what) + one["name"]
    for said in record["attributions"]:
        said["via"] = [{**hop, "name": SCRIPT.format("via")} for hop in said["via"]]
    for event in record["events"]:
        event |= {"why": IMAGE.format("why"), "rule": IMAGE.format("rule")}
    for amount in record["quantities"]:
        amount["who"] = IMAGE.format("who")
    return record


@pytest.fixture
def laden(tmp_path: Path) -> Path:
    path = tmp_path / "laden.db"
    with Store(str(path), create=True) as store:
        for number in (1, 2):
            record = _laden(number)
            store.write(record, hashlib.sha256(record["text"].encode()).hexdigest())
        merge_store(store)
    return path


def test_no_script_of_an_article_runs_on_any_screen(
    serve: Serve, laden: Path, watched: Watched, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    (tmp_path / "served").mkdir()
    served = serve(laden.rename(tmp_path / "served" / "laden.db"))
    page = watched.page(served)
    for name, address in addresses(served).items():
        with subtests.test(name):
            show(page, address)
            assert page.evaluate("window.hit") is None
            assert page.evaluate(INJECTED) == []
    show(page, addresses(served)["desk"])
    assert "onerror=" in page.locator("main").inner_text()  # it is shown, as characters
    assert not watched.wrongs
