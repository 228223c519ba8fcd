"""The words of the interface: whole in both languages, with the same places to fill, and none that nobody knows."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

WEB = Path(__file__).parents[3] / "web" / "src"
SLICES = sorted(file.stem for file in (WEB / "words" / "en").glob("*.json"))
CALL = re.compile(r"\bt\(\s*'([^'$]+)'")
LABEL = re.compile(r"\b(?:label|title)(?:=\"|: ')([a-z_]+(?:\.[A-Za-z_-]+)+)['\"]")


def _words(lang: str, part: str) -> dict[str, str]:
    pairs = json.loads((WEB / "words" / lang / f"{part}.json").read_text("utf-8"), object_pairs_hook=list)
    assert len(pairs) == len(dict(pairs)), f"{lang}/{part}.json says something twice"
    return dict(pairs)


def _all(lang: str) -> dict[str, str]:
    return {key: text for part in SLICES for key, text in _words(lang, part).items()}


def _sources() -> dict[str, str]:
    files = [file for suffix in ("*.svelte", "*.ts") for file in WEB.rglob(suffix) if file.name != "types.ts"]
    return {str(file.relative_to(WEB)): file.read_text(encoding="utf-8") for file in files}


@pytest.mark.parametrize("part", SLICES)
def test_both_languages_have_the_same_words_and_places(part: str) -> None:
    english, indonesian = _words("en", part), _words("id", part)
    assert sorted(english) == sorted(indonesian)
    for key, text in english.items():
        places = [sorted(re.findall(r"\{(\w+)\}", one)) for one in (text, indonesian[key])]
        assert places[0] == places[1], key
        assert text.strip(), key
        assert indonesian[key].strip(), key


def test_no_word_is_in_two_files() -> None:
    seen: dict[str, str] = {}
    for part in SLICES:
        for key in _words("en", part):
            assert key not in seen, f"{key} is in {seen[key]} and {part}"
            seen[key] = part


def test_every_word_that_is_asked_for_is_there() -> None:
    known = _all("en")
    asked = {(file, key) for file, text in _sources().items() for key in (*CALL.findall(text), *LABEL.findall(text))}
    assert len(asked) > 20
    assert [(file, key) for file, key in sorted(asked) if key not in known] == []


def test_the_page_to_sign_in_is_whole_in_both_languages() -> None:
    from sumber.serve.login import _words as login_words

    words = login_words()
    assert sorted(words["en"]) == sorted(words["id"])


def test_no_markup_is_made_of_text() -> None:
    for file, text in _sources().items():
        assert "{@html" not in text, file
        assert not re.search(r"\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write\(|\beval\(", text), file
        assert not re.search(r"<[^>]*\sstyle=\"", text), f"{file}: a style attribute is against the policy"
