"""The nouns of Sumber: frozen records, no reading, no writing, no knowledge of any other room."""

from sumber.model.article import Article, Block, BlockKind
from sumber.model.document import Document, Hints
from sumber.model.entity import Actor, ActorKind, Mention, Place, Role
from sumber.model.event import EVENT_TYPES, Event, EventType, PlaceHow, Relation, Status, TimeHow
from sumber.model.moment import Grain, Moment, Published, PublishedHow
from sumber.model.quantity import Quantity
from sumber.model.record import MadeBy, Record
from sumber.model.said import Attribution, AttributionKind, Hop, Origin, OriginKind, SourceSpan, Stance
from sumber.model.span import Span

__all__ = [
    "EVENT_TYPES",
    "Actor",
    "ActorKind",
    "Article",
    "Attribution",
    "AttributionKind",
    "Block",
    "BlockKind",
    "Document",
    "Event",
    "EventType",
    "Grain",
    "Hints",
    "Hop",
    "MadeBy",
    "Mention",
    "Moment",
    "Origin",
    "OriginKind",
    "Place",
    "PlaceHow",
    "Published",
    "PublishedHow",
    "Quantity",
    "Record",
    "Relation",
    "Role",
    "SourceSpan",
    "Span",
    "Stance",
    "Status",
    "TimeHow",
]
