"""Stories told paragraph by paragraph: which templates a report uses, and their text in either language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from evaluate.lineage.data import Lang, fill, templates
from evaluate.lineage.facts import VIOLENT, Story

_VIOLENT_KINDS = (
    "toll", "official", "witness", "hospital", "denial", "reaction", "background", "next", "history", "map",
)  # fmt: skip
_CALM_KINDS = ("official", "terms", "analyst", "critics", "reaction", "background", "next", "history", "map")
#: What an outlet can add to a wire from its own archive.
OWN_KINDS = ("background", "history", "map", "reaction", "next")


@dataclass(frozen=True)
class Paragraph:
    """Two template sentences and the facts that fill them; `key` is the same in every copy and translation."""

    key: str
    story: Story
    kind: str
    numbers: tuple[int, int]

    def text(self, lang: Lang) -> str:
        """The paragraph in one language."""
        sentences = zip(_parts(self.kind, self.story.affair), self.numbers, strict=True)
        pool = templates(lang)["paragraphs"][self.kind]
        return fill(" ".join(pool[part][number] for part, number in sentences), self.story.facts, lang)


@dataclass
class Deck:
    """Templates of one story, dealt without repeating: reports of one affair do not share their sentences by chance."""

    rng: Random
    left: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def deal(self, kind: str, part: str) -> int:
        """The number of a template not dealt yet; from the start again when all are."""
        if not self.left.get((kind, part)):
            numbers = list(range(len(templates("id")["paragraphs"][kind][part])))
            self.rng.shuffle(numbers)
            self.left[kind, part] = numbers
        return self.left[kind, part].pop()


def tell(deck: Deck, story: Story, key: str) -> list[Paragraph]:
    """A report of six to twelve paragraphs: lede and detail first, then what the reporter has."""
    rng = deck.rng
    kinds = _VIOLENT_KINDS if story.affair in VIOLENT else _CALM_KINDS
    chosen = sorted(rng.sample(range(len(kinds)), rng.randint(4, len(kinds))))
    ordered = [kinds[number] for number in chosen]
    swap = rng.randrange(len(ordered) - 1)
    ordered[swap], ordered[swap + 1] = ordered[swap + 1], ordered[swap]
    return paragraphs(deck, story, key, ["lede", "detail", *ordered])


def paragraphs(deck: Deck, story: Story, key: str, kinds: Sequence[str]) -> list[Paragraph]:
    """One paragraph of each kind, with keys that no other report has."""
    made = []
    for number, kind in enumerate(kinds):
        first, second = _parts(kind, story.affair)
        made.append(Paragraph(f"{key}.{number}", story, kind, (deck.deal(kind, first), deck.deal(kind, second))))
    return made


def _parts(kind: str, affair: str) -> tuple[str, str]:
    return (affair, "more") if kind in ("lede", "detail") else ("first", "second")
