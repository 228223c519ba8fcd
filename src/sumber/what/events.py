"""Events of an article, step by step.

1. triggers    words that report a deed (triggers.py)
2. drafts      for each: realis, so that what is only promised, asked for or conditional has no record of its own
               (status.py, content.py); actors and recipients (roles.py, noun_roles.py); guards against nature,
               accidents and sport (guards.py); the innermost source (claims.py); time, place and size of its own
               sentence (when_where.py, amounts.py); requests by modal verb (duties.py)
3. merging     one record for one deed (dedupe.py), with tolls told apart from it; what is denied later becomes denied
               (denials.py)
4. carrying    what the story so far lends: time, place, the other side (carry.py)
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from sumber.model import Actor, Article, Attribution, Event, Moment, Place, Published, Quantity, Span
from sumber.what.carry import carry_parties
from sumber.what.carry_setting import carry_settings
from sumber.what.contexts import MOST, paragraph_contexts
from sumber.what.dedupe import merge_drafts
from sumber.what.denials import apply_denials
from sumber.what.draft import Draft
from sumber.what.drafting import add_tolls, find_drafts
from sumber.what.explain import why
from sumber.what.lexicon import load_lexicon
from sumber.what.page import Page, open_page
from sumber.what.trace import Trace, tell
from sumber.what.triggers import find_triggers


def find_events(
    doc: Doc,
    article: Article,
    published: Published | None,
    times: Sequence[Moment],
    places: Sequence[Place],
    actors: Sequence[Actor],
    quantities: Sequence[Quantity],
    attributions: Sequence[Attribution],
    trace: Trace | None = None,
) -> tuple[tuple[Event, ...], tuple[Actor, ...]]:
    """The events that an article reports, each once, in text order (ids e1, e2, …), and the actors of the article.

    Events are coded from paragraphs; from the title only where the article has no paragraph. The actors are those given
    and the states of places visited that the article names in no other way. A ``trace`` is told what became of each
    word form; it changes nothing.
    """
    page = open_page(doc, article, published, times, places, actors, quantities, attributions)
    lexicon = load_lexicon(page.lang)
    drafts = find_drafts(page, find_triggers(doc, lexicon, trace), trace)
    drafts = merge_drafts(drafts, page.cast, trace)
    drafts = add_tolls(page, drafts)
    drafts = apply_denials(drafts, page.cast)
    drafts = carry_parties(drafts, page.cast, lexicon)
    drafts = carry_settings(drafts, page.setting, published, page.dateline, page.cast)
    for number, draft in enumerate(drafts, 1):
        tell(trace, draft.hit, "fired", f"e{number}")
    contexts = paragraph_contexts(doc, article, page.lang)
    events = tuple(
        _event(f"e{number}", draft, contexts.get(page.body[draft.paragraph].start, ()), page)
        for number, draft in enumerate(drafts, 1)
    )
    visited = {one for event in events for one in event.recipients}
    return events, (*actors, *(host for host in page.cast.hosts if host.id in visited))


def _event(ident: str, draft: Draft, contexts: Sequence[str], page: Page) -> Event:
    hit, sentence = draft.hit, draft.hit.token.sent
    text = page.article.text
    return Event(
        id=ident,
        type=hit.trigger.type,
        modes=draft.modes,
        contexts=tuple(dict.fromkeys((*hit.trigger.contexts, *contexts)))[: max(MOST, len(hit.trigger.contexts))],
        status=draft.realis.status,
        background=draft.background,
        aggregate=draft.aggregate,
        trigger=Span(*hit.characters),
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
        why=why(draft, page.cast, text),
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    """A sentence without the blanks around it."""
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
