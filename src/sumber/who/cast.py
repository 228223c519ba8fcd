"""The actors in the making: one draft for everybody the article speaks of, and which words stand for whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from sumber.model import ActorKind
from sumber.who.page import Page, Unit
from sumber.who.phrase import Phrase
from sumber.who.tables import KnownBody
from sumber.who.words import RoleWord


@dataclass(frozen=True)
class Found:
    """A mention: characters, the token it stands at, how it names the actor, whether it lies in another phrase."""

    start: int
    end: int
    token: int
    how: str
    nested: bool = False


@dataclass(frozen=True)
class Land:
    """A country (``None`` for a body of no country) with the characters that say so and the way it was come by."""

    iso3: str | None
    evidence: tuple[int, int] | None
    how: str


@dataclass(eq=False)
class Draft:
    """An actor in the making. ``roles`` are the phrases said of it; ``ranks`` its titles with the roles meant."""

    kind: ActorKind
    name: str
    body: KnownBody | None = None
    mentions: list[Found] = field(default_factory=list)
    roles: list[Phrase] = field(default_factory=list)
    ranks: list[tuple[Unit, RoleWord]] = field(default_factory=list)
    land: Land | None = None
    own_sectors: tuple[str, ...] = ()
    several: bool = False
    gender: str | None = None
    owner: Draft | None = None
    named: bool = False
    count: int | None = None

    @property
    def first(self) -> int:
        return min(found.token for found in self.mentions)

    @property
    def human(self) -> bool:
        return self.kind == "person" and not self.several


@dataclass
class Cast:
    """All drafts of a page, with look-ups from units and phrases."""

    page: Page
    drafts: list[Draft] = field(default_factory=list)
    of_unit: dict[Unit, Draft] = field(default_factory=dict)
    of_phrase: dict[Phrase, Draft] = field(default_factory=dict)

    def add(self, draft: Draft) -> Draft:
        self.drafts.append(draft)
        return draft

    def mention(self, draft: Draft, start: int, end: int, how: str, nested: bool = False) -> None:
        """Record that the tokens ``start`` to ``end`` stand for the draft (once)."""
        begin, until = self.page.chars(start, end)
        self.note(draft, begin, until, start, how, nested)

    def note(self, draft: Draft, begin: int, until: int, token: int, how: str, nested: bool = False) -> None:
        """The same in characters, for a clitic inside a token."""
        if not any((old.start, old.end) == (begin, until) for old in draft.mentions):
            draft.mentions.append(Found(begin, until, token, how, nested))

    def before(self, token: int) -> list[tuple[Found, Draft]]:
        """All mentions that stand before a token, the nearest first."""
        found = [(found, draft) for draft in self.drafts for found in draft.mentions if found.token < token]
        return sorted(found, key=lambda item: (-item[0].token, item[0].nested, item[0].end))

    def merge(self, kept: Draft, lost: Draft) -> None:
        """Make one of two drafts."""
        for found in lost.mentions:
            self.note(kept, found.start, found.end, found.token, found.how, found.nested)
        kept.roles += [role for role in lost.roles if role not in kept.roles]
        kept.gender = kept.gender or lost.gender
        self.drafts.remove(lost)
        for table in (self.of_unit, self.of_phrase):
            for key, draft in table.items():
                if draft is lost:
                    table[key] = kept  # type: ignore[index]
