"""The screens with a thing from the store in each, and how a test waits until one has come to rest."""

from __future__ import annotations

import json
from typing import Any

from tests.browser.conftest import ROOT
from tests.browser.served import Served

WORDS = ROOT / "web" / "src" / "words"
LOADING = [json.loads((WORDS / one / "shell.json").read_text(encoding="utf-8"))["loading"] for one in ("en", "id")]
RESTING = """
(loading) => {
  const main = document.querySelector('main');
  return window.asking === 0 && main?.getAttribute('aria-busy') === 'false' && main.querySelector('h1, h2')
    && ![...main.querySelectorAll('p')].some((one) => loading.includes(one.textContent.trim()));
}
"""


def addresses(served: Served) -> dict[str, str]:
    """A screen's name → an address of it that shows something."""
    queue = served.get("/api/queue")["stories"]
    told = max(queue, key=lambda story: story["documents"])
    article = served.get(f"/api/articles/{told['opens'].partition('.')[0]}")
    key = article["key"]
    found = {name: f"/#/{name}" for name in (
        "queue", "bench", "tolls", "timeline", "dyads", "map", "sources", "codebook", "agreement", "release", "import",
        "help",
    )}  # fmt: skip
    found |= {
        "desk": f"/#/desk/{key}",
        "story": f"/#/story/{told['story']}",
        "event": f"/#/bench/{article['events'][0]['report']}",
        "claims": "/#/chain",
        "chain": f"/#/chain/{key}.s1",
        "search": "/#/search?q=polisi",
    }
    return found


def rest(page: Any) -> None:
    """Wait until the screen is there, nothing is asked of the server, and nothing in it is still loading."""
    for _ in range(2):  # what one answer brings may ask for another
        page.wait_for_function(RESTING, arg=LOADING)
        page.wait_for_timeout(100)


def show(page: Any, address: str) -> None:
    """Open a screen as if it were the first; it must stay there."""
    page.goto("about:blank")  # else only the part after the # changes, and the screen before may pass for the new one
    page.goto(address)
    rest(page)
    screen = address.split("?")[0].split("/")[2] if "#" in address else ""
    assert page.evaluate("location.hash").startswith(f"#/{screen}" if screen else ""), "the page went elsewhere"
