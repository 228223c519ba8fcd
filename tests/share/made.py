"""A small corpus in two languages with what coders decided of it."""

from __future__ import annotations

from pathlib import Path

from sumber.merge import merge_store
from sumber.share import STATES, Choice
from sumber.share.told import Told, tell
from sumber.store import Filter, Store
from tests.merge.made_facts import ARREST, CURFEW, DEATHS, QUOTE, VISIT
from tests.merge.made_records import Contract, Fact, keep, key, report
from tests.review.made import say

THREAT = Fact(
    "{a:Rebels} {t:threatened} {r:villagers} of {p:Mzuzu} on {d:Sunday}, 🜂 =HYPERLINK said one.",
    type="COERCE", on="2024-05-05", actor=("group", "MWI", "REB"), status="planned",
)  # fmt: skip
DAY = {"from": "2024-05-01", "to": "2024-05-02"}


def articles() -> list[Contract]:
    """A first report, a copy, one of another affair, one of tomorrow's news."""
    return [
        report("first", ARREST, DEATHS, QUOTE, outlet="Tempo", day="2024-05-03", title="Arrests"),
        report("copy", ARREST, DEATHS, QUOTE, CURFEW, outlet="Kompas", day="2024-05-06", title="=1+1"),
        report("other", VISIT, THREAT, outlet="The\tNation", day="2024-05-03", title="“Visit”\nand threat"),
    ]


def make_store(path: Path) -> Store:
    """The articles, merged, with one event mended and accepted, one refused."""
    store = Store(str(path), create=True)
    keep(store, *articles())
    merge_store(store)
    arrest = f"{key('first')}.e1"
    say(store, arrest, "mend", "ani", "when", value=DAY)
    say(store, arrest, "accept", "ani")
    say(store, f"{key('copy')}.e3", "refuse", "budi", reason="a rehearsal")
    return store


def told(store: Store, wanted: Filter | None = None, states: tuple[str, ...] = STATES) -> dict[str, Told]:
    """The chosen events by the words of their trigger."""
    with store.snapshot() as corpus:
        found = tell(corpus, Choice(wanted or Filter(), states))
        return {words_of(one): one for one in found}


def words_of(one: Told) -> str:
    """The words of an event's trigger."""
    trigger = one.head.coded["trigger"]
    return str(one.head.record["text"][trigger["start"] : trigger["end"]])
