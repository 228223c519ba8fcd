"""The store of docs/review.md: three articles of the tests, judged by ani and budi."""

from __future__ import annotations

from pathlib import Path

from tests.merge.made_records import key
from tests.review.made import say
from tests.share.made import make_store


def make_desk(path: Path) -> None:
    """What the page says has happened before its first command."""
    with make_store(path) as store:
        for number in ("e1", "e2"):
            say(store, f"{key('other')}.{number}", "accept", "ani")
        say(store, f"{key('other')}.e1", "accept", "budi")
        say(store, f"{key('first')}.e2", "accept", "ani")
        say(store, f"{key('first')}.e2", "mend", "budi", "where", value=None)
        say(store, f"{key('first')}.e2", "accept", "budi")
