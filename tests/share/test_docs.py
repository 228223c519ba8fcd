"""What docs/review.md and docs/formats.md show is what the program prints and writes."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from sumber.review.fold import ACTIONS
from sumber.share import COLUMNS, FORMS
from sumber.share.checks import CHECKS
from tests.conftest import ROOT
from tests.share.made_docs import make_desk

REVIEW = (ROOT / "docs" / "review.md").read_text(encoding="utf-8")
FORMATS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
SUMBER = [sys.executable, "-c", "from sumber.cli import main; main()"]
SHOWN = [
    tuple(shown.split("\n", 1))
    for page in (REVIEW, FORMATS)
    for block in re.findall(r"^```console\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    for shown in block.split("$ ")
    if shown
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("docs")
    make_desk(home / "desk.db")
    return home


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command[:60] for command, _ in SHOWN])
def test_commands_print_what_the_pages_show(folder: Path, command: str, output: str) -> None:
    args = [*SUMBER, *shlex.split(command)[1:]]
    both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    done = subprocess.run(args, cwd=folder, env=os.environ, text=True, timeout=120, check=False, **both)
    assert done.stdout.rstrip() == output.rstrip()


def test_the_pages_show_every_command() -> None:
    commands = {command.split()[3] for command, _ in SHOWN}
    assert commands == {"export", "release", "agreement", "recode"}


def cells_of(page: str) -> list[list[str]]:
    """The cells of all tables of a page."""
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in page.splitlines() if line.startswith("|")]


def test_the_table_of_formats_has_every_format_and_its_file() -> None:
    rows = {cells[0].strip("`"): cells[1].strip("`") for cells in cells_of(FORMATS)}
    for form in FORMS.values():
        assert rows[form.name] == form.file


def test_the_table_of_columns_is_whole() -> None:
    cells = cells_of(FORMATS.partition("## The columns")[2])
    assert sorted(re.findall(r"`(\w+)`", " ".join(row[0] for row in cells))) == sorted(COLUMNS)


def test_the_page_names_every_act_and_check() -> None:
    acts = re.findall(r"^\| (\w+) \| (?:yes|–)", REVIEW, re.MULTILINE)
    assert tuple(acts) == ACTIONS
    checks = REVIEW.partition("**Checks**")[2].partition("\n\n")[0]
    words = {"no_country": "no country", "no_date": "no day", "no_actor": "nobody", "future": "after its article"}
    assert all(words.get(name, name) in " ".join(checks.split()) for name in CHECKS)
