"""The measure of the roles of lines: gold is of the texts that are here, counts are right, and the floors hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluate.__main__ import FLOORS, SMALLER_IS_BETTER, holds
from evaluate.lines.suite import (
    KIND_OF,
    Reading,
    Row,
    collections,
    fingerprint,
    lines,
    lost_share,
    macro_f1,
    read_rows,
    readings,
    set_aside,
    texts,
)
from tests.conftest import SHARED


@pytest.mark.parametrize("name", collections(SHARED))
def test_gold_has_every_line_once(name: str) -> None:
    rows = read_rows(name)
    assert {row.role for row in rows} <= set(KIND_OF)
    for path in texts(name, SHARED).glob("*.txt"):
        wanted = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        mine = [row for row in rows if row.article == path.stem]
        assert [row.sha256 for row in mine] == [fingerprint(line) for line in wanted]
        assert all(line.startswith(row.dateline) for row, line in zip(mine, wanted, strict=True))


def test_some_articles_are_set_aside() -> None:
    articles = {row.article for name in ("cases", "fresh", "pages") for row in read_rows(name)}
    assert len(articles) == 42
    assert sorted(filter(set_aside, articles))[:4] == ["b01", "b04", "b05", "b06"]


def _reading(gold: set[str], found: set[str], exact: bool = True, lost: int = 0) -> Reading:
    row = Row("x", 1, "", "paragraph", "")
    return Reading(row, "", frozenset(gold), frozenset(found), exact, lost, size=50)


def test_macro_f1_is_the_mean_over_kinds() -> None:
    right = [_reading({"title"}, {"title"}), _reading({"paragraph", "dateline"}, {"paragraph", "dateline"})]
    assert macro_f1(right) == 1
    # title: one of two found, nothing invented; paragraph: one right, one invented.
    assert macro_f1([*right[:1], _reading({"title"}, {"paragraph"}), _reading({"paragraph"}, {"paragraph"})]) == (
        pytest.approx((2 / 3 + 2 / 3) / 2)
    )
    elsewhere = _reading({"paragraph", "dateline"}, {"paragraph", "dateline"}, exact=False)
    assert macro_f1([elsewhere]) == 0.5


def test_lost_is_by_characters() -> None:
    assert lost_share([_reading({"paragraph"}, {"paragraph"}), _reading({"paragraph"}, {"caption"}, lost=25)]) == 0.25


def test_a_changed_text_is_not_scored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for path in texts("pages", SHARED).iterdir():
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8").replace("Home", "Start"), encoding="utf-8")
    monkeypatch.setattr("evaluate.lines.suite.texts", lambda name, shared: tmp_path)
    with pytest.raises(ValueError, match="not the line that gold was written for"):
        readings("pages", SHARED)


def test_floors_hold() -> None:
    scores = lines(SHARED, Path(), 1)
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))["lines"]
    assert "pages body called furniture" in SMALLER_IS_BETTER
    assert scores
    assert not {key: value for key, value in scores.items() if not holds(key, value, floors[key])}
