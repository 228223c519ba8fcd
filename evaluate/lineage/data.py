"""The words that stories are made of, as the YAML files beside this one hold them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import yaml

Lang = Literal["id", "en"]
LANGS: tuple[Lang, Lang] = ("id", "en")

_SENTENCE_START = re.compile(r'(?:^|(?<=[.?!] )|(?<=[.?!]" )|(?<=: ")|(?<=, "))"?[a-z]')


class Words(NamedTuple):
    """One thing said in both languages."""

    id: str
    en: str

    def of(self, lang: Lang) -> str:
        """The words in one language."""
        return self.id if lang == "id" else self.en


Facts = dict[str, Words]


@cache
def names() -> dict[str, Any]:
    """Countries, towns, persons, agencies, outlets."""
    return _load("names.yaml")


@cache
def templates(lang: Lang) -> dict[str, Any]:
    """Titles and sentences of paragraphs."""
    return _load(f"templates-{lang}.yaml")


@cache
def phrases(lang: Lang) -> dict[str, Any]:
    """What fills slots, what pages add, what editors change."""
    return _load(f"phrases-{lang}.yaml")


def fill(template: str, facts: Facts, lang: Lang) -> str:
    """A template with its slots filled, and each sentence with a capital at its head."""
    filled = template.format_map({slot: words.of(lang) for slot, words in facts.items()})
    return _SENTENCE_START.sub(lambda head: head.group().upper(), filled)


@cache
def common_words(lang: Lang) -> frozenset[str]:
    """Words that the templates write small somewhere: they are no names."""
    found: set[str] = set()
    for kind in templates(lang)["paragraphs"].values():
        for sentences in kind.values():
            for sentence in sentences:
                found |= set(re.findall(r"(?<![\w{])[a-z][a-z-]+(?![\w}])", sentence))
    return frozenset(found)


def _load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    return loaded
