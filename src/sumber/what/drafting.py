"""From hits to drafts: status, parties, guards and source of each deed, then its time, place and size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sumber.model import Attribution, Published, Quantity
from sumber.what.amounts import in_sentence, of_tolls
from sumber.what.background import is_aggregate, is_background
from sumber.what.claims import (
    by_source,
    find_claim,
    in_first_person,
    is_threat,
    names_source,
    reporter,
    source_actors,
    status_in_claim,
)
from sumber.what.dedupe import is_toll, points_back
from sumber.what.draft import Draft
from sumber.what.duties import find_duties
from sumber.what.guards import hindrance
from sumber.what.page import Page
from sumber.what.plover import type_cards
from sumber.what.roles import Roles, find_roles
from sumber.what.spoken import between_speakers
from sumber.what.status import Realis, find_realis
from sumber.what.trace import Trace, tell
from sumber.what.triggers import Hit
from sumber.what.when_where import When, stated_place, stated_time


def find_drafts(page: Page, hits: Sequence[Hit], trace: Trace | None = None) -> list[Draft]:
    """Drafts of the hits that report a deed, in text order, with time, place and size from their own sentences."""
    found = [_draft(page, hit, beside, trace) for hit, beside in _with_neighbours(hits)]
    drafts = [draft for draft in found if draft is not None]
    paragraphs = [(block.start, block.end) for block in page.body]
    duties = find_duties(page.doc, page.article, page.cast, page.attributions, paragraphs)
    drafts = sorted([*drafts, *duties], key=lambda draft: draft.hit.first)
    kept = [draft.hit for draft in drafts]
    beside = [neighbours for _, neighbours in _with_neighbours(kept)]
    drafts = [_set(page, draft, neighbours) for draft, neighbours in zip(drafts, beside, strict=True)]
    owned = in_sentence(kept, page.quantities)
    drafts = [replace(draft, quantities=_ids(owned.get(number, ()))) for number, draft in enumerate(drafts)]
    return [_marked(page, draft) for draft in drafts]


def add_tolls(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the tolls that sentences of their own tell."""
    tolls = of_tolls(drafts, page.quantities, [(block.start, block.end) for block in page.body])
    return [
        replace(draft, quantities=draft.quantities + _ids(tolls.get(number, ()))) for number, draft in enumerate(drafts)
    ]


def _ids(quantities: Sequence[Quantity]) -> tuple[str, ...]:
    return tuple(quantity.id for quantity in quantities)


def _with_neighbours(hits: Sequence[Hit]) -> list[tuple[Hit, list[Hit]]]:
    """Each hit with the hits of its sentence, itself among them."""
    starts = [hit.token.sent.start for hit in hits]
    by_sentence: dict[int, list[Hit]] = {}
    for hit, start in zip(hits, starts, strict=True):
        by_sentence.setdefault(start, []).append(hit)
    return [(hit, by_sentence[start]) for hit, start in zip(hits, starts, strict=True)]


def _draft(page: Page, hit: Hit, beside: Sequence[Hit], trace: Trace | None) -> Draft | None:
    """The draft of a hit, or None where it reports no deed of its own."""
    number = page.paragraph(hit.token)
    if number is None:
        tell(trace, hit, "place")
        return None
    realis = find_realis(hit, beside, page.lang)
    if realis.told or names_source(hit, page.attributions):
        tell(trace, hit, "told" if realis.told else "source", realis.why, realis.governed_by)
        return None
    kept = _first_kept(page, hit, number, trace)
    if kept is None:
        return None
    hit, roles = kept
    hit, realis = _turned(hit, realis, trace)
    if hit.trigger.status is not None and realis.status == "actual":
        realis = replace(realis, status=hit.trigger.status)
    claim = find_claim(hit, page.attributions)
    if hit.trigger.frame == "said":
        sourced = by_source(roles, claim)
        if sourced is None:
            tell(trace, hit, "guard", "needs_actor", roles=roles)
            return None
        roles = sourced
    roles = in_first_person(roles, claim, page.lang)
    roles = between_speakers(hit, roles, page.attributions, page.cast)
    if realis.status == "planned" and set(source_actors(claim)) & set(roles.actors):
        hit, realis, claim = _promised(page, hit, realis, claim)
    if realis.status == "planned" and type_cards()[hit.trigger.type].is_conflict and is_threat(claim, beside):
        realis = replace(realis, status="threatened")
    status, cause = status_in_claim(realis, claim, roles.actors)
    return Draft(hit, replace(realis, status=status, why=cause), roles, claim, number, modes=hit.trigger.modes)


def _first_kept(page: Page, hit: Hit, number: int, trace: Trace | None) -> tuple[Hit, Roles] | None:
    """The narrowest entry for the word whose guards hold, with the parties it gives."""
    for one in (hit, *hit.others):
        roles = find_roles(one, page.cast)
        against = hindrance(one, roles, page.cast, page.tokens[number], page.sport)
        if against is None:
            return one, roles
        tell(trace, one, "guard", against, roles=roles)
    return None


def _turned(hit: Hit, realis: Realis, trace: Trace | None) -> tuple[Hit, Realis]:
    """Not to agree is to reject, unless it is only not yet; so is not to be going to give way."""
    card = type_cards()[hit.trigger.type]
    other = card.negated_as or (card.refused_as if realis.refused else None)
    if other is None or not realis.negated or realis.open:
        return hit, realis
    turned = replace(hit, trigger=replace(hit.trigger, type=other, modes=()))
    tell(trace, hit, "turned", realis.why, turned)
    return turned, Realis("actual", realis.why)


def _promised(
    page: Page, hit: Hit, realis: Realis, claim: Attribution | None
) -> tuple[Hit, Realis, Attribution | None]:
    """To say of oneself that one will step back is to promise it; whoever reports the promise is its source."""
    other = type_cards()[hit.trigger.type].promised_as
    if other is None:
        return hit, realis, claim
    promise = replace(hit, trigger=replace(hit.trigger, type=other, modes=()))
    return promise, Realis("actual", realis.why), reporter(claim, page.attributions)


def _set(page: Page, draft: Draft, beside: Sequence[Hit]) -> Draft:
    """The draft with the time and place of its own sentence. What has happened has no date after publication."""
    done = draft.realis.status in {"actual", "alleged"} and not draft.realis.negated
    latest = page.published.until if done and page.published is not None else None
    when = stated_time(draft.hit, beside, page.setting, draft.claim, latest)
    if done:
        when = _clipped(when, page.published)
    return replace(draft, when=when, where=stated_place(draft.hit, beside, page.setting, draft.claim))


def _clipped(when: When, published: Published | None) -> When:
    """What has happened did so by the day of publication, though the words (this week) reach beyond it."""
    if published is not None and when.begin and when.until and when.begin <= published.until < when.until:
        return replace(when, until=published.until)
    return when


def _marked(page: Page, draft: Draft) -> Draft:
    own = [quantity for quantity in page.quantities if quantity.id in draft.quantities]
    draft = replace(draft, aggregate=is_aggregate(draft, own, page.lang))
    draft = replace(draft, background=is_background(draft, page.published, page.lang))
    return replace(draft, points_back=points_back(draft, page.lang), is_toll=is_toll(draft, page.lang))
