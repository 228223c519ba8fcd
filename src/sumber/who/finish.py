"""From drafts to actors: sector, country with its evidence, roles in order, and the rule that tells how."""

from __future__ import annotations

from collections.abc import Iterator

from sumber.model import Actor, Mention, Role
from sumber.who.cast import Cast, Draft, Land
from sumber.who.home import find_home, find_opening, is_armed
from sumber.who.lands import World, own_land
from sumber.who.page import Page
from sumber.who.phrase import Phrase

_GUESSED = frozenset({"scene", "near"})  # countries that only the surroundings give
_DEEPEST = 4  # "the adviser to the head of the army of X": no chain of belonging is longer


def finish(cast: Cast, world: World) -> tuple[Actor, ...]:
    """The actors in the order of their first mention, with ids a1, a2, ..."""
    drafts = sorted(
        (draft for draft in cast.drafts if draft.mentions), key=lambda d: min((m.start, -m.end) for m in d.mentions)
    )
    ids = {id(draft): f"a{number}" for number, draft in enumerate(drafts, 1)}
    return tuple(_actor(cast, draft, ids, world) for draft in drafts)


def _actor(cast: Cast, draft: Draft, ids: dict[int, str], world: World) -> Actor:
    page = cast.page
    land = land_of(cast, draft, world)
    mentions = sorted({(found.start, found.end): found.how for found in draft.mentions}.items())
    source = "name" if draft.named else "role"
    return Actor(
        id=ids[id(draft)],
        name=_shown_name(page, draft),
        kind=draft.kind,
        country=land.iso3 if land else None,
        sectors=sectors_of(cast, draft),
        mentions=tuple(Mention(start, end, how) for (start, end), how in mentions),
        roles=_roles(cast, draft, ids),
        country_evidence=land.evidence if land and land.iso3 else None,
        rule=f"{page.lang}/who/{draft.kind}.{source}.{land.how if land else 'nowhere'}",
    )


def _shown_name(page: Page, draft: Draft) -> str:
    """The name; of somebody without one the words of the role, in lower case where a sentence or title raised them."""
    if draft.named or not draft.roles:
        return " ".join(draft.name.split())
    phrase = min(draft.roles, key=lambda role: (page.kinds[role.unit.start] != "paragraph", role.start))
    start = phrase.start
    if draft.kind == "person" and page.unit_at(start) is not None and page.unit_at(start) is not phrase.unit:
        start = phrase.unit.start
    words = " ".join(page.text(start, phrase.end).split())
    return words[:1].lower() + words[1:] if draft.kind == "person" or _raised(page, start, phrase.end) else words


def _raised(page: Page, start: int, end: int) -> bool:
    """True where only the place in the sentence gave the first word its capital."""
    second = page.texts[start + 1] if end > start + 1 else ""
    own = page.unit_at(start)
    shouted = len(page.texts[start]) > 1 and page.texts[start].isupper()
    if not page.opens_sentence(start) or shouted or (own is not None and own.sort != "role"):
        return False
    return not second[:1].isupper() or bool(page.unit_at(start + 1) and page.unit_at(start + 1) is not own)


def _offices(draft: Draft) -> list[Phrase]:
    """Roles with offices before ranks, the nearest to the name first."""

    def distance(phrase: Phrase) -> int:
        return min((max(unit.start - phrase.end, phrase.start - unit.end) for unit in phrase.bonded), default=10_000)

    if len(draft.roles) < 2:
        return draft.roles
    return sorted(draft.roles, key=lambda role: (role.role.rank, not role.bonded, distance(role), role.start))


def _roles(cast: Cast, draft: Draft, ids: dict[int, str]) -> tuple[Role, ...]:
    page = cast.page
    found: dict[tuple[int, int], Role] = {}
    for phrase in _offices(draft):
        of = _body_of(cast, phrase)
        of = of if of is not draft else None
        owner = draft.owner if phrase.owner and draft.owner is not draft else None
        belongs = of or owner
        start, end = min(phrase.core, phrase.unit.start), phrase.end
        chars = page.chars(start, end)
        words = " ".join(page.text(start, end).split())
        found.setdefault(chars, Role(*chars, words, ids.get(id(belongs)) if belongs else None))
    for title, _ in draft.ranks:
        chars = page.chars(title.start, title.end)
        found.setdefault(chars, Role(*chars, page.text(title.start, title.end)))
    return tuple(found.values())


def _body_of(cast: Cast, phrase: Phrase) -> Draft | None:
    """The actor that a role is a role of: the first body, state, person or phrase inside it."""
    for inner in phrase.inner:
        if inner is phrase.name:
            continue
        draft = cast.of_phrase.get(inner) if isinstance(inner, Phrase) else cast.of_unit.get(inner)
        if draft is not None:
            return draft
    return None


def sectors_of(cast: Cast, draft: Draft, depth: int = 0) -> tuple[str, ...]:
    """PLOVER sectors, the primary one first: of the table, else of the offices, else of the ranks."""
    if draft.own_sectors:
        return draft.own_sectors
    codes: list[str] = []
    for phrase in _offices(draft):
        codes += _phrase_sectors(cast, draft, phrase, depth)
    if not codes:
        codes = [code for _, role in draft.ranks for code in role.sectors]
    if not codes and draft.body is not None and is_armed(cast, draft):
        return ("REB",)
    if not codes and not draft.roles and draft.owner is not None and depth < _DEEPEST:
        return sectors_of(cast, draft.owner, depth + 1)
    return tuple(dict.fromkeys(codes))


def _phrase_sectors(cast: Cast, draft: Draft, phrase: Phrase, depth: int) -> tuple[str, ...]:
    role = phrase.role
    if phrase.former:
        return (*phrase.former, *role.sectors)
    body = _body_of(cast, phrase) or (draft.owner if phrase.owner else None)
    if body is None or body is draft or depth >= _DEEPEST:
        return role.sectors
    if body.kind == "state":
        return role.of_state or role.sectors or (body.own_sectors if role.inherit else ())
    theirs = sectors_of(cast, body, depth + 1)
    if role.inherit:
        unknown = body.kind == "organization" and body.named  # "president of the Law Society" governs no country
        return theirs or (() if unknown else role.sectors)
    if theirs[:1] == ("IGO",):  # envoys, inspectors and soldiers of an international body act for it
        return ("IGO", *role.sectors)
    return role.sectors


def land_of(cast: Cast, draft: Draft, world: World, depth: int = 0) -> Land | None:
    """The country an actor acts for, by the nearest evidence: its name, its roles, whom it belongs to, the scene."""
    if (land := told_land(cast, draft)) is not None:
        return land
    if depth < _DEEPEST:
        for body in _belonging(cast, draft):
            if (land := land_of(cast, body, world, depth + 1)) is not None:
                if land.how in _GUESSED and (opening := find_opening(cast, draft, world)) is not None:
                    return opening
                return Land(land.iso3, land.evidence or _evidence(body), "of")
            if body.kind == "person":
                return None  # whose country nobody knows: the minister of "Castaing's ministry"
    return find_home(cast, draft, world, lambda one: told_land(cast, one))


def told_land(cast: Cast, draft: Draft, depth: int = 0) -> Land | None:
    """The country that the text gives an actor itself: its name, its roles, those of whom it belongs to."""
    if draft.land is not None:
        return draft.land
    for phrase in _offices(draft):
        if (land := own_land(cast.page, phrase)) is not None:
            return land
    if depth < _DEEPEST:
        for body in _belonging(cast, draft):
            if (land := told_land(cast, body, depth + 1)) is not None:
                return Land(land.iso3, land.evidence or _evidence(body), "of")
    return None


def _belonging(cast: Cast, draft: Draft) -> Iterator[Draft]:
    """Whom an actor belongs to: the bodies of its offices, then its owner."""
    for phrase in _offices(draft):
        body = _body_of(cast, phrase)
        if body is not None and body is not draft:
            yield body
    if draft.owner is not None and draft.owner is not draft:
        yield draft.owner


def _evidence(draft: Draft) -> tuple[int, int] | None:
    first = min(draft.mentions, key=lambda found: found.token, default=None)
    return (first.start, first.end) if first else None
