"""Events over time: bins, single events, filters, each event once, what was refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sumber.serve.bins import binned, start_of, unit_for
from tests.serve.made_charts import get, get_csv, refuse, report, served
from tests.store.conftest import sha

RECORDS = [
    report("a", day="2021-01-10", published="2021-01-11", outlet="First"),
    report("b", day="2021-02-03", published="2021-02-03", outlet="Second", type="AGREE", status="planned"),
    report("c", day="2021-02-20", until=None, published="2021-02-20", outlet="First", background=True),
    report("d", day="2020-12-01", until="2021-02-10", published="2021-02-20", outlet="First", type="CONSULT"),
    report("e", day=None, until=None, published="2021-02-21", outlet="First"),
]


def bins(answer: Any) -> dict[str, tuple[int, ...]]:
    names = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
    return {one["start"]: tuple(one[name] for name in names) for one in answer["bins"]}


def test_events_are_counted_by_month_and_group(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS) as client:
        found = get(client, "timeline", unit="month")
    assert (found["total"], found["undated"], found["first"], found["last"]) == (5, 1, "2020-12-01", "2021-02-20")
    assert bins(found) == {"2020-12-01": (1, 0, 0, 0), "2021-01-01": (0, 0, 0, 1), "2021-02-01": (1, 0, 0, 1)}
    assert found["groups"]["ASSAULT"] == "material_conflict"


def test_what_began_before_the_time_is_told_and_not_counted_at_its_edge(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS) as client:
        found = get(client, "timeline", since="2021-02-01", until="2021-02-28", unit="day")
        begun = get(client, "timeline/events", since="2021-02-01", until="2021-02-28", begun=True)
    assert (found["total"], found["earlier"]) == (3, 1)
    assert list(bins(found)) == ["2021-02-03", "2021-02-20"]
    assert [one["begin"] for one in begun["events"]] == ["2021-02-03", "2021-02-20"]


def test_an_open_interval_stays_open(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS) as client:
        events = {one["event"]: one for one in get(client, "timeline")["events"]}
    shown = events[f"{sha('c')[:12]}.e1"]
    assert (shown["begin"], shown["until"], shown["background"], shown["lang"]) == ("2021-02-20", None, True, "id")


def test_an_outlet_that_joins_later_is_told(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS) as client:
        assert get(client, "timeline")["outlets"] == [
            {"outlet": "First", "first": "2021-01-11"},
            {"outlet": "Second", "first": "2021-02-03"},
        ]
        # Nothing of the time that is shown lies before the first article of an outlet: it made no spike there.
        assert get(client, "timeline", since="2021-02-03", until="2021-02-28")["outlets"] == []


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"type": "AGREE"}, 1), ({"status": "planned"}, 1), ({"background": False}, 4), ({"actor": "MMR"}, 5),
        ({"actor": "USA"}, 0), ({"recipient": "demo"}, 5), ({"place": "yangon"}, 5), ({"said_by": "AAPP"}, 5),
        ({"since": "2021-02-15"}, 1), ({"until": "2021-01-31"}, 2),
    ],
)  # fmt: skip
def test_filters(tmp_path: Path, query: dict[str, Any], count: int) -> None:
    with served(tmp_path, RECORDS) as client:
        assert get(client, "timeline", **query)["total"] == count


def test_an_event_of_two_reports_counts_once_unless_reports_are_asked_for(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS[:2]) as client:
        first, second = (f"{sha(name)[:12]}.e1" for name in "ab")
        with client.app.state.desk.corpus() as corpus:  # type: ignore[attr-defined]
            sight: list[Any] = [{"name": name, "document": name[:12], "sight": {}} for name in (first, second)]
            corpus.events.put_reports(sight, [])
            corpus.events.set_merged({second: f"E{first}"})
        assert get(client, "timeline")["total"] == 1
        assert get(client, "timeline", reports=True)["total"] == 2
        with client.app.state.desk.corpus() as corpus:  # type: ignore[attr-defined]
            corpus.events.set_merged({second: f"E{second}"})
        assert len(get(client, "timeline/events")["events"]) == 2


def test_what_a_coder_refused_is_left_out_unless_asked_for(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS[:2]) as client:
        assert get(client, "timeline")["total"] == 2
        refuse(client, "a")
        assert get(client, "timeline")["total"] == 1
        assert [one["type"] for one in get(client, "timeline/events")["events"]] == ["AGREE"]
        assert get(client, "timeline", refused=True)["total"] == 2


def test_pages_of_events_follow_each_other(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS) as client:
        seen: list[str] = []
        after = None
        while True:
            page = get(client, "timeline/events", limit=2, **({"after": after} if after else {}))
            seen += [one["event"] for one in page["events"]]
            after = page["after"]
            if after is None:
                break
        assert client.get("/api/timeline/events", params={"after": "nobody.e1"}).status_code == 404
    assert len(seen) == len(set(seen)) == 5


def test_the_files_hold_what_is_seen_and_no_formula(tmp_path: Path) -> None:
    cruel = report("f", day="2021-03-01", actors=(("=1+1", "MMR"),))
    with served(tmp_path, [*RECORDS, cruel]) as client:
        counts = get_csv(client, "timeline", unit="month", since="2021-02-01")
        events = get_csv(client, "timeline/events", since="2021-03-01")
    assert [(row["start"], row["unit"], row["material_conflict"]) for row in counts] == [
        ("2021-02-01", "month", "1"),
        ("2021-03-01", "month", "1"),
    ]
    assert [row["actors"] for row in events] == ["'=1+1"]


@pytest.mark.parametrize("query", ["since=2021-13-01", "type=WAR", "status=x", "limit=0", "limit=201", "unit=hour"])
def test_bad_questions_are_refused(tmp_path: Path, query: str) -> None:
    path = "timeline/events" if "limit" in query else "timeline"
    with served(tmp_path, []) as client:
        assert client.get(f"/api/{path}?{query}").status_code == 422
        assert get(client, "timeline")["total"] == 0


@given(st.dates(), st.sampled_from(["day", "week", "month", "year"]))
def test_a_unit_begins_on_or_before_its_day_and_begins_itself(day: Any, unit: Any) -> None:
    start = start_of(day.isoformat(), unit)
    assert start <= day.isoformat()
    assert start_of(start, unit) == start


def test_bins_add_up_and_units_suit_the_time() -> None:
    counts = [("2021-01-01", "x", 2), ("2021-01-03", "x", 1), ("2021-01-04", "y", 4)]
    assert binned(counts, "week") == [("2020-12-28", {"x": 3}), ("2021-01-04", {"y": 4})]
    spans = [("2021-01-01", "2021-02-01"), ("2021-01-01", "2022-01-01"), ("2016-01-01", "2022-01-01"), ("1990-01-01", "2022-01-01")]  # noqa: E501  # fmt: skip
    assert [unit_for(*span) for span in spans] == ["day", "week", "month", "year"]
