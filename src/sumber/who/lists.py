"""Several at once: "keduanya", "both sides", "they" for A, B and C."""

from __future__ import annotations

from collections import Counter

from sumber.who.cast import Cast, Draft, Found
from sumber.who.page import Page
from sumber.who.phrase import Phrase

_FARTHEST = 4  # sentences
_CLOSE = 2  # sentences
_LONGEST_LINK = 40  # characters between two members of a list
_NO_PARTY = frozenset({"IGO", "JRN"})
Named = list[tuple[Found, Draft]]


def collect(cast: Cast, phrase: Phrase) -> None:
    """Make "both countries" a mention of each of the two: of the last list of two, else of the two most spoken of."""
    page = cast.page
    wanted = next(
        (n for n in (page.grammar.counts.get(page.words[k]) for k in range(phrase.start, phrase.end)) if n), 2
    )
    fits = _is_state if phrase.role.collective == "state" else _is_party
    named = [
        (found, draft) for found, draft in cast.before(phrase.start) if draft.kind != "person" and not draft.several
    ]
    members = _again(cast, phrase)
    if members is None:
        members = _last_list(page, named, wanted)
    if members is None and any(page.words[k] in page.grammar.every for k in range(phrase.start, phrase.end)):
        fitting = list({id(draft): draft for _, draft in named if fits(draft)}.values())
        members = fitting if len(fitting) == wanted else []
    if members is None:
        times = Counter(
            id(draft) for found, draft in named if fits(draft) and (draft.kind == "state" or not found.nested)
        )
        fitting = sorted({id(d): d for _, d in named if fits(d)}.values(), key=lambda d: (-times[id(d)], d.first))
        members = fitting[:wanted] if len(fitting) >= wanted else []
    if not members:
        members = [cast.add(Draft("group", page.text(phrase.start, phrase.end), roles=[phrase], several=True))]
    for draft in members:
        cast.mention(draft, phrase.start, phrase.end, "role")


def _again(cast: Cast, phrase: Phrase) -> list[Draft] | None:
    """The parties of the last such word close before: "both sides", then "all parties"."""
    page = cast.page
    sentence = page.sentence[phrase.start]
    for found, _ in cast.before(phrase.start):
        if sentence - page.sentence[found.token] > _FARTHEST:
            return None
        members = [d for d in cast.drafts if any((f.start, f.end) == (found.start, found.end) for f in d.mentions)]
        if len(members) > 1 and found.how == "role" and all(d.kind != "person" for d in members):
            return members
    return None


def numbered(cast: Cast, i: int, wanted: int) -> list[Draft]:
    """Whom "keduanya" means: a group counted so or a list of so many, else the last so many persons."""
    page = cast.page
    named = [
        (found, draft)
        for found, draft in cast.before(i)
        if "JRN" not in draft.own_sectors and page.kinds[found.token] == page.kinds[i]
    ]
    recent: list[Draft] = []
    for found, draft in named:
        distance = page.sentence[i] - page.sentence[found.token]
        if draft.count == wanted and not found.nested:
            return [draft]
        members = _list_ending(page, named, found, draft)
        if len(members) == wanted and len({member.kind for member in members}) == 1:
            return members
        if distance <= _CLOSE and draft.human and not found.nested and draft not in recent:
            recent.append(draft)
        if len(recent) == wanted and len(members) < 2:
            return recent
    return []


def listed(cast: Cast, i: int) -> list[Draft]:
    """The persons of the last list before token ``i``, for "they" without a group."""
    page = cast.page
    named = [(found, draft) for found, draft in cast.before(i) if page.kinds[found.token] == page.kinds[i]]
    for found, draft in named:
        if page.sentence[i] - page.sentence[found.token] > _FARTHEST:
            return []
        members = _list_ending(page, named, found, draft)
        if len(members) > 1:
            return members
    return []


def _is_state(draft: Draft) -> bool:
    return draft.kind == "state"


def _is_party(draft: Draft) -> bool:
    sectors = draft.own_sectors or tuple(code for role in draft.roles for code in role.role.sectors)
    return draft.kind != "person" and not _NO_PARTY & set(sectors) and not (draft.several and draft.count)


def _last_list(page: Page, named: Named, wanted: int) -> list[Draft] | None:
    lists = (_list_ending(page, named, found, draft) for found, draft in named)
    return next((members for members in lists if len(members) == wanted), None)


def _list_ending(page: Page, named: Named, last: Found, draft: Draft) -> list[Draft]:
    """The members of the list "A, B and C" that ends with the mention ``last``."""
    members, at = [draft], last
    while True:
        text = page.article.text
        step = next(
            (
                (found, other)
                for found, other in named
                if 0 < at.start - found.end <= _LONGEST_LINK
                and other not in members
                and _joined(page, text[found.end : at.start], len(members))
            ),
            None,
        )
        if step is None:
            return members
        at = step[0]
        members.insert(0, step[1])


def _joined(page: Page, between: str, members: int) -> bool:
    words = between.replace(",", " , ").split()
    small = page.grammar.conjunctions | {","}
    if not words or any(word.lower() not in small and not page.grammar.determines(word.lower()) for word in words):
        return False
    return members > 1 or any(word.lower() in page.grammar.conjunctions for word in words)
