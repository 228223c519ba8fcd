"""Where: places and countries with their events; coordinates as the gazetteer has them."""

from __future__ import annotations

import json
from pathlib import Path

from sumber.review.values import country_codes
from tests.serve.made_charts import MYANMAR, YANGON, get, get_csv, report, served

NAMELESS = {"name": "Kampung Uji", "geonameid": None, "country": None, "lat": None, "lon": None}
RECORDS = [
    report("a", day="2021-01-01"),
    report("b", day="2021-01-02", type="AID", place={**YANGON, "name": "Rangoon"}),
    report("c", day="2021-01-03", place=MYANMAR, precision="country"),
    report("d", day="2021-01-04", place=NAMELESS),
    report("e", day="2021-01-05", place=None),
]


def test_one_place_under_two_names_is_one(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS) as client:
        found = get(client, "places")
    yangon = found["sites"][0]
    assert (yangon["site"], yangon["name"], yangon["events"], yangon["conflict"]) == ("1298824", "Yangon", 2, 1)
    assert (yangon["lat"], yangon["lon"]) == (16.8, 96.2)  # never moved
    assert [one["name"] for one in found["sites"][1:]] == ["Myanmar", "Kampung Uji"]


def test_countries_count_what_lies_in_them_and_how_much_of_it_is_vague(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS) as client:
        assert get(client, "places")["lands"] == [{"country": "MMR", "events": 3, "conflict": 2, "vague": 1}]


def test_a_mark_leads_to_its_events(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS) as client:
        at_site = get(client, "places/events", site="1298824")["events"]
        nameless = get(client, "places/events", site="? Kampung Uji")["events"]
        in_land = get(client, "places/events", country="MMR")["events"]
        assert client.get("/api/places/events", params={"country": "Myanmar"}).status_code == 422
    assert [one["begin"] for one in at_site] == ["2021-01-01", "2021-01-02"]
    assert [one["begin"] for one in nameless] == ["2021-01-04"]
    assert [one["begin"] for one in in_land] == ["2021-01-01", "2021-01-02", "2021-01-03"]


def test_filters_hold_for_places(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS) as client:
        assert [one["events"] for one in get(client, "places", type="AID")["sites"]] == [1]
        assert get(client, "places", since="2022-01-01") == {"sites": [], "lands": [], "left_out": 0}


def test_the_file_holds_every_place(tmp_path: Path) -> None:
    south = report("g", place={**YANGON, "geonameid": 1, "name": "Selatan", "lat": -33.9})
    with served(tmp_path, [*RECORDS, south]) as client:
        rows = get_csv(client, "places")
    assert {row["name"]: row["lat"] for row in rows}["Selatan"] == "-33.9"  # a number is no formula
    assert len(rows) == 4


def test_a_deleted_document_takes_its_counts_along(tmp_path: Path) -> None:
    with served(tmp_path, RECORDS) as client:
        engine = client.app.state.desk.store._engine  # type: ignore[attr-defined]
        with engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM documents")
        assert get(client, "places")["sites"] == []
        assert get(client, "dyads")["cells"] == []


def test_every_country_of_the_codebook_has_a_name_and_a_number_for_the_map() -> None:
    web = Path(__file__).parents[2] / "web" / "src" / "data" / "countries.json"
    codes = json.loads(web.read_text("utf-8"))["codes"]
    assert country_codes() <= set(codes)
    numbers = [numeric for _alpha2, numeric in codes.values() if numeric]
    assert len(numbers) == len(set(numbers))
