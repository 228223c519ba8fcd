"""The desk in a real browser: Debian's Chromium, driven by Playwright. Where one is missing the tests say so."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from evaluate.desk.pressing import FLAGS, chromium
from sumber.serve.pages import static_folder
from tests.browser.served import Served, add

ROOT = Path(__file__).parents[2]
WATCH = """
addEventListener('securitypolicyviolation', (event) => {
  console.error(`POLICY ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
window.asking = 0;
const plain = window.fetch;
window.fetch = async (...asked) => {
  window.asking += 1;
  try { return await plain(...asked); } finally { window.asking -= 1; }
};
"""


def why_not() -> str | None:
    """Why the tests in the browser cannot run here, None where they can."""
    if importlib.util.find_spec("playwright") is None:
        return "playwright is not installed (pip install 'sumber[browser]')"
    if chromium() is None:
        return "there is no Chromium (Debian: apt-get install chromium)"
    if not (static_folder() / "index.html").is_file():
        return "the pages are not built (make web)"
    return None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    reason = why_not()
    if reason is not None:
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample articles, coded and merged."""
    store = tmp_path_factory.mktemp("browser") / "samples.db"
    add(store, str(ROOT / "samples"))
    return store


Serve = Callable[[Path], Served]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Serves a copy of a store."""
    running: list[Served] = []

    def serving(store: Path) -> Served:
        copy = tmp_path / store.name
        shutil.copy(store, copy)
        running.append(Served(copy))
        return running[-1]

    yield serving
    for one in running:
        one.kill()


@pytest.fixture
def served(serve: Serve, samples: Path) -> Served:
    """The desk over the sample articles."""
    return serve(samples)


class Watched:
    """Contexts of the browser, and what went on in their pages that should not."""

    def __init__(self, browser: Any) -> None:
        self._browser = browser
        self._contexts: list[Any] = []
        self.wrongs: list[str] = []
        self.home = ""

    def context(self, served: Served, **options: Any) -> Any:
        """A profile of its own: `new_page` on it opens tabs that share their storage."""
        self.home = served.url
        options = {"viewport": {"width": 1280, "height": 800}, "locale": "en-GB", "base_url": served.url} | options
        found = self._browser.new_context(**options)
        found.set_default_timeout(10_000)
        found.add_init_script(WATCH)
        found.on("page", self._watch)
        self._contexts.append(found)
        return found

    def page(self, served: Served, **options: Any) -> Any:
        """A page in a profile of its own."""
        return self.context(served, **options).new_page()

    def close(self) -> None:
        for context in self._contexts:
            context.close()

    def _watch(self, page: Any) -> None:
        page.on("dialog", self._dialog)
        page.on("pageerror", lambda error: self.wrongs.append(f"error in the page: {error}"))
        page.on("request", self._request)
        page.on("console", self._console)

    def _dialog(self, dialog: Any) -> None:
        self.wrongs.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Any) -> None:
        if not request.url.startswith((self.home + "/", "data:", "blob:")):
            self.wrongs.append(f"asked elsewhere: {request.url}")

    def _console(self, message: Any) -> None:
        text = message.text
        if message.type == "error" and ("POLICY" in text or "Content Security Policy" in text or "Trusted" in text):
            self.wrongs.append(f"policy: {text}")


@pytest.fixture
def watched(browser: Any) -> Iterator[Watched]:
    """Pages that are watched: the test fails if one asks another host, breaks the policy, or opens a dialog."""
    found = Watched(browser)
    yield found
    found.close()
    assert not found.wrongs
