"""What docs/codebook.md shows is what the program prints, and its table has every key of a trigger."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from sumber.what.lexicon import load_lexicon
from sumber.what.schema import KEYS
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)([^\n]*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
SUMBER = [sys.executable, "-c", "from sumber.cli import main; main()"]
SHOWN = [
    tuple(shown.split("\n", 1)) for kind, _, text in BLOCKS if kind == "console" for shown in text.split("$ ") if shown
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the page shows by name."""
    home = tmp_path_factory.mktemp("docs")
    for _, name, text in BLOCKS:
        if name.strip():
            file = home / name.strip()
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    return home


def test_the_page_shows_all_three_commands() -> None:
    commands = " ".join(command for command, _ in SHOWN)
    assert all(f"sumber codebook {name}" in commands for name in ("check", "try", "gaps"))


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command[:50] for command, _ in SHOWN])
def test_commands_print_what_the_page_shows(folder: Path, command: str, output: str) -> None:
    words = shlex.split(command)
    variables = dict(word.split("=", 1) for word in words[: words.index("sumber")])
    args = [*SUMBER, *words[words.index("sumber") + 1 :]]
    done = subprocess.run(args, cwd=folder, env=os.environ | variables, capture_output=True, text=True, timeout=120)
    assert done.stdout.rstrip() == output.rstrip(), done.stderr


def test_the_table_has_every_key_of_a_trigger() -> None:
    section = PAGE.partition("## A trigger")[2].partition("## Your own")[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    assert {key for cell in cells for key in re.findall(r"`(\w+)`", cell)} == KEYS


def test_the_entries_of_the_page_are_rules_of_the_package() -> None:
    section = PAGE.partition("## A trigger")[2].partition("## Your own")[0]
    known = {trigger.rule for lang in ("id", "en") for trigger in load_lexicon(lang).triggers}
    shown = re.findall(r"^- \{rule: ([\w-]+)", section, re.MULTILINE)
    assert shown
    assert set(shown) <= known
