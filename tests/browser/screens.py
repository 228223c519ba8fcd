"""The screens with a thing from the store in each, and how a test waits until one has come to rest."""

from __future__ import annotations

from typing import Any

from tests.browser.served import Served


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
    """Wait until the screen is there and asks for nothing more."""
    page.wait_for_load_state("networkidle")
    page.locator("main :is(h1, h2)").first.wait_for()
    page.wait_for_timeout(150)


def show(page: Any, address: str) -> None:
    """Open a screen in a page that may be open already; it must stay there."""
    page.goto(address)
    rest(page)
    screen = address.split("?")[0].split("/")[2] if "#" in address else ""
    assert page.evaluate("location.hash").startswith(f"#/{screen}" if screen else ""), "the page went elsewhere"
