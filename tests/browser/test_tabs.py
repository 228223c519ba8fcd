"""Two tabs, and a server that dies: nothing that was judged or written is lost."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import Watched
from tests.browser.screens import show
from tests.browser.served import Served


@pytest.fixture
def article(served: Served) -> dict[str, Any]:
    """The article at the head of the queue."""
    opens = served.get("/api/queue")["stories"][0]["opens"].partition(".")[0]
    found: dict[str, Any] = served.get(f"/api/articles/{opens}")
    return found


def _event(served: Served, article: dict[str, Any], number: int = 0) -> dict[str, Any]:
    events = served.get(f"/api/articles/{article['key']}")["events"]
    found: dict[str, Any] = events[number]["now"]
    return found


def _point(page: Any, field: str) -> None:
    """Go to a field with the keys."""
    for _ in range(12):
        page.keyboard.press("ArrowUp")
    for _ in range(12):
        if page.locator("[aria-current=true][id^=field-]").get_attribute("id") == f"field-{field}":
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no field {field}")


def test_two_tabs_on_one_event(served: Served, article: dict[str, Any], watched: Watched) -> None:
    context = watched.context(served)
    address = f"/#/desk/{article['events'][0]['report']}"
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        show(page, address)
        _point(page, "status")
    first.keyboard.press("a")
    first.wait_for_function("() => !Object.keys(localStorage).some((name) => name.includes('outbox'))")
    assert _event(served, article)["fields"]["status"]["state"] == "accepted"
    second.keyboard.press("u")
    second.keyboard.type("is it planned?")
    second.keyboard.press("Control+Enter")
    dialog = second.get_by_text("You judged this in another tab")
    dialog.wait_for()
    assert _event(served, article)["fields"]["status"]["state"] == "accepted"  # nothing was written over
    second.keyboard.press("2")  # use mine
    dialog.wait_for(state="hidden")
    second.wait_for_function("() => !Object.keys(localStorage).some((name) => name.includes('outbox'))")
    found = _event(served, article)["fields"]["status"]
    assert (found["state"], found["reason"]) == ("unsure", "is it planned?")
    history = served.get(f"/api/history/{article['events'][0]['report']}")
    assert {"accept", "unsure"} <= {one["action"] for one in history["judgements"]}  # both are kept


def test_a_server_killed_mid_edit_loses_nothing(served: Served, article: dict[str, Any], watched: Watched) -> None:
    page = watched.page(served)
    show(page, f"/#/desk/{article['events'][0]['report']}")
    served.kill()
    _point(page, "what")
    page.keyboard.press("a")  # judged while nobody is there to hear it
    page.get_by_text("server out of reach").wait_for()
    _point(page, "when")
    page.keyboard.press("e")
    page.locator("main section input").first.focus()
    page.keyboard.type("05052019")  # a date in the order of any locale
    written = page.evaluate("() => Object.entries(localStorage).filter(([name]) => name.includes('draft'))")
    assert written
    page.close()  # the browser is closed as well
    served.start()
    again = page.context.new_page()
    show(again, f"/#/desk/{article['events'][0]['report']}")
    again.wait_for_function("() => !Object.keys(localStorage).some((name) => name.includes('outbox'))")
    assert _event(served, article)["fields"]["what"]["state"] == "accepted"
    again.get_by_text("What you were writing is still here").first.wait_for(state="attached")
    kept = again.evaluate("() => Object.entries(localStorage).filter(([name]) => name.includes('draft'))")
    assert kept == written
    assert "2019-05-05" in again.locator("main input").evaluate_all("(all) => all.map((one) => one.value).join(' ')")
