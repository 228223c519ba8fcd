"""A find on its way to becoming an attribution: characters, not tokens, and what is known of it so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sumber.model import AttributionKind, Hop, Stance
from sumber.says.scene import Stretch


@dataclass(slots=True)
class Draft:
    """Source and cue may be missing (hearsay; a quotation nobody is named for).

    `via` holds hops with the character that orders them: of two behind the words told, the later is nearer to the
    reader. `bounded`: the content ends where the rule says, for the cue has another one or is a noun whose clause ends
    before the verb of the sentence.
    """

    source: Stretch | None
    cue: Stretch | None
    content: list[Stretch]
    kind: AttributionKind
    stance: Stance
    rule: str
    sentence: Stretch
    via: list[tuple[int, Hop]] = field(default_factory=list)
    actor: str | None = None
    bounded: bool = False

    @property
    def begin(self) -> int:
        """The first character of source, cue and content."""
        return min(start for start, _ in self._spans())

    @property
    def end(self) -> int:
        """The end of the last of source, cue and content."""
        return max(end for _, end in self._spans())

    def add_hop(self, hop: Hop, at: int | None = None) -> None:
        """Add a hop unless its words are a hop already."""
        if all(hop.start != other.start for _, other in self.via):
            self.via.append((hop.start if at is None else at, hop))

    def chain(self) -> list[Hop]:
        """The hops nearest to the reader first: one named before the attribution begins is the nearest of all."""
        return [hop for _, hop in sorted(self.via, key=lambda item: (item[0] < self.begin, item[0]), reverse=True)]

    def _spans(self) -> list[Stretch]:
        return [*self.content, *(span for span in (self.source, self.cue) if span)]


def length(spans: Iterable[Stretch]) -> int:
    """Characters covered by spans that do not overlap."""
    return sum(end - start for start, end in spans)


def common(one: Iterable[Stretch], other: Iterable[Stretch]) -> int:
    """Characters that both cover."""
    others = list(other)
    shared = 0
    for start, end in one:
        for other_start, other_end in others:
            if start < other_end and other_start < end:
                shared += min(end, other_end) - max(start, other_start)
    return shared


def overlap(one: Iterable[Stretch], other: Iterable[Stretch]) -> float:
    """Characters shared, over characters covered by either: 0 to 1."""
    first, second = list(one), list(other)
    shared = common(first, second)
    union = length(first) + length(second) - shared
    return shared / union if union else 0.0


def covered(one: Iterable[Stretch], other: Iterable[Stretch]) -> float:
    """The share of the first that lies in the second: 0 to 1."""
    first = list(one)
    total = length(first)
    return common(first, other) / total if total else 0.0
