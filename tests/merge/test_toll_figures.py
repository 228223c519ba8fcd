"""The figures of a record: their source, their interval, what they are a part of."""

from __future__ import annotations

from typing import Any

from sumber.merge.tolls import compare, figures, series, summary
from sumber.model.record import to_contract
from tests.conftest import Code
from tests.merge.test_tolls import figure

TEXT = (
    "At least 12 people were killed, 3 were hurt, police said. Medics counted 15. Six of them were children. "
    "The crowd was 40."
)


def quantity(
    key: str, words: str, what: str, low: int | None, high: int | None, who: str | None = None
) -> dict[str, Any]:
    start = TEXT.index(words)
    return {
        "id": key,
        "start": start,
        "end": start + len(words),
        "what": what,
        "who": who,
        "min": low,
        "max": high,
        "approx": False,
    }


def said(
    key: str, words: str, name: str | None, kind: str = "speaker", stance: str = "asserts", **other: Any
) -> dict[str, Any]:
    start = TEXT.index(words)
    content = [{"start": start, "end": start + len(words)}]
    origin = {"kind": kind, "name": name, "actor": other.get("actor")}
    return {"id": key, "stance": stance, "content": content, "via": other.get("via", []), "origin": origin}


def record(**changes: Any) -> dict[str, Any]:
    event = {
        "id": "e1", "status": "actual", "aggregate": False, "time_how": "stated",
        "from": "2021-01-01", "to": "2021-08-31", "place": "p1",
        "actors": ["a1"], "recipients": [], "attribution": "s1", "quantities": ["q1", "q2", "q4"],
    }  # fmt: skip
    base = {
        "text": TEXT, "outlet": "Harbour Post", "published": {"from": "2021-09-01", "to": "2021-09-01"}, "times": [],
        "places": [{"id": "p1", "country": "MWI", "start": 0, "end": 1}],
        "actors": [{"id": "a1", "name": "Malawi police", "country": "ZMB", "mentions": []}],
        "quantities": [
            quantity("q1", "At least 12 people", "killed", 12, None, "people"), quantity("q2", "3", "injured", 3, 3),
            quantity("q3", "15", "killed", 15, 15), quantity("q4", "Six of them", "killed", 6, 6),
            quantity("q5", "40", "participants", 40, 40),
        ],
        "attributions": [
            said("s1", "At least 12 people were killed, 3 were hurt", "police", actor="a1", via=[{"name": "AFP"}]),
            said("s2", "15", "medics"),
        ],
        "events": [{**event, **changes.pop("event", {})}],
    }  # fmt: skip
    return {**base, **changes}


def test_a_figure_has_its_source_chain_and_place() -> None:
    first = figures("d1", record())[0]
    assert (first.what, first.who, first.min, first.max) == ("killed", "people", 12, None)
    assert (first.origin, first.via, first.outlet) == ("Malawi police", ("AFP",), "Harbour Post")
    assert (first.document, first.event, first.quantity, first.words) == ("d1", "e1", "q1", "At least 12 people")
    assert (first.published, first.since, first.as_of, first.subject) == ("2021-09-01", None, None, ("MWI",))


def test_a_figure_said_of_no_event_is_kept_and_the_outlets_own_is_not() -> None:
    told = figures("d1", record())
    assert [(f.quantity, f.event, f.origin) for f in told if f.event is None] == [("q3", None, "medics")]


def test_six_of_them_are_a_part() -> None:
    assert [f.quantity for f in figures("d1", record()) if f.part] == ["q4"]


def test_the_outlet_counts_where_nobody_else_does() -> None:
    plain = record(attributions=[], event={"attribution": None})
    assert {f.origin for f in figures("d1", plain)} == {"Harbour Post"}
    assert {f.origin for f in figures("d1", {**plain, "outlet": None})} == {"d1"}


def test_a_running_total_has_its_interval() -> None:
    first = figures("d1", record(event={"aggregate": True}))[0]
    assert (first.aggregate, first.since, first.as_of) == (True, "2021-01-01", "2021-08-31")
    first = figures("d1", record(event={"aggregate": True, "time_how": "published"}))[0]
    assert (first.since, first.as_of) == (None, "2021-09-01")


def test_planned_and_denied_figures_are_told_but_not_upheld() -> None:
    assert not figures("d1", record(event={"status": "planned"}))[0].upheld
    denied = [said("s1", "At least 12 people were killed, 3 were hurt", "police", stance="denies")]
    first = figures("d1", record(attributions=denied))[0]
    assert not first.upheld
    assert compare([first, figure("medics", 2, 2)]) == ()


def test_two_languages_one_shooting(code: Code) -> None:
    one = code(
        "At least nine people were killed when police fired on protesters in Dili on Tuesday, a doctor told Reuters.",
        "en", date="2021-09-01", outlet="Harbour Post",
    )  # fmt: skip
    other = code(
        "Empat orang tewas ketika polisi menembaki pengunjuk rasa di Dili, Selasa (31/8), kata Kapolda Mateus Belo.",
        "id", date="2021-09-02", outlet="Warta Timur",
    )  # fmt: skip
    told = [*figures("d1", to_contract(one)), *figures("d2", to_contract(other))]
    assert [(f.min, f.max, f.origin, f.via) for f in told] == [
        (9, None, "a doctor", ("Reuters",)),
        (4, 4, "Mateus Belo", ()),
    ]
    assert [d.kind for d in compare(told)] == ["contradiction"]
    assert [(r.min, r.max, r.highest, r.origins) for r in summary(told)] == [(4, None, 9, 2)]


def test_two_reports_of_a_monitors_total_are_one_series(code: Code) -> None:
    one = code(
        "Gangs have killed at least 870 people in Haiti since January, Haiti Rights Watch said.",
        "en",
        date="2024-06-22",
    )
    other = code("Geng membunuh 883 orang di Haiti sejak Januari, kata Haiti Rights Watch.", "id", date="2024-07-01")
    told = [*figures("d2", to_contract(other)), *figures("d1", to_contract(one))]
    (only,) = series(told)
    assert (only.origin, only.subject, only.since) == ("Haiti Rights Watch", ("HTI",), "2024-01-01")
    assert [(f.as_of, f.min, f.max) for f in only.figures] == [("2024-06-22", 870, None), ("2024-07-01", 883, 883)]
