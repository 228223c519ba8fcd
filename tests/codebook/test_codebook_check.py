"""The check of a codebook names each kind of fault, and finds none in the package's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from sumber.tend import Fault, check_files

GOOD = '- {rule: palang, active: [memalang], example: "Warga memalang kantor bupati di Wamena.", actors: [Warga]}\n'


def faults_of(folder: Path, name: str, text: str) -> list[Fault]:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return check_files(folder)[0]


def test_the_package_has_no_faults() -> None:
    faults, files = check_files(None)
    assert [str(fault) for fault in faults] == []
    assert files == 0


def test_a_sound_folder_has_no_faults(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Notes of the monitor.")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config.yaml").write_text("a: b")
    assert faults_of(tmp_path, "id/triggers/protest.yaml", GOOD) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("triggers/protest.yaml", "did you mean en/triggers/protest.yaml or id/triggers/protest.yaml?"),
        ("id/triggers/protest.yml", "did you mean id/triggers/protest.yaml?"),
        ("id/triggers/blockade.yaml", "LANG/triggers/TYPE.yaml, and the types are accuse, agree"),
        ("id/role.yaml", "did you mean id/roles.yaml"),
        ("zzzz.yaml", "give it the name of a file of the package's codebook"),
    ],
)
def test_a_file_that_nothing_reads(tmp_path: Path, name: str, words: str) -> None:
    (fault,) = faults_of(tmp_path, name, GOOD)
    assert fault.file == f"{tmp_path.as_posix()}/{name}"
    assert "nothing reads it" in fault.trouble
    assert words in fault.trouble


@pytest.mark.parametrize("text", ["forms: [a", "- 2024-13-45", "a: b: c", "\x00"])
def test_what_is_no_yaml(tmp_path: Path, text: str) -> None:
    (fault,) = faults_of(tmp_path, "id/cues.yaml", text)
    assert fault.trouble.startswith("cannot be read as YAML: ")
    assert "byte string" not in fault.trouble


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("activ: [memalang]", "activ is no key of a trigger; the keys are active, "),
        ('type: "?"', "the type is the name of the file"),
        ("modes: [arrest]", "arrest is no mode of this type; PROTEST has boycott, demo"),
        ("contexts: [weather]", "weather is no PLOVER context; they are asylum"),
        ("frame: circular", "circular is no frame: frame must be one of directed"),
        ("needs: [human]", "needs must be one of any, human, state, armed"),
        ("recipient: [on]", "put on, off, no and yes in quotation marks"),
        ('noun: [""]', "noun holds something that is no word"),
        ("recipients: [bupatinya]", "bupatinya does not stand in the example"),
        ("object: [Kantor]", "write Kantor in lower case"),
        ("verb: [palang]", "under active and passive"),
    ],
)
def test_a_broken_key_of_a_trigger(tmp_path: Path, change: str, words: str) -> None:
    faults = faults_of(tmp_path, "id/triggers/protest.yaml", GOOD.replace("rule: palang", f"rule: palang, {change}"))
    assert [fault.rule for fault in faults] == ["palang"]
    assert words in faults[0].trouble


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('- {active: [memalang], example: "Warga memalang."}', "needs a rule name"),
        ("- {rule: palang, active: [memalang]}", "needs an example sentence"),
        ('- {rule: palang, example: "Warga memalang."}', "needs a verb, active, passive or noun form"),
        ('- {rule: palang, active: [memalang], example: "Warga tidur."}', "holds none of its forms: memalang"),
        ('- {rule: Palang Jalan, active: [memalang], example: "Warga memalang."}', "a rule name is lower case"),
        ("rule: palang", "must hold a list of entries"),
        ("- palang", "needs a rule name"),
    ],
)
def test_a_broken_entry(tmp_path: Path, text: str, words: str) -> None:
    (fault,) = faults_of(tmp_path, "id/triggers/protest.yaml", text)
    assert words in fault.trouble


def test_a_rule_of_the_packages_name(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, "id/triggers/coerce.yaml", '- {rule: tangkap, active: [x], example: "X."}')
    assert fault.trouble == "there are two rules tangkap, the other in id/triggers/coerce.yaml: give it another name"


def test_a_form_that_stands_twice_with_equal_guards(tmp_path: Path) -> None:
    twin = '- {rule: palangi, active: [memalang], example: "Warga memalang jalan."}\n'
    (fault,) = faults_of(tmp_path, "id/triggers/protest.yaml", GOOD + twin)
    assert fault.rule == "palangi"
    assert "memalang stands with equal guards in" in fault.trouble
    assert "id/triggers/protest.yaml: palang, so that one of the two never fires" in fault.trouble
    narrower = twin.replace("rule: palangi", "rule: palangi, object: [jalan]")
    assert faults_of(tmp_path, "id/triggers/protest.yaml", GOOD + narrower) == []


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("id/cues.yaml", "- {cue: ucap, forms: [x], kind: verb}", "needs stance"),
        ("id/cues.yaml", "{cue: ucap}", "must hold a list"),
        ("id/cues.yaml", "- {cue: mengatakan}", "stands already in id/cues.yaml"),
        ("en/roles.yaml", "- {role: czar, gloss: czar, sectors: [TSAR]}", "sectors: TSAR is none of AGR"),
        ("en/roles.yaml", "- {role: czar, gloss: czar, sectors: GOV}", "sectors must be a list: sectors: [GOV]"),
        ("en/roles.yaml", "- {role: czar, ranks: true}", "ranks is no key here"),
        ("outlets/outlets.yaml", "outlets: [{name: Kabar, kind: blog}]", "kind: blog is none of agency"),
        ("outlets/outlets.yaml", "outlet: []", "is no section of this file; the sections are descriptors"),
        ("id/time.yaml", "rules: [{rule: x, op: guess}]", "op: guess is none of"),
        ("id/status.yaml", "negation: tak", "'tak' must be a list"),
        ("en/status.yaml", "future: [on]", "put on, off, no and yes in quotation marks"),
        ("en/irregular.yaml", "verbs: {swim: swam}", "'swam' must be a list"),
        ("id/gaps.yaml", "[kecewa]", "must hold a table"),
    ],
)
def test_other_files(tmp_path: Path, name: str, text: str, words: str) -> None:
    faults = [str(fault) for fault in faults_of(tmp_path, name, text)]
    assert any(words in fault for fault in faults), faults
    assert all(fault.startswith(f"{tmp_path.as_posix()}/{name}: ") for fault in faults)


def test_words_and_tables_of_ones_own_are_no_fault(tmp_path: Path) -> None:
    assert faults_of(tmp_path, "en/irregular.yaml", "verbs: {swim: [swam, swum]}") == []
    assert faults_of(tmp_path, "en/status.yaml", "negation: [nary]\nfuture: []") == []
    assert faults_of(tmp_path, "id/gaps.yaml", "passed_over: [kecewa]") == []
    assert faults_of(tmp_path, "id/cues.yaml", "# nothing yet") == []
