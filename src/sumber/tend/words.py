"""Which words may report a deed that the lexicon does not know, from ``codebook/LANG/gaps.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from sumber.codebook import entries
from sumber.says.cues import lexicon as says_lexicon
from sumber.what.plover import cues

#: Sections of status.yaml whose verbs say only how another deed stands.
_STANDING = ("plan", "raising", "not_yet_done", "possible", "future", "duty")


@dataclass(frozen=True, slots=True)
class GapWords:
    """The words of one language. ``passive``: its prefix; ``actives``: by a root's beginning, those of its active;
    ``standing``: verbs of speech, and those that only say how another deed stands."""

    nouns: re.Pattern[str]
    passive: str
    actives: dict[str, tuple[str, ...]]
    passed_over: frozenset[str]
    standing: frozenset[str]

    def may_be_noun(self, token: Token) -> bool:
        """True for a noun that is likely to name a deed."""
        known = token.lemma_ in self.passed_over or token.lower_ in self.passed_over
        return token.pos_ == "NOUN" and not known and bool(self.nouns.fullmatch(token.lemma_))

    def may_be_verb(self, token: Token) -> bool:
        """True for a verb that is not passed over."""
        known = token.lemma_ in self.passed_over or token.lower_ in self.passed_over
        return token.pos_ == "VERB" and not known and token.is_alpha

    def root_of(self, passive: str) -> str | None:
        """What is behind the prefix of a passive; None for what is none."""
        is_one = self.passive and passive.startswith(self.passive) and len(passive) > len(self.passive) + 3
        return passive[len(self.passive) :] if is_one else None

    def actives_of(self, root: str) -> tuple[str, ...]:
        """The actives that a root may have, the most usual first."""
        size = next((size for size in (2, 1) if root[:size] in self.actives), 0)
        return tuple(start + root[size:] for start in self.actives.get(root[:size], ()))


@cache
def gap_words(lang: str) -> GapWords:
    """The words of a language. What attributes speech, and what says only how a deed stands, is passed over too."""
    raw = entries(lang, "gaps.yaml")
    spoken = {words[0] for known in says_lexicon(lang).values() for words, _ in known if len(words) == 1}
    standing = {word for section in _STANDING for word in cues(lang, section)}
    return GapWords(
        nouns=re.compile("|".join(raw["nouns"]), re.IGNORECASE),
        passive=raw["passive"],
        actives={start: tuple(forms) for start, forms in raw["actives"].items()},
        standing=frozenset(spoken | standing),
        passed_over=frozenset(map(str, raw["passed_over"])) | spoken | standing,
    )
