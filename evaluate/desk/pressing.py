"""The time from the key "next" to the next article with its form, in a real browser (Debian's Chromium)."""

from __future__ import annotations

import os
import shutil
from typing import Any

import httpx

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PRESSES = 40
#: Milliseconds from the key to the frame in which the next article stands with its form; 5000 where it never does.
NEXT = """
(key) => new Promise((done) => {
  const head = () => document.querySelector('[data-article]')?.dataset.article;
  const before = head();
  const begun = performance.now();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const look = () => {
    const there = head() && head() !== before && document.querySelector('[id^=field-]');
    if (there) requestAnimationFrame(() => done(performance.now() - begun));
    else if (performance.now() - begun > 5000) done(5000);
    else requestAnimationFrame(look);
  };
  look();
})
"""


def chromium() -> str | None:
    """The browser's program: SUMBER_CHROMIUM, or the first that is installed."""
    names = [os.environ.get("SUMBER_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
    return next((found for name in names if name and (found := shutil.which(name))), None)


def press(page: Any, key: str) -> float:
    """Press "next" (n) or "previous" (p) at the desk; gives milliseconds. The page is at rest afterwards."""
    taken: float = page.evaluate(NEXT, key)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(100)  # the one after is fetched ahead
    return taken


def measure_next(address: str) -> dict[str, float]:
    """Milliseconds of "next" from the head of the queue on. Needs playwright and Chromium."""
    from playwright.sync_api import sync_playwright

    first = httpx.get(f"{address}/api/queue", params={"limit": 1}, timeout=60).json()["stories"][0]["opens"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        page = browser.new_page(base_url=address, viewport={"width": 1280, "height": 800})
        page.goto(f"/#/desk/{first.partition('.')[0]}")
        page.locator("[id^=field-]").first.wait_for()
        page.wait_for_load_state("networkidle")
        taken = sorted(press(page, "n") for _ in range(PRESSES))
        browser.close()
    return {
        "p50": round(taken[len(taken) // 2], 1),
        "p95": round(taken[int(len(taken) * 0.95)], 1),
        "max": round(taken[-1], 1),
    }
