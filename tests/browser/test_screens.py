"""Every screen: nothing serious in what axe finds, in both themes and languages; no sideways scrolling when small."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import ROOT, Watched
from tests.browser.screens import addresses, rest, show
from tests.browser.served import Served

NARROW = {"width": 360, "height": 740}


def _axe() -> str | None:
    """The source of axe-core, from the package that carries it or from the tools that build the pages."""
    found = importlib.util.find_spec("axe_playwright_python")
    places = [Path(found.origin).parent / "axe.min.js"] if found and found.origin else []
    places.append(ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js")
    return next((place.read_text(encoding="utf-8") for place in places if place.is_file()), None)


def _prefer(page: Any, **preferences: str) -> None:
    page.evaluate("(kept) => localStorage.setItem('sumber.preferences', kept)", json.dumps(preferences))
    page.reload()
    rest(page)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious(
    served: Served, watched: Watched, language: str, theme: str, subtests: pytest.Subtests
) -> None:
    axe = _axe()
    if axe is None:
        pytest.skip("axe-core is not installed (pip install 'sumber[browser]')")
    # axe itself is put into the page, which the policy would not let in.
    page = watched.page(served, bypass_csp=True)
    show(page, "/")
    _prefer(page, language=language, theme=theme)
    assert page.locator("html").get_attribute("lang") == language
    for name, address in addresses(served).items():
        with subtests.test(name):
            show(page, address)
            page.evaluate(f"{axe}; undefined")
            found = page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
            serious = [
                f"{one['id']}: {one['help']}: {[node['html'][:160] for node in one['nodes'][:3]]}"
                for one in found["violations"]
                if one["impact"] in ("serious", "critical")
            ]
            assert not serious


def test_no_screen_scrolls_sideways_on_a_small_one(served: Served, watched: Watched, subtests: pytest.Subtests) -> None:
    page = watched.page(served, viewport=NARROW)
    for name, address in addresses(served).items():
        with subtests.test(name):
            show(page, address)
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0


def test_every_screen_is_reached_by_its_key_and_says_its_name(served: Served, watched: Watched) -> None:
    page = watched.page(served)
    show(page, "/")
    links = page.locator("header nav a")
    for at in range(links.count()):
        key, address = links.nth(at).locator("kbd").inner_text(), links.nth(at).get_attribute("href")
        page.keyboard.press(key)
        page.wait_for_function("(wanted) => location.hash.startsWith(wanted)", arg=address)
        rest(page)
        assert page.locator("header nav a[aria-current=page]").get_attribute("href") == address
        assert page.title().endswith("· Sumber")
        if page.evaluate("document.activeElement instanceof HTMLInputElement"):
            page.evaluate("document.activeElement.blur()")  # a screen may put the cursor into its field
