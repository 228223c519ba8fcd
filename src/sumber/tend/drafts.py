"""Sightings gathered by verb, ranked, and drafted as entries that a person completes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import yaml

from sumber.tend.gaps import Sighting
from sumber.tend.words import gap_words

EXAMPLES = 3
PERHAPS, LEAST = 2, 0.15  # how many types are proposed, and from which mean chance
_Key = tuple[str, str, str | None]


@dataclass(slots=True)
class Gap:
    """One verb (with its object, where the lexicon knows it with others) or event noun, over a corpus.

    ``weights``: by document, the weight of its weightiest sentence. ``examples`` are the weightiest sentences, the
    shorter first, no two alike. ``forms``: by voice, how often each form was seen. ``chances``: by type, their sum over
    the sentences.
    """

    lang: str
    lemma: str
    object: str | None
    sentences: int = 0
    with_object: int = 0
    weights: dict[str, int] = field(default_factory=dict)
    examples: list[Sighting] = field(default_factory=list)
    forms: dict[str, Counter[str]] = field(default_factory=dict)
    chances: Counter[str] = field(default_factory=Counter)

    @property
    def documents(self) -> int:
        """How many documents it was seen in."""
        return len(self.weights)

    @property
    def score(self) -> int:
        """What it is ranked by: each document counts by its weightiest sentence."""
        return sum(self.weights.values())

    @property
    def name(self) -> str:
        """How a person calls it: its lemma, with its object where it has one."""
        return f"{self.lemma} {self.object}" if self.object else self.lemma

    @property
    def perhaps(self) -> list[tuple[str, float]]:
        """The types it may be of, the likeliest first, with their mean chance over its sentences."""
        means = [(name, total / self.sentences) for name, total in self.chances.most_common(PERHAPS)]
        return [(name, chance) for name, chance in means if chance >= LEAST]

    @property
    def rule(self) -> str:
        """A name for the draft's rule: the root where a passive shows it."""
        words = gap_words(self.lang)
        roots = [words.root_of(form) for form in self.forms.get("passive", ())]
        name = next((root for root in roots if root), self.lemma)
        return re.sub(r"[^a-z0-9]+", "-", f"{name} {self.object or ''}".lower()).strip("-")

    def take(self, sighting: Sighting) -> None:
        """Count one sighting."""
        self.sentences += 1
        self.with_object += sighting.has_object
        self.weights[sighting.document] = max(sighting.weight, self.weights.get(sighting.document, 0))
        self.forms.setdefault(sighting.voice, Counter())[sighting.form] += 1
        self.chances.update(sighting.chances)
        self._keep([sighting])

    def join(self, other: Gap) -> None:
        """Add what another form of the same verb has gathered."""
        self.sentences += other.sentences
        self.with_object += other.with_object
        for document, weight in other.weights.items():
            self.weights[document] = max(weight, self.weights.get(document, 0))
        for voice, forms in other.forms.items():
            self.forms.setdefault(voice, Counter()).update(forms)
        self.chances.update(other.chances)
        self._keep(other.examples)

    def _keep(self, sightings: Iterable[Sighting]) -> None:
        best = sorted([*self.examples, *sightings], key=lambda s: (-s.weight, len(s.sentence)))
        self.examples = list({s.sentence: s for s in best}.values())[:EXAMPLES]

    def draft(self) -> dict[str, Any]:
        """An entry for a trigger file, with ``?`` for the type, which is the person's to choose."""
        best = self.examples[0]
        entry: dict[str, Any] = {"rule": self.rule, "type": "?", **self._form_keys()}
        if self.object:
            entry["object"] = [self.object]
        if not self.with_object:
            entry["frame"] = "self"
        entry["example"] = best.sentence
        sides = {"actors": list(best.actors), "recipients": list(best.recipients)}
        return entry | {side: words for side, words in sides.items() if words}

    def _form_keys(self) -> dict[str, list[str]]:
        if "noun" in self.forms:
            return {"noun": [self.lemma]}
        if self.lang == "en":
            return {"verb": [self.lemma]}
        return {voice: sorted(self.forms[voice]) for voice in ("active", "passive") if voice in self.forms}

    def as_yaml(self) -> str:
        """The draft as one line of a trigger file."""
        line = yaml.safe_dump(self.draft(), default_flow_style=True, allow_unicode=True, sort_keys=False, width=100_000)
        return f"- {line.strip()}"


class Gaps:
    """The gaps of a corpus, gathered document by document."""

    def __init__(self) -> None:
        self._gaps: dict[_Key, Gap] = {}

    def add(self, sightings: Iterable[Sighting]) -> None:
        """Add the sightings of one document."""
        for sighting in sightings:
            key = (sighting.lang, sighting.lemma, sighting.object)
            self._gaps.setdefault(key, Gap(*key)).take(sighting)

    def ranked(self) -> list[Gap]:
        """The gaps, the weightiest first; a passive is told with its active where that was seen too."""
        whole: dict[_Key, Gap] = {}
        for key, gap in self._gaps.items():
            joined = self._active_key(gap) or key
            whole.setdefault(joined, Gap(*joined)).join(gap)
        return sorted(whole.values(), key=lambda gap: (-gap.score, -gap.documents, -gap.sentences, gap.name))

    def _active_key(self, gap: Gap) -> _Key | None:
        words = gap_words(gap.lang)
        root = words.root_of(gap.lemma) if "passive" in gap.forms else None
        keys = [(gap.lang, active, gap.object) for active in (words.actives_of(root) if root else ())]
        return next((key for key in keys if key in self._gaps), None)
