"""Events of an article, step by step.

1. triggers    words that report a deed (triggers.py)
2. status      realis; what is only promised, asked for or conditional has no record of its own (status.py)
3. parties     actors and recipients (roles.py, noun_roles.py)
4. guards      nature, accidents, sport (guards.py)
5. claims      the innermost source (claims.py)
6. setting     time, place, counts (when_where.py, amounts.py)
7. merging     one record for one deed (dedupe.py); what is denied later on becomes denied (denials.py)
8. carrying    what the story so far lends: time, place, the other side (carry.py)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sumber.model import (
    Actor,
    Article,
    Attribution,
    Block,
    Event,
    Moment,
    Place,
    Published,
    Quantity,
    Span,
)
from sumber.what.amounts import in_sentence, of_tolls
from sumber.what.background import is_aggregate, is_background
from sumber.what.carry import carry_parties, carry_settings
from sumber.what.cast import Cast
from sumber.what.claims import find_claim, in_first_person, names_source, status_in_claim
from sumber.what.contexts import MOST, is_sport, paragraph_contexts
from sumber.what.dedupe import is_toll, merge_drafts, points_back
from sumber.what.denials import apply_denials
from sumber.what.draft import Draft
from sumber.what.duties import find_duties
from sumber.what.explain import why
from sumber.what.guards import keeps
from sumber.what.lexicon import load_lexicon
from sumber.what.plover import type_cards
from sumber.what.roles import find_roles
from sumber.what.status import Realis, find_realis
from sumber.what.triggers import Hit, find_triggers
from sumber.what.when_where import Setting, When, stated_place, stated_time


def find_events(
    doc: Doc,
    article: Article,
    published: Published | None,
    times: Sequence[Moment],
    places: Sequence[Place],
    actors: Sequence[Actor],
    quantities: Sequence[Quantity],
    attributions: Sequence[Attribution],
) -> tuple[Event, ...]:
    """The events that an article reports, each once, in text order (ids e1, e2, …).

    They are coded from paragraphs; from the title only where the article has no paragraph.
    """
    lang = article.lang
    lexicon = load_lexicon(lang)
    hits = find_triggers(doc, lexicon)
    body = _body(article)
    cast = Cast(doc, actors, places, lang)
    setting = Setting(doc, times, places, lang)
    sport = is_sport(doc, lang)
    tokens_of = _tokens_of(doc, body)
    drafts: list[Draft] = []
    for hit in hits:
        number = next((n for n, block in enumerate(body) if block.start <= hit.token.idx < block.end), None)
        if number is None:
            continue
        beside = [other for other in hits if other.token.sent.start == hit.token.sent.start]
        realis = find_realis(hit, beside, lang)
        if realis.told or names_source(hit, attributions):
            continue
        kept = next(
            ((one, roles) for one in (hit, *hit.others) for roles in [find_roles(one, cast)]
             if keeps(one, roles, cast, tokens_of[number], sport)), None)  # fmt: skip
        if kept is None:
            continue
        hit, roles = kept
        hit, realis = _turned(hit, realis)
        claim = find_claim(hit, attributions)
        roles = in_first_person(roles, claim, lang)
        if hit.trigger.status is not None and realis.status == "actual":
            realis = replace(realis, status=hit.trigger.status)
        status, cause = status_in_claim(realis, claim, roles.actors)
        draft = Draft(hit, replace(realis, status=status, why=cause), roles, claim, number, modes=hit.trigger.modes)
        done = status in {"actual", "alleged"}
        when = stated_time(hit, beside, setting, claim, published.until if done and published else None)
        drafts.append(replace(draft, when=when, where=stated_place(hit, beside, setting, claim)))
    duties = find_duties(doc, article, cast, attributions, [(block.start, block.end) for block in body])
    drafts = sorted([*drafts, *duties], key=lambda draft: draft.hit.first)
    drafts = _with_amounts(drafts, quantities)
    drafts = [_marked(draft, published, quantities, lang) for draft in drafts]
    drafts = merge_drafts(drafts, cast)
    drafts = _with_tolls(drafts, quantities, body)
    drafts = apply_denials(drafts, cast)
    drafts = carry_parties(drafts, cast, lexicon)
    drafts = carry_settings(drafts, setting, published, _dateline(article, places), cast)
    contexts = paragraph_contexts(doc, article, lang)
    return tuple(
        _event(f"e{n}", draft, contexts.get(body[draft.paragraph].start, ()), cast, article.text)
        for n, draft in enumerate(drafts, 1)
    )


def _turned(hit: Hit, realis: Realis) -> tuple[Hit, Realis]:
    """Not to agree is to reject, unless it is only not yet; so is not to be going to give way."""
    card = type_cards()[hit.trigger.type]
    other = card.negated_as or (card.refused_as if realis.refused else None)
    if other is None or not realis.negated or realis.open:
        return hit, realis
    return replace(hit, trigger=replace(hit.trigger, type=other, modes=())), Realis("actual", realis.why)


def _body(article: Article) -> list[Block]:
    paragraphs = [block for block in article.blocks if block.kind == "paragraph"]
    return paragraphs or [block for block in article.blocks if block.kind == "title"]


def _tokens_of(doc: Doc, blocks: Sequence[Block]) -> list[list[Token]]:
    """The tokens of each block."""
    spans = [doc.char_span(block.start, block.end, alignment_mode="expand") for block in blocks]
    return [list(span) if span is not None else [] for span in spans]


def _with_amounts(drafts: Sequence[Draft], quantities: Sequence[Quantity]) -> list[Draft]:
    owned = in_sentence([draft.hit for draft in drafts], quantities)
    return [
        replace(draft, quantities=tuple(quantity.id for quantity in owned.get(number, ())))
        for number, draft in enumerate(drafts)
    ]


def _with_tolls(drafts: Sequence[Draft], quantities: Sequence[Quantity], body: Sequence[Block]) -> list[Draft]:
    tolls = of_tolls(drafts, quantities, [(block.start, block.end) for block in body])
    return [
        replace(draft, quantities=draft.quantities + tuple(quantity.id for quantity in tolls.get(number, ())))
        for number, draft in enumerate(drafts)
    ]


def _marked(draft: Draft, published: Published | None, quantities: Sequence[Quantity], lang: str) -> Draft:
    own = [quantity for quantity in quantities if quantity.id in draft.quantities]
    draft = replace(draft, aggregate=is_aggregate(draft, own, lang))
    draft = replace(draft, background=is_background(draft, published, lang), when=_clipped(draft, published))
    return replace(draft, points_back=points_back(draft, lang), is_toll=is_toll(draft, lang))


def _clipped(draft: Draft, published: Published | None) -> When:
    """What has happened did so by the day of publication, though the words (this week) reach beyond it."""
    when = draft.when
    done = draft.realis.status in {"actual", "alleged"} and not draft.realis.negated
    if done and published is not None and when.begin and when.until and when.begin <= published.until < when.until:
        return replace(when, until=published.until)
    return when


def _dateline(article: Article, places: Sequence[Place]) -> Place | None:
    """The place that the dateline names."""
    span = article.dateline_place
    return next((place for place in places if span and place.start < span[1] and span[0] < place.end), None)


def _event(ident: str, draft: Draft, contexts: Sequence[str], cast: Cast, text: str) -> Event:
    hit, sentence = draft.hit, draft.hit.token.sent
    start, end = hit.characters
    return Event(
        id=ident,
        type=hit.trigger.type,
        modes=draft.modes,
        contexts=tuple(dict.fromkeys((*hit.trigger.contexts, *contexts)))[: max(MOST, len(hit.trigger.contexts))],
        status=draft.realis.status,
        background=draft.background,
        aggregate=draft.aggregate,
        trigger=Span(start, end),
        sentence=_trimmed(text, sentence.start_char, sentence.end_char),
        actors=draft.roles.actors,
        recipients=draft.roles.recipients,
        time=draft.when.moment,
        begin=draft.when.begin,
        until=draft.when.until,
        time_how=draft.when.how,
        place=draft.where.place.id if draft.where.place is not None else None,
        place_how=draft.where.how,
        attribution=draft.claim.id if draft.claim is not None else None,
        quantities=draft.quantities,
        rule=hit.trigger.path,
        why=why(draft, cast, text),
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    """A sentence without the blanks around it."""
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))


__all__ = ["Hit", "find_events"]
