"""The codebook of cues: its schema, and every example coded."""

from __future__ import annotations

import pytest

from sumber.codebook import entries
from sumber.errors import CodebookError
from sumber.says import cues
from sumber.says.cues import frames_of, lexicon
from sumber.tend.kinds import CUE
from tests.says.conftest import Said, Says

ALL = [(lang, entry) for lang in ("id", "en") for entry in entries(lang, "cues.yaml")]


@pytest.fixture(scope="module")
def coded(says: Says) -> dict[str, list[Said]]:
    """All examples of a language as the paragraphs of one article; by language."""
    texts = {lang: "\n".join(entry["example"] for entry in entries(lang, "cues.yaml")) for lang in ("id", "en")}
    return {lang: says(text, lang) for lang, text in texts.items()}


@pytest.mark.parametrize(("lang", "entry"), ALL, ids=[f"{lang}-{entry['cue']}" for lang, entry in ALL])
def test_example(lang: str, entry: dict, coded: dict[str, list[Said]]) -> None:
    text = "\n".join(one["example"] for one in entries(lang, "cues.yaml"))
    start = text.index(entry["example"])
    end = start + len(entry["example"])
    here = [said for said in coded[lang] if start <= said.raw.content[0].start < end]
    assert any(
        entry["source"].lower() in said.source.lower()
        and bool(entry["source"]) == bool(said.source)
        and entry["content_has"] in said.content
        for said in here
    ), [(said.source, said.cue, said.content) for said in here]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_entries_keep_to_the_schema(lang: str) -> None:
    rows = entries(lang, "cues.yaml")
    assert len(rows) >= 120
    names = [row["cue"] for row in rows]
    assert len(set(names)) == len(names)
    for row in rows:
        assert list(CUE.faults(row)) == [], row["cue"]
        assert row["example"].endswith((".", '"', "?")), row["cue"]
        assert row["content_has"], row["cue"]
        assert all(form == form.lower() and form.strip() == form for form in row["forms"]), row["cue"]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_frames_have_the_same_keys_in_both_languages(lang: str) -> None:
    assert set(frames_of(lang).sets) == set(frames_of("id").sets)
    assert all(isinstance(word, str) for words in frames_of(lang).sets.values() for word in words)


def test_english_verbs_are_inflected() -> None:
    forms = lexicon("en")
    for form in ("says", "denied", "denies", "accusing", "pledged", "told", "stresses"):
        assert form in forms


def test_indonesian_roots_take_the_clitic() -> None:
    ((words, (cue, *_)), *_) = lexicon("id")["ujarnya"]
    assert words == ("ujarnya",)
    assert cue.clitic
    assert not lexicon("id")["ujar"][0][1][0].clitic


def test_an_entry_without_a_known_stance_is_refused() -> None:
    with pytest.raises(CodebookError, match="stance"):
        cues._cue("en", {"cue": "mumble", "forms": ["mumble"], "kind": "verb", "stance": "mumbles"})
