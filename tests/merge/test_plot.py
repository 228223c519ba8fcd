"""Charts of tolls: well-formed, safe, the same each time, readable when empty."""

from __future__ import annotations

import random
import xml.etree.ElementTree as ET
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sumber.merge.tolls import series
from sumber.merge.tolls.plot import plot_tolls
from sumber.merge.tolls.plot_marks import COLOURS, SHAPES, safe, shape, wrapped
from sumber.merge.tolls.plot_scale import Scale, apart, day_ticks, number_ticks
from tests.merge.test_tolls import FIGURES, figure, total

SVG = "{http://www.w3.org/2000/svg}"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
HOSTILE = "<script>alert('x')</script>\" onload=\"x & \x00\x1b ]]>"


def texts(svg: str) -> list[str]:
    return ["".join(node.itertext()) for node in ET.fromstring(svg).iter(f"{SVG}text")]


def arrows(svg: str) -> list[str]:
    return [node.get("d", "") for node in ET.fromstring(svg).iter(f"{SVG}path") if node.get("class") == "toll-open"]


def test_the_chart_names_its_sources_numbers_and_days() -> None:
    shown = texts(
        plot_tolls([figure("police", 4, 4), figure("a surgeon", 9, None, "2021-09-03")], "Killed in Blantyre")
    )
    for words in ("Killed in Blantyre", "police", "a surgeon", "≥9", "4", "1 Sep 2021", "3 Sep 2021", "By whose count"):
        assert words in shown


def test_indonesian_words_and_numbers() -> None:
    shown = texts(plot_tolls([figure("polisi", 1200, 1500, "2021-08-01")], "Tewas", "id"))
    assert {"1.200–1.500", "1 Agu 2021", "Menurut siapa"} <= set(shown)


def test_it_is_accessible_and_needs_nothing_from_outside() -> None:
    svg = plot_tolls([figure("police", 4, 4, outlet="Harbour Post")], "Killed")
    root = ET.fromstring(svg)
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert title is not None
    assert desc is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert "2021-09-01: 4 killed, police (Harbour Post)." in (desc.text or "")
    assert root.get("width") == "720"
    assert "prefers-color-scheme:dark" in svg
    assert not any(outside in svg for outside in ("<script", "href", "url(", "@import", "<foreignObject"))


def test_hostile_names_stay_text() -> None:
    svg = plot_tolls([figure(HOSTILE, 4, 4, outlet=HOSTILE)], HOSTILE)
    assert {node.tag.removeprefix(SVG) for node in ET.fromstring(svg).iter()} <= {
        "svg", "title", "desc", "style", "rect", "path", "text", "g", "circle", "polygon",
    }  # fmt: skip
    assert all(not name.startswith("on") for node in ET.fromstring(svg).iter() for name in node.attrib)


def test_open_bounds_have_arrows() -> None:
    assert arrows(plot_tolls([figure("a", 4, 4), figure("b", 5, 9)], "x")) == []
    (up,) = arrows(plot_tolls([figure("a", 4, None)], "x"))
    (down,) = arrows(plot_tolls([figure("a", None, 4)], "x"))
    begin, tip = (float(part) for part in up.split(" ")[1].split("L")[0].split("M")[0].split("V"))
    assert tip < begin
    begin, tip = (float(part) for part in down.split(" ")[1].split("L")[0].split("M")[0].split("V"))
    assert tip > begin


def test_approximate_marks_are_hollow() -> None:
    body = plot_tolls([figure("a", 4, 4, approx=True)], "x")
    assert body.count("<circle") == 2
    assert body.count('class="toll-ground" stroke="currentColor"') == 1


def test_each_source_has_a_colour_and_a_shape_of_its_own() -> None:
    assert len({(number % len(COLOURS), number % SHAPES) for number in range(30)}) == 30
    assert len({shape(kind, 0, 0, False) for kind in range(SHAPES)}) == SHAPES


@pytest.mark.parametrize(("lang", "words"), [("en", "No figures to draw"), ("id", "Belum ada angka untuk digambar")])
def test_an_empty_chart_says_so(lang: str, words: str) -> None:
    shown = texts(plot_tolls([], "Nothing yet", lang))  # type: ignore[arg-type]
    assert {"Nothing yet", words} <= set(shown)


def test_what_cannot_be_drawn_is_told() -> None:
    svg = plot_tolls([figure("a", None, None), figure("b", 3, 3, None)], "x")
    assert "1 figures without bounds are not drawn." in svg
    assert "undated" in texts(svg)


def test_the_same_figures_in_any_order_give_the_same_chart() -> None:
    told = [total("AAPP", 800 + 10 * n, None, f"2021-06-{n + 1:02}") for n in range(20)]
    mixed = random.Random(4).sample(told, len(told))
    assert plot_tolls(told, "x") == plot_tolls(mixed, "x") == plot_tolls(series(mixed), "x")


def test_long_names_are_broken_and_kept() -> None:
    name = "the spokeswoman of the ministry " * 6 + "x" * 200
    assert "".join("".join(texts(plot_tolls([figure(name, 4, 4)], "x"))).split()).count("x" * 200) == 1
    assert max(map(len, wrapped(name, 60))) <= 60


@given(st.lists(FIGURES, max_size=8), st.text(max_size=200))
def test_any_figures_and_any_title_are_well_formed(told: list, title: str) -> None:  # type: ignore[type-arg]
    ET.fromstring(plot_tolls(told, title).encode("utf-8"))


@given(st.text())
def test_any_text_is_safe(text: str) -> None:
    ET.fromstring(f'<a b="{safe(text)}">{safe(text)}</a>'.encode())


@given(st.lists(st.floats(0, 500), max_size=30), st.floats(1, 40))
def test_places_are_moved_apart_in_order(places: list[float], gap: float) -> None:
    moved = apart(places, gap, 0, 500)
    room = min(gap, 500 / max(len(places) - 1, 1))
    order = sorted(range(len(places)), key=lambda n: places[n])
    assert all(-1e-6 <= place <= 500 + 1e-6 for place in moved)
    assert all(moved[b] - moved[a] >= room - 1e-6 for a, b in pairwise(order))


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_ticks_cover_the_numbers(first: int, second: int) -> None:
    low, high = sorted((first, second))
    ticks = number_ticks(low, high)
    assert ticks[0] <= low <= high <= ticks[-1]
    assert 2 <= len(ticks) <= 9


@given(st.dates(date(1945, 1, 1), date(2100, 1, 1)), st.dates(date(1945, 1, 1), date(2100, 1, 1)))
def test_days_have_a_few_names(first: date, second: date) -> None:
    low, high = sorted((first, second))
    named = day_ticks(low, high, MONTHS)
    assert 1 <= len(named) <= 8
    assert all(low <= day <= high for day, _ in named)
    assert len({name for _, name in named}) == len(named)


def test_a_scale_without_length_is_its_middle() -> None:
    assert Scale(3, 3, 0, 10).at(3) == 5
