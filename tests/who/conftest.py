"""The rooms up to who/ over a piece of running text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from sumber.layout import lay_out
from sumber.model import Actor, Document
from sumber.parse import parse
from sumber.where import find_places
from sumber.who import find_actors


@dataclass(frozen=True)
class Found:
    """A text with its actors."""

    text: str
    actors: tuple[Actor, ...]

    def words(self, actor: Actor) -> list[str]:
        """What stands at the actor's mentions."""
        return [self.text[mention.start : mention.end] for mention in actor.mentions]

    def at(self, words: str, nth: int = 0) -> list[Actor]:
        """The actors that have a mention of exactly these words, at their n-th place in the text."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        span = (start, start + len(words))
        return [actor for actor in self.actors if any((m.start, m.end) == span for m in actor.mentions)]

    def one(self, words: str, nth: int = 0) -> Actor:
        """The only actor at these words."""
        (actor,) = self.at(words, nth)
        return actor

    def people(self) -> list[str]:
        return [actor.name for actor in self.actors if actor.kind == "person" and actor.name[:1].isupper()]


Who = Callable[..., Found]


@pytest.fixture(scope="session")
def who() -> Who:
    """``who(text, lang, plain=True)``: the actors of a text."""

    def run(text: str, lang: str, plain: bool = True) -> Found:
        article = lay_out(Document(id="test", text=text, lang=lang, plain=plain), lang)
        doc = parse(text, [(block.start, block.end, block.kind) for block in article.blocks], lang)
        return Found(text, find_actors(doc, article, find_places(doc, article)))

    return run
