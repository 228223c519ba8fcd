"""`sumber codebook` as a person runs it."""

from __future__ import annotations

import json
import os
import subprocess
import time
from pathlib import Path

import pytest

from tests.cli.test_cli import SUMBER

ENTRY = '- {rule: palang, active: [memalang], passive: [dipalang], modes: [obstruct], example: "%s", actors: [%s]}\n'
SOUND = ENTRY % ("Warga memalang kantor bupati di Wamena.", "Warga")
NEWS = "Warga memalang kantor bupati di Wamena.\n\nMenteri itu mengatakan harga stabil. Polisi menangkap dua orang.\n"


def codebook(*args: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [*SUMBER, "codebook", *args]
    env = os.environ | variables
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, timeout=180)


def overlay(folder: Path, text: str, name: str = "id/triggers/protest.yaml") -> Path:
    file = folder / "own" / name
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return folder


def test_each_command_has_help_with_an_example(tmp_path: Path) -> None:
    for name in ("check", "try", "gaps"):
        begun = time.perf_counter()
        done = codebook(name, "--help", cwd=tmp_path)
        assert f"sumber codebook {name} " in done.stdout.split("Usage:")[1]
        assert time.perf_counter() - begun < 2


def test_a_sound_overlay_is_checked_and_used(tmp_path: Path) -> None:
    overlay(tmp_path, SOUND)
    done = codebook("check", "own", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 file of your own" in done.stdout
    assert "1 example coded, none of them at fault" in done.stdout
    again = codebook("check", cwd=tmp_path, SUMBER_CODEBOOK="own")
    assert again.stdout == done.stdout
    tried = codebook("try", "Warga memalang jalan.", "--json", cwd=tmp_path, SUMBER_CODEBOOK="own")
    assert [form["rule"] for form in json.loads(tried.stdout)["forms"]] == ["id/what/palang.protest"]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("id/triggers/protest.yaml", SOUND.replace("obstruct", "arrest"), "palang: arrest is no mode of this type"),
        ("id/triggers/protest.yaml", SOUND + SOUND, "palang: there are two rules palang"),
        ("id/triggers/protest.yaml", SOUND.replace("rule: palang, ", ""), "an entry: every entry needs a rule name"),
        ("id/triggers/protest.yaml", "- {rule: [", "cannot be read as YAML"),
        ("id/protest.yaml", SOUND, "did you mean id/triggers/protest.yaml?"),
        ("id/roles.yaml", "- {role: ondoafi}", "ondoafi: needs an example sentence"),
    ],
)
def test_faults_are_told_with_file_and_rule_and_status(tmp_path: Path, name: str, text: str, words: str) -> None:
    overlay(tmp_path, text, name)
    done = codebook("check", "own", cwd=tmp_path)
    assert done.returncode == 1
    assert any(line.startswith(f"own/{name}: ") and words in line for line in done.stdout.splitlines()), done.stdout
    assert "examples are coded once" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (ENTRY % ("Warga memalang kantor bupati di Wamena.", "bupati"), "actors: bupati not found in the example"),
        (SOUND.replace("rule: palang", "rule: palang, needs: armed"), "‘memalang’: the recipient must be armed"),
        (
            SOUND.replace("Warga memalang", "Jika warga memalang").replace("[Warga]", "[]"),
            "it stands under a condition",
        ),
    ],
)
def test_an_example_that_does_not_give_what_it_promises(tmp_path: Path, entry: str, words: str) -> None:
    overlay(tmp_path, entry)
    done = codebook("check", "own", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("id/what/palang.protest: ")
    assert words in done.stdout.splitlines()[0]
    assert "    sumber codebook try '" in done.stdout
    assert "1 of them at fault" in done.stdout


def test_what_is_no_folder(tmp_path: Path) -> None:
    done = codebook("check", "nowhere", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr == ("sumber: nowhere is not a folder: SUMBER_CODEBOOK must name the folder of your codebook\n")


def test_try_names_the_guard_that_stopped_a_sentence(tmp_path: Path) -> None:
    done = codebook("try", "Polisi menangkap ikan di Teluk Jakarta.", "--lang", "id", cwd=tmp_path)
    assert done.returncode == 0
    assert "menangkap  VERB  root" in done.stdout
    assert "id/what/tangkap.coerce  stopped: not with ‘ikan’ (not_object: ikan, " in done.stdout
    assert done.stdout.rstrip().endswith("none")


def test_try_shows_the_event_its_why_and_the_tree(tmp_path: Path) -> None:
    args = ("try", "Police arrested two men on Monday.", "--date", "2024-05-03", "--tree")
    shown = codebook(*args, cwd=tmp_path).stdout
    assert "├── Police  NOUN nsubj" in shown
    assert "en/what/arrest.coerce  fired as e1" in shown
    assert "e1  ‘arrested’ (COERCE arrest): police → two men, active voice; date in the text" in shown


def test_try_for_machines(tmp_path: Path) -> None:
    text = "Polisi menangkap ikan."
    told = json.loads(codebook("try", text, "--json", cwd=tmp_path).stdout)
    form = next(one for one in told["forms"] if one["rule"] == "id/what/tangkap.coerce")
    assert (form["outcome"], form["guard"]) == ("stopped", "not_object")
    assert text[form["start"] : form["end"]] == form["words"] == "menangkap"
    assert [token["text"] for token in told["tokens"]] == ["Polisi", "menangkap", "ikan", "."]
    assert told["events"] == []


def test_a_sentence_cannot_command_the_terminal(tmp_path: Path) -> None:
    done = codebook("try", "Police arrested \x1b[31mtwo men\x1b[0m.", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert codebook("try", "  ", cwd=tmp_path).returncode == 2


def test_gaps_in_files_and_in_the_store(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    done = codebook("gaps", "news.txt", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("memalang  id  1 document, 1 sentence  perhaps ")
    assert "rule: memalang, type: '?', active: [memalang]" in done.stdout
    assert "1 of 1 gap in 1 document" in done.stdout
    subprocess.run([*SUMBER, "--store", "s.db", "add", "news.txt", "--quiet"], cwd=tmp_path, check=True)
    stored = subprocess.run(
        [*SUMBER, "--store", "s.db", "codebook", "gaps", "--store", "--json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    (gap,) = [json.loads(line) for line in stored.stdout.splitlines()]
    assert (gap["lemma"], gap["documents"]) == ("memalang", 1)
    assert gap["examples"][0]["document"] == "news.txt"
    assert gap["draft"]["example"] == "Warga memalang kantor bupati di Wamena."


def test_gaps_of_one_language_and_of_unreadable_input(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    assert "0 gaps in 0 documents" in codebook("gaps", "news.txt", "--lang", "en", cwd=tmp_path).stdout
    done = codebook("gaps", "news.txt", "none.txt", "--json", cwd=tmp_path)
    assert done.returncode == 1
    assert "none.txt" in done.stderr
    assert len(done.stdout.splitlines()) == 1
    assert codebook("gaps", cwd=tmp_path).returncode == 2
