"""Sentences with names in brackets."""

from pathlib import Path

import pytest

from train.bracketed import read_bracketed
from train.sentences import HOME, is_held_out


def test_names_become_tags_of_tokens(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("The [NORP Ukrainian] army saw [WEAPON HIMARS M142].\n\n", encoding="utf-8")
    (item,) = read_bracketed(path)
    assert item.words == ("The", "Ukrainian", "army", "saw", "HIMARS", "M142", ".")
    assert item.names == ("O", "B-NORP", "O", "O", "B-WEAPON", "I-WEAPON", "O")


@pytest.mark.parametrize(("line", "fault"), [("[NORP a", "bracket"), ("a] b", "bracket"), ("[SHIP a] b", "SHIP")])
def test_faults_name_the_line(tmp_path: Path, line: str, fault: str) -> None:
    path = tmp_path / "x.txt"
    path.write_text(f"Good.\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=f"line 2.*{fault}"):
        list(read_bracketed(path))


@pytest.mark.parametrize("lang", ["id", "en"])
def test_our_own(lang: str) -> None:
    items = list(read_bracketed(HOME / f"names-{lang}.txt"))
    kinds = [tag[2:] for item in items for tag in item.names if tag.startswith("B-")]
    assert kinds.count("EVENT") >= 120
    assert kinds.count("WEAPON") >= 120
    assert len({item.words for item in items}) == len(items)
    assert any(is_held_out(item) for item in items)
