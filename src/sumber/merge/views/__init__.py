"""What the corpus answers: stories, an event with all its reports and voices, tolls, actors, sources."""

from sumber.merge.views.actors import Said, list_actors, said_of
from sumber.merge.views.doubts import Doubt, event_doubts, find_doubts, open_doubts
from sumber.merge.views.event import EventView, Report, view_event, view_events
from sumber.merge.views.known import Knower, known_of_parties
from sumber.merge.views.pair import PairView, view_pair
from sumber.merge.views.sources import OutletView, SourcesView, Taking, list_sources, view_sources
from sumber.merge.views.story import Shared, StoryView, Teller, list_stories, shared_text, tree_of, view_story
from sumber.merge.views.tolls import EventToll, TollView, view_tolls

__all__ = [
    "Doubt",
    "EventToll",
    "EventView",
    "Knower",
    "OutletView",
    "PairView",
    "Report",
    "Said",
    "Shared",
    "SourcesView",
    "StoryView",
    "Taking",
    "Teller",
    "TollView",
    "event_doubts",
    "find_doubts",
    "known_of_parties",
    "list_actors",
    "list_sources",
    "list_stories",
    "open_doubts",
    "said_of",
    "shared_text",
    "tree_of",
    "view_event",
    "view_events",
    "view_pair",
    "view_sources",
    "view_story",
    "view_tolls",
]
