"""The codebook's triggers: the schema is held, forms are found."""

from __future__ import annotations

from typing import Any

import pytest

from sumber.errors import CodebookError
from sumber.what import build_lexicon, load_lexicon
from sumber.what.inflect import verb_forms
from sumber.what.plover import context_names, frames, type_cards

GOOD: dict[str, Any] = {
    "rule": "tangkap",
    "active": ["menangkap"],
    "modes": ["arrest"],
    "example": "Polisi menangkap X.",
}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"rule": None}, "needs a rule name"),
        ({"modes": ["aerial"]}, "no mode of this type"),
        ({"contexts": ["weather"]}, "no PLOVER context"),
        ({"example": ""}, "needs an example"),
        ({"active": None}, "needs a verb, active, passive or noun"),
        ({"frame": "circular"}, "no frame"),
        ({"needs": "money"}, "needs must be one of"),
        ({"status": "perhaps"}, "no status"),
        ({"recipients_": ["x"]}, "no key of a trigger"),
        ({"recipient": [True]}, "in quotation marks"),
    ],
)
def test_a_broken_entry_is_named(change: dict[str, Any], words: str) -> None:
    with pytest.raises(CodebookError, match=words):
        build_lexicon("id", {"coerce": [{**GOOD, **change}]})


def test_two_rules_of_one_name() -> None:
    with pytest.raises(CodebookError, match="two rules tangkap"):
        build_lexicon("id", {"coerce": [GOOD, GOOD]})


def test_a_file_must_be_a_type() -> None:
    with pytest.raises(CodebookError, match="no PLOVER type"):
        build_lexicon("id", {"arrest": [GOOD]})


def test_rule_path() -> None:
    (trigger,) = build_lexicon("id", {"coerce": [GOOD]}).triggers
    assert trigger.path == "id/what/tangkap.coerce"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_codebook_is_sound(lang: str) -> None:
    triggers = load_lexicon(lang).triggers
    assert len(triggers) >= 300
    assert {trigger.type for trigger in triggers} == set(type_cards())


def test_ontology() -> None:
    assert len(context_names()) == 37
    assert set(frames()) == {"directed", "reciprocal", "visit", "self", "received", "said"}
    assert type_cards()["SANCTION"].quad == 4
    assert type_cards()["ACCUSE"].score == -3


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("arrest", "arrested"),
        ("carry", "carried"),
        ("ban", "banned"),
        ("seize", "seizing"),
        ("strike", "struck"),
        ("meet", "met"),
        ("clash", "clashes"),
        ("shoot down", "shot down"),
        ("die", "dying"),
    ],
)
def test_english_forms(verb: str, form: str) -> None:
    assert form in verb_forms(verb)
    assert verb_forms(verb)[0] == verb
