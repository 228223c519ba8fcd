"""Sights as the tests make them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from sumber.merge.actors.names import form
from sumber.merge.events.sights import Party, Sight
from tests.merge.made_records import BLANTYRE, MZUZU

TOWNS = {"Blantyre": BLANTYRE, "Mzuzu": MZUZU, "Limbe": (927246, "MWI", -15.812, 35.063)}


def party(name: str, sector: str | None = None, country: str | None = "MWI", kind: str = "group") -> Party:
    words = form(name, kind) if kind in ("person", "organization") else ()
    return Party(name, kind, country, sector, words)


def sight(document: str = "a", event: str = "e1", *, town: str | None = "Blantyre", **fields: Any) -> Sight:
    """A killing in Blantyre on 3 May 2024, but for what is given; ``on`` is its day."""
    on = fields.pop("on", "2024-05-03")
    place, country, latitude, longitude = TOWNS[town] if town else (None, None, None, None)
    values: dict[str, Any] = {
        "document": document, "event": event, "lang": "en", "published": "2024-05-04", "story": None,
        "type": "ASSAULT", "modes": (), "status": "actual", "background": False, "aggregate": False,
        "begin": on, "until": on, "time_how": "stated", "country": country, "place": place,
        "precision": "city" if town else None, "point": (latitude, longitude) if town else None,
        "place_how": "stated" if town else "none", "actors": (party("soldiers", "MIL"),),
        "recipients": (party("students", "EDU"),), "counts": (), "start": 0, "end": 5,
    }  # fmt: skip
    return Sight(**{**values, **fields})


PARTIES = st.lists(
    st.sampled_from([
        party("police", "COP"), party("polisi", "COP"), party("farmers", "AGR"), party("soldiers", "MIL", None),
        party("Chisomo Banda", "GOV", kind="person"), party("C. Banda", None, kind="person"),
        party("Kayelekera Mining Company", "BUS", kind="organization"), party("Zambia", "GOV", "ZMB", "state"),
    ]),
    max_size=2, unique=True,
).map(tuple)  # fmt: skip


@st.composite
def any_sight(draw: st.DrawFn, document: str | None = None, event: str = "e1") -> Sight:
    """A sight out of a small world, so that two often meet."""
    begin = draw(st.one_of(st.none(), st.integers(0, 4)))
    length = draw(st.one_of(st.none(), st.sampled_from([0, 0, 0, 3, 40, 200])))
    first = None if begin is None else date(2024, 5, 1) + timedelta(begin)
    last = None if length is None else (first or date(2024, 5, 1)) + timedelta(length)
    return sight(
        document or draw(st.sampled_from(["a", "b", "c"])),
        event,
        town=draw(st.sampled_from([None, *TOWNS])),
        published=draw(st.sampled_from([None, "2024-05-04", "2024-05-06"])),
        story=draw(st.sampled_from([None, "Sa", "Sb"])),
        type=draw(st.sampled_from(["ASSAULT", "COERCE", "COERCE", "PROTEST"])),
        modes=draw(st.sampled_from([(), ("arrest",), ("curfew", "arrest")])),
        status=draw(st.sampled_from(["actual", "actual", "planned"])),
        aggregate=draw(st.sampled_from([False, False, True])),
        begin=first and first.isoformat(),
        until=last and last.isoformat(),
        time_how=draw(st.sampled_from(["stated", "inherited"])),
        place_how=draw(st.sampled_from(["stated", "dateline"])),
        actors=draw(PARTIES),
        recipients=draw(PARTIES),
        counts=draw(st.sampled_from([(), (("killed", 3, 3),), (("killed", 40, None), ("injured", 3, 3))])),
    )
