"""The list of keys that Help shows holds every action that a screen registers, with the same key; and no key does two
things on one screen."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "web" / "src"
TABLE = (SOURCE / "lib" / "keyList.ts").read_text(encoding="utf-8").partition("const TABLE")[2].partition("\n};")[0]
ROW = re.compile(r"\['([\w.+]+)', '([^']+)'")
GROUPS = {
    group: ROW.findall(rows) for group, rows in re.findall(r"^  (\w+): \[(.*?)(?=^  \w+: \[|\Z)", TABLE, re.M | re.S)
}
LISTED = {name: key for rows in GROUPS.values() for name, key in rows}
TEXTS = [
    file.read_text(encoding="utf-8") for file in [*SOURCE.glob("screens/*.svelte"), *SOURCE.glob("parts/**/*.svelte")]
]
#: Buttons of small forms that take their key themselves.
OWN = {"desk.cancel"}


def test_every_registered_action_is_listed_with_its_key() -> None:
    found = {name: key for text in TEXTS for name, key in re.findall(r"name: '([a-z]+\.[\w.]+)', key: '([^']+)'", text)}
    found = {name: key for name, key in found.items() if name not in OWN}
    assert {name: LISTED.get(name) for name in found} == found


def test_every_action_has_a_label_that_is_a_word() -> None:
    labelled = re.findall(r"\['([\w.+]+)', '[^']+'(?:, (?:'([\w.]+)'|undefined))?", TABLE)
    words = {
        word
        for file in (SOURCE / "words" / "en").glob("*.json")
        for word in json.loads(file.read_text(encoding="utf-8"))
    }
    assert {label or name for name, label in labelled} - words == set()


def test_the_desk_takes_its_keys_from_the_list() -> None:
    text = (SOURCE / "parts" / "desk" / "keys.ts").read_text(encoding="utf-8")
    names = set(re.findall(r"'(\w+)'", text.partition("export type KeyName")[2].partition(";")[0]))
    assert len(names) > 15
    assert {f"desk.{name}" for name in names} <= set(LISTED)


def test_actions_that_a_screen_takes_from_the_list_are_in_it() -> None:
    used = {name for text in TEXTS for name in re.findall(r"actionOf\('([\w.]+)'\)", text)}
    for text in TEXTS:
        for block in re.findall(r"keyed\(\{(.*?)\}\)", text, re.S):
            used |= set(re.findall(r"'([a-z]+\.\w+)':", block))
    assert len(used) > 10
    assert used <= set(LISTED)


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_no_key_does_two_things_on_one_screen(group: str) -> None:
    keys = Counter(key for _, key in GROUPS[group])
    assert [key for key, count in keys.items() if count > 1] == []
