"""Who does what to whom: the matrix, a pair over time, its events."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.serve.made_charts import get, get_csv, refuse, report, served

USA, IRN, MMR = ("Washington", "USA"), ("Tehran", "IRN"), ("Naypyidaw", "MMR")
RECORDS = [
    report("a", day="2021-01-10", actors=[USA], recipients=[IRN], type="SANCTION"),
    report("b", day="2021-01-20", actors=[USA], recipients=[IRN], type="AID"),
    report("c", day="2021-03-01", actors=[USA], recipients=[IRN, ("Qom", "IRN")], type="THREATEN"),
    report("d", day="2021-03-02", actors=[USA, IRN], recipients=[], type="CONSULT"),
    report("e", day=None, until=None, actors=[MMR], recipients=[("rebels", None)], type="ASSAULT"),
    report("f", day="2021-03-02", actors=[IRN], recipients=[IRN], type="COERCE"),
]


def cells(answer: Any) -> dict[tuple[str, str], tuple[int, int, int]]:
    return {(one["a"], one["b"]): (one["cooperation"], one["conflict"], one["mutual"]) for one in answer["cells"]}


def test_a_cell_splits_cooperation_from_conflict(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS) as client:
        found = get(client, "dyads")
    # An event with two recipients of one country counts once; one that two did together stands in both directions.
    assert cells(found) == {("USA", "IRN"): (2, 2, 1), ("IRN", "USA"): (1, 0, 1), ("IRN", "IRN"): (0, 1, 0)}
    assert (found["rows"], found["columns"]) == (["USA", "IRN"], ["IRN", "USA"])


def test_parties_without_a_country_are_there_by_name(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS) as client:
        found = cells(get(client, "dyads", level="name"))
    assert found["Naypyidaw", "rebels"] == (0, 1, 0)
    assert found["Washington", "Qom"] == (0, 1, 0)
    assert ("Tehran", "Tehran") in found


def test_the_matrix_keeps_the_most_frequent(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS) as client:
        found = get(client, "dyads", size=1)
    assert (found["rows"], found["columns"], list(cells(found))) == (["USA"], ["IRN"], [("USA", "IRN")])


def test_a_pair_over_time(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS) as client:
        found = get(client, "dyads/course", a="USA", b="IRN", unit="month")["periods"]
        year = get(client, "dyads/course", a="USA", b="IRN", unit="year")["periods"]
    assert [(one["period"], one["cooperation"], one["conflict"]) for one in found] == [
        ("2021-01-01", 1, 1),
        ("2021-03-01", 1, 1),
    ]
    assert [(one["period"], one["cooperation"], one["conflict"]) for one in year] == [("2021-01-01", 2, 2)]


def test_a_pair_without_a_day_has_no_period(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS) as client:
        found = get(client, "dyads/course", a="Naypyidaw", b="rebels", level="name", unit="week")["periods"]
    assert [one["period"] for one in found] == [None]


def test_a_cell_leads_to_its_events(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS) as client:
        found = get(client, "dyads/events", a="USA", b="IRN")["events"]
        both = get(client, "dyads/events", a="IRN", b="USA")["events"]
        assert client.get("/api/dyads/events").status_code == 422
    assert [one["type"] for one in found] == ["SANCTION", "AID", "THREATEN", "CONSULT"]
    assert [one["type"] for one in both] == ["CONSULT"]


def test_filters_and_refusals_hold_for_pairs(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS) as client:
        assert cells(get(client, "dyads", type="SANCTION")) == {("USA", "IRN"): (0, 1, 0)}
        assert cells(get(client, "dyads", until="2021-01-31"))[("USA", "IRN")] == (1, 1, 0)
        refuse(client, "a")
        assert cells(get(client, "dyads"))[("USA", "IRN")] == (2, 1, 1)


def test_the_file_has_a_line_for_each_month_where_asked(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS) as client:
        whole = get_csv(client, "dyads")
        monthly = get_csv(client, "dyads", unit="month")
        events = get_csv(client, "dyads/events", a="IRN", b="USA")
    assert len(whole) == 3
    assert ("USA", "IRN", "2021-03-01", "1", "1") in [
        (row["a"], row["b"], row["period"], row["cooperation"], row["conflict"]) for row in monthly
    ]
    assert [row["type"] for row in events] == ["CONSULT"]
