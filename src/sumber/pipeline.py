"""READ FIRST. The way of one document through the house, room by room, in order.

    1. layout   Document → Article: which line is title, dateline, caption, paragraph, furniture
    2. parse    Article → Doc: sentences, tokens, tags, tree, names
    3. when     the day of publication, then every time expression as an interval of days
    4. where    place names → gazetteer
    5. who      persons, organisations, groups, states, with all their mentions
    6. counts   numbers with bounds, of what
    7. says     who says what, and through which media
    8. what     events and relations, which draw on all of the above

Steps 3 to 8 are spaCy components; each adds its own findings to `doc._.findings` and changes nothing it was given.
Coding is a pure function of document, hints, codebook and models: no clock, no network, no state between documents.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from sumber import __version__, codebook
from sumber.counts import find_quantities
from sumber.layout import credited_media, lay_out
from sumber.model import (
    Actor,
    Article,
    Attribution,
    Document,
    Event,
    MadeBy,
    Moment,
    Place,
    Published,
    Quantity,
    Record,
    Relation,
)
from sumber.parse import find_language, model_hashes, parse
from sumber.says import find_attributions
from sumber.what import find_events, find_relations
from sumber.when import find_published, find_times
from sumber.where import find_places
from sumber.who import find_actors

Gathered = tuple[
    Article,
    Published | None,
    tuple[Moment, ...],
    tuple[Place, ...],
    tuple[Actor, ...],
    tuple[Quantity, ...],
    tuple[Attribution, ...],
]


@dataclass(frozen=True, slots=True)
class Findings:
    """What the rooms have found in one article so far."""

    article: Article
    published: Published | None = None
    times: tuple[Moment, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()

    @property
    def gathered(self) -> Gathered:
        """What `find_events` and its steps build on, in the order in which they take it."""
        return (
            self.article,
            self.published,
            self.times,
            self.places,
            self.actors,
            self.quantities,
            self.attributions,
        )


Step = Callable[[Doc, Findings], Findings]


def _when(doc: Doc, found: Findings) -> Findings:
    published = find_published(doc, found.article)
    return replace(found, published=published, times=find_times(doc, found.article, published))


def _where(doc: Doc, found: Findings) -> Findings:
    return replace(found, places=find_places(doc, found.article))


def _who(doc: Doc, found: Findings) -> Findings:
    return replace(found, actors=find_actors(doc, found.article, found.places))


def _counts(doc: Doc, found: Findings) -> Findings:
    return replace(found, quantities=find_quantities(doc, found.article, found.times))


def _says(doc: Doc, found: Findings) -> Findings:
    return replace(found, attributions=find_attributions(doc, found.article, found.actors, found.times))


def _what(doc: Doc, found: Findings) -> Findings:
    events, actors = find_events(doc, *found.gathered)
    relations = find_relations(doc, found.article, found.actors, found.attributions)
    return replace(found, actors=actors, events=events, relations=relations)


STEPS: dict[str, Step] = {
    "when": _when,
    "where": _where,
    "who": _who,
    "counts": _counts,
    "says": _says,
    "what": _what,
}


def _component(step: Step) -> Callable[[Doc], Doc]:
    def run(doc: Doc) -> Doc:
        doc._.findings = step(doc, doc._.findings)
        return doc

    return run


@cache
def build_pipeline() -> Language:
    """A spaCy pipeline with one component for each of steps 3 to 8, in that order (built once a process)."""
    if not Doc.has_extension("findings"):
        Doc.set_extension("findings", default=None)
    nlp = spacy.blank("xx")
    for name, step in STEPS.items():
        Language.component(f"sumber_{name}", func=_component(step))
        nlp.add_pipe(f"sumber_{name}")
    return nlp


def read_document(document: Document) -> Doc:
    """All rooms over one document; the findings are in ``doc._.findings``."""
    lang = document.lang or find_language(document.text)
    article = lay_out(document, lang)
    doc = parse(article.text, [(block.start, block.end, block.kind) for block in article.blocks], lang)
    nlp = build_pipeline()
    doc._.findings = Findings(article)
    return nlp(doc)


def code_document(document: Document) -> Record:
    """Code one document: text and metadata in, the record of the output contract out."""
    return to_record(document, read_document(document)._.findings)


def to_record(document: Document, found: Findings) -> Record:
    """What the rooms have found in a document as the record of the output contract."""
    article = found.article
    return Record(
        id=document.id,
        uri=document.uri,
        outlet=article.outlet,
        lang=article.lang,
        title=article.title,
        url=document.url,
        author=document.author,
        text=document.text,
        published=found.published,
        credits=credited_media(article),
        layout=article.blocks,
        times=found.times,
        places=found.places,
        actors=found.actors,
        quantities=found.quantities,
        attributions=found.attributions,
        events=found.events,
        relations=found.relations,
        made_by=MadeBy(__version__, codebook.fingerprint(), model_hashes()),
    )
