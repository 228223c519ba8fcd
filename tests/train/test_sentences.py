"""Our own annotated sentences keep the format and the guideline."""

from pathlib import Path

import pytest

from train.sentences import HOME, find_faults, is_held_out, read_own

FILES = sorted(HOME.glob("*.conllu"))
GOOD = """# sent_id = x-1
# text = Reuters melaporkan.
1\tReuters\t_\tPROPN\t_\t_\t2\tnsubj\t_\tName=B-MEDIA
2\tmelaporkan\t_\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t_\tPUNCT\t_\t_\t2\tpunct\t_\t_
"""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_faults(path: Path) -> None:
    assert list(find_faults(path)) == []


def test_there_are_enough_and_a_tenth_is_held_out() -> None:
    items = [item for path in FILES for item in read_own(path)]
    assert len(items) >= 400
    assert len({item.words for item in items}) == len(items)
    assert 0.05 < sum(map(is_held_out, items)) / len(items) < 0.15
    assert {tag[2:] for item in items for tag in item.names if tag != "O"} == {
        *("PER", "ORG", "MEDIA", "GPE", "LOC", "NORP", "EVENT", "WEAPON")
    }


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("2\tnsubj", "1\tnsubj", "cycle"),
        ("0\troot", "1\tobj", "roots"),
        ("B-MEDIA", "I-MEDIA", "I-MEDIA after O"),
        ("B-MEDIA", "B-PAPER", "unknown name"),
        ("PUNCT", "NOUN", "go together"),
        ("melaporkan.", "melaporkan", "tokens of its text"),
        ("2\tpunct", "9\tpunct", "outside"),
    ],
)
def test_faults_are_told(tmp_path: Path, old: str, new: str, fault: str) -> None:
    path = tmp_path / "x.conllu"
    path.write_text(GOOD, encoding="utf-8")
    assert list(find_faults(path)) == []
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    assert any(fault in told for told in find_faults(path))
